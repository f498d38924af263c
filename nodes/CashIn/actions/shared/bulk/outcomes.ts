import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../../api/errors';
import type { Outcome } from '../operation';
import type { BulkEntry, BulkKind } from './kind';

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
	return { item: entry.item, json };
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

/** Cash-In took the request with so many others, but not this one. */
export function notTaken(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	reason: string,
	alongside: number,
): Outcome {
	const others = alongside > 0 ? `The other ${kind.plural} of the request were ${kind.done}. ` : '';
	const because = reason === '' ? ', and gave no reason' : `: ${reason}`;
	const error = new NodeOperationError(
		context.getNode(),
		`Cash-In did not accept ${inSentence(kind.name(entry.key))}${because}`,
		{
			itemIndex: entry.item,
			description: `${others}Correct this one and send it alone.`,
		},
	);
	return failure(kind, entry, error, 'refused');
}

/** It was never sent. */
export function notSent(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	reason: string,
	advice = '',
): Outcome {
	const error = new NodeOperationError(
		context.getNode(),
		`${kind.name(entry.key)} was not sent, because ${reason}`,
		{ itemIndex: entry.item, description: advice === '' ? undefined : advice },
	);
	return failure(kind, entry, error, 'refused');
}

/** Its key was already used by an earlier item of the same run. */
export function repeats(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	firstItem: number,
): Outcome {
	const error = new NodeOperationError(
		context.getNode(),
		`${kind.keyLabel} ${entry.key} is used by item ${firstItem} too, and was not sent a second time`,
		{ itemIndex: entry.item, description: `Give each of the ${kind.plural} one of its own.` },
	);
	return failure(kind, entry, error, 'refused');
}

/** Nobody can say: the user has to look. */
export function undecided(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	batch: readonly BulkEntry[],
	reason: string,
): Outcome {
	const keys = batch.map(({ key }) => key).join(', ');
	const held =
		kind.keyLabel === '' ? '' : ` The request held ${kind.plural} with ${kind.keyLabel} ${keys}.`;
	const error = new NodeOperationError(
		context.getNode(),
		`${kind.name(entry.key)} may or may not have been ${kind.done}: ${reason}`,
		{
			itemIndex: entry.item,
			description: `Look in Cash-In before you send it again.${held}`,
		},
	);
	return failure(kind, entry, error, 'unknown');
}

/** Cash-In has it already: nothing is sent. */
export function alreadyThere({ item, body }: BulkEntry, kind: BulkKind, words: string): Outcome {
	// No dates: what is there may have been dated on another day.
	const shown = kind.shown.filter((name) => !/Date$/.test(name) && body[name] !== undefined);
	const own = Object.fromEntries(shown.map((name) => [name, body[name]]));
	return { item, json: { status: 'alreadyExists', ...own, StatusDescription: words } };
}

/** The key belongs to another one. */
export function keyTaken(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	how: string,
): Outcome {
	const name = kind.name(entry.key);
	const error = new NodeOperationError(
		context.getNode(),
		`${name} was not sent: Cash-In already has ${inSentence(name)} ${how}`,
		{
			itemIndex: entry.item,
			description: `Give each of the ${kind.plural} one of its own, or correct the one that is there in Cash-In.`,
		},
	);
	return failure(kind, entry, error, 'refused');
}

/** Nobody can say whether Cash-In has it. */
export function notLookedUp(
	context: IExecuteFunctions,
	kind: BulkKind,
	entry: BulkEntry,
	why: string,
): Outcome {
	const error = new NodeOperationError(
		context.getNode(),
		`${kind.name(entry.key)} was not sent: whether Cash-In already has it could not be looked up. ${why}`,
		{
			itemIndex: entry.item,
			description:
				"Try again later. If you are sure that it was not sent before, set 'Duplicate Check' under Options to Off.",
		},
	);
	return failure(kind, entry, error, 'refused');
}

function failure(
	kind: BulkKind,
	{ item, key }: BulkEntry,
	error: NodeOperationError | CashInError,
	outcome: 'refused' | 'unknown',
): Outcome {
	const named = kind.keyLabel === '' ? {} : { [detailName(kind.keyMember)]: key };
	const surely = kind.done === 'created' ? 'notCreated' : 'notDone';
	const known = outcome === 'unknown' ? 'unknown' : surely;
	return { item, failure: { error, details: { ...named, outcome: known } } };
}

function detailName(member: string): string {
	return member.charAt(0).toLowerCase() + member.slice(1);
}

function inSentence(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
