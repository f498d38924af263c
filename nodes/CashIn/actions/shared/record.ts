import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { readPage } from '../../api/pageShape';
import { request } from '../../api/request';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { callOf, parameterFields, readParameters } from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { readSimplify, simplifyOption, valueAt } from './simplify';

/** An operation that reads one thing by its number. An answer that is a list gives an item for each of its rows. */
export function record(endpoint: EndpointId, texts: OperationTexts): OperationRow {
	return {
		...texts,
		run: {
			each: {
				endpoint,
				description: [
					...parameterFields(endpoint),
					...simplifyOption(endpoint),
					optionsCollection([timeoutOption]),
				],
				execute: async (run, item) => {
					const call = callOf(endpoint, readParameters(run, item, endpoint));
					const simplify = readSimplify(run, item, endpoint);
					const answer: unknown = await request(run, endpoint, call, callLimits(run, item));
					return rowsOf(endpoint, answer).map((row) => ({
						json: simplify(row),
						pairedItem: { item },
					}));
				},
			},
		},
	};
}

function rowsOf(endpoint: EndpointId, answer: unknown): IDataObject[] {
	if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) {
		return readPage(answer).rows;
	}
	const members: IDataObject = { ...answer };
	const rows = valueAt(members, endpoints[endpoint].answer.rows ?? []);
	return Array.isArray(rows) ? readPage(rows).rows : [members];
}
