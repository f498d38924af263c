import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { centsToNumber } from '../../invoicing/money';
import type { Totals } from '../../invoicing/totals';
import { updateDisplayOptions } from '../shared/displayOptions';
import { optionsCollection } from '../shared/options';
import { vatRoundingOption } from './invoiceProperties';
import { readInvoice, type ReadInvoice } from './readInvoice';

const properties: INodeProperties[] = [optionsCollection([vatRoundingOption])];

const displayOptions = { show: { resource: ['invoice'], operation: ['preview'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** What create would send for an item, what it comes to, and all there is to say about it. Sends nothing. */
export async function execute(
	context: IExecuteFunctions,
	item: number,
): Promise<INodeExecutionData[]> {
	return [{ json: previewOf(readInvoice(context, item)), pairedItem: { item } }];
}

/** An invoice as it is shown instead of sent. */
export function previewOf({ invoice, totals, findings }: ReadInvoice): IDataObject {
	const cents = totals();
	const warnings = findings.map(({ severity, message, member, row }) => ({
		severity,
		message,
		member,
		...(row === undefined ? {} : { row }),
	}));
	return {
		invoice: invoice as IDataObject,
		totals: cents === undefined ? null : inCurrencyUnits(cents),
		warnings,
	};
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
