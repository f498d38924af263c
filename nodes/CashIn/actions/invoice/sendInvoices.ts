import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { CashInError } from '../../api/errors';
import { redact } from '../../api/redact';
import { request, type Body, type CallLimits } from '../../api/request';
import type { BatchEntry, Outcome } from '../shared/operation';
import { readUpload } from './failedInvoices';
import { created, notSent, notTaken, refused, repeats, undecided } from './invoiceOutcomes';
import { lookUpPatiently } from './lookUp';

export type SalesInvoice = Body<'createInvoice'>[number];

/** One invoice to send. */
export interface InvoiceEntry extends BatchEntry {
	/** The invoice number as text: numbers and texts of the API are compared as texts. */
	number: string;
	invoice: SalesInvoice;
	/** What was said about it, to stand in the output too. */
	warnings: string[];
}

export interface SendSettings extends CallLimits {
	/** Invoices per request. */
	batchSize: number;
	/** Whether what follows a failure stays unsent. */
	stopAtFailure: boolean;
	/** To be taken out of what Cash-In says, before anybody sees it. */
	apiKey: string;
}

const STOPPED = 'an invoice before it failed';

/** Answers that would be the same for every further request. */
const HOPELESS = new Set([401, 403, 404, 405]);

/**
 * Sends invoices in array requests, in order, and tells for each what became of it.
 * A request refused for what is in it took nothing: it is halved until the bad ones stand alone, so that a good
 * invoice never fails for its neighbour. A request whose answer never came is not sent again before its
 * invoice numbers have been looked up in Cash-In.
 */
export async function sendInvoices(
	context: IExecuteFunctions,
	entries: InvoiceEntry[],
	settings: SendSettings,
): Promise<Outcome[]> {
	const outcomes = new Map<InvoiceEntry, Outcome>();
	const { unique, repeated } = splitRepeated(entries);
	for (const [entry, first] of repeated) outcomes.set(entry, repeats(context, entry, first.item));
	let stopped =
		repeated.size > 0 && settings.stopAtFailure
			? 'another invoice has the number of one before it'
			: undefined;
	for (let start = 0; start < unique.length; start += settings.batchSize) {
		const batch = unique.slice(start, start + settings.batchSize);
		if (stopped !== undefined) {
			for (const entry of batch) outcomes.set(entry, notSent(context, entry, stopped));
			continue;
		}
		const results = await sendBatch(context, batch, settings);
		batch.forEach((entry, index) =>
			outcomes.set(entry, results[index] ?? notSent(context, entry, '')),
		);
		stopped = reasonToStop(results, settings);
	}
	return entries.flatMap((entry) => outcomes.get(entry) ?? []);
}

/** An invoice number is sent once in a run: the entries that repeat one, each with the entry it repeats. */
function splitRepeated(entries: InvoiceEntry[]) {
	const first = new Map<string, InvoiceEntry>();
	const repeated = new Map<InvoiceEntry, InvoiceEntry>();
	for (const entry of entries) {
		const earlier = first.get(entry.number);
		if (earlier === undefined) first.set(entry.number, entry);
		else repeated.set(entry, earlier);
	}
	return { unique: [...first.values()], repeated };
}

function reasonToStop(results: Outcome[], { stopAtFailure }: SendSettings): string | undefined {
	for (const result of results) {
		if (!('failure' in result)) continue;
		const { error } = result.failure;
		if (stopAtFailure) return STOPPED;
		if (error instanceof CashInError && isHopeless(error)) return error.summary;
	}
	return undefined;
}

function isHopeless({ status, fault }: CashInError): boolean {
	if (status !== undefined) return HOPELESS.has(status) || fault.kind === 'redirect';
	return fault.kind === 'notAnApi';
}

async function sendBatch(
	context: IExecuteFunctions,
	batch: InvoiceEntry[],
	settings: SendSettings,
	secondTry = false,
): Promise<Outcome[]> {
	try {
		const body = batch.map(({ invoice }) => invoice);
		const answer = await request(context, 'createInvoice', { body }, settings);
		return settle(context, batch, answer, settings);
	} catch (error) {
		if (!(error instanceof CashInError)) {
			throw new NodeOperationError(context.getNode(), error as Error);
		}
		if (NOTHING_TAKEN.has(error.status ?? 0) && batch.length > 1) {
			return await halve(context, batch, settings, secondTry);
		}
		if (error.outcome === 'refused')
			return batch.map((entry) => refused(entry, error, batch.length));
		return await recover(context, batch, settings, error, secondTry);
	}
}

/** Refusals of a whole request for what is in it: a good invoice may stand beside the bad one. */
const NOTHING_TAKEN = new Set([400, 413, 422]);

async function halve(
	context: IExecuteFunctions,
	batch: InvoiceEntry[],
	settings: SendSettings,
	secondTry: boolean,
): Promise<Outcome[]> {
	const middle = Math.ceil(batch.length / 2);
	const first = await sendBatch(context, batch.slice(0, middle), settings, secondTry);
	const second = batch.slice(middle);
	if (settings.stopAtFailure && first.some((outcome) => 'failure' in outcome)) {
		return [...first, ...second.map((entry) => notSent(context, entry, STOPPED))];
	}
	return [...first, ...(await sendBatch(context, second, settings, secondTry))];
}

function settle(
	context: IExecuteFunctions,
	batch: InvoiceEntry[],
	answer: unknown,
	{ apiKey }: SendSettings,
): Outcome[] {
	const verdict = readUpload(
		answer,
		batch.map(({ number }) => number),
	);
	if (verdict.kind === 'unclear') {
		return batch.map((entry) => undecided(context, entry, batch, verdict.reason));
	}
	return batch.map((entry) => {
		const reason = verdict.failures.get(entry.number);
		return reason === undefined
			? created(entry, 'created', redact(verdict.statusDescription, apiKey))
			: notTaken(context, entry, redact(reason, apiKey));
	});
}

/** After an answer that never came: what Cash-In has is done, what it surely lacks is sent once more. */
async function recover(
	context: IExecuteFunctions,
	batch: InvoiceEntry[],
	settings: SendSettings,
	error: CashInError,
	secondTry: boolean,
): Promise<Outcome[]> {
	const { found, different, missing, doubt } = await lookUpPatiently(
		context,
		batch,
		settings,
		error.fault,
	);
	const again = secondTry ? [] : batch.filter((entry) => missing.has(entry));
	const resent = again.length > 0 ? await sendBatch(context, again, settings, true) : [];
	const byItem = new Map(resent.map((outcome) => [outcome.item, outcome]));
	const looked = doubt === '' ? '' : `, and looking it up failed: ${doubt}`;
	return batch.map((entry) => {
		if (found.has(entry)) return created(entry, 'recovered', error.summary);
		const reason = different.has(entry)
			? `${error.summary}, and Cash-In has an invoice of that number with another buyer, date or total`
			: `${error.summary}${looked}`;
		return byItem.get(entry.item) ?? undecided(context, entry, batch, reason);
	});
}
