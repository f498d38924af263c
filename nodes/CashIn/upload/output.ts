import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { asError, InputError } from '../api/errors';
import { redactPersonalCodes } from '../api/redact';
import type { ExecuteRun } from '../api/run';
import { keyRanges } from './messages';
import type { Failure, Result } from './uploadSpec';

/**
 * A result as an output item. A failed one is what the error output of every n8n since 1.123 knows: JSON of exactly
 * `error` and `message`, beside its paired item. Any other member sends it out by the success branch; `details` is
 * understood by the newest n8n only. `message` holds the advice and what a workflow can act on.
 */
export function outputItem(result: Result): INodeExecutionData {
	const pairedItem = { item: result.item };
	if ('json' in result) return { json: result.json, pairedItem };
	const error = withoutPersonalCodes(result.error);
	const { description } = error;
	const httpCode = error instanceof NodeApiError ? error.httpCode : null;
	const message = {
		...(typeof description === 'string' ? { advice: description } : {}),
		...(httpCode === null ? {} : { httpCode }),
		...result.details,
	};
	return { json: { error: error.message, message }, pairedItem };
}

/**
 * Removes whatever looks like a personal identity code from an error: a key, such as a customer code, may be one, and
 * n8n keeps errors and logs them.
 */
export function withoutPersonalCodes(error: Failure['error']): Failure['error'] {
	error.message = redactPersonalCodes(error.message);
	if (typeof error.description === 'string') {
		error.description = redactPersonalCodes(error.description);
	}
	error.stack = redactPersonalCodes(error.stack ?? '');
	return error;
}

/** Any thrown thing as an n8n error that knows its item. Messages name the item the way n8n counts them, from 0. */
export function nodeError(node: INode, thrown: unknown, item: number): Failure['error'] {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		thrown.context.itemIndex ??= item;
		return withoutPersonalCodes(thrown);
	}
	const { advice, subject } = thrown instanceof InputError ? thrown.parts : {};
	// A message may quote what was typed into the wrong field.
	const message = redactPersonalCodes(asError(thrown).message);
	const which = subject === undefined ? ` [item ${item}]` : '';
	return new NodeOperationError(node, `${message}${which}`, {
		itemIndex: item,
		description: advice,
	});
}

/** The failure of an item while all were sent, thrown by mistake: nobody can say what became of it. */
export function lostResult(node: INode, thrown: unknown, item: number): Failure {
	const message = redactPersonalCodes(asError(thrown).message);
	const error = new NodeOperationError(node, message, {
		itemIndex: item,
		description: 'It may or may not have been sent: look in Cash-In before you run it again.',
	});
	return { item, status: 'unknown', error, details: { outcome: 'unknown' } };
}

/**
 * The error that stops a workflow, with what became of all items beside its own advice, by the keys of what was sent:
 * some may have been done already, and running the node again would do them twice.
 */
export function describeFailure({ error }: Failure, results: readonly Result[]): Failure['error'] {
	const inOrder = [...results].sort((a, b) => a.item - b.item);
	const isDone = (result: Result) => 'json' in result;
	const isOpen = ({ status }: Result) => status === 'unknown';
	const done = inOrder.filter(isDone);
	const open = inOrder.filter(isOpen);
	const sentences = [
		typeof error.description === 'string' ? error.description : '',
		done.length > 0
			? `Already done, and not to be run again: ${itemRanges(done)} of ${results.length}.`
			: '',
		open.length > 0 ? `May or may not have been done: ${itemRanges(open)}.` : '',
		done.length + open.length > 0 ? '' : nothingDone(results),
		keySentence('In Cash-In', inOrder, isDone),
		keySentence('Refused', inOrder, ({ status }) => status === 'refused'),
		keySentence('In doubt', inOrder, isOpen),
		keySentence('Not sent', inOrder, ({ status }) => status === 'notSent'),
	];
	error.description = sentences.filter((sentence) => sentence !== '').join(' ');
	return withoutPersonalCodes(error);
}

function nothingDone(results: readonly Result[]): string {
	return results.some(({ status }) => status === 'refused') ? 'Nothing was done.' : NONE_SENT;
}

const NONE_SENT = 'None was sent.';

/** The error of an item that cannot be sent, where it stops all of them. */
export function withNoneSent(error: Failure['error']): Failure['error'] {
	const told = `${error.message} ${error.description ?? ''}`;
	if (/Nothing was sent/.test(told)) return error;
	error.description = `${error.description ?? ''} ${NONE_SENT}`.trim();
	return error;
}

/** `Refused: 1002, 1005 to 1007.`; `''` when there is none, or nothing to call them by. */
function keySentence(
	label: string,
	results: readonly Result[],
	belongs: (result: Result) => boolean,
): string {
	const text = keyRanges(
		results.flatMap((result) =>
			result.key === undefined ? [] : [{ key: result.key, belongs: belongs(result) }],
		),
	);
	return text === '' ? '' : `${label}: ${text}.`;
}

/** `items 0-4, 7` */
function itemRanges(results: readonly Result[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const { item } of results) {
		const current = ranges[ranges.length - 1];
		if (current !== undefined && item === current[1] + 1) current[1] = item;
		else ranges.push([item, item]);
	}
	const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
	return `item${results.length === 1 ? '' : 's'} ${texts.join(', ')}`;
}

/** What the Summary counts each status as. */
const COUNTED_AS = {
	created: 'sent',
	refused: 'failed',
	notSent: 'failed',
	unknown: 'failed',
	alreadyExists: 'alreadyThere',
	recovered: 'recovered',
	skipped: 'skipped',
	previewed: 'previewed',
} as const satisfies Record<Result['status'], string>;

/** Counts of the Summary that only some operations have. */
export type ExtraCount = 'skipped' | 'previewed';

/**
 * Adds the Summary to the last item: as `summary`, or as `message.summary` of an error item, which n8n recognises by
 * having no other members. No item is added, so that each stays with its own.
 * @param started when the run began, in milliseconds since 1970
 */
export function addSummary(
	run: ExecuteRun,
	items: readonly INodeExecutionData[],
	results: readonly Result[],
	{ started, alsoCounted = [] }: { started: number; alsoCounted?: readonly ExtraCount[] },
): void {
	const last = items[items.length - 1];
	if (last === undefined) return;
	const counts: IDataObject = {};
	for (const name of ['sent', 'failed', 'alreadyThere', 'recovered', ...alsoCounted]) {
		counts[name] = results.filter(({ status }) => COUNTED_AS[status] === name).length;
	}
	const seconds = Math.round((Date.now() - started) / 100) / 10;
	const summary = { ...counts, requests: run.limiter.requests, seconds };
	const { error, message } = last.json;
	last.json =
		error !== undefined && message !== undefined
			? { ...last.json, message: { ...(message as IDataObject), summary } }
			: { ...last.json, summary };
}
