import type { IDataObject } from 'n8n-workflow';

import { shows, useEditor } from '../support/editor';
import { FILLED_IN, row } from '../support/invoiceRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { editor, openNode } = useEditor();

const create: IDataObject = {
	resource: 'invoice',
	operation: 'create',
	inputMode: 'fields',
	...FILLED_IN,
	rowsInput: 'list',
};
const withRows = (...list: IDataObject[]) => ({ rows: { row: list } });

it('an invoice of two rows is sent, and the panel shows its totals and its reference', async () => {
	const food = row({ description: 'Food', quantity: 2, unitPrice: 49.9, vatPercent: 13.5 });
	const { panel } = await openNode({ ...create, ...withRows(row(), food) }, simulator());
	await panel.execute();
	await shows(panel.output, '1 item');
	await shows(panel.output, '10427');
	// 100.00 + 25.5 %, and 99.80 + 13.5 %
	await shows(panel.output, '238.77');
	expect(simulator().control.invoices()).toHaveLength(1);
});

/** What is wrong, and what the output panel says of it. */
const WRONG: Array<[string, IDataObject, RegExp]> = [
	[
		'no address of its buyer',
		{ buyerEmail: '', buyerStreetAddress: '', buyerPostalCode: '', buyerCity: '' },
		/Invoice 1042: 'Buyer Street Address', 'Buyer Postal Code' and 'Buyer City' are missing/,
	],
	[
		'a malformed e-mail address and no other way to its buyer',
		{ buyerEmail: 'buyer', buyerCity: '' },
		/Invoice 1042: 'Buyer Email' is not an e-mail address/,
	],
	[
		'a reference number whose check digit is wrong',
		{ referenceMode: 'given', reference: '10428' },
		/Invoice 1042: .*check digit does not match: the last digit should be 7/i,
	],
	[
		'an invoice date that is none',
		{ invoiceDate: '31.2.2026' },
		/Invoice 1042: 'Invoice Date' is 2026-02-31, a day that does not exist/,
	],
	[
		'a due date before its date',
		{ dueDate: '2026-03-01' },
		/Invoice 1042: The due date 2026-03-01 is before the invoice date 2026-03-02/i,
	],
	[
		'a total below nought that credits nothing',
		withRows(row({ quantity: -1 })),
		/Invoice 1042: The total is below zero.*name the invoice it credits/i,
	],
	[
		'a quantity of nought',
		withRows(row(), row({ quantity: 0 })),
		/Invoice 1042, row 2: the quantity is 0/,
	],
	[
		'a row without a description',
		withRows(row({ description: '' })),
		/Invoice 1042, row 1: there is no description/,
	],
	[
		'a VAT rate given as a fraction',
		withRows(row({ vatPercent: 0.255 })),
		/Invoice 1042, row 1: the VAT rate is 0\.255 %.*multiply it by 100/,
	],
	['no rows', withRows(), /Invoice 1042: .*row/i],
];

it.each(WRONG)('an invoice with %s is not sent, and the panel says why', async (_, wrong, says) => {
	const { panel } = await openNode({ ...create, ...withRows(row()), ...wrong }, simulator());
	await panel.execute();
	await shows(panel.output, says);
	expect(simulator().requests).toEqual([]);
});

it('without what is required nothing runs, and the fields that lack it are marked', async () => {
	const lacking = { invoiceNumber: '', buyerName: '' };
	const { panel } = await openNode({ ...create, ...withRows(row()), ...lacking }, simulator());
	await panel.execute();
	await shows(editor().notice(), /has issues/);
	expect(await panel.lacking()).toEqual(Object.keys(lacking));
	expect(simulator().requests).toEqual([]);
});

/** What is sent all the same, and what the output panel says of it. */
const ADVISED: Array<[string, IDataObject, RegExp]> = [
	[
		'a business ID whose check digit is wrong',
		{ additionalFields: { salesIdentifier: '1234567-8' } },
		/check digit of the business id does not match/i,
	],
	['a rate that was not in force', withRows(row({ vatPercent: 24 })), /24 % was not in force/],
];

it.each(ADVISED)('an invoice with %s is sent, and the panel warns', async (_, odd, says) => {
	const { panel } = await openNode({ ...create, ...withRows(row()), ...odd }, simulator());
	await panel.execute();
	await shows(panel.output, says);
	expect(simulator().control.invoices()).toHaveLength(1);
});
