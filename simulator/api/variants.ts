import type { Operation } from '../contract';
import type { Answer, JsonObject } from '../world/handler';
import type { Variant } from '../world/settings';

/**
 * An answer in one of the other forms a reader must be ready for: what Cash-In's lists look like is known
 * of one operation alone. What is no list, or no success, stays as it is.
 *
 * @param query shown back by `metaData`
 */
export function inVariant(
	variants: readonly Variant[],
	operation: Operation,
	query: JsonObject,
	answer: Answer,
): Answer {
	if (variants.length === 0 || operation.method !== 'GET' || answer.status !== 200) return answer;
	const list = listIn(operation, answer.body);
	if (list === undefined) return answer;
	if (variants.includes('noContent') && list.rows.length === 0) return { status: 204 };
	for (const variant of variants) {
		const body = ENVELOPES[variant]?.({ ...list, operation, query });
		if (body !== undefined) return { ...answer, body };
	}
	return answer;
}

interface List {
	/** As the member is called that holds the rows: Settlements. */
	name: string;
	rows: readonly JsonObject[];
}

type Envelope = (list: List & { operation: Operation; query: JsonObject }) => unknown;

/** Undefined: this variant has nothing to say about this answer. */
const ENVELOPES: { [variant in Variant]?: Envelope } = {
	bareArray: ({ rows }) => rows,
	namedArray: ({ name, rows }) => ({ [name]: rows }),
	camelCaseArray: ({ name, rows }) => ({ [name.charAt(0).toLowerCase() + name.slice(1)]: rows }),
	dataMeta: ({ rows }) => ({ Data: rows, Meta: { Count: rows.length, TotalCount: rows.length } }),
	metaData: ({ rows, query }) => {
		if (!rows.some((row) => 'DeliveryStatus' in row)) return undefined;
		const failed = rows.filter((row) => row.DeliveryStatus === 'Failed').length;
		return {
			MetaData: {
				TotalCount: rows.length,
				SuccessfulCount: rows.length - failed,
				FailedCount: failed,
				FiltersApplied: query,
			},
			Data: rows,
		};
	},
	singleCase: ({ operation, rows }) =>
		operation.id === 'getCollectionCase' && rows.length === 1 ? rows[0] : undefined,
	flatPayments: ({ operation, rows }) =>
		operation.id === 'listReceivedPayments'
			? rows.flatMap((row) => row.ReceivedPaymentRows as JsonObject[])
			: undefined,
};

/** The rows of an array, of `Data` beside `Meta`, or of the one array that is the whole answer. */
function listIn({ id }: Operation, body: unknown): List | undefined {
	const name = id.replace(/^(list|get)/, '');
	if (Array.isArray(body)) return { name, rows: body as JsonObject[] };
	const members = Object.entries((body ?? {}) as JsonObject);
	const [only] = members.filter(([member]) => member !== 'Meta');
	if (only === undefined || !Array.isArray(only[1])) return undefined;
	if (members.length > 2 || (members.length === 2 && only[0] !== 'Data')) return undefined;
	return { name: only[0] === 'Data' ? name : only[0], rows: only[1] as JsonObject[] };
}
