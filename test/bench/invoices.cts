import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../nodes/CashIn/api/generated/fields';
import { itemNodes } from '../support/itemNodes';

/**
 * The benchmark's invoices: complete in the API's own form, as HTTP Request has to send them, with a row at each of two
 * VAT rates. Plain functions of the number, so that n8n, the bare client and nobody's memory hold the same ones.
 */
export const invoiceOf = (index: number) => invoiceIn(index, SALES_INVOICE, SALES_INVOICE_ROW);

/** It is written into expressions of n8n's: it may use nothing but what it is given. */
function invoiceIn(index: number, of: typeof SALES_INVOICE, row: typeof SALES_INVOICE_ROW) {
	const net = 1000 + (index % 500);
	const second = 250;
	// 25.5 % of whole euros and 10 % of 250.00 have no fraction of a cent that could round either way.
	const tax = Math.round(net * 25.5) / 100;
	const total = Math.round((net + tax) * 100) / 100;
	return {
		[of.invoiceNumber]: 100001 + index,
		[of.invoiceDate]: '2026-03-02',
		[of.dueDate]: '2026-03-16',
		[of.currency]: 'EUR',
		[of.buyerName]: 'Example Buyer Oy',
		[of.buyerStreetAddress]: 'Esimerkkikatu 1',
		[of.buyerPostalCode]: '00100',
		[of.buyerCity]: 'Helsinki',
		[of.buyerCountry]: 'FI',
		[of.salesCustomerCode]: 'C-' + (1000 + (index % 900)),
		[of.billingEmailAddress]: 'buyer@example.com',
		[of.deliveryType]: 'E',
		[of.netAmount]: net + second,
		[of.taxAmount]: Math.round((tax + 25) * 100) / 100,
		[of.totalAmount]: Math.round((total + 275) * 100) / 100,
		[of.rows]: [
			{
				[row.description]: 'Example work in March',
				[row.quantity]: 1,
				[row.unit]: 'kpl',
				[row.unitPrice]: net,
				[row.vatPercent]: 25.5,
				[row.netAmount]: net,
				[row.vatAmount]: tax,
				[row.totalAmount]: total,
			},
			{
				[row.description]: 'Example materials',
				[row.quantity]: 10,
				[row.unit]: 'kpl',
				[row.unitPrice]: 25,
				[row.vatPercent]: 10,
				[row.netAmount]: second,
				[row.vatAmount]: 25,
				[row.totalAmount]: 275,
			},
		],
	};
}

/**
 * Nodes of which the last, 'Items', gives so many invoices, an item each; see `itemNodes`.
 * @param count a number, or an expression of n8n's without its braces
 * @param options `first` is the index of the first, likewise; `keys` are of accounts that are to have them in turn: an
 * item holds its `apiKey` and its `invoice` then
 */
export function invoiceNodes(
	count: number | string,
	{ first = 0, keys = [] }: { first?: number | string; keys?: readonly string[] } = {},
) {
	const names = `${JSON.stringify(SALES_INVOICE)}, ${JSON.stringify(SALES_INVOICE_ROW)}`;
	// The transformer leaves no blanks, and two braces in a row would end n8n's expression.
	const source = invoiceIn
		.toString()
		.replace(/\/\/.*$/gm, '')
		.replace(/([{}])(?=[{}])/g, '$1 ');
	const invoice = `(${source})(${first} + index, ...names)`;
	const item =
		keys.length === 0
			? invoice
			: `({ apiKey: (${JSON.stringify(keys)})[index % ${keys.length}], invoice: ${invoice} })`;
	const all = `Array.from({ length: ${count} }, (_, index) => ${item})`;
	return itemNodes(`((...names) => ${all})(${names})`);
}
