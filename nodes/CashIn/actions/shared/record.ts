import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { parsePage, valueAt } from '../../api/parsePage';
import { request } from '../../api/request';
import type { ItemOperation } from './operation';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { parameterFields, readParameters } from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { readSimplify, simplifyOption } from './simplify';

/** An operation that reads one thing by its number. An answer that is a list gives an item for each of its rows. */
export function record(endpoint: EndpointId, texts: OperationTexts): OperationRow {
	const each: ItemOperation = {
		endpoint,
		description: [
			...parameterFields(endpoint),
			...simplifyOption(endpoint),
			optionsCollection([timeoutOption]),
		],
		async execute(run, item) {
			const parameters = readParameters(run, item, endpoint);
			const simplify = readSimplify(run, item, endpoint);
			const answer: unknown = await request(run, endpoint, { parameters }, callLimits(run, item));
			const rows = rowsOf(endpoint, answer);
			return rows.map((row) => ({ json: simplify(row), pairedItem: { item } }));
		},
	};
	return { ...texts, run: { each } };
}

function rowsOf(endpoint: EndpointId, answer: unknown): IDataObject[] {
	if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) {
		return parsePage(answer).rows;
	}
	const members: IDataObject = { ...answer };
	const rows = valueAt(members, endpoints[endpoint].answer.rows ?? []);
	return Array.isArray(rows) ? parsePage(rows).rows : [members];
}
