import {
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeProperties,
} from 'n8n-workflow';

import { endpoints } from '../api/generated/endpoints';
import type { PollRun } from '../api/run';
import { goneField, isGone, savedFilters, unknownFilter } from '../api/savedFilters';
import { readDate } from '../invoicing/dates';
import { readOptional } from '../invoicing/values';
import { displayName } from '../text/displayName';
import { isTerminal, nameOf, triggerEvents, type TriggerEvent } from './events';

/** The trigger's parameters, read. */
export interface Settings {
	/** Query parameters by which the user narrows the event down. */
	filters: Record<string, string>;
	/** `YYYY-MM-DD`: everything from this day on is news at the first poll. */
	startDate?: string;
	/** Days to look back for what was entered late. */
	overlapDays: number;
	/** Days something is watched for a change. */
	watchDays: number;
	/** Events given out by one poll at the most; the others wait for the next. */
	maxItems: number;
	/** Whether changed amounts are events of their own. */
	updates: boolean;
	/** The statuses asked for, as text; part of the scope of a state. */
	statusFilter: string;
	/** Whether a change of status is one that was asked for. */
	wantsChange: (previous: string, status: string) => boolean;
	/** Whether a status is one that is not left again. */
	isTerminal: (status: string) => boolean;
}

/** The largest 'Max Items Per Poll'; its default keeps a backlog from flooding a workflow. */
const MAX_ITEMS = 100_000;

/**
 * The trigger's parameters for an event.
 * @throws NodeOperationError when 'Start From' is no date or a number is out of its range
 */
export function readSettings({ context, node }: PollRun, event: TriggerEvent): Settings {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const whole = (option: INodeProperties, fallback: unknown = option.default) => {
		const most = option.typeOptions?.maxValue ?? MAX_ITEMS;
		const value = Number(options[option.name] ?? fallback);
		if (Number.isInteger(value) && value >= 1 && value <= most) return value;
		const message = `'${option.displayName}' must be a whole number from 1 to ${most}`;
		throw new NodeOperationError(node, message);
	};
	const isDated = event.family === 'dated';
	const hasStatuses = !isDated && event.filtersStatus;
	const previous = hasStatuses ? wordsOf(filters.previousStatus) : [];
	const next = hasStatuses ? wordsOf(filters.newStatus) : [];
	const startDate = isDated ? readOptional(options.startFrom, readDate) : undefined;
	if (isDated && startDate === undefined && (options.startFrom ?? '') !== '') {
		throw new NodeOperationError(node, "'Start From' is not a date", {
			description: 'Pick a day, or write it as 2026-01-31.',
		});
	}
	assertFilters(node, event, filters);
	const queries = queriesOf(event)
		.map((name): [string, string] => [name, String(filters[name] ?? '').trim()])
		.filter(([, value]) => value !== '');
	return {
		filters: Object.fromEntries(queries),
		startDate,
		overlapDays: isDated ? whole(overlapDays, event.overlapDays) : 0,
		watchDays: isDated ? 0 : whole(watchDays, event.watchDays),
		maxItems: whole(maxItems),
		updates: isDated && event.amounts !== undefined && options.emitUpdates === true,
		statusFilter: statusFilterOf(previous, next),
		wantsChange: (from, to) => isAmong(from, previous) && isAmong(to, next),
		isTerminal: (status) => hasStatuses && isTerminal(status),
	};
}

/** @throws NodeOperationError for a filter that an event does not have: left out, it would let everything through */
function assertFilters(node: INode, event: TriggerEvent, filters: IDataObject): void {
	const offered = filtersOf(event);
	// Where an event has no filters, those of another one that was chosen before may be left over.
	if (offered.length === 0) return;
	const { parameters } = endpoints[event.endpoint];
	const isKnown = (name: string) =>
		offered.some((one) => one.name === name) &&
		!parameters.some((one) => one.field === name && isGone(event.endpoint, one));
	const unknown = Object.entries(filters).find(
		([name, value]) => String(value ?? '').trim() !== '' && !isKnown(name),
	);
	if (unknown === undefined) return;
	const [message, description] = unknownFilter(unknown[0]);
	throw new NodeOperationError(node, message, { description });
}

function statusFilterOf(previous: readonly string[], next: readonly string[]): string {
	return JSON.stringify([previous, next]);
}

/** The status filter that lets every change through. */
export const NO_STATUSES = statusFilterOf([], []);

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

/** Query parameters by which a user may narrow an event down, where its list takes them. */
const QUERIES: Record<string, string> = {
	agency: 'Only what is handled by this agency',
	caseId: 'Only what belongs to this collection case',
	currency: 'Only payments in this currency',
	invoiceNumber: 'Only what belongs to this invoice',
};

function queriesOf({ endpoint }: TriggerEvent): string[] {
	const fields = endpoints[endpoint].parameters.map(({ field }) => field);
	return Object.keys(QUERIES).filter((name) => fields.includes(name));
}

const textField = (name: string, example: unknown, description: string): INodeProperties => ({
	displayName: displayName(name),
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${String(example)}`,
	description,
});

/** What the editor offers to narrow an event down, in alphabetical order. Dates are the trigger's own business. */
function filtersOf(event: TriggerEvent): INodeProperties[] {
	const { parameters } = endpoints[event.endpoint];
	const queries = queriesOf(event).map((name) => {
		const parameter = parameters.find(({ field }) => field === name);
		const field = textField(name, parameter?.example, QUERIES[name] ?? '');
		return parameter !== undefined && isGone(event.endpoint, parameter) ? goneField(field) : field;
	});
	if (event.family === 'dated' || !event.filtersStatus) return queries;
	const words = "in Cash-In's own word. Several with commas between them.";
	return [
		...queries,
		textField('newStatus', 'Paid', `Only changes to this status, ${words}`),
		textField('previousStatus', 'Open', `Only changes from this status, ${words}`),
	];
}

const emitUpdates: INodeProperties = {
	displayName: 'Emit Updates',
	name: 'emitUpdates',
	type: 'boolean',
	default: false,
	description:
		'Whether to start the workflow again when the amount of something already given out has changed. The item then has "updated" and "previousAmounts".',
};

const maxItems: INodeProperties = {
	displayName: 'Max Items Per Poll',
	name: 'maxItems',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1_000,
	description:
		'How many events one execution gets at most. The others follow with the next polls, oldest first.',
};

const startFrom: INodeProperties = {
	displayName: 'Start From',
	name: 'startFrom',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description:
		'Also give out what happened since this day. Left out, the workflow starts with what comes after it was published.',
};

const overlapDays: INodeProperties = {
	displayName: 'Overlap (Days)',
	name: 'overlapDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 365 },
	default: 14,
	description:
		'How many days back each poll looks again, because things are entered late with an earlier date. What was given out once is not given out again.',
};

const watchDays: INodeProperties = {
	displayName: 'Watch For (Days)',
	name: 'watchDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 3_650 },
	default: 365,
	description:
		'For how many days, to whole months, each one is watched. What is older starts no workflow any more. When you change this, the trigger starts anew.',
};

/** An event's own, since the defaults differ. */
function optionsOf(event: TriggerEvent): INodeProperties[] {
	if (event.family === 'watched') return [maxItems, { ...watchDays, default: event.watchDays }];
	return [
		...(event.amounts ? [emitUpdates] : []),
		maxItems,
		{ ...overlapDays, default: event.overlapDays },
		startFrom,
	];
}

const collectionOf = (
	event: TriggerEvent,
	name: string,
	what: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName: displayName(name),
	name,
	type: 'collection',
	placeholder: `Add ${what}`,
	default: {},
	displayOptions: { show: { event: [event.value] } },
	options,
});

/** How often to poll for an event. n8n puts its Poll Times first: this stands right below them. */
function intervalOf({ value, often }: TriggerEvent): INodeProperties {
	return notice(`${value}Interval`, value, `Recommended poll interval: ${often}.`);
}

/** What a user should know of an event, in one paragraph of plain text. */
function noticeOf({ value, seenBy, note }: TriggerEvent): INodeProperties {
	const text = `Happens under these contracts with Cash-In: ${seenBy}.`;
	return notice(`${value}Notice`, value, note === undefined ? text : `${text} ${note}`);
}

function notice(name: string, event: string, text: string): INodeProperties {
	return {
		displayName: text,
		name,
		type: 'notice',
		default: '',
		displayOptions: { show: { event: [event] } },
	};
}

export const triggerProperties: INodeProperties[] = [
	...triggerEvents.map(intervalOf),
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: triggerEvents.map((event) => ({
			name: nameOf(event),
			value: event.value,
			description: event.description,
		})),
		default: 'paymentAllocated',
		description: 'What starts the workflow',
	},
	...triggerEvents.map(noticeOf),
	...triggerEvents
		.filter((event) => filtersOf(event).length > 0)
		.map((event) => collectionOf(event, 'filters', 'Filter', filtersOf(event))),
	savedFilters,
	...triggerEvents.map((event) => collectionOf(event, 'options', 'Option', optionsOf(event))),
];
