import { itemNodes } from '../support/itemNodes';

/**
 * The benchmark's invoices: complete in the API's own form, as HTTP Request has to send them, with a row at each of two
 * VAT rates. Plain functions of the number, so that n8n, the bare client and nobody's memory hold the same ones.
 */
export function invoiceOf(index: number) {
	const net = 1000 + (index % 500);
	const second = 250;
	// 25.5 % of whole euros and 10 % of 250.00 have no fraction of a cent that could round either way.
	const tax = Math.round(net * 25.5) / 100;
	const total = Math.round((net + tax) * 100) / 100;
	return {
		InvoiceNumber: 100001 + index,
		InvoiceDate: '2026-03-02',
		DueDate: '2026-03-16',
		Currency: 'EUR',
		SalesName: 'Example Buyer Oy',
		SalesStreetAddress: 'Esimerkkikatu 1',
		SalesPostalCode: '00100',
		SalesCity: 'Helsinki',
		SalesCountry: 'FI',
		SalesCustomerCode: 'C-' + (1000 + (index % 900)),
		BillingEmailAddress: 'buyer@example.com',
		DeliveryType: 'E',
		NetAmount: net + second,
		TaxAmount: Math.round((tax + 25) * 100) / 100,
		TotalAmount: Math.round((total + 275) * 100) / 100,
		InvoiceRows: [
			{
				Description: 'Example work in March',
				Qty: 1,
				Unit: 'kpl',
				Price: net,
				VatPercent: 25.5,
				Nto: net,
				Tax: tax,
				Total: total,
			},
			{
				Description: 'Example materials',
				Qty: 10,
				Unit: 'kpl',
				Price: 25,
				VatPercent: 10,
				Nto: second,
				Tax: 25,
				Total: 275,
			},
		],
	};
}

/** Nodes of which the last, 'Items', gives so many invoices, an item each; see `itemNodes`. */
export function invoiceNodes(count: number) {
	// The transformer leaves no blanks, and two braces in a row would end n8n's expression.
	const source = invoiceOf
		.toString()
		.replace(/\/\/.*$/gm, '')
		.replace(/([{}])(?=[{}])/g, '$1 ');
	return itemNodes(`Array.from({ length: ${count} }, (_, index) => (${source})(index))`);
}
