import { addDays, readDate } from '../invoicing/dates';

/** What a trigger remembers between polls. Plain JSON, kept by n8n. Dates are `YYYY-MM-DD`. */
export interface TriggerState {
	v: 1;
	/** Event, filters, credential and address; any change begins anew. */
	scope: string;
	/** Nothing dated before this is ever asked for: the start of what the first poll covered. */
	floor: string;
	/** The latest date among the records read so far, never in the future and never taken from the clock later on. */
	cursor: string;
	/** Keys already emitted or known from the first poll, by date. Dates before the overlap are dropped. */
	seen: Record<string, string[]>;
	/** Set while the first pass over the records is unfinished: what is dated before this day is not news. */
	baseline?: string;
	/** The page to go on with, when the last poll ran out of time or reached its limit, or the first one failed. */
	resumePage?: number;
}

/** The state of a trigger that has not polled yet. With a start date, everything from that day on is news. */
export function firstState(
	scope: string,
	today: string,
	overlapDays: number,
	startDate?: string,
): TriggerState {
	if (startDate !== undefined) {
		return { v: 1, scope, floor: startDate, cursor: startDate, seen: {} };
	}
	const floor = addDays(today, -overlapDays);
	return { v: 1, scope, floor, cursor: today, seen: {}, baseline: today };
}

/** The remembered state, or nothing when there is none, it belongs to another scope, or it makes no sense. */
export function readState(data: unknown, scope: string): TriggerState | undefined {
	if (!isRecord(data) || data.v !== 1 || data.scope !== scope) return undefined;
	const { floor, cursor, seen, baseline, resumePage } = data;
	if (!isDate(floor) || !isDate(cursor) || !isSeen(seen)) return undefined;
	if (baseline !== undefined && !isDate(baseline)) return undefined;
	if (resumePage !== undefined && !isPage(resumePage)) return undefined;
	return { v: 1, scope, floor, cursor, seen, baseline, resumePage };
}

/** The first date to ask for: far enough back to find what was entered late, never before the floor. */
export function windowStart(
	{ floor, cursor }: Pick<TriggerState, 'floor' | 'cursor'>,
	overlapDays: number,
): string {
	const from = addDays(cursor, -overlapDays);
	return from > floor ? from : floor;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): value is string {
	return readDate(value) === value;
}

function isPage(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function isSeen(value: unknown): value is Record<string, string[]> {
	return (
		isRecord(value) &&
		Object.entries(value).every(
			([date, keys]) =>
				isDate(date) && Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
		)
	);
}
