import type { World } from '../state/world';

/** `Data` and `Meta` as the allocated payment transactions are documented to come. */
export interface Page<Row> {
	Data: Row[];
	Meta: {
		RequestId: string;
		Timestamp: string;
		Count: number;
		Page: number;
		PageSize: number;
		TotalCount: number;
	};
}

/** Documented in the sample; the vendor's maximum is not known, see Settings.maxPageSize. */
const DEFAULT_PAGE_SIZE = 100;

/**
 * One page of rows that are filtered and in order already.
 *
 * @param query `page` counts from 1; a page past the end is empty
 */
export function pageOf<Row>(
	world: World,
	rows: readonly Row[],
	query: { [name: string]: unknown },
): Page<Row> {
	const page = typeof query.page === 'number' ? query.page : 1;
	const asked = typeof query.pageSize === 'number' ? query.pageSize : DEFAULT_PAGE_SIZE;
	const pageSize = Math.min(asked, world.settings.maxPageSize);
	const data = rows.slice((page - 1) * pageSize, page * pageSize);
	return {
		Data: data,
		Meta: {
			RequestId: crypto.randomUUID(),
			Timestamp: world.clock.now().toISOString(),
			Count: data.length,
			Page: page,
			PageSize: pageSize,
			TotalCount: rows.length,
		},
	};
}

/** A sentence about what is wrong with `page` and `pageSize`, or undefined. */
export function pagingFault(query: { [name: string]: unknown }): string | undefined {
	for (const name of ['page', 'pageSize']) {
		const value = query[name];
		if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 1)) {
			return `${name} must be a whole number from 1.`;
		}
	}
	return undefined;
}
