import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { accessOf } from '../../api/access';
import { endpoints, type EndpointId } from '../../api/endpoints.generated';
import { InputProblem } from '../../api/problems';
import { request, type Body } from '../../api/request';
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
	complete?: (
		body: IDataObject,
		path: IDataObject,
		context: IExecuteFunctions,
		item: number,
	) => IDataObject;
	/** What must hold before anything is sent; throws what does not. */
	before?: (context: IExecuteFunctions, item: number) => void;
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
		execute: async (context, item) => {
			refuseRetryOnFail(context, endpoint, 'it would be done twice');
			const call = readParameters(context, item, endpoint, asked);
			assertAsked(call.query ?? {}, asked ?? []);
			const body = bodyOf(context, item, row, { ...call.path });
			if (care !== undefined) assertCare(context, item, care, body);
			row.before?.(context, item);
			const limits = callLimits(context, item);
			const answer: unknown = await request(
				context,
				endpoint,
				{ ...call, body: body as Body<typeof endpoint> },
				limits,
			);
			const access = await accessOf(context, item);
			const json = wholeAnswer(context, endpoint, answer, item, access);
			const shown =
				secretResponse && !showsSecrets(context, item)
					? hideSecrets(access.redactDeep(json))
					: json;
			const done = method === 'DELETE' ? { deleted: true, ...call.path, ...shown } : shown;
			return [{ json: done, pairedItem: { item } }];
		},
	};
}

function bodyOf(
	context: IExecuteFunctions,
	item: number,
	{ layout, thing, complete }: WriteRow,
	path: IDataObject,
): IDataObject | undefined {
	if (layout === undefined) return undefined;
	const body = readBody(context, item, layout, thing);
	if (layout.others === 'Update Fields' && Object.keys(body).length === 0) {
		throw new InputProblem("Nothing is changed. Add what is to change under 'Update Fields'.");
	}
	return complete?.(body, path, context, item) ?? body;
}
