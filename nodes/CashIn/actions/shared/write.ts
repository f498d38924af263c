import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { apiMessage } from '../../api/apiMessage';
import { endpoints, type EndpointId } from '../../api/endpoints.generated';
import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';
import type { Redactor } from '../../api/redact';
import { request, type Body } from '../../api/request';
import { readBody } from './bodies';
import {
	assertConfirmed,
	confirmationProperties,
	refuseRetryOnFail,
	type Confirmation,
} from './confirmation';
import { failureSign } from './failureSigns';
import { bodyProperties, type BodyLayout } from './fieldLayout';
import { membersOf, parameterName } from './fields';
import {
	callLimits,
	optionsCollection,
	showSecretsOption,
	showsSecrets,
	timeoutOption,
} from './options';
import { parameterFields, pathParameters, readParameters, requiredParameters } from './parameters';
import type { OperationRow, OperationTexts } from './resource';

interface WriteRow extends OperationTexts {
	/** How the body is asked for; left out, there is none. A body with its key in the path is an update. */
	layout?: BodyLayout;
	/** The name of a body that is no update, in title case: `Customer`. */
	noun?: string;
	confirmation?: Confirmation;
	/** Transforms the body before sending; throws InputProblem for one that is not to be sent. */
	complete?: (body: IDataObject, layout: BodyLayout, run: ExecuteRun, item: number) => IDataObject;
	/** Precondition; throws InputProblem. */
	assert?: (run: ExecuteRun, item: number) => void;
}

/**
 * An operation that changes one thing for each item, and gives on what Cash-In answers. Where the answer holds a
 * key, it is hidden unless the user asks to see it.
 */
export function write(
	endpoint: EndpointId,
	{ layout: given, noun: givenNoun = '', confirmation, complete, assert, ...texts }: WriteRow,
): OperationRow {
	const { secretResponse, method } = endpoints[endpoint];
	const keys = keysInPath(endpoint, given);
	const isUpdate = endpoints[endpoint].pathParameters.length > 0;
	const noun = isUpdate ? 'Changes' : givenNoun;
	const layout = isUpdate && given ? { required: [], omit: keys, ...given, isUpdate } : given;

	const readWriteBody = (run: ExecuteRun, item: number, path: IDataObject) => {
		if (layout === undefined) return undefined;
		const body = readBody(run, item, layout, noun);
		if (isUpdate && Object.keys(body).length === 0) {
			throw new InputProblem("Nothing is changed. Add what is to change under 'Update Fields'.");
		}
		const whole = {
			...Object.fromEntries(keys.map((name) => [name, path[parameterName(name)]])),
			...body,
		};
		return complete?.(whole, layout, run, item) ?? whole;
	};

	return {
		...texts,
		run: {
			each: {
				endpoint,
				description: [
					...confirmationProperties(confirmation),
					...parameterFields(endpoint, requiredParameters(endpoint)),
					...(layout === undefined ? [] : bodyProperties(layout, noun)),
					optionsCollection([...(secretResponse ? [showSecretsOption] : []), timeoutOption]),
				],
				execute: async (run, item) => {
					refuseRetryOnFail(run, endpoint, 'it would be done twice');
					const call = readParameters(run, item, endpoint);
					const body = readWriteBody(run, item, { ...call.path });
					assertConfirmed(run, item, confirmation, body);
					assert?.(run, item);
					const limits = callLimits(run, item);
					const answer: unknown = await request(
						run,
						endpoint,
						{ ...call, body: body as Body<typeof endpoint> },
						limits,
					);
					const access = await run.account(item);
					const json = parseWriteResponse(run, endpoint, answer, item, access);
					const shown =
						secretResponse && !showsSecrets(run, item)
							? hideSecrets(access.redactDeep(json))
							: json;
					const done = method === 'DELETE' ? { deleted: true, ...call.path, ...shown } : shown;
					return [{ json: done, pairedItem: { item } }];
				},
			},
		},
	};
}

/** Members of the body that the path holds already: Cash-In gets them in both, as the contract has them in both. */
function keysInPath(endpoint: EndpointId, layout: BodyLayout | undefined): string[] {
	if (layout === undefined) return [];
	const path = pathParameters(endpoint);
	return [...membersOf(layout.schema).keys()].filter((name) =>
		path.some((parameter) => parameter.name === parameterName(name)),
	);
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
		const words = redact(wordsOf(answer));
		const said = words === '' ? ', and gave no reason' : `: ${words}`;
		throw new NodeOperationError(
			run.node,
			`Cash-In did not accept "${endpoints[endpoint].title}"${said}`,
			{ itemIndex: item, description: adviceAfter(answer) },
		);
	}
	if (typeof answer !== 'object') return { success: true, answer: answer as string };
	if (Array.isArray(answer)) return { success: true, answer: answer as IDataObject[] };
	return { ...answer };
}

/** Cash-In's words, wherever it put them: reasons stand in lists called `FailedInvoices` and the like, too. */
function wordsOf(answer: unknown): string {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
		return apiMessage({ Errors: answer });
	}
	const reasons = Object.entries(answer)
		.filter(([name]) => /^failed(?!.*count$)/i.test(name))
		.map(([, reason]): unknown => reason)
		.flat();
	return apiMessage(reasons.length === 0 ? answer : { ...answer, Errors: reasons });
}

/** Only a count says that nothing was done. */
function adviceAfter(answer: unknown): string {
	const counts = Object.entries(Object(answer)).some(
		([name, count]) => /^failed\w*count$/i.test(name) && Number(count) > 0,
	);
	return counts
		? 'Nothing of this item was changed. Correct it and run it again.'
		: 'Its answer does not say that nothing was changed: look in Cash-In before you run it again.';
}

const HIDDEN = '[hidden]';

/** Members that name what is no secret. The names of the others are our reading, so they are not trusted to tell. */
const OPEN =
	/^(StatusDescription|CreditorIdentifier|CustomerCode|PaymentReferencePrefix|Status|IsValid)$/i;

/**
 * An answer that holds a key, without it. Where Cash-In puts the key is not documented – even in a message – so that
 * every text is hidden but those known to be harmless.
 */
export function hideSecrets(answer: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [name, OPEN.test(name) ? value : hide(value)]),
	);
}

function hide(value: unknown): IDataObject[string] {
	if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
	if (Array.isArray(value)) return value.map((entry) => hide(entry)) as IDataObject[];
	if (typeof value === 'object') return hideSecrets(value as IDataObject);
	return value === '' ? '' : HIDDEN;
}
