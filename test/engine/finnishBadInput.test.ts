import type { IDataObject } from 'n8n-workflow';

import { PAYMENT, runFinnish, type Operation } from '../support/finnishRuns';

const TOO_LONG = Number('12345678901234567890');

const GOOD: Record<Operation, IDataObject> = {
	generateReference: { base: '2026001', format: 'national' },
	validateReference: { reference: '1234561' },
	generateBarcode: PAYMENT,
	validateIdentifier: { type: 'iban', value: 'FI2112345600000785' },
};

describe.each<[string, Operation, IDataObject, string]>([
	[
		'a base without digits',
		'generateReference',
		{ base: 'INV' },
		"'Base': A reference number needs at least one digit other than zero to start from. An invoice number will do.",
	],
	[
		'a base that is missing',
		'generateReference',
		{ base: null },
		"'Base': A reference number needs at least one digit",
	],
	[
		'a base of 20 digits',
		'generateReference',
		{ base: '12345678901234567890' },
		"'Base': A reference number starts from at most 19 digits; this base has 20.",
	],
	[
		'a base of 20 digits given as a number',
		'generateReference',
		{ base: TOO_LONG },
		"'Base' is a number of more than 15 digits, which has lost its last ones on the way here. Give it as text",
	],
	[
		'a base in exponent notation',
		'generateReference',
		{ base: '1e+21' },
		"'Base': The base was shortened to exponent notation before it came here: send it as text.",
	],
	[
		'a base that is no whole number',
		'generateReference',
		{ base: 1234.5 },
		"'Base' must be text or a whole number such as 2026001, and is 1234.5",
	],
	[
		'a base below zero',
		'generateReference',
		{ base: -5 },
		"'Base' must be text or a whole number such as 2026001, and is -5",
	],
	[
		'a list as a base',
		'generateReference',
		{ base: ['2026001'] },
		"'Base' must be text, and is a list",
	],
	[
		'a format that does not exist',
		'generateReference',
		{ format: 'RF' },
		"'Format' must be one of national, rf",
	],
	[
		'a reference beyond what a number keeps',
		'validateReference',
		{ reference: TOO_LONG },
		"'Reference Number' is a number of more than 15 digits",
	],
	[
		'an account that is missing',
		'generateBarcode',
		{ iban: '' },
		"'IBAN': There is no IBAN. Give the Finnish account the payment goes to.",
	],
	[
		'an account that is not Finnish',
		'generateBarcode',
		{ iban: 'DE89 3704 0044 0532 0130 00' },
		"'IBAN': A virtual barcode needs a Finnish IBAN, one that begins with FI.",
	],
	[
		'an account with wrong check digits',
		'generateBarcode',
		{ iban: 'FI2212345600000785' },
		"'IBAN': The check digits of the IBAN do not match",
	],
	[
		'a reference with a wrong check digit',
		'generateBarcode',
		{ reference: '1234562' },
		"'Reference Number': The check digit does not match: the last digit should be 1. The operation Generate Reference makes one that fits.",
	],
	[
		'a reference with letters',
		'generateBarcode',
		{ reference: 'RF97C2H5OH' },
		"'Reference Number': A virtual barcode cannot carry an RF reference with letters.",
	],
	[
		'a reference of 20 digits given as a number',
		'generateBarcode',
		{ reference: TOO_LONG },
		"'Reference Number' is a number of more than 15 digits",
	],
	[
		'an amount with both separators',
		'generateBarcode',
		{ amount: '1.234,5' },
		`'Amount' must be a number such as 1234.50 or 1 234,50, and is "1.234,5"`,
	],
	[
		'an amount that may be thousands or decimals',
		'generateBarcode',
		{ amount: '1.234' },
		`'Amount' is "1.234", which may mean thousands or decimals`,
	],
	['an amount in words', 'generateBarcode', { amount: 'abc' }, `'Amount' must be a number`],
	['an amount in exponents', 'generateBarcode', { amount: '1e21' }, `'Amount' must be a number`],
	[
		'an amount beyond all money',
		'generateBarcode',
		{ amount: 1e21 },
		"'Amount' is 1e+21, which is no usable amount",
	],
	[
		'an amount below zero',
		'generateBarcode',
		{ amount: -10 },
		"'Amount': A virtual barcode needs an amount of whole cents, zero or more. Left empty, the payer fills it in.",
	],
	[
		'an amount beyond the barcode',
		'generateBarcode',
		{ amount: '1 000 000,00' },
		"'Amount': A virtual barcode carries at most 999,999.99 euros.",
	],
	[
		'a due date that does not exist',
		'generateBarcode',
		{ dueDate: '2026-02-31' },
		"'Due Date' is 2026-02-31, a day that does not exist",
	],
	['a due date in words', 'generateBarcode', { dueDate: 'soon' }, "'Due Date' must be a date"],
	[
		'a due date of another century',
		'generateBarcode',
		{ dueDate: '1999-12-31' },
		"'Due Date': The due date must be written YYYY-MM-DD, from 2000 to 2099.",
	],
	[
		'a type that does not exist',
		'validateIdentifier',
		{ type: 'constructor' },
		"'Type' must be one of businessId, iban, ovt, personalId, vatNumber",
	],
	[
		'an identifier beyond what a number keeps',
		'validateIdentifier',
		{ type: 'ovt', value: TOO_LONG },
		"'Value' is a number of more than 15 digits",
	],
])('%s', (_, operation, bad, sentence) => {
	const good = GOOD[operation];

	it('is said with item, parameter and remedy, and stops no other item', async () => {
		const items = [good, { ...good, ...bad }, good];
		const { success, failed, error } = await runFinnish(operation, items, 'continueErrorOutput');
		expect(error).toBeUndefined();
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(failed[0]?.json.error).toContain(sentence);
		expect(failed[0]?.json.error).toMatch(/\[item 1\]$/);
	});

	it('stops a workflow that is not told to go on', async () => {
		const { success, error } = await runFinnish(operation, [good, { ...good, ...bad }]);
		expect(success).toEqual([]);
		expect(error?.message).toContain(sentence);
		expect(error?.message).toMatch(/\[item 1\]$/);
	});
});
