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
import { lookUpOrders, type OrderEntry } from './orderLookUp';
import {
	alreadyInvoiced,
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
			const isOpen = known.kind !== 'same' && before.of(entry) === 'unknown';
			const outcome = isOpen
				? withOrder(openSinceBefore(context, orderInvoices, entry), entry)
				: outcomeOf(context, entry, known);
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
	known: Known,
): Outcome | undefined {
	switch (known.kind) {
		case 'same':
			return alreadyInvoiced(entry, 'Cash-In has this invoice already; it was not sent again.');
		case 'other':
			return numberTaken(context, entry, known.how);
		case 'unknown':
			return notLookedUp(context, entry, known.why);
		default:
			return undefined;
	}
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
