import type { PageContent } from './pageShape';

/** How many rows of a list came, beside how many the server told of. */
export interface RowCount {
	/** Notes what an answer tells of the whole. */
	told(content: PageContent): void;
	/** Notes the rows of a page that counts. */
	came(content: PageContent): void;
	/** Rows that came so far. */
	readonly seen: number;
	/** Rows in all, as told last. */
	readonly total: number | undefined;
	/** Rows on the largest page so far. */
	readonly largest: number;
	/** Rows still to come by the total, those before the first page not counted; Infinity without a total. */
	rest(): number;
	/** Whether more is to come, by the total or by another word of the server. Nothing when it says neither. */
	more(): boolean | undefined;
	/** Whether the total did not stay the same. */
	readonly changed: boolean;
	/** In a sentence, how the rows that came are not all. Nothing when they may be. */
	shortage(): string | undefined;
}

/** @param first number of the first page that is read, counted from 1 */
export function createRowCount(first: number): RowCount {
	let seen = 0;
	let largest = 0;
	let pageSize = Infinity;
	let saysMore = false;
	let total: number | undefined;
	const totals = new Set<number>();
	const skipped = () => (first - 1) * Math.min(largest, pageSize);
	const rest = () => (total ?? Infinity) - skipped() - seen;
	/** A total that got smaller says nothing any more: a row may have slipped to a page that was read already. */
	const hasShrunk = () => total !== undefined && total < Math.max(...totals);
	return {
		told: ({ totalCount }) => {
			total = totalCount ?? total;
			if (totalCount !== undefined) totals.add(totalCount);
		},
		came: ({ rows, pageSize: told = Infinity, more = false }) => {
			seen += rows.length;
			largest = Math.max(largest, rows.length);
			pageSize = told;
			saysMore = more;
		},
		get seen() {
			return seen;
		},
		get total() {
			return total;
		},
		get largest() {
			return largest;
		},
		rest,
		more: () => {
			if (total !== undefined) return rest() > 0 || hasShrunk();
			return saysMore || undefined;
		},
		get changed() {
			return totals.size > 1;
		},
		shortage: () => {
			const most = Math.max(0, ...totals);
			if (total === undefined) {
				return saysMore ? `it says that there are more rows, and ${seen} came` : undefined;
			}
			if (seen >= most) return undefined;
			const words = `it tells of ${total} rows, and ${seen} came`;
			return totals.size > 1 ? `it changed while it was read: ${words}` : words;
		},
	};
}
