import type { ExecuteRun } from '../../api/run';
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
	run: ExecuteRun,
	entries: readonly OrderEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	return await oneAtATime(
		entries.map(({ key }) => key),
		async () => await sendOnce(run, entries, stopAtFailure),
	);
}

async function sendOnce(
	run: ExecuteRun,
	entries: readonly OrderEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	const { unique: firsts, repeated: repeats } = splitRepeated(entries);
	const settled = await settle(run, firsts, repeats);
	const open = firsts.filter((entry) => !settled.has(entry));
	hintWarnings(run, open);
	const distinct = entries.filter((entry) => !repeats.has(entry) || settled.has(entry));
	const sent = await sendMany(run, orderInvoices, distinct, {
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
		if (!outcomes.has(entry)) outcomes.set(entry, repeated(run, entry, first, outcomes));
	}
	return entries.flatMap((entry) => outcomes.get(entry) ?? []);
}

/** What has become of orders before anything is sent: two with one number, and what Cash-In or an earlier try tells. */
async function settle(
	run: ExecuteRun,
	firsts: readonly OrderEntry[],
	repeats: ReadonlyMap<OrderEntry, OrderEntry>,
): Promise<Map<OrderEntry, Outcome>> {
	const settled = new Map<OrderEntry, Outcome>();
	for (const [entry, first] of repeats) {
		if (!isSameOrder(entry, first)) settled.set(entry, sameNumber(run, entry, first));
	}
	const before = sentBefore(run, orderInvoices.endpoint);
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
			run,
			entries,
			limits,
			helsinkiDate(new Date()),
		)) {
			const isOpen = known.own.kind !== 'same' && before.of(entry) === 'unknown';
			const outcome = isOpen
				? withOrder(openSinceBefore(run, orderInvoices, entry), entry)
				: outcomeOf(run, entry, known, firsts);
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
	run: ExecuteRun,
	entry: OrderEntry,
	{ own, credited }: OrderKnown,
	all: readonly OrderEntry[],
): Outcome | undefined {
	switch (own.kind) {
		case 'same':
			return alreadyInvoiced(entry, 'Cash-In has this invoice already; it was not sent again.');
		case 'other':
			return numberTaken(run, entry, own.how);
		case 'unknown':
			return notLookedUp(run, entry, own.why);
		default:
			return credited === undefined ? undefined : creditedOutcome(run, entry, credited, all);
	}
}

/** An invoice of the same run need not be there yet. */
function creditedOutcome(
	run: ExecuteRun,
	entry: OrderEntry,
	credited: Known,
	all: readonly OrderEntry[],
): Outcome | undefined {
	if (all.some(({ key, credit }) => key === entry.credit?.of && credit === undefined)) {
		return undefined;
	}
	if (credited.kind === 'absent') return nothingToCredit(run, entry);
	return credited.kind === 'unknown' ? notLookedUp(run, entry, credited.why) : undefined;
}

function repeated(
	run: ExecuteRun,
	entry: OrderEntry,
	first: OrderEntry,
	outcomes: ReadonlyMap<OrderEntry, Outcome>,
): Outcome {
	const outcome = outcomes.get(first);
	return outcome === undefined || 'failure' in outcome
		? repeatsFailed(run, entry, first)
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
