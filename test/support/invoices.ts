import type { IDataObject } from 'n8n-workflow';

/** A small invoice that adds up, to a buyer that is plainly an example. */
export function invoice(number: number | string, changes: IDataObject = {}): IDataObject {
	return {
		InvoiceNumber: number,
		InvoiceDate: '2026-03-02',
		DueDate: '2026-03-16',
		Currency: 'EUR',
		SalesName: 'Example Buyer Oy',
		SalesStreetAddress: 'Esimerkkikatu 1',
		SalesPostalCode: '00100',
		SalesCity: 'HELSINKI',
		SalesCountry: 'FI',
		InvoiceRows: [{ Description: 'Example work', Qty: 1, Price: 100, VatPercent: 25.5 }],
		...changes,
	};
}
