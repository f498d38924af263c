import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { apiMessage } from '../../api/apiMessage';
import { InputError } from '../../api/errors';
import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import {
	ERROR_MESSAGE,
	RECEIVABLE_STATUS,
	SALES_INVOICE_RESPONSE,
} from '../../api/generated/fields';
import { members } from '../../api/generated/members';
import { roles } from '../../api/generated/roles';
import { recordIn } from '../../api/parsePage';
import type { ExecuteRun } from '../../api/run';
import type { Redactor } from '../../api/redact';
import { request } from '../../api/request';
import { readBody } from './bodies';
import {
	assertConfirmed,
	confirmationProperties,
	refuseRetryOnFail,
	type Confirmation,
} from './confirmation';
import { failureSign } from '../../upload/failureSign';
import { failureText } from '../../upload/parseResponse';
import { bodyProperties, type BodyLayout } from './fieldLayout';
import {
	callLimits,
	optionsCollection,
	showSecretsOption,
	showsSecrets,
	timeoutOption,
} from './options';
import type { ItemOperation } from './operation';
import { parameterFields, readParameters, type ParameterValues } from './parameters';
import type { OperationRow, OperationTexts } from './resource';

interface WriteRow extends OperationTexts {
	/** What the body is, in title case: `Customer`. One whose key stands in the path is an update, its body `Changes`. */
	noun?: string;
	/** As in a `BodyLayout`. */
	inline?: readonly string[];
	/** Whether it takes away what it names, by whatever method. */
	deletes?: boolean;
	confirmation?: Confirmation;
	/** Transforms the body before sending; throws InputError for one that is not to be sent. */
	complete?: (body: IDataObject, layout: BodyLayout, run: ExecuteRun, item: number) => IDataObject;
	/** Precondition; throws InputError. */
	assert?: (run: ExecuteRun, item: number) => void;
}

/**
 * An operation that changes one thing for each item, and gives on what Cash-In answers. Where the answer holds a
 * key, it is hidden unless the user asks to see it.
 */
export function write(
	endpoint: EndpointId,
	{ noun = 'Changes', inline, deletes = false, confirmation, complete, assert, ...texts }: WriteRow,
): OperationRow {
	const { secretResponse, body: content, parameters, answer: described } = endpoints[endpoint];
	const inBody = parameters.filter((one) => one.in === 'body').map(({ field }) => field);
	const ofKeys = parameters.filter((one) => one.in !== 'query').map(({ field }) => field);
	// Where the contract has a key in the path and in the body, it is sent in both.
	const keys = content && members[content.schema].filter(({ field }) => ofKeys.includes(field));
	const isOnlyKeys =
		content !== undefined && inBody.length > 0 && keys?.length === members[content.schema].length;
	const layout: BodyLayout | undefined =
		content === undefined || isOnlyKeys
			? undefined
			: ofKeys.length === 0
				? { schema: content.schema, inline }
				: {
						schema: content.schema,
						inline,
						required: [],
						omit: keys?.map(({ name }) => name),
						isUpdate: true,
					};

	const readWriteBody = (run: ExecuteRun, item: number, values: ParameterValues) => {
		const body: IDataObject = {};
		for (const { name, field } of keys ?? []) body[name] = values[field];
		if (layout === undefined) return isOnlyKeys ? body : undefined;
		const given = readBody(run, item, layout, noun);
		if (layout.isUpdate && Object.keys(given).length === 0) {
			throw new InputError("Nothing is changed. Add what is to change under 'Update Fields'.");
		}
		// A key that stands in the body alone says what is changed: JSON may not say another one.
		const chosen = keys?.filter(({ field }) => inBody.includes(field)) ?? [];
		Object.assign(body, given, Object.fromEntries(chosen.map(({ name }) => [name, body[name]])));
		return complete?.(body, layout, run, item) ?? body;
	};

	const each: ItemOperation = {
		endpoint,
		description: [
			...confirmationProperties(confirmation),
			...parameterFields(endpoint),
			...(layout === undefined ? [] : bodyProperties(layout, noun)),
			optionsCollection([...(secretResponse ? [showSecretsOption] : []), timeoutOption]),
		],
		async execute(run, item) {
			refuseRetryOnFail(run, endpoint, 'it would be done twice');
			const values = readParameters(run, item, endpoint);
			const body = readWriteBody(run, item, values);
			assertConfirmed(run, item, confirmation, body);
			assert?.(run, item);
			const inAddress = Object.entries(values).filter(([field]) => !inBody.includes(field));
			const call = { parameters: Object.fromEntries(inAddress), body };
			const answer: unknown = await request(run, endpoint, call, callLimits(run, item));
			const account = await run.account(item);
			const json = recordIn(parseWriteResponse(run, endpoint, answer, item, account), described);
			const isHidden = secretResponse && !showsSecrets(run, item);
			const shown = isHidden ? hideSecrets(account.redactDeep(json)) : json;
			const done = deletes ? { deleted: true, ...values, ...shown } : shown;
			return [{ json: done, pairedItem: { item } }];
		},
	};
	return { ...texts, run: { each } };
}

/**
 * The answer to the change of one thing, as an item: as it came, or `{ success: true }` where Cash-In answers with
 * nothing. An answer may speak of failure under a status that says success.
 * @throws NodeOperationError when it does, with Cash-In's words
 */
function parseWriteResponse(
	run: ExecuteRun,
	endpoint: EndpointId,
	answer: unknown,
	item: number,
	{ redact }: Redactor,
): IDataObject {
	if (answer === undefined || answer === null || answer === '') return { success: true };
	const isPlain = typeof answer === 'string' || typeof answer === 'number';
	if (!isPlain && failureSign(answer) !== '') {
		const words = redact(wordsOf(endpoint, answer));
		const said = words === '' ? ', and gave no reason' : `: ${words}`;
		throw new NodeOperationError(
			run.node,
			`Cash-In did not accept "${endpoints[endpoint].title}"${said}`,
			{ itemIndex: item, description: adviceAfter(endpoint, answer) },
		);
	}
	if (typeof answer !== 'object') return { success: true, answer: answer as string };
	if (Array.isArray(answer)) return { success: true, answer: answer as IDataObject[] };
	return { ...answer };
}

/** Cash-In's words, wherever it put them: reasons stand in lists called `FailedInvoices` and the like, too. */
function wordsOf(endpoint: EndpointId, answer: unknown): string {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
		return apiMessage({ [ERROR_MESSAGE.errors]: answer });
	}
	const { failures, failureTexts = [] } = endpoints[endpoint].answer;
	const reasons = Object.entries(answer)
		.filter(([name]) => name === failures || /^failed(?!.*count$)/i.test(name))
		.map(([, reason]): unknown => reason)
		.flat()
		.map((reason) => (apiMessage(reason) === '' ? failureText(reason, failureTexts) : reason));
	return apiMessage(reasons.length === 0 ? answer : { ...answer, [ERROR_MESSAGE.errors]: reasons });
}

/** Only a count says that nothing was done. */
function adviceAfter(endpoint: EndpointId, answer: unknown): string {
	const { failed } = endpoints[endpoint].answer;
	const counts = Object.entries(Object(answer)).some(
		([name, count]) => (name === failed || /^failed\w*count$/i.test(name)) && Number(count) > 0,
	);
	return counts
		? 'Nothing of this item was changed. Correct it and run it again.'
		: 'Its answer does not say that nothing was changed: look in Cash-In before you run it again.';
}

/** Members that hold no secret, in lower case. The names of the others are our reading, so they are not trusted to tell. */
const HARMLESS = new Set(
	[
		...roles.CreditorResponse.harmless,
		...roles.ValidationResponse.harmless,
		SALES_INVOICE_RESPONSE.statusDescription,
		RECEIVABLE_STATUS.status,
	].map((name) => name.toLowerCase()),
);

/**
 * An answer that holds a key, without it. Where Cash-In puts the key is not documented – even in a message – so that
 * every text is hidden but those known to be harmless.
 */
function hideSecrets(answer: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [
			name,
			HARMLESS.has(name.toLowerCase()) ? value : hide(value),
		]),
	);
}

function hide(value: unknown): IDataObject[string] {
	if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
	if (Array.isArray(value)) return value.map((entry) => hide(entry)) as IDataObject[];
	if (typeof value === 'object') return hideSecrets(value as IDataObject);
	return value === '' ? '' : '[hidden]';
}
