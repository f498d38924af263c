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
import { readInvoice } from './readInvoice';

const properties: INodeProperties[] = [optionsCollection([vatRoundingOption])];

const displayOptions = { show: { resource: ['invoice'], operation: ['preview'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** What create would send for an item, what it comes to, and all there is to say about it. Sends nothing. */
export async function execute(
	context: IExecuteFunctions,
	item: number,
): Promise<INodeExecutionData[]> {
	const { invoice, totals, findings } = readInvoice(context, item);
	const warnings = findings.map(({ severity, message, member, row }) => ({
		severity,
		message,
		member,
		...(row === undefined ? {} : { row }),
	}));
	const json: IDataObject = {
		invoice: invoice as IDataObject,
		totals: totals === undefined ? null : inCurrencyUnits(totals),
		warnings,
	};
	return [{ json, pairedItem: { item } }];
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
