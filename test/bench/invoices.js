'use strict';

/**
 * The benchmark's invoices: complete in the API's own form, as HTTP Request has to send them, with a row at each of two
 * VAT rates. Plain functions of the number, so that n8n, the bare client and nobody's memory hold the same ones.
 */
function invoiceOf(index) {
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

/** The same as an n8n expression that gives `{ invoices: […] }`. */
function invoiceExpression(count) {
	return `={{ { invoices: Array.from({ length: ${count} }, (_, index) => (${invoiceOf.toString().replace(/\/\/.*$/gm, '')})(index)) } }}`;
}

/** Two nodes in a row, 'Invoices' and 'One by one', of which the last gives so many items, an invoice each. */
function invoiceNodes(count) {
	return [
		{
			name: 'Invoices',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: invoiceExpression(count), options: {} },
		},
		{
			name: 'One by one',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'invoices', options: {} },
		},
	];
}

module.exports = { invoiceOf, invoiceNodes };
