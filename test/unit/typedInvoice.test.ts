import type { IDataObject } from 'n8n-workflow';

import { JSON_WORDS, typedInvoice } from '../../nodes/CashIn/actions/invoice/typedInvoice';

const given = (changes: IDataObject = {}, row: IDataObject = {}): IDataObject => ({
	InvoiceNumber: 1042,
	InvoiceDate: '2026-03-02',
	Ours: 'kept',
	InvoiceRows: [{ Description: 'Example work', Qty: 1, Price: 100, VatPercent: 25.5, ...row }],
	...changes,
});

it('is what was given, where nothing has to change, and no copy', () => {
	const invoice = given();
	expect(typedInvoice(invoice, JSON_WORDS)).toBe(invoice);
});

it.each<[string, IDataObject, IDataObject]>([
	['text becomes a number', given({}, { Qty: '2' }), given({}, { Qty: 2 })],
	['a time is cut off', given({ InvoiceDate: '2026-03-02T10:00:00Z' }), given()],
	['an invoice number loses its quotation marks', given({ InvoiceNumber: ' 1042 ' }), given()],
	['a member without a value is no member', given({ Theirs: undefined }), given()],
	['a row member without a value is no member', given({}, { Note: undefined }), given()],
	['rows as text are read', given({ InvoiceRows: JSON.stringify(given().InvoiceRows) }), given()],
])('%s, and what was given stays as it was', (_, invoice, expected) => {
	const before = structuredClone(invoice);
	expect(typedInvoice(invoice, JSON_WORDS)).toStrictEqual(expected);
	expect(invoice).toStrictEqual(before);
});
