import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { PollRun } from '../api/run';
import { readDate } from '../invoicing/dates';
import { ifReadable } from '../invoicing/unreadable';
import type { TriggerEvent } from './events';

/** The trigger's parameters, read. */
export interface PollSettings {
	/** What the user narrows the event down to, by the endpoint's own parameter names. */
	filters: Record<string, string>;
	/** `YYYY-MM-DD`: everything from this day on is news at the first poll. */
	startDate?: string;
	/** Days to look back for what was entered late. */
	overlapDays: number;
	/** Days something is watched for a change. */
	watchDays: number;
	/** Events given out by one poll at the most. */
	maxItems: number;
	/** Whether changed amounts are events of their own. */
	updates: boolean;
	/** The statuses asked for, as text; part of what a memory is of. */
	statusFilter: string;
	/** Whether a change of status is one that was asked for. */
	wantsChange: (previous: string, status: string) => boolean;
}

/** Events in one execution at the most, so that a backlog does not flood a workflow. */
export const DEFAULT_MAX_ITEMS = 1_000;

/**
 * The trigger's parameters for an event.
 * @throws NodeOperationError when 'Start From' is no date or a number is out of its range
 */
export function readSettings(run: PollRun, event: TriggerEvent): PollSettings {
	const filters = run.context.getNodeParameter('filters', {}) as IDataObject;
	const options = run.context.getNodeParameter('options', {}) as IDataObject;
	const whole = (name: string, label: string, fallback: number, most: number) =>
		wholeNumber(run, options[name] ?? fallback, label, most);
	const isDated = event.family === 'dated';
	const statuses = event.family === 'watched' && event.filtersStatus;
	const previous = statuses ? wordsOf(filters.previousStatus) : [];
	const next = statuses ? wordsOf(filters.newStatus) : [];
	return {
		filters: readFilters(filters, event.filters),
		startDate: isDated ? readStartDate(run, options.startFrom) : undefined,
		overlapDays: isDated ? whole('overlapDays', "'Overlap (Days)'", event.overlapDays, 365) : 0,
		watchDays: isDated ? 0 : whole('watchDays', "'Watch For (Days)'", event.watchDays, 3_650),
		maxItems: whole('maxItems', "'Max Items Per Poll'", DEFAULT_MAX_ITEMS, 100_000),
		updates: isDated && event.amounts !== undefined && options.emitUpdates === true,
		statusFilter: JSON.stringify([previous, next]),
		wantsChange: (from, to) => isAmong(from, previous) && isAmong(to, next),
	};
}

/** What does not belong to the event is left over from another one that was chosen before. */
function readFilters(filters: IDataObject, offered: readonly string[]): Record<string, string> {
	const set = offered.map((name): [string, string] => [name, String(filters[name] ?? '').trim()]);
	return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

/** `Paid, Credited` as two words; capitals do not count. */
function wordsOf(value: unknown): string[] {
	return String(value ?? '')
		.split(',')
		.map((word) => word.trim().toLowerCase())
		.filter((word) => word !== '');
}

function isAmong(status: string, words: readonly string[]): boolean {
	return words.length === 0 || words.includes(status.toLowerCase());
}

function readStartDate(run: PollRun, value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const date = ifReadable(value, readDate);
	if (date !== undefined) return date;
	throw new NodeOperationError(run.node, "'Start From' is not a date", {
		description: 'Pick a day, or write it as 2026-01-31.',
	});
}

function wholeNumber(run: PollRun, given: unknown, label: string, most: number): number {
	const value = Number(given);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	throw new NodeOperationError(run.node, `${label} must be a whole number from 1 to ${most}`);
}
