import type { IExecuteFunctions } from 'n8n-workflow';

import { helsinkiDate } from '../../invoicing/dates';
import { groupsOf, splitRepeated } from '../shared/bulk/batches';
import type { BulkEntry, Known } from '../shared/bulk/kind';
import { oneAtATime } from '../shared/bulk/oneAtATime';
import { sendMany } from '../shared/bulk/sendMany';
import { sentBefore } from '../shared/bulk/sentBefore';
import { openSinceBefore } from '../shared/bulk/outcomes';
import type { Outcome } from '../shared/operation';
import { orderInvoices } from './invoiceKinds';
import { lookUpOrders, type OrderEntry, type OrderKnown } from './orderLookUp';
import {
	alreadyInvoiced,
	nothingToCredit,
	notLookedUp,
	numberTaken,
	repeatsFailed,
	sameNumber,
} from './orderOutcomes';
import { hintWarnings } from './validation';

/**
 * Sends the invoices of orders, each order once: one that Cash-In has, or that an item before holds, is reported
 * and not sent. Where Cash-In cannot tell, nothing is sent of it. When a failure is to stop the workflow, nothing
 * is sent after one that shows beforehand.
 */
export async function sendOrders(
	context: IExecuteFunctions,
	entries: readonly OrderEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	return await oneAtATime(
		entries.map(({ key }) => key),
		async () => await sendOnce(context, entries, stopAtFailure),
	);
}

async function sendOnce(
	context: IExecuteFunctions,
	entries: readonly OrderEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	const { unique: firsts, repeated: repeats } = splitRepeated(entries);
	const settled = await settle(context, firsts, repeats);
	const open = firsts.filter((entry) => !settled.has(entry));
	hintWarnings(context, open);
	const distinct = entries.filter((entry) => !repeats.has(entry) || settled.has(entry));
	const sent = await sendMany(context, orderInvoices, distinct, {
		stopAtFailure,
		settled: new Map<BulkEntry, Outcome>(settled),
	});
	const outcomes = new Map(settled);
	distinct.forEach((entry, index) => {
		const outcome = sent[index];
		if (outcome !== undefined && !settled.has(entry)) {
			outcomes.set(entry, withOrder(outcome, entry));
		}
	});
	for (const [entry, first] of repeats) {
		if (!outcomes.has(entry)) outcomes.set(entry, repeated(context, entry, first, outcomes));
	}
	return entries.flatMap((entry) => outcomes.get(entry) ?? []);
}

/** What has become of orders before anything is sent: two with one number, and what Cash-In or an earlier try tells. */
async function settle(
	context: IExecuteFunctions,
	firsts: readonly OrderEntry[],
	repeats: ReadonlyMap<OrderEntry, OrderEntry>,
): Promise<Map<OrderEntry, Outcome>> {
	const settled = new Map<OrderEntry, Outcome>();
	for (const [entry, first] of repeats) {
		if (!isSameOrder(entry, first)) settled.set(entry, sameNumber(context, entry, first));
	}
	const before = sentBefore(context, orderInvoices.endpoint);
	for (const entry of firsts) {
		if (!entry.settings.checked || before.of(entry) !== 'sent') continue;
		settled.set(
			entry,
			alreadyInvoiced(entry, 'An earlier try invoiced it; it was not sent again.'),
		);
	}
	const asked = firsts.filter((entry) => entry.settings.checked && !settled.has(entry));
	for (const { settings, entries } of groupsOf(orderInvoices, asked)) {
		const limits = { ...settings, inFlight: settings.concurrent };
		for (const [entry, known] of await lookUpOrders(
			context,
			entries,
			limits,
			helsinkiDate(new Date()),
		)) {
			const isOpen = known.own.kind !== 'same' && before.of(entry) === 'unknown';
			const outcome = isOpen
				? withOrder(openSinceBefore(context, orderInvoices, entry), entry)
				: outcomeOf(context, entry, known, firsts);
			if (outcome !== undefined) settled.set(entry, outcome);
		}
	}
	return settled;
}

function isSameOrder(one: OrderEntry, other: OrderEntry): boolean {
	return (
		one.orderNumber === other.orderNumber &&
		one.body.TotalAmount === other.body.TotalAmount &&
		one.body.Currency === other.body.Currency &&
		one.body.SalesName === other.body.SalesName
	);
}

/** What is known of an entry before it is sent; nothing when it is to be sent. */
function outcomeOf(
	context: IExecuteFunctions,
	entry: OrderEntry,
	{ own, credited }: OrderKnown,
	run: readonly OrderEntry[],
): Outcome | undefined {
	switch (own.kind) {
		case 'same':
			return alreadyInvoiced(entry, 'Cash-In has this invoice already; it was not sent again.');
		case 'other':
			return numberTaken(context, entry, own.how);
		case 'unknown':
			return notLookedUp(context, entry, own.why);
		default:
			return credited === undefined ? undefined : creditedOutcome(context, entry, credited, run);
	}
}

/** An invoice of the same run need not be there yet. */
function creditedOutcome(
	context: IExecuteFunctions,
	entry: OrderEntry,
	credited: Known,
	run: readonly OrderEntry[],
): Outcome | undefined {
	if (run.some(({ key, credit }) => key === entry.credit?.of && credit === undefined)) {
		return undefined;
	}
	if (credited.kind === 'absent') return nothingToCredit(context, entry);
	return credited.kind === 'unknown' ? notLookedUp(context, entry, credited.why) : undefined;
}

function repeated(
	context: IExecuteFunctions,
	entry: OrderEntry,
	first: OrderEntry,
	outcomes: ReadonlyMap<OrderEntry, Outcome>,
): Outcome {
	const outcome = outcomes.get(first);
	return outcome === undefined || 'failure' in outcome
		? repeatsFailed(context, entry, first)
		: alreadyInvoiced(entry, `Item ${first.item} holds the same order; it was not sent again.`);
}

function withOrder(outcome: Outcome, { orderNumber }: OrderEntry): Outcome {
	if ('json' in outcome) {
		const { status, ...rest } = outcome.json;
		return { ...outcome, json: { status, orderNumber, ...rest } };
	}
	const { details, ...failure } = outcome.failure;
	return { ...outcome, failure: { ...failure, details: { orderNumber, ...details } } };
}
