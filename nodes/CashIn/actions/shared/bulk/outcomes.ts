import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { CashInError } from '../../../api/errors';
import type { ExecuteRun } from '../../../api/run';
import type { Failure, Outcome } from '../operation';
import type { BulkEntry, BulkKind } from './kind';
import { stretches } from './stretches';

/**
 * It is in Cash-In: done by this run's request, or `recovered`, found there after an answer that never came.
 * @param rest what else the answer said of the request
 */
export function taken(
	kind: BulkKind,
	entry: BulkEntry,
	status: string,
	words: string,
	rest: IDataObject = {},
): Outcome {
	const json: IDataObject = { status };
	for (const name of kind.shown) {
		if (entry.body[name] !== undefined) json[name] = entry.body[name];
	}
	if (words !== '') json.StatusDescription = words;
	Object.assign(json, rest);
	if (entry.warnings.length > 0) json.warnings = entry.warnings;
	return { ...keyed(kind, entry), json };
}

/** Cash-In refused the request that held it, with so many others. */
export function refused(
	kind: BulkKind,
	entry: BulkEntry,
	error: CashInError,
	together: number,
): Outcome {
	const own = new CashInError(error.node, error.endpoint, error.fault);
	own.message = `${kind.name(entry.key)} was not ${kind.done}. ${error.summary}`;
	own.context.itemIndex = entry.item;
	if (together > 1 && (error.status === 402 || !kind.halve)) {
		own.description = `${own.description ?? ''} The request held ${together} ${kind.plural}, and any of them may be the reason: with 'Batch Size' 1 under Options it shows which.`;
	}
	return failure(kind, entry, own, 'refused');
}

/** Cash-In took the request, but not this one; `others` are those of the request that it took. */
export function notTaken(
	run: ExecuteRun,
	kind: BulkKind,
	entry: BulkEntry,
	reason: string,
	others: readonly BulkEntry[],
): Outcome {
	const because = reason === '' ? ', and gave no reason' : `: ${reason}`;
	const error = new NodeOperationError(
		run.node,
		`Cash-In did not accept ${inSentence(kind.name(entry.key))}${because}`,
		{
			itemIndex: entry.item,
			description: `${alongside(kind, others)}Correct this one and send it alone.`,
		},
	);
	return failure(kind, entry, error, 'refused');
}

function alongside(kind: BulkKind, others: readonly BulkEntry[]): string {
	if (others.length === 0) return '';
	if (kind.keyLabel === '') return `The other ${kind.plural} of the request were ${kind.done}. `;
	const keys = stretches(others.map(({ key }) => ({ key, belongs: true })));
	const [first = ''] = kind.done;
	return `${first.toUpperCase()}${kind.done.slice(1)} in the same request: ${keys}. `;
}

/** It was never sent. */
export function notSent(
	run: ExecuteRun,
	kind: BulkKind,
	entry: BulkEntry,
	reason: string,
	advice = '',
): Outcome {
	const error = new NodeOperationError(
		run.node,
		`${kind.name(entry.key)} was not sent, because ${reason}`,
		{ itemIndex: entry.item, description: advice === '' ? undefined : advice },
	);
	return failure(kind, entry, error, 'notSent');
}

/** Its key was already used by an earlier item of the same run. */
export function repeats(
	run: ExecuteRun,
	kind: BulkKind,
	entry: BulkEntry,
	firstItem: number,
): Outcome {
	const error = new NodeOperationError(
		run.node,
		`${kind.keyLabel} ${entry.key} is used by item ${firstItem} too, and was not sent a second time`,
		{ itemIndex: entry.item, description: `Give each of the ${kind.plural} one of its own.` },
	);
	return failure(kind, entry, error, 'notSent');
}

/** Nobody can say: the user has to look. */
export function undecided(
	run: ExecuteRun,
	kind: BulkKind,
	entry: BulkEntry,
	batch: readonly BulkEntry[],
	reason: string,
): Outcome {
	const keys = batch.map(({ key }) => key).join(', ');
	const held =
		kind.keyLabel === '' ? '' : ` The request held ${kind.plural} with ${kind.keyLabel} ${keys}.`;
	const error = new NodeOperationError(
		run.node,
		`${kind.name(entry.key)} may or may not have been ${kind.done}: ${reason}`,
		{
			itemIndex: entry.item,
			description: `Look in Cash-In before you send it again.${held}`,
		},
	);
	return failure(kind, entry, error, 'unknown');
}

/** Cash-In has it already: nothing is sent. */
export function alreadyThere(entry: BulkEntry, kind: BulkKind, words: string): Outcome {
	const { body } = entry;
	// No dates: what is there may have been dated on another day.
	const shown = kind.shown.filter((name) => !/Date$/.test(name) && body[name] !== undefined);
	const own = Object.fromEntries(shown.map((name) => [name, body[name]]));
	const json = { status: 'alreadyExists', ...own, StatusDescription: words };
	return { ...keyed(kind, entry), json };
}

/** The key belongs to another one. */
export function keyTaken(run: ExecuteRun, kind: BulkKind, entry: BulkEntry, how: string): Outcome {
	const name = kind.name(entry.key);
	const error = new NodeOperationError(
		run.node,
		`${name} was not sent: Cash-In already has ${inSentence(name)} ${how}`,
		{
			itemIndex: entry.item,
			description: `Give each of the ${kind.plural} one of its own, or correct the one that is there in Cash-In.`,
		},
	);
	return failure(kind, entry, error, 'notSent');
}

/** Nobody can say whether Cash-In has it. */
export function notLookedUp(
	run: ExecuteRun,
	kind: BulkKind,
	entry: BulkEntry,
	why: string,
): Outcome {
	const error = new NodeOperationError(
		run.node,
		`${kind.name(entry.key)} was not sent: whether Cash-In already has it could not be looked up. ${why}`,
		{
			itemIndex: entry.item,
			description:
				"Try again later. If you are sure that it was not sent before, set 'Duplicate Check' under Options to Off.",
		},
	);
	return failure(kind, entry, error, 'notSent');
}

/** An earlier try of the same execution may have sent it: nothing is sent again, and the user has to look. */
export function openSinceBefore(run: ExecuteRun, kind: BulkKind, entry: BulkEntry): Outcome {
	const error = new NodeOperationError(
		run.node,
		`${kind.name(entry.key)} may or may not have been ${kind.done} by an earlier try, and was not sent again`,
		{ itemIndex: entry.item, description: 'Look in Cash-In before you send it again.' },
	);
	return failure(kind, entry, error, 'unknown');
}

function failure(
	kind: BulkKind,
	entry: BulkEntry,
	error: NodeOperationError | CashInError,
	state: Failure['state'],
): Outcome {
	const named = kind.keyLabel === '' ? {} : { [detailName(kind.keyMember)]: entry.key };
	const surely = kind.done === 'created' ? 'notCreated' : 'notDone';
	const outcome = state === 'unknown' ? 'unknown' : surely;
	return { ...keyed(kind, entry), failure: { error, state, details: { ...named, outcome } } };
}

function keyed({ keyLabel }: BulkKind, { item, key }: BulkEntry): { item: number; key?: string } {
	return keyLabel === '' ? { item } : { item, key };
}

function detailName(member: string): string {
	return member.charAt(0).toLowerCase() + member.slice(1);
}

function inSentence(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
