import type { IDataObject } from 'n8n-workflow';

import { filledIn, fromFields, fromJson, hintsOf, preview, row } from '../support/invoiceRuns';
import { useSending } from '../support/invoiceSending';
import { invoice } from '../support/invoices';
import { sampleInvoice } from '../support/sampleInvoice';

const { simulator, create, bodies, sent, sendOne, refusalOf } = useSending();

const WRONG: Array<[string, IDataObject, string]> = [
	[
		'a quantity of nought',
		{ rows: [row({ quantity: 0 })] },
		'Row 1: the quantity is 0, so nothing is charged.',
	],
	[
		'a discount of 120 %',
		{ rows: [row(), row({ discountPercent: 120 })] },
		'Row 2: a discount of 120 % is more than the whole row.',
	],
	[
		'a discount above the row',
		{ rows: [row({ discountAmount: '100,01' })] },
		'Row 1: a discount of 100.01 is more than the whole row.',
	],
	[
		'a VAT rate given as a fraction',
		{ rows: [row({ vatPercent: 0.255 })] },
		'Row 1: the VAT rate is 0.255 %. If it was meant as a fraction, multiply it by 100.',
	],
	[
		'a row without a description',
		{ rows: [row({ description: '' })] },
		'Row 1: there is no description of what is charged.',
	],
	[
		'a row whose rounding is not in its total',
		{ rows: [row({ rounding: 0.05 })] },
		'Row 1: net 100.00, VAT 25.50 and rounding 0.05 make 125.55, not the total 125.50.',
	],
	[
		'two names of one thing with different values',
		{ rows: [row({ Qty: 2 })] },
		"Row 1: 'quantity' and 'Qty' are the same thing and have different values; 'quantity' is used.",
	],
	[
		'a reference of more than 20 digits',
		{ referenceMode: 'given', reference: '123456789012345678901' },
		'The reference number: A national reference number has at most 20 digits, check digit included.',
	],
	[
		'a given reference whose check digit is wrong',
		{ referenceMode: 'given', reference: '2516000017' },
		'The reference number: The check digit does not match: the last digit should be 3.',
	],
	[
		'a given RF reference whose check digits are wrong',
		{ referenceMode: 'given', reference: 'RF17 5390 0754 7034' },
		'The reference number: The two check digits after RF do not match the rest.',
	],
	[
		'an account with a slip in it',
		{ creditorIban: 'FI2112345600000786' },
		"'Creditor IBAN': The check digits of the IBAN do not match: a character is wrong or misplaced. It is used for the virtual barcode only, which is not made.",
	],
	[
		'nothing to pay',
		{ rows: [row({ unitPrice: 0 })] },
		'The invoice comes to 0.00: there is nothing to pay.',
	],
	[
		'two e-mail addresses in one, and no other way',
		{ buyerEmail: 'buyer@example.com, other@example.com', buyerCity: '' },
		"'Buyer Email' is not an e-mail address.",
	],
	[
		'a space in the only e-mail address',
		{ buyerEmail: 'buyer @example.com', buyerCity: '' },
		"'Buyer Email' is not an e-mail address.",
	],
	[
		'no way to the buyer',
		{ buyerEmail: '', buyerPostalCode: '', buyerCity: '' },
		"'Buyer Postal Code' and 'Buyer City' are missing, and there is no e-mail address and no e-invoice address with its operator: the invoice cannot reach its buyer.",
	],
	['a buyer without a name', { buyerName: '' }, "'Buyer Name' is missing."],
	[
		'neither a due date nor terms',
		{ paymentTerms: '' },
		'There is neither a due date nor payment terms to compute it from.',
	],
	[
		'a due date before the invoice date',
		{ dueDate: '2026-03-01' },
		'The due date 2026-03-01 is before the invoice date 2026-03-02.',
	],
	[
		'a total below nought that credits nothing',
		{ rows: [row({ quantity: -1 })] },
		'The total is below zero, which makes this a credit invoice: name the invoice it credits.',
	],
];

describe.each(WRONG)('An invoice with %s', (_, changes, sentence) => {
	it('is not sent, the item and the remedy are named, and the others go on', async () => {
		const { error, advice } = await refusalOf(filledIn(changes));
		expect(error).toContain(
			sentence.startsWith('Row ') ? `Invoice 2, r${sentence.slice(1)}` : `Invoice 2: ${sentence}`,
		);
		expect(advice).toBe(
			"Correct it, or set 'Validation' under Options to Warn to send it all the same.",
		);
	});

	it('is sent all the same with Validation set to Warn, and it is said', async () => {
		const { warnings, hints } = await sendOne(filledIn({ ...changes, validation: 'warn' }));
		expect(warnings).toContain(sentence);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringContaining(sentence),
				type: 'warning',
				location: 'outputPane',
			}),
		]);
	});

	it('is sent with Validation off, and nothing is said', async () => {
		const { warnings, hints } = await sendOne(filledIn({ ...changes, validation: 'off' }));
		expect(warnings).toBeUndefined();
		expect(hints).toEqual([]);
	});
});

const WRONG_JSON: Array<[string, IDataObject, string]> = [
	[
		'without an invoice date',
		{ InvoiceDate: undefined },
		"'InvoiceDate' is missing: give one such as 2026-01-31.",
	],
	[
		'with null for an invoice date',
		{ InvoiceDate: null },
		"'InvoiceDate' is missing: give one such as 2026-01-31.",
	],
	[
		'with terms and no day they run from',
		{ InvoiceDate: undefined, DueDate: undefined, PaymentTermsCode: 14 },
		'There is no due date, and without an invoice date the payment terms lead to none.',
	],
	[
		'with a reference whose check digit is wrong',
		{ Reference: '10428' },
		'The reference number: The check digit does not match: the last digit should be 7.',
	],
	[
		'with an RF reference whose check digits are wrong',
		{ Reference: 'RF6510427' },
		'The reference number: The two check digits after RF do not match the rest.',
	],
	[
		'with an e-invoice address without its operator, and no other way',
		{ SalesCity: '', FinvoiceAccount: '003712345671' },
		"An e-invoice needs both 'FinvoiceAccount' and 'FinvoiceOVT'; one is missing.",
	],
	[
		'with a wrong e-invoice address, and no other way',
		{ SalesCity: '', FinvoiceAccount: '003712345672', FinvoiceOVT: 'EXAMPLEOPERATOR' },
		"'FinvoiceAccount': Inside the OVT identifier: The check digit of the business id does not match.",
	],
	[
		'with our own name for the price',
		{ InvoiceRows: [{ Description: 'Work', Qty: 1, unitPrice: 100, VatPercent: 25.5 }] },
		"Row 1: 'Price' is missing: in JSON 'unitPrice' must be named 'Price', as Cash-In names it.",
	],
	[
		'with our own name for the quantity, beside an empty one',
		{
			InvoiceRows: [{ Description: 'Work', quantity: 1, Qty: null, Price: 100, VatPercent: 25.5 }],
		},
		"Row 1: 'Qty' is missing: in JSON 'quantity' must be named 'Qty', as Cash-In names it.",
	],
];

describe.each(WRONG_JSON)('An invoice in JSON %s', (_, changes, sentence) => {
	const send = (validation: string) =>
		create([invoice(5, changes)], fromJson('create', { validation }));

	it('is not sent, and the remedy is named', async () => {
		const { failed } = await send('stop');
		expect(failed[0]?.json.error).toMatch(/^Invoice 5[:,] /);
		expect(failed[0]?.json.error).toContain(sentence.replace(/^Row/, 'row'));
		expect(simulator().requests).toEqual([]);
	});

	it('is sent with Warn, and it is said', async () => {
		const { success } = await send('warn');
		expect(success[0]?.json.warnings).toContain(sentence);
		expect(sent()).toHaveLength(1);
	});

	it('is sent with Off, and nothing is said', async () => {
		const { success } = await send('off');
		expect(success[0]?.json).not.toHaveProperty('warnings');
		expect(sent()).toHaveLength(1);
	});
});

const ADVISED: Array<[string, IDataObject, string]> = [
	[
		'a rate that was not in force',
		{ rows: [row({ vatPercent: 24 })] },
		'Row 1: 24 % was not in force on 2026-03-02, when the rates were 25.5, 13.5, 10 and 0. The rate follows the delivery: if it was on another day, give the delivery date.',
	],
	[
		'no VAT and no reason',
		{ rows: [row({ vatPercent: 0 })] },
		'Row 1: VAT is 0 % and no text says why, such as reverse charge, intra-Community supply or export.',
	],
	[
		'a misspelt name in a row',
		{ rows: [row({ discountPrecent: 5 })] },
		"Row 1: 'discountPrecent' is not a name known for rows; it is sent as it is. Did you mean 'discountPercent'?",
	],
	[
		'a misspelt name of the API in a row',
		{ rows: [row({ ProdCod: 'P-1' })] },
		"Row 1: 'ProdCod' is not a name known for rows; it is sent as it is. Did you mean 'ProdCode'?",
	],
	[
		'an account abroad',
		{ creditorIban: 'SE45 5000 0000 0583 9825 7466' },
		'No virtual barcode was made. A virtual barcode needs a Finnish IBAN, one that begins with FI.',
	],
	[
		'an e-invoice address beside a postal one, and no operator',
		{ finvoiceAccount: '003712345671' },
		"An e-invoice needs both 'E-Invoice Address (verkkolaskuosoite)' and 'E-Invoice Operator (välittäjä)'; one is missing.",
	],
	[
		'a wrong business ID',
		{ salesIdentifier: '1234567-2' },
		"The buyer's identifier: The check digit of the business id does not match.",
	],
	[
		'a row of nothing beside others',
		{ rows: [row(), row({ quantity: 0, unitPrice: 0 })] },
		'Row 2: the quantity is 0, so nothing is charged.',
	],
	[
		'a malformed e-mail address beside a postal one',
		{ buyerEmail: 'buyer' },
		"'Buyer Email' is not an e-mail address.",
	],
	[
		'a personal identity code whose check character is wrong',
		{ salesIdentifier: '131052-308U' },
		"The buyer's identifier: The check character of the personal identity code does not match.",
	],
];

describe.each(ADVISED)('An invoice with %s', (_, changes, sentence) => {
	it('is sent, and that is a warning in the output and beside it', async () => {
		const { warnings, hints } = await sendOne(filledIn(changes));
		expect(warnings).toEqual([sentence]);
		expect(hints).toEqual([
			{ message: `Invoice 1042: ${sentence}`, type: 'warning', location: 'outputPane' },
		]);
	});
});

it('An invoice in order is sent without a word', async () => {
	const { warnings, hints } = await sendOne(filledIn());
	expect(warnings).toBeUndefined();
	expect(hints).toEqual([]);
});

it('Warnings of many invoices are one hint, which shows the first and counts the rest', async () => {
	const items = Array.from({ length: 8 }, (_, index) =>
		filledIn({ invoiceNumber: 2001 + index, rows: [row({ vatPercent: 24 })] }),
	);
	const result = await create(items);
	expect(result.success.map(({ json }) => json.warnings)).toEqual(
		Array(8).fill([expect.stringContaining('24 % was not in force')]),
	);
	const [hint, ...more] = hintsOf(result);
	expect(more).toEqual([]);
	expect(hint?.message).toContain('Invoice 2005: ');
	expect(hint?.message).not.toContain('Invoice 2006: ');
	expect(hint?.message).toMatch(/And 3 more\.$/);
});

describe('The invoice Cash-In documents as its sample', () => {
	const sample = (validation?: string) =>
		create([sampleInvoice], fromJson('create', validation === undefined ? {} : { validation }));

	it('is not sent by default, because its amounts do not add up', async () => {
		const { failed } = await sample();
		expect(failed[0]?.json.error).toContain(
			'row 1: net 100.00 and VAT 24.00 make 124.00, not the total 100.00. The rows add up to net 100.00, and the invoice says 76.00.',
		);
		expect(simulator().requests).toEqual([]);
	});

	it('is sent with Warn, and told about its check digit, its amounts and its terms', async () => {
		const result = await sample('warn');
		const warnings = result.success[0]?.json.warnings;
		expect(warnings).toEqual(
			expect.arrayContaining([
				'The reference number: The check digit does not match: the last digit should be 3.',
				'Row 1: net 100.00 and VAT 24.00 make 124.00, not the total 100.00.',
				'The rows add up to net 100.00, and the invoice says 76.00.',
				'The payment terms are 14 days and the due date 2026-02-04 is 15 days after the invoice date.',
			]),
		);
		for (const warning of warnings as string[]) {
			expect(hintsOf(result)[0]?.message).toContain(warning);
		}
		expect(bodies()).toEqual([JSON.stringify([sampleInvoice])]);
	});

	it('goes over the wire byte for byte with Off, and nothing is said', async () => {
		const result = await sample('off');
		expect(bodies()).toEqual([JSON.stringify([sampleInvoice])]);
		expect(result.success[0]?.json).not.toHaveProperty('warnings');
		expect(hintsOf(result)).toEqual([]);
	});
});

it.each(['131052-308U', '310252-308Y'])(
	'A wrong personal identity code is never repeated, whatever becomes of the invoice',
	async (code) => {
		const givenByNode = (more: IDataObject = {}) => ({
			...fromFields('create'),
			additionalFields: { salesIdentifier: code },
			...more,
		});
		const taken = await create([filledIn()], givenByNode());
		expect(taken.success[0]?.json.warnings).toEqual([
			expect.stringContaining('personal identity code'),
		]);
		const stopped = await create([filledIn({ buyerName: '' })], givenByNode());
		expect(stopped.failed[0]?.json.error).toContain("'Buyer Name' is missing.");
		const asked = await preview([filledIn()], { ...givenByNode(), operation: 'preview' });
		expect(asked.success[0]?.json.warnings).toEqual([
			expect.objectContaining({ member: 'SalesIdentifier', severity: 'warn' }),
		]);
		const said = JSON.stringify([
			taken.success,
			hintsOf(taken),
			stopped.failed,
			hintsOf(stopped),
			asked.success[0]?.json.warnings,
			hintsOf(asked),
		]);
		expect(said).not.toContain(code);
		expect(said).not.toContain(code.slice(0, 7));
		expect(said).not.toContain(code.slice(-4));
		expect(sent()).toEqual([expect.objectContaining({ SalesIdentifier: code })]);
	},
);
