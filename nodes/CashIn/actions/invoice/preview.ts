import type { IDataObject } from 'n8n-workflow';

import { centsToNumber } from '../../invoicing/money';
import type { Totals } from '../../invoicing/totals';
import type { Result } from '../../upload/uploadSpec';
import { stopsOf } from '../shared/validation';
import type { ReadInvoice } from './typedInvoice';

/**
 * An invoice that is shown instead of sent: whether it would be, every finding, and the invoice itself.
 * @param name for sentences: `Invoice 1042`
 * @param validation of the operation that would send it; left out, its default
 * @param first members that the output shows first
 */
export function previewResult(
	item: number,
	name: string,
	{ invoice, totals, findings }: ReadInvoice,
	validation?: unknown,
	first: IDataObject = {},
): Result {
	const cents = totals();
	const stops = stopsOf(findings, validation);
	const why = stops.map(({ message }) => message).join(' ');
	return {
		item,
		status: 'previewed',
		json: {
			...first,
			wouldBeSent: stops.length === 0,
			warnings: findings.map(({ severity, message, member, row }) => ({
				severity,
				message,
				member,
				...(row === undefined ? {} : { row }),
			})),
			invoice: invoice as IDataObject,
			totals: cents === undefined ? null : inCurrencyUnits(cents),
		},
		...(stops.length === 0 ? {} : { refused: { name, why } }),
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
