import type { IExecuteFunctions } from 'n8n-workflow';

import { helsinkiDate } from '../../invoicing/dates';
import { sendSettings } from '../shared/bulk/bulkOptions';
import type { Known } from '../shared/bulk/kind';
import { notSent } from '../shared/bulk/outcomes';
import { sendMany } from '../shared/bulk/sendMany';
import { sentBefore } from '../shared/bulk/sentBefore';
import { refuseRetryOnFail } from '../shared/care';
import type { Failure, Outcome } from '../shared/operation';
import { callLimits } from '../shared/options';
import { salesInvoices } from './invoiceKinds';
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
	if (entries.some(({ checked }) => !checked)) {
		const would = 'the invoices already created would go out twice';
		const remedy = " Or set 'Duplicate Check' under Options to Before Sending.";
		refuseRetryOnFail(context, salesInvoices.endpoint, would, remedy);
	}
	const outcomes = new Map<OrderEntry, Outcome>();
	const { firsts, repeats } = byNumber(entries);
	for (const [entry, first] of repeats) {
		if (!isSameOrder(entry, first)) outcomes.set(entry, sameNumber(context, entry, first));
	}
	const before = sentBefore(context, salesInvoices.endpoint);
	for (const entry of firsts) {
		if (!entry.checked || !before.has(entry)) continue;
		outcomes.set(
			entry,
			alreadyInvoiced(entry, 'An earlier try invoiced it; it was not sent again.'),
		);
	}
	const known = await lookUp(
		context,
		firsts.filter((entry) => !outcomes.has(entry)),
	);
	for (const entry of firsts) {
		const outcome = outcomeOf(context, entry, known.get(entry));
		if (outcome !== undefined) outcomes.set(entry, outcome);
	}
	const open = firsts.filter((entry) => !outcomes.has(entry));
	const failed = entries.map((entry) => outcomes.get(entry)).find(isFailure);
	const sent =
		failed !== undefined && stopAtFailure
			? open.map((entry) => notSent(context, salesInvoices, entry, failureBefore(failed)))
			: open.length > 0
				? await sendNew(context, open, stopAtFailure)
				: [];
	open.forEach((entry, index) => {
		const outcome = sent[index];
		if (outcome !== undefined) outcomes.set(entry, withOrder(outcome, entry));
	});
	for (const [entry, first] of repeats) {
		if (!outcomes.has(entry)) outcomes.set(entry, repeated(context, entry, first, outcomes));
	}
	return entries.flatMap((entry) => outcomes.get(entry) ?? []);
}

/** Those that were looked up, or that nobody asked to look up. */
async function sendNew(
	context: IExecuteFunctions,
	entries: OrderEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	const settings = await sendSettings(context, salesInvoices, stopAtFailure);
	hintWarnings(context, entries);
	return await sendMany(context, salesInvoices, entries, { ...settings, checked: false });
}

function isFailure(outcome: Outcome | undefined): outcome is Outcome & { failure: Failure } {
	return outcome !== undefined && 'failure' in outcome;
}

/** n8n shows the first failed item, which may be one that only was not sent: so it says what really failed. */
function failureBefore({ item, failure }: { item: number; failure: Failure }): string {
	return `item ${item} failed before anything was sent: ${failure.error.message}`;
}

function byNumber(entries: readonly OrderEntry[]) {
	const first = new Map<string, OrderEntry>();
	const repeats = new Map<OrderEntry, OrderEntry>();
	for (const entry of entries) {
		const earlier = first.get(entry.key);
		if (earlier === undefined) first.set(entry.key, entry);
		else repeats.set(entry, earlier);
	}
	return { firsts: [...first.values()], repeats };
}

function isSameOrder(one: OrderEntry, other: OrderEntry): boolean {
	return (
		one.orderNumber === other.orderNumber &&
		one.body.TotalAmount === other.body.TotalAmount &&
		one.body.Currency === other.body.Currency &&
		one.body.SalesName === other.body.SalesName
	);
}

async function lookUp(
	context: IExecuteFunctions,
	entries: readonly OrderEntry[],
): Promise<Map<OrderEntry, Known>> {
	const checked = entries.filter((entry) => entry.checked);
	if (checked.length === 0) return new Map();
	return await lookUpOrders(context, checked, callLimits(context, 0), helsinkiDate(new Date()));
}

/** What is known of an entry before it is sent; nothing when it is to be sent. */
function outcomeOf(
	context: IExecuteFunctions,
	entry: OrderEntry,
	known: Known | undefined,
): Outcome | undefined {
	switch (known?.kind) {
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
	const { error, details } = outcome.failure;
	return { ...outcome, failure: { error, details: { orderNumber, ...details } } };
}
