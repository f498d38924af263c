import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../nodes/CashIn/api/generated/fields';
import { members } from '../../nodes/CashIn/api/generated/members';

/** An invoice's number as the API has it: text where it takes nothing else. */
export function numberSent(number: number | string): number | string {
	const own = members.SalesInvoice.find(({ name }) => name === SALES_INVOICE.invoiceNumber);
	return own?.type === 'string' && own.orNumber !== true ? String(number) : number;
}

/** A small invoice that adds up, to a buyer that is plainly an example, in the API's names. */
export function invoice(number: number | string, changes: IDataObject = {}): IDataObject {
	return {
		[SALES_INVOICE.invoiceNumber]: numberSent(number),
		[SALES_INVOICE.invoiceDate]: '2026-03-02',
		[SALES_INVOICE.dueDate]: '2026-03-16',
		[SALES_INVOICE.currency]: 'EUR',
		[SALES_INVOICE.buyerName]: 'Example Buyer Oy',
		[SALES_INVOICE.buyerStreetAddress]: 'Esimerkkikatu 1',
		[SALES_INVOICE.buyerPostalCode]: '00100',
		[SALES_INVOICE.buyerCity]: 'HELSINKI',
		[SALES_INVOICE.buyerCountry]: 'FI',
		[SALES_INVOICE.rows]: [
			{
				[SALES_INVOICE_ROW.description]: 'Example work',
				[SALES_INVOICE_ROW.quantity]: 1,
				[SALES_INVOICE_ROW.unitPrice]: 100,
				[SALES_INVOICE_ROW.vatPercent]: 25.5,
			},
		],
		...changes,
	};
}
