import type { Contract, Operation } from '../contract';
import { ALLOCATED } from '../world/allocations';
import type { JsonObject } from '../world/handler';
import type { Variant } from '../world/settings';
import { successOf, type WireAnswer } from './write';

/**
 * An answer in one of the other forms a reader must be ready for: what Cash-In's lists look like is known
 * of one operation alone. What is no list, or no success, stays as it is.
 *
 * @param query shown back by `metaData`
 */
export function inVariant(
	variants: readonly Variant[],
	contract: Contract,
	operation: Operation,
	query: JsonObject,
	answer: WireAnswer,
): WireAnswer {
	const { rows } = answer;
	if (variants.length === 0 || operation.method !== 'GET' || rows === undefined) return answer;
	if (variants.includes('noContent') && rows.length === 0) return { status: 204 };
	const { list } = successOf(operation, answer.status)[1];
	const [name] = list?.rows ?? [];
	const isPaged = list?.rowCount !== undefined || list?.rows.length !== 1;
	const told: List = {
		// An envelope that is the same for all lists does not say what they are of.
		name: isPaged ? operation.id.replace(/^(list|get)/, '') : String(name),
		rows,
		operation,
		query,
		nameOf: (...fields) => contract.wire.namesOf(list?.row ?? {}, fields).pop() ?? '',
		pageNames: pageNamesIn(contract),
	};
	for (const variant of variants) {
		const body = ENVELOPES[variant]?.(told);
		if (body !== undefined) return { ...answer, body };
	}
	return answer;
}

interface List {
	/** As the member is called that holds the rows: Settlements. */
	name: string;
	rows: readonly JsonObject[];
	operation: Operation;
	query: JsonObject;
	/** The wire name of a field of a row. */
	nameOf(...fields: string[]): string;
	pageNames: ReturnType<typeof pageNamesIn>;
}

/** Undefined: this variant has nothing to say about this answer. */
const ENVELOPES: { [variant in Variant]?: (list: List) => unknown } = {
	bareArray: ({ rows }) => rows,
	namedArray: ({ name, rows }) => ({ [name]: rows }),
	camelCaseArray: ({ name, rows }) => ({ [name.charAt(0).toLowerCase() + name.slice(1)]: rows }),
	dataMeta: ({ rows, pageNames: { data, meta, count, total } }) => ({
		[data]: rows,
		[meta]: { [count]: rows.length, [total]: rows.length },
	}),
	metaData: ({ rows, query, nameOf, pageNames: { data, total, successful, failed } }) => {
		const status = nameOf('deliveryStatus');
		if (!rows.some((row) => status in row)) return undefined;
		const failures = rows.filter((row) => row[status] === 'Failed').length;
		return {
			MetaData: {
				[total]: rows.length,
				[successful]: rows.length - failures,
				[failed]: failures,
				FiltersApplied: query,
			},
			[data]: rows,
		};
	},
	singleCase: ({ operation, rows }) =>
		operation.id === 'getCollectionCase' && rows.length === 1 ? rows[0] : undefined,
	flatPayments: ({ operation, rows, nameOf }) =>
		operation.id === 'listReceivedPayments'
			? rows.flatMap((row) => row[nameOf('receivedPaymentRows')] as JsonObject[])
			: undefined,
};

/** How the list that is documented calls its envelope, and the statistics their counts. */
function pageNamesIn({ operation, wire }: Contract) {
	const [, { list, schema = {} }] = successOf(operation(ALLOCATED), 200);
	const [, statistics] = successOf(operation('getDeliveryStatistics'), 200);
	const [total = 'total', meta = 'meta'] = [...(list?.rowCount ?? [])].reverse();
	const counted = (field: string) => wire.namesOf(statistics.list?.row ?? {}, [field])[0] ?? field;
	return {
		data: list?.rows[list.rows.length - 1] ?? 'data',
		meta,
		total,
		count: wire.namesOf(schema, ['meta', 'count'])[1] ?? 'count',
		successful: counted('successfulCount'),
		failed: counted('failedCount'),
	};
}
