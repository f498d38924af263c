import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { centsToNumber } from '../../invoicing/money';
import type { Totals } from '../../invoicing/totals';
import { updateDisplayOptions } from '../shared/displayOptions';
import type { BatchEntry, Outcome } from '../shared/operation';
import { optionsCollection } from '../shared/options';
import { firstFew, stopsOf } from '../shared/validation';
import { vatRoundingOption } from './invoiceProperties';
import { readInvoice, type ReadInvoice } from './readInvoice';

const properties: INodeProperties[] = [optionsCollection([vatRoundingOption])];

const displayOptions = { show: { resource: ['invoice'], operation: ['preview'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** An invoice that is shown instead of sent. */
interface PreviewEntry extends BatchEntry {
	json: IDataObject;
	refused?: Refused;
}

/** What create would send for an item, what it comes to, and all there is to say about it. */
export async function prepare(run: ExecuteRun, item: number): Promise<PreviewEntry> {
	const read = readInvoice(run, item);
	const name = `Invoice ${read.invoice.InvoiceNumber}`;
	return { item, json: previewOf(read), refused: refusedOf(name, read) };
}

/** Sends nothing: gives out what was prepared, and says beside it what create would refuse. */
export async function send(run: ExecuteRun, entries: PreviewEntry[]): Promise<Outcome[]> {
	hintRefused(run, entries);
	return entries.map(({ item, json }) => ({ item, json }));
}

/**
 * An invoice as it is shown instead of sent: whether it would be, what there is to say, and the invoice itself.
 * @param validation of the operation that would send it; left out, its default
 */
export function previewOf(read: ReadInvoice, validation?: unknown): IDataObject {
	const { invoice, totals, findings } = read;
	const cents = totals();
	const warnings = findings.map(({ severity, message, member, row }) => ({
		severity,
		message,
		member,
		...(row === undefined ? {} : { row }),
	}));
	return {
		wouldBeSent: stopsOf(findings, validation).length === 0,
		warnings,
		invoice: invoice as IDataObject,
		totals: cents === undefined ? null : inCurrencyUnits(cents),
	};
}

/** An invoice that would not be sent, and why. */
export interface Refused {
	/** `Invoice 1042` */
	name: string;
	why: string;
}

/** Why an invoice would not be sent; nothing when it would. */
export function refusedOf(
	name: string,
	{ findings }: ReadInvoice,
	validation?: unknown,
): Refused | undefined {
	const stops = stopsOf(findings, validation);
	if (stops.length === 0) return undefined;
	return { name, why: stops.map(({ message }) => message).join(' ') };
}

/** Tells the user, beside the output, which invoices would not be sent. With one item its name says nothing new. */
export function hintRefused(run: ExecuteRun, entries: ReadonlyArray<{ refused?: Refused }>): void {
	const refused = entries.flatMap((entry) => entry.refused ?? []);
	if (refused.length === 0) return;
	const alone = run.context.getInputData().length === 1;
	const sentences = refused.map(({ name, why }) => (alone ? why : `${name}: ${why}`));
	run.context.addExecutionHints({
		message: `Create would not send this: ${firstFew(sentences)}`,
		type: 'warning',
		location: 'outputPane',
	});
}

function inCurrencyUnits({
	netCents,
	vatCents,
	roundingCents,
	totalCents,
	rates,
}: Totals): IDataObject {
	return {
		net: centsToNumber(netCents),
		vat: centsToNumber(vatCents),
		rounding: centsToNumber(roundingCents),
		total: centsToNumber(totalCents),
		rates: rates.map((rate) => ({
			vatPercent: Number(rate.vatPercent),
			net: centsToNumber(rate.netCents),
			vat: centsToNumber(rate.vatCents),
			gross: centsToNumber(rate.grossCents),
		})),
	};
}
