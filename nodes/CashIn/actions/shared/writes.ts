import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/endpoints.generated';
import { InputProblem } from '../../api/problems';
import { request, type Body } from '../../api/request';
import type { ExecuteRun } from '../../api/run';
import { bodyProperties } from './body/bodyFields';
import type { BodyLayout } from './body/places';
import { readBody } from './body/readBody';
import { assertCare, careProperties, refuseRetryOnFail, type Care } from './care';
import type { ItemOperation } from './operation';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { assertAsked, parameterFields, readParameters } from './parameters';
import { hideSecrets, showSecretsOption, showsSecrets } from './secrets';
import { wholeAnswer } from './wholeAnswer';
import { updateDisplayOptions } from './displayOptions';

/** Where an operation stands in the node, and which endpoint of the contract changes something. */
export interface WriteRow {
	resource: string;
	operation: string;
	endpoint: EndpointId;
	/** What is written, in title case: `Customer`. */
	thing: string;
	/** How its body is asked for; none where there is no body. */
	layout?: BodyLayout;
	/** Query parameters with a field of their own that must be filled in. */
	asked?: readonly string[];
	/** What has to be switched on first. */
	care?: Care;
	/** The last word on a body before it is sent; throws what is wrong with it. */
	complete?: (body: IDataObject, path: IDataObject, run: ExecuteRun, item: number) => IDataObject;
	/** What must hold before anything is sent; throws what does not. */
	before?: (run: ExecuteRun, item: number) => void;
}

/**
 * An operation that changes one thing for each item, and gives on what Cash-In answers. Where the answer holds a
 * key, it is hidden unless the user asks to see it.
 */
export function writeOperation(row: WriteRow): ItemOperation {
	const { resource, operation, endpoint, thing, layout, asked, care } = row;
	const { secretResponse, method } = endpoints[endpoint];
	const properties = [
		...(care === undefined ? [] : careProperties(care)),
		...parameterFields(endpoint, asked),
		...(layout === undefined ? [] : bodyProperties(layout, thing)),
		optionsCollection([...(secretResponse ? [showSecretsOption] : []), timeoutOption]),
	];
	return {
		endpoint,
		description: updateDisplayOptions(
			{ show: { resource: [resource], operation: [operation] } },
			properties,
		),
		execute: async (run, item) => {
			refuseRetryOnFail(run, endpoint, 'it would be done twice');
			const call = readParameters(run, item, endpoint, asked);
			assertAsked(call.query ?? {}, asked ?? []);
			const body = bodyOf(run, item, row, { ...call.path });
			if (care !== undefined) assertCare(run, item, care, body);
			row.before?.(run, item);
			const limits = callLimits(run, item);
			const answer: unknown = await request(
				run,
				endpoint,
				{ ...call, body: body as Body<typeof endpoint> },
				limits,
			);
			const access = await run.account(item);
			const json = wholeAnswer(run, endpoint, answer, item, access);
			const shown =
				secretResponse && !showsSecrets(run, item) ? hideSecrets(access.redactDeep(json)) : json;
			const done = method === 'DELETE' ? { deleted: true, ...call.path, ...shown } : shown;
			return [{ json: done, pairedItem: { item } }];
		},
	};
}

function bodyOf(
	run: ExecuteRun,
	item: number,
	{ layout, thing, complete }: WriteRow,
	path: IDataObject,
): IDataObject | undefined {
	if (layout === undefined) return undefined;
	const body = readBody(run, item, layout, thing);
	if (layout.others === 'Update Fields' && Object.keys(body).length === 0) {
		throw new InputProblem("Nothing is changed. Add what is to change under 'Update Fields'.");
	}
	return complete?.(body, path, run, item) ?? body;
}
