import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { members } from '../../api/generated/members';
import { recordIn } from '../../api/parsePage';
import type { ExecuteRun } from '../../api/run';
import { request } from '../../api/request';
import { hideSecrets, parseWriteResponse } from './answers';
import { readBody } from './bodies';
import { assertConfirmed, refuseRetryOnFail, type Confirmation } from './confirmation';
import { bodyProperties, type BodyLayout } from './fieldLayout';
import { warnOfRenames } from './formerNames';
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
	{ noun = 'Changes', inline, confirmation, complete, assert, ...texts }: WriteRow,
): OperationRow {
	const {
		secretResponse,
		deletes,
		body: content,
		parameters,
		answer: described,
	} = endpoints[endpoint];
	const keyFields = parameters.filter((one) => one.in !== 'query').map(({ field }) => field);
	const keys = content && members[content.schema].filter(({ field }) => keyFields.includes(field));
	// A body of nothing but keys is made of the parameters.
	const isOnlyKeys =
		keys !== undefined && content && keys.length === members[content.schema].length;
	const layout: BodyLayout | undefined =
		content === undefined || isOnlyKeys
			? undefined
			: keyFields.length === 0
				? { schema: content.schema, inline }
				: {
						schema: content.schema,
						inline,
						required: [],
						omit: keys?.map(({ name }) => name),
						isUpdate: true,
					};

	const readWriteBody = (run: ExecuteRun, item: number, values: ParameterValues) => {
		if (layout === undefined) return undefined;
		const given = readBody(run, item, layout, noun, warnOfRenames(run));
		if (layout.isUpdate && Object.keys(given).length === 0) {
			throw new InputError("Nothing is changed. Add what is to change under 'Update Fields'.");
		}
		// Where the contract has a key in the path and in the body, it is sent in both.
		const body: IDataObject = {};
		for (const { name, field } of keys ?? []) body[name] = values[field];
		Object.assign(body, given);
		return complete?.(body, layout, run, item) ?? body;
	};

	const each: ItemOperation = {
		endpoint,
		confirmation,
		assert,
		description: [
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
			const call = { parameters: values, body };
			const answer: unknown = await request(run, endpoint, call, callLimits(run, item));
			const account = await run.account(item);
			const json = recordIn(parseWriteResponse(run, endpoint, answer, item, account), described);
			const isHidden = secretResponse && !showsSecrets(run, item);
			const shown = isHidden ? hideSecrets(account.redactDeep(json)) : json;
			const done = deletes === true ? { deleted: true, ...values, ...shown } : shown;
			return [{ json: done, pairedItem: { item } }];
		},
	};
	return { ...texts, run: { each } };
}
