import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { pages, pagingOf } from '../../api/pages';
import { parsePage, recordIn, valueAt } from '../../api/parsePage';
import { request } from '../../api/request';
import type { ExecuteRun } from '../../api/run';
import type { ItemOperation } from './operation';
import { callLimits, optionsCollection, timeoutOption } from './options';
import { parameterFields, readParameters, type ParameterValues } from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { outputFields, readOutput } from './simplify';

/** An operation that reads one thing by its number. An answer that is a list gives an item for each of its rows. */
export function record(endpoint: EndpointId, texts: OperationTexts): OperationRow {
	const each: ItemOperation = {
		endpoint,
		description: [
			...parameterFields(endpoint),
			...outputFields(endpoint),
			optionsCollection([timeoutOption]),
		],
		async execute(run, item) {
			const parameters = readParameters(run, item, endpoint);
			const simplify = readOutput(run, item, endpoint);
			const rows = await readRows(run, item, endpoint, parameters);
			return rows.map((row) => ({ json: simplify(row), pairedItem: { item } }));
		},
	};
	return { ...texts, run: { each } };
}

/** The rows of an answer; of all its pages, where it comes in pages. */
async function readRows(
	run: ExecuteRun,
	item: number,
	endpoint: EndpointId,
	parameters: ParameterValues,
): Promise<IDataObject[]> {
	const limits = callLimits(run, item);
	if (pagingOf(endpoint) === undefined) {
		return rowsOf(endpoint, await request(run, endpoint, { parameters }, limits));
	}
	const all: IDataObject[] = [];
	for await (const { rows } of pages(run, endpoint, { parameters }, limits)) all.push(...rows);
	return all;
}

function rowsOf(endpoint: EndpointId, answer: unknown): IDataObject[] {
	if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) {
		return parsePage(answer).rows;
	}
	const { answer: described } = endpoints[endpoint];
	const members: IDataObject = { ...answer };
	const rows = valueAt(members, described.rows ?? []);
	return Array.isArray(rows) ? parsePage(rows).rows : [recordIn(members, described)];
}
