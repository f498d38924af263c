import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import { readPage } from '../../api/pageShape';
import { request } from '../../api/request';
import { callLimits, optionsCollection, timeoutOption } from './options';
import {
	parameterFields,
	readParameters,
	requiredParameters,
	type ParameterSpec,
} from './parameters';
import type { OperationRow, OperationTexts } from './resource';
import { readSimplify, simplifyOption } from './simplify';

interface RecordRow extends OperationTexts, ParameterSpec {
	/** The member that holds the rows, where the answer is an object around a list. */
	rows?: string;
}

/** An operation that reads one thing by its number. An answer that is a list gives an item for each of its rows. */
export function record(
	endpoint: EndpointId,
	{ required, omit, eitherOf, rows, ...texts }: RecordRow,
): OperationRow {
	const spec = { required, omit, eitherOf };
	return {
		...texts,
		run: {
			each: {
				endpoint,
				description: [
					...parameterFields(endpoint, requiredParameters(endpoint, spec), omit),
					...simplifyOption(endpoint),
					optionsCollection([timeoutOption]),
				],
				execute: async (run, item) => {
					const call = readParameters(run, item, endpoint, spec);
					const simplify = readSimplify(run, item, endpoint);
					const answer: unknown = await request(run, endpoint, call, callLimits(run, item));
					return rowsOf(answer, rows).map((row) => ({ json: simplify(row), pairedItem: { item } }));
				},
			},
		},
	};
}

function rowsOf(answer: unknown, rowsMember: string | undefined): IDataObject[] {
	if (Array.isArray(answer) || typeof answer !== 'object' || answer === null) {
		return readPage(answer).rows;
	}
	const members: IDataObject = { ...answer };
	const rows = rowsMember === undefined ? undefined : members[rowsMember];
	return Array.isArray(rows) ? readPage(rows).rows : [members];
}
