import { NodeOperationError, type IDataObject, type IPollFunctions } from 'n8n-workflow';

import { readDate } from '../invoicing/dates';
import { ifReadable } from '../invoicing/unreadable';
import type { PollSettings } from './poll';

/** Days looked back for payments that were entered late. */
export const DEFAULT_OVERLAP_DAYS = 14;

/** Events in one execution at the most, so that a backlog does not flood a workflow. */
export const DEFAULT_MAX_ITEMS = 1_000;

/**
 * The trigger's parameters.
 * @throws NodeOperationError when 'Start From' is no date or a number is out of its range
 */
export function readSettings(context: IPollFunctions): PollSettings {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		filters: readFilters(filters),
		startDate: readStartDate(context, options.startFrom),
		overlapDays: wholeNumber(
			context,
			options,
			'overlapDays',
			"'Overlap (Days)'",
			DEFAULT_OVERLAP_DAYS,
			365,
		),
		maxItems: wholeNumber(
			context,
			options,
			'maxItems',
			"'Max Items Per Poll'",
			DEFAULT_MAX_ITEMS,
			100_000,
		),
	};
}

function readFilters(filters: IDataObject): Record<string, string> {
	const set = Object.entries(filters).map(([name, value]): [string, string] => [
		name,
		String(value ?? '').trim(),
	]);
	return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

function readStartDate(context: IPollFunctions, value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const date = ifReadable(value, readDate);
	if (date !== undefined) return date;
	throw new NodeOperationError(context.getNode(), "'Start From' is not a date", {
		description: 'Pick a day, or write it as 2026-01-31.',
	});
}

function wholeNumber(
	context: IPollFunctions,
	options: IDataObject,
	name: string,
	label: string,
	fallback: number,
	most: number,
): number {
	const value = Number(options[name] ?? fallback);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	throw new NodeOperationError(
		context.getNode(),
		`${label} must be a whole number from 1 to ${most}`,
	);
}
