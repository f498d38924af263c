import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { hintsOf } from '../support/invoiceRuns';
import { useSimulator } from '../support/simulator';
import { today } from '../support/today';

const simulator = useSimulator();

afterEach(() => jest.useRealTimers());

const DUE = '2026-03-16';
/** Days of March and April 2026, by how many after the due date they are. */
const DAYS: Record<number, string> = {
	[-1]: '2026-03-15',
	0: '2026-03-16',
	1: '2026-03-17',
	6: '2026-03-22',
	7: '2026-03-23',
	8: '2026-03-24',
	13: '2026-03-29',
	14: '2026-03-30',
	15: '2026-03-31',
};

const COMPANY = { Name: 'Example Buyer Oy', Type: 'Y', Identifier: '1234567-1' };
const CONSUMER = { Name: 'Esimerkki Asiakas', Type: 'H' };

const claim = (changes: IDataObject = {}): IDataObject => ({
	InvoiceNumber: '1042',
	InvoiceDate: '2026-03-02',
	DueDate: DUE,
	CapitalAmount: 125.5,
	Currency: 'EUR',
	Debtor: CONSUMER,
	...changes,
});

const run = async (parameters: IDataObject, items: IDataObject[]) =>
	await runCashIn(
		items,
		{ inputMode: 'json', bodyJson: '={{ $json }}', ...parameters },
		{ baseUrl: simulator().url, apiKey: 'demo-key' },
		{ onError: 'continueErrorOutput' },
	);

const collect = (items: IDataObject[], options: IDataObject = {}) =>
	run({ resource: 'collectionCase', operation: 'create', confirm: true, options }, items);

const handedOver = () =>
	simulator()
		.to('createCollectionCases')
		.flatMap(({ rawBody }): IDataObject[] => JSON.parse(rawBody).Receivables);

describe('Debt collection of a claim that is not due', () => {
	it.each([
		['the day before its due date', DAYS[-1] ?? '', DUE],
		['in another millennium', DAYS[0] ?? '', '2999-01-01'],
		['the evening before in Helsinki', '2026-03-15T21:59:00Z', DUE],
	])('is stopped %s, and nothing is handed over', async (_, day, DueDate) => {
		today(day);
		const { success, failed } = await collect([claim({ DueDate })]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toBe(
			`Receivable of invoice 1042: DueDate is ${DueDate}: a claim that is not due yet cannot be collected.`,
		);
		expect(failed[0]?.json.message).toMatchObject({
			advice: "Correct it, or set 'Validation' under Options to Warn to send it all the same.",
		});
		expect(simulator().requests).toEqual([]);
	});

	it('is stopped in the fields too, and the others go on', async () => {
		today(DAYS[15] ?? '');
		const debtor = {
			debtorName: 'Esimerkki Asiakas',
			debtorStreetAddress: 'Esimerkkikatu 1',
			debtorPostalCode: '00100',
			debtorCity: 'HELSINKI',
		};
		const { success, failed } = await run(
			{
				resource: 'collectionCase',
				operation: 'create',
				confirm: true,
				inputMode: 'fields',
				invoiceNumber: '={{ $json.number }}',
				invoiceDate: '2026-03-02',
				dueDate: '={{ $json.due }}',
				capitalAmount: 125.5,
				...debtor,
			},
			[
				{ number: '1', due: DUE },
				{ number: '2', due: '2026-04-01' },
				{ number: '3', due: DUE },
			],
		);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed[0]?.json.error).toContain(
			"'Due Date' is 2026-04-01: a claim that is not due yet",
		);
		expect(handedOver().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(['1', '3']);
	});

	it.each<[string, IDataObject, string]>([
		[
			'one of its invoices',
			{
				Invoices: [
					{ InvoiceNumber: '1042', DueDate: DUE },
					{ InvoiceNumber: '1043', DueDate: '2026-05-01' },
				],
			},
			'Invoices[1].DueDate is 2026-05-01',
		],
		[
			'a claim with the name in another case',
			{ DueDate: undefined, dueDate: '2026-05-01' },
			'dueDate is 2026-05-01',
		],
		[
			'a claim without a due date, by the date of its invoice',
			{ DueDate: undefined, InvoiceDate: '2026-05-01' },
			'InvoiceDate is 2026-05-01',
		],
	])('is noticed by %s', async (_, changes, sentence) => {
		today(DAYS[15] ?? '');
		const { failed } = await collect([claim(changes)]);
		expect(failed[0]?.json.error).toContain(sentence);
		expect(simulator().requests).toEqual([]);
	});

	it('is handed over with Validation set to Warn, and it is said', async () => {
		today(DAYS[-1] ?? '');
		const result = await collect([claim()], { validation: 'warn' });
		const sentence = 'DueDate is 2026-03-16: a claim that is not due yet cannot be collected.';
		expect(handedOver()).toEqual([claim()]);
		expect(result.success[0]?.json.warnings).toEqual([sentence]);
		expect(hintsOf(result)).toEqual([
			{
				message: `Receivable of invoice 1042: ${sentence}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('is handed over with Validation off, and nothing is said', async () => {
		today(DAYS[-1] ?? '');
		const result = await collect([claim()], { validation: 'off' });
		expect(handedOver()).toEqual([claim()]);
		expect(result.success[0]?.json).not.toHaveProperty('warnings');
		expect(hintsOf(result)).toEqual([]);
	});
});

describe('Debt collection soon after the due date', () => {
	it.each([
		[0, 'today'],
		[1, '1 day ago'],
		[6, '6 days ago'],
	])('of a company is warned about %d days after it', async (days, ago) => {
		today(DAYS[days] ?? '');
		const result = await collect([claim({ Debtor: COMPANY })]);
		expect(handedOver()).toHaveLength(1);
		expect(result.success[0]?.json.warnings).toEqual([
			`DueDate is 2026-03-16, ${ago}. From a company debts are usually collected 7 days after the due date at the earliest.`,
		]);
		expect(hintsOf(result)).toHaveLength(1);
	});

	it.each([7, 8, 13, 14, 15])('of a company is in order %d days after it', async (days) => {
		today(DAYS[days] ?? '');
		const result = await collect([claim({ Debtor: COMPANY })]);
		expect(result.success[0]?.json).not.toHaveProperty('warnings');
		expect(hintsOf(result)).toEqual([]);
	});

	it.each([0, 1, 6, 7, 8, 13])('of a consumer is warned about %d days after it', async (days) => {
		today(DAYS[days] ?? '');
		const { success } = await collect([claim()]);
		expect(success[0]?.json.warnings).toEqual([
			expect.stringMatching(/ consumer.* 14 days.*Debt Collection Act.*513\/1999/),
		]);
	});

	it.each([14, 15])('of a consumer is in order %d days after it', async (days) => {
		today(DAYS[days] ?? '');
		const { success } = await collect([claim()]);
		expect(success[0]?.json).not.toHaveProperty('warnings');
	});

	it.each<[string, IDataObject, boolean]>([
		['only the name of the debtor is told', {}, true],
		['the debtor has a business ID', { Identifier: '1234567-1' }, false],
		['the debtor has a VAT number', { Identifier: 'FI12345671' }, false],
		['the debtor has a wrong business ID', { Identifier: '1234567-2' }, true],
		['the debtor is a company by its type', { Type: 'Y' }, false],
		['the debtor is a person with a business ID', { Type: 'H', Identifier: '1234567-1' }, true],
		['the debtor has a personal identity code', { Type: 'Y', Identifier: '010594Y9032' }, true],
	])('counts the longer time unless a company is told: %s', async (_, Debtor, warned) => {
		today(DAYS[8] ?? '');
		const result = await collect([claim({ Debtor: { Name: 'Example', ...Debtor } })]);
		expect(result.failed).toEqual([]);
		expect(result.success[0]?.json.warnings !== undefined).toBe(warned);
		expect(JSON.stringify([result.success[0]?.json, hintsOf(result)])).not.toContain('010594');
	});

	it('says that no due date is told, where none is', async () => {
		today(DAYS[15] ?? '');
		const { success } = await collect([claim({ DueDate: undefined })]);
		expect(success[0]?.json.warnings).toEqual([
			'The receivable has no due date: whether it is due was not checked.',
		]);
	});

	it('of nothing is stopped', async () => {
		today(DAYS[15] ?? '');
		const { failed } = await collect([claim({ CapitalAmount: -5 }), claim({ CapitalAmount: 0 })]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('CapitalAmount is -5: there is nothing to collect.'),
			expect.stringContaining('CapitalAmount is 0: there is nothing to collect.'),
		]);
		expect(simulator().requests).toEqual([]);
	});
});

const payment = (changes: IDataObject = {}): IDataObject => ({
	InvoiceNumber: '1042',
	PaymentDate: '2026-03-14',
	Amount: 125.5,
	Currency: 'EUR',
	...changes,
});

type Wrap = (paid: IDataObject) => IDataObject;
const reports: Array<[string, IDataObject, Wrap, string]> = [
	['submitted', { resource: 'payment', operation: 'submit' }, (paid) => paid, ''],
	[
		'of an invoice of another system',
		{ resource: 'externalInvoice', operation: 'createDirectPayment' },
		(paid) => paid,
		'',
	],
	[
		'of a receivable in collection',
		{ resource: 'receivable', operation: 'update' },
		({ InvoiceNumber, ...paid }) => ({ InvoiceNumber, Payments: [{ Amount: 1 }, paid] }),
		'Payments[1].',
	],
	[
		'reported as an action',
		{ resource: 'externalInvoice', operation: 'submitAction', confirm: true },
		(paid) => ({ Code: 'DIRECTPAYMENT', Data: paid }),
		'Data.',
	],
];

describe.each(reports)('A payment %s', (_, operation, wrap, prefix) => {
	const report = async (changes: IDataObject, options: IDataObject = {}) => {
		today('2026-03-14');
		simulator().control.addFault({ kind: 'errorShape', status: 200, body: {}, count: 1 });
		return await run({ ...operation, options }, [wrap(payment(changes))]);
	};
	const WRONG: Array<[string, IDataObject, string]> = [
		[
			'below zero',
			{ Amount: -20 },
			`${prefix}Amount is -20: a payment is above zero. What was paid back is no payment.`,
		],
		['of nothing', { Amount: 0 }, `${prefix}Amount is 0: a payment is above zero.`],
		[
			'of tomorrow',
			{ PaymentDate: '2026-03-15' },
			`${prefix}PaymentDate is 2026-03-15, which is still to come.`,
		],
		[
			'of 2999',
			{ PaymentDate: '2999-12-31' },
			`${prefix}PaymentDate is 2999-12-31, which is still to come.`,
		],
	];

	it.each(WRONG)('%s is stopped, and nothing is sent', async (_name, changes, sentence) => {
		const { failed, success } = await report(changes);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain(sentence);
		expect(Object(failed[0]?.json.message).advice).toContain(
			"set 'Validation' under Options to Warn",
		);
		expect(simulator().requests).toEqual([]);
	});

	it.each(WRONG)('%s is sent with Warn, and it is said', async (_name, changes, sentence) => {
		const result = await report(changes, { validation: 'warn' });
		expect(result.failed).toEqual([]);
		expect(result.success[0]?.json.warnings).toEqual([sentence]);
		expect(hintsOf(result)[0]?.message).toContain(sentence);
		expect(simulator().requests).toHaveLength(1);
	});

	it.each(WRONG)('%s is sent with Off, and nothing is said', async (_name, changes) => {
		const result = await report(changes, { validation: 'off' });
		expect(result.success[0]?.json).not.toHaveProperty('warnings');
		expect(hintsOf(result)).toEqual([]);
		expect(simulator().requests).toHaveLength(1);
	});

	it('of a cent today is sent without a word', async () => {
		const result = await report({ Amount: 0.01 });
		expect(result.success[0]?.json).not.toHaveProperty('warnings');
		expect(hintsOf(result)).toEqual([]);
	});
});

it('Another action on an invoice may name an amount and a day to come', async () => {
	today('2026-03-14');
	simulator().control.addFault({ kind: 'errorShape', status: 200, body: {}, count: 1 });
	const { failed } = await run(
		{ resource: 'externalInvoice', operation: 'submitAction', confirm: true },
		[{ Code: 'PAYMENTPLAN', Data: payment({ PaymentDate: '2026-06-01', DueDate: '2026-06-01' }) }],
	);
	expect(failed).toEqual([]);
});
