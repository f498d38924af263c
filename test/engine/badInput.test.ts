import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const json = {
	resource: 'invoice',
	operation: 'create',
	inputMode: 'json',
	invoiceJson: '={{ $json.it }}',
};
const fields = {
	resource: 'invoice',
	operation: 'create',
	inputMode: 'fields',
	invoiceNumber: '={{ $json.number }}',
	invoiceDate: '={{ $json.date }}',
	dueDate: '2026-03-16',
	currency: '={{ $json.currency }}',
	buyerName: 'Example Buyer Oy',
	buyerEmail: 'buyer@example.com',
	rowsInput: 'expression',
	rowsArray: '={{ $json.rows }}',
};
const good = {
	it: invoice(1),
	number: '1',
	date: '2026-03-02',
	currency: 'EUR',
	rows: [{ description: 'Work', quantity: 1, unitPrice: 10, vatPercent: 25.5 }],
};
const row = { Description: 'Work', Qty: 1, Price: 10, VatPercent: 25.5 };
const withRow = (changes: IDataObject) => ({
	it: invoice(2, { InvoiceRows: [{ ...row, ...changes }] }),
});
const withFieldRow = (changes: IDataObject) => ({
	...good,
	number: '2',
	rows: [{ ...good.rows[0], ...changes }],
});

/** The bad item stands between two good ones, which must go on by the success branch. */
async function around(bad: IDataObject, parameters: IDataObject) {
	return await runCashIn(
		[good, bad, { ...good, it: invoice(3), number: '3' }],
		parameters,
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);
}

describe.each<[string, IDataObject, IDataObject, string]>([
	[
		'a price that is no number',
		json,
		withRow({ Price: 'abc' }),
		`'Invoice (JSON)': InvoiceRows[0].Price must be a number such as 1234.50 or 1 234,50, and is "abc"`,
	],
	[
		'a price with an ambiguous separator',
		json,
		withRow({ Price: '1.234,5' }),
		`InvoiceRows[0].Price must be a number such as 1234.50 or 1 234,50, and is "1.234,5"`,
	],
	[
		'a price that is missing',
		json,
		withRow({ Price: undefined }),
		"Invoice 2, row 1: 'Price' is missing: fill it in.",
	],
	[
		'a quantity that is no number',
		fields,
		withFieldRow({ quantity: 'two' }),
		`Invoice 2, row 1: 'Quantity' must be a number such as 1234.50 or 1 234,50, and is "two"`,
	],
	[
		'a price that is missing in the fields',
		fields,
		withFieldRow({ unitPrice: '' }),
		"Invoice 2, row 1: 'Unit Price' is missing: fill it in",
	],
	[
		'a day that does not exist',
		fields,
		{ ...good, number: '2', date: '2026-02-31' },
		`'Invoice Date' is 2026-02-31, a day that does not exist`,
	],
	[
		'a date in words',
		json,
		{ it: invoice(2, { DueDate: 'next week' }) },
		`DueDate must be a date written YYYY-MM-DD, such as 2026-01-31`,
	],
	[
		'a date that is only a year',
		json,
		{ it: invoice(2, { DueDate: 2026 }) },
		'DueDate must be a date written YYYY-MM-DD, such as 2026-01-31',
	],
	[
		'no rows',
		json,
		{ it: invoice(2, { InvoiceRows: [] }) },
		'the invoice has no rows. Add at least one.',
	],
	[
		'no rows in the fields',
		fields,
		{ ...good, number: '2', rows: [] },
		'The invoice has no rows. Add at least one.',
	],
	[
		'rows that are one object',
		fields,
		{ ...good, number: '2', rows: good.rows[0] },
		"'Rows' must be a list, and is a single object: put it into [ and ]",
	],
	[
		'a reference of 20 digits given as a number',
		json,
		{ it: invoice(2, { Reference: Number('12345678901234567890') }) },
		'Reference is a number of more than 15 digits, which has lost its last ones on the way here. Give it as text',
	],
	[
		'an unknown currency',
		fields,
		{ ...good, number: '2', currency: 'EURO' },
		"'Currency' must be a three-letter code such as EUR.",
	],
	[
		'a list of invoices where one is expected',
		json,
		{ it: [invoice(2)] },
		"'Invoice (JSON)' must be a single object, and is a list: give one object for each item",
	],
	[
		'JSON that cannot be read',
		json,
		{ it: '{"InvoiceNumber": 2,' },
		"'Invoice (JSON)' is not valid JSON",
	],
	['no invoice at all', json, {}, "'Invoice (JSON)' must be a single object, and is missing"],
	[
		'no invoice number',
		fields,
		{ ...good, number: '' },
		"'Invoice Number' is missing. Every invoice needs a number of its own.",
	],
	[
		'an invoice number beyond what a number keeps',
		json,
		{ it: invoice(2, { InvoiceNumber: 1e20 }) },
		'InvoiceNumber is a number of more than 15 digits',
	],
	[
		'a batch that is not whole',
		json,
		{ it: invoice(2, { AutoAdvancement: 1.5 }) },
		'AutoAdvancement must be a whole number such as 14, and is 1.5',
	],
])('%s', (_, parameters, bad, sentence) => {
	it('is said with item, parameter and remedy, and stops no other item', async () => {
		const { success, failed, error } = await around(bad, parameters);
		expect(error).toBeUndefined();
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(failed[0]?.json.error).toContain(sentence);
		expect(failed[0]?.json.error).toMatch(/^Invoice \d+[:,] |\[item 1\]$/);
		expect(
			simulator()
				.control.invoices()
				.map(({ InvoiceNumber }) => InvoiceNumber),
		).toEqual(['1', '3']);
	});
});

it('an option out of its range is said before anything is sent', async () => {
	const options = { ...json, options: { batchSize: 0 } };
	const { error } = await runCashIn([good], options, { baseUrl: simulator().url });
	expect(error?.message).toBe("'Batch Size' must be a whole number from 1 to 1000 [item 0]");
	expect(simulator().requests).toEqual([]);
});
