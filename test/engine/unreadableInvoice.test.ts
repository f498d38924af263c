import type { IDataObject } from 'n8n-workflow';

import { filledIn, fromFields, row } from '../support/invoiceRuns';
import { useSending } from '../support/invoiceSending';

const { create, sent, refusalOf } = useSending();

describe.each<[string, IDataObject, string]>([
	[
		'a price with two separators',
		{ rows: [row({ unitPrice: '1.234,5' })] },
		`, row 1: 'Unit Price' must be a number such as 1234.50 or 1 234,50, and is "1.234,5".`,
	],
	[
		'a price that may be thousands',
		{ rows: [row({ unitPrice: '1.234' })] },
		`, row 1: 'Unit Price' is "1.234", which may mean thousands or decimals: give it as a number, or write 1234 or 1.2340.`,
	],
	[
		'a word for a price',
		{ rows: [row(), row({ unitPrice: 'abc' })] },
		`, row 2: 'Unit Price' must be a number such as 1234.50 or 1 234,50, and is "abc".`,
	],
	[
		'a word for a discount',
		{ rows: [row({ discountPercent: 'abc' })] },
		`, row 1: 'Discount Percent' must be a number such as 1234.50 or 1 234,50, and is "abc".`,
	],
	[
		'a price of 1e21',
		{ rows: [row({ unitPrice: 1e21 })] },
		", row 1: 'Unit Price' is 1e+21, which is no usable amount.",
	],
	[
		'a quantity of 1e21 as text',
		{ rows: [row({ quantity: '1e21' })] },
		`, row 1: 'Quantity' must be a number such as 1234.50 or 1 234,50, and is "1e21".`,
	],
	[
		'infinity as text',
		{ rows: [row({ unitPrice: 'Infinity' })] },
		`, row 1: 'Unit Price' must be a number such as 1234.50 or 1 234,50, and is "Infinity".`,
	],
	[
		'a negative VAT rate',
		{ rows: [row({ vatPercent: -10 })] },
		", row 1: 'VAT' cannot be negative.",
	],
	[
		'31 February as the due date',
		{ dueDate: '2026-02-31' },
		": 'Due Date' is 2026-02-31, a day that does not exist",
	],
	[
		'31 February in a row',
		{ rows: [row({ DeliveryDate: '2026-02-31' })] },
		", row 1: 'Delivery Date' is 2026-02-31, a day that does not exist.",
	],
	[
		'a kind of reference that does not exist',
		{ referenceMode: 'National' },
		": 'Reference Number' must be one of national, rf, given, none",
	],
	[
		'a way of rounding that does not exist',
		{ vatRounding: 'Rate' },
		": 'VAT Rounding' must be one of row, rate",
	],
	[
		'a given reference that is empty',
		{ referenceMode: 'given', reference: ' ' },
		": 'Reference' is empty: fill it in, or choose another 'Reference Number'.",
	],
	[
		'a list for the name of the buyer',
		{ buyerName: ['Example Buyer Oy'] },
		": 'Buyer Name' must be text, and is a list",
	],
	...[null, undefined].map((nothing): [string, IDataObject, string] => [
		`prices that include VAT or not by an expression that gives ${String(nothing)}`,
		{ pricesIncludeVat: nothing },
		": 'Prices Include VAT' must be true or false, and its expression gives nothing. Let it give one of the two.",
	]),
	[
		'prices that include VAT "yes"',
		{ pricesIncludeVat: 'yes' },
		`: 'Prices Include VAT' must be true or false, and is "yes"`,
	],
])('What cannot be read, such as %s,', (_, changes, sentence) => {
	it.each(['stop', 'warn', 'off'])(
		'is said with Validation %s, and not sent',
		async (validation) => {
			const { error } = await refusalOf(filledIn({ ...changes, validation }));
			expect(error).toBe(`Invoice 2${sentence}`);
		},
	);
});

it('Infinity itself, out of an expression, is said and not sent', async () => {
	const rowsArray =
		'={{ [{ description: "Work", quantity: 1, unitPrice: 1 / ($itemIndex - 1), vatPercent: 25.5 }] }}';
	const { failed } = await create(
		['1', '2', '3'].map((invoiceNumber) => filledIn({ invoiceNumber, validation: 'off' })),
		{ ...fromFields('create'), rowsArray },
	);
	expect(failed.map(({ json }) => json.error)).toEqual([
		"Invoice 2, row 1: 'Unit Price' is Infinity, which is no usable amount.",
	]);
	expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([1, 3]);
});
