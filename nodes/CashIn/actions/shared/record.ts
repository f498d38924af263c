import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { parsePage, valueAt } from '../../api/parsePage';
import { request } from '../../api/request';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { parameterFields, readParameters } from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { readSimplify, simplifyOption } from './simplify';

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
					const parameters = readParameters(run, item, endpoint);
					const simplify = readSimplify(run, item, endpoint);
					const limits = callLimits(run, item);
					const answer = await request(run, endpoint, { parameters }, limits);
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
		return parsePage(answer).rows;
	}
	const members: IDataObject = { ...answer };
	const rows = valueAt(members, endpoints[endpoint].answer.rows ?? []);
	return Array.isArray(rows) ? parsePage(rows).rows : [members];
}
