import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { CashInError } from '../api/errors';
import type { ExecuteRun } from '../api/run';
import { keyRanges } from './messages';
import type { DuplicateWords, Failure, Result, UploadEntry, UploadSpec, Words } from './uploadSpec';

/** What every result is made with. */
export interface Sender {
	run: ExecuteRun;
	spec: UploadSpec;
}

/**
 * It is in Cash-In: sent by this run, or `recovered`, found there after a lost response.
 * @param rest what else the answer said of the request
 */
export function taken(
	{ spec }: Sender,
	entry: UploadEntry,
	status: 'created' | 'recovered',
	words: string,
	rest: IDataObject = {},
): Result {
	const json: IDataObject = {
		status: status === 'created' ? spec.done : status,
		...entry.first,
		...membersOf(entry, spec.shown),
		...(words === '' ? {} : { [spec.messageName]: words }),
		...rest,
		...(entry.warnings.length > 0 ? { warnings: entry.warnings } : {}),
	};
	return { ...named(spec, entry), status, json };
}

/** Cash-In has it already: nothing is sent. */
export function alreadyExists({ spec }: Sender, entry: UploadEntry, words: string): Result {
	const json = {
		status: duplicateWords(spec).status,
		...entry.first,
		...membersOf(entry, spec.lookup?.shown ?? []),
		[spec.messageName]: words,
	};
	return { ...named(spec, entry), status: 'alreadyExists', json };
}

/** Cash-In refused the request that held it, with so many others. */
export function refused(
	{ spec }: Sender,
	entry: UploadEntry,
	{ node, endpoint, fault, summary, status }: CashInError,
	together: number,
): Result {
	const error = new CashInError(node, endpoint, fault);
	error.message = `${spec.name(entry.key)} was not ${spec.done}. ${summary}`;
	error.context.itemIndex = entry.item;
	if (together > 1 && (status === 402 || !spec.isIndependent)) {
		error.description = `${error.description ?? ''} The request held ${together} ${spec.plural}, and any of them may be the reason: with 'Batch Size' 1 under Options it shows which.`;
	}
	return failure(spec, entry, 'refused', error);
}

/** Cash-In took the request, but not this entry; `others` are those of the request that it took. */
export function notTaken(
	sender: Sender,
	entry: UploadEntry,
	reason: string,
	others: readonly UploadEntry[],
): Result {
	const { spec } = sender;
	const because = reason === '' ? ', and gave no reason' : `: ${reason}`;
	const message = `Cash-In did not accept ${lowerFirst(spec.name(entry.key))}${because}`;
	const advice = `${alongside(spec, others)}Correct this one and send it alone.`;
	return failed(sender, entry, 'refused', [message, advice]);
}

function alongside(spec: UploadSpec, others: readonly UploadEntry[]): string {
	if (others.length === 0) return '';
	if (spec.keyLabel === '') return `The other ${spec.plural} of the request were ${spec.done}. `;
	const keys = keyRanges(others.map(({ key }) => ({ key, belongs: true })));
	const [first = ''] = spec.done;
	return `${first.toUpperCase()}${spec.done.slice(1)} in the same request: ${keys}. `;
}

export function notSent(sender: Sender, entry: UploadEntry, reason: string, advice = ''): Result {
	const message = `${sender.spec.name(entry.key)} was not sent, because ${reason}`;
	return failed(sender, entry, 'notSent', [message, advice]);
}

/** Nobody can say whether it was taken: the user has to look. */
export function undecided(
	sender: Sender,
	entry: UploadEntry,
	batch: readonly UploadEntry[],
	reason: string,
): Result {
	const { name, done, plural, keyLabel } = sender.spec;
	const keys = batch.map(({ key }) => key).join(', ');
	const held = keyLabel === '' ? '' : ` The request held ${plural} with ${keyLabel} ${keys}.`;
	return failed(sender, entry, 'unknown', [
		`${name(entry.key)} may or may not have been ${done}: ${reason}`,
		`Look in Cash-In before you send it again.${held}`,
	]);
}

/** An earlier try of the same execution may have sent it: it is not sent again. */
export function undecidedEarlier(sender: Sender, entry: UploadEntry): Result {
	const { name, done } = sender.spec;
	return failed(sender, entry, 'unknown', [
		`${name(entry.key)} may or may not have been ${done} by an earlier try, and was not sent again`,
		'Look in Cash-In before you send it again.',
	]);
}

/** It is not sent for what is known of its key beforehand. */
export function withheld(sender: Sender, entry: UploadEntry, words: Words): Result {
	const details = { ...keyDetail(sender.spec, entry), ...entry.first };
	return failed(sender, entry, 'notSent', words, details);
}

function failed(
	{ run, spec }: Sender,
	entry: UploadEntry,
	status: Failure['status'],
	[message, description]: Words,
	details?: IDataObject,
): Result {
	const error = new NodeOperationError(run.node, message, {
		itemIndex: entry.item,
		description: description === '' ? undefined : description,
	});
	return failure(spec, entry, status, error, details);
}

function failure(
	spec: UploadSpec,
	entry: UploadEntry,
	status: Failure['status'],
	error: Failure['error'],
	details: IDataObject = { ...entry.first, ...keyDetail(spec, entry) },
): Result {
	const surely = spec.done === 'created' ? 'notCreated' : 'notDone';
	const outcome = status === 'unknown' ? 'unknown' : surely;
	return { ...named(spec, entry), status, error, details: { ...details, outcome } };
}

function named({ keyLabel }: UploadSpec, { item, key }: UploadEntry): Pick<Result, 'item' | 'key'> {
	return keyLabel === '' ? { item } : { item, key };
}

function keyDetail({ keyLabel, keyField }: UploadSpec, { key }: UploadEntry): IDataObject {
	return keyLabel === '' ? {} : { [keyField]: key };
}

function membersOf({ body }: UploadEntry, names: readonly string[]): IDataObject {
	const told: IDataObject = {};
	for (const name of names) if (body[name] !== undefined) told[name] = body[name];
	return told;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

export function duplicateWords(spec: UploadSpec): DuplicateWords {
	return spec.words ?? usualWords(spec);
}

function usualWords({ name, done, plural, keyLabel }: UploadSpec): DuplicateWords {
	return {
		status: 'alreadyExists',
		sentEarlier: `It was ${done} in an earlier try; it was not sent again.`,
		exists: 'Cash-In has it already; it was not sent again.',
		taken: ({ key }, how) => [
			`${name(key)} was not sent: Cash-In already has ${lowerFirst(name(key))} ${how}`,
			`Give each of the ${plural} one of its own, or correct the one that is there in Cash-In.`,
		],
		notLookedUp: ({ key }, why) => [
			`${name(key)} was not sent: whether Cash-In already has it could not be looked up. ${why}`,
			"Try again later. If you are sure that it was not sent before, set 'Duplicate Check' under Options to Off.",
		],
		repeatsKey: ({ key }, { item }) => [
			`${keyLabel} ${key} is used by item ${item} too, and was not sent a second time`,
			`Give each of the ${plural} one of its own.`,
		],
		repeats: 'holds the same',
	};
}
