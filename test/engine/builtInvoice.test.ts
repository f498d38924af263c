import type { IDataObject } from 'n8n-workflow';

import { filledIn, fromFields, fromJson, row } from '../support/invoiceRuns';
import { useSending } from '../support/invoiceSending';
import { invoice } from '../support/invoices';
import { today } from '../support/today';

const { simulator, create, bodies, sent, sendOne } = useSending();

describe('Rows', () => {
	it('may mix plain names and names of the API in one row', async () => {
		const { firstRow, warnings } = await sendOne(
			filledIn({
				rows: [{ Description: 'Mixed', quantity: '2', Price: '10,50', vatPercent: 10, Unit: 'h' }],
			}),
		);
		expect(firstRow).toEqual({
			Description: 'Mixed',
			Qty: 2,
			Price: 10.5,
			VatPercent: 10,
			Unit: 'h',
			VatType: 'N',
			Currency: 'EUR',
			Nto: 21,
			Tax: 2.1,
			Total: 23.1,
		});
		expect(warnings).toBeUndefined();
	});

	it('from a list and from an expression make the same invoice', async () => {
		const rows = [row({ unit: 'kpl' }), row({ productCode: 'P-1', discountPercent: 12.5 })];
		await create([filledIn({ rows })]);
		const listed = { ...fromFields('create'), rowsInput: 'list', rows: { row: rows } };
		await create([filledIn({ invoiceNumber: '1042' })], listed);
		const [expression, list] = sent();
		const filled = (list?.InvoiceRows as IDataObject[]).map(({ Discount, ...member }) => {
			expect(Discount ?? 0).toBe(0);
			return member;
		});
		const given = (expression?.InvoiceRows as IDataObject[]).map((member) => ({
			DiscountPercent: 0,
			...member,
		}));
		expect({ ...list, InvoiceRows: filled }).toEqual({ ...expression, InvoiceRows: given });
	});

	it.each([
		['a misspelt one', 'ProdCod', 'ProdCode'],
		['one of ours', 'productCode', 'ProdCode'],
	])(
		'of an invoice in JSON are told of names Cash-In does not know: %s',
		async (_, name, meant) => {
			const rows = [{ Description: 'Work', Qty: 1, Price: 10, VatPercent: 25.5, [name]: 'x' }];
			const { success } = await create([invoice(5, { InvoiceRows: rows })], fromJson('create'));
			expect(success[0]?.json.warnings).toEqual([
				`Row 1: '${name}' is not a member Cash-In documents; it is sent as it is. Did you mean '${meant}'?`,
			]);
			expect(sent()[0]?.InvoiceRows).toEqual([expect.objectContaining({ [name]: 'x' })]);
		},
	);
});

describe('An invoice in JSON', () => {
	const { InvoiceNumber, InvoiceDate, DueDate, ...others } = invoice(5);
	const made = { InvoiceNumber, InvoiceDate };
	const work = { Description: 'Work', Qty: 1, Price: 100, VatPercent: 25.5 };
	const send = (given: IDataObject, validation: string) =>
		create([given], fromJson('create', { validation }));

	/** Amounts that say nothing stand first, and keep their place. */
	const withAmounts = (amount: (value: number) => IDataObject[string]) => ({
		NetAmount: amount(100),
		TaxAmount: amount(25.5),
		TotalAmount: amount(125.5),
		...made,
		DueDate,
		...others,
		InvoiceRows: [{ Nto: amount(100), Tax: amount(25.5), Total: amount(125.5), ...work }],
	});

	it.each([
		['null', 'stop', null],
		['null', 'warn', null],
		['empty', 'stop', ''],
		['empty', 'warn', ''],
	])(
		'gets its amounts computed where they are %s with Validation %s, each in its place',
		async (_, validation, nothing) => {
			const { success } = await send(
				withAmounts(() => nothing),
				validation,
			);
			expect(success[0]?.json).not.toHaveProperty('warnings');
			expect(bodies()).toEqual([JSON.stringify([withAmounts((value) => value)])]);
		},
	);

	it.each([
		['null', null],
		['empty', ''],
	])('goes out as it is with Validation off, where amounts are %s', async (_, nothing) => {
		const given = withAmounts(() => nothing);
		await send(given, 'off');
		expect(bodies()).toEqual([JSON.stringify([given])]);
	});

	it('goes out as it is with Validation off, where amounts and due date are absent', async () => {
		const given = { ...made, PaymentTermsCode: 14, ...others };
		await send(given, 'off');
		expect(bodies()).toEqual([JSON.stringify([given])]);
	});

	it.each([
		['absent', {}],
		['null', { DueDate: null }],
	])('gets its due date from its own date and terms where it is %s', async (_, due) => {
		const { success } = await send({ ...made, ...due, PaymentTermsCode: 30, ...others }, 'stop');
		expect(success[0]?.json).not.toHaveProperty('warnings');
		expect(sent()[0]).toMatchObject({ InvoiceDate: '2026-03-02', DueDate: '2026-04-01' });
	});

	it('keeps the due date it has', async () => {
		await send({ ...made, DueDate, PaymentTermsCode: 30, ...others }, 'stop');
		expect(sent()[0]).toMatchObject({ DueDate: '2026-03-16' });
	});

	it('without a date of its own gets no due date from the day it is sent', async () => {
		await send({ InvoiceNumber, PaymentTermsCode: 30, ...others }, 'warn');
		expect(sent()[0]).not.toHaveProperty('DueDate');
	});
});

describe('The reference number', () => {
	it.each<[string, IDataObject, string | undefined]>([
		['is made from the invoice number', { referenceMode: 'national' }, '10427'],
		['is made in its international form', { referenceMode: 'rf' }, 'RF6610427'],
		['is the given one', { referenceMode: 'given', reference: '1234561' }, '1234561'],
		['is the given one, closed up', { referenceMode: 'given', reference: '12 34561' }, '1234561'],
		['is left out', { referenceMode: 'none' }, undefined],
	])('%s', async (_, changes, reference) => {
		const { body, warnings } = await sendOne(filledIn(changes));
		expect(body.Reference).toBe(reference);
		expect(warnings).toBeUndefined();
	});

	it.each([
		['12345678901234567890', 'A reference number starts from at most 19 digits; this base has 20.'],
		['INV', 'A reference number needs at least one digit other than zero to start from.'],
	])('that cannot be made from invoice number %s stops the invoice', async (invoiceNumber, why) => {
		const { failed } = await create([filledIn({ invoiceNumber })]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			`Invoice ${invoiceNumber}: No reference number can be made from the invoice number. ${why}`,
		]);
		expect(simulator().requests).toEqual([]);
	});
});

describe('Dates', () => {
	afterEach(() => jest.useRealTimers());

	it.each<[string, IDataObject, string, number]>([
		['a due date follows from the terms', { paymentTerms: 30 }, '2026-04-01', 30],
		['terms follow from a due date', { dueDate: '2026-03-30' }, '2026-03-30', 28],
		[
			'terms are not pushed by the clocks',
			{ invoiceDate: '2026-03-28', paymentTerms: 2 },
			'2026-03-30',
			2,
		],
		['terms of nought are due at once', { paymentTerms: 0 }, '2026-03-02', 0],
	])('%s', async (_, changes, due, terms) => {
		const { body, warnings } = await sendOne(filledIn(changes));
		expect(body).toMatchObject({ DueDate: due, PaymentTermsCode: terms });
		expect(warnings).toBeUndefined();
	});

	it('given as JavaScript dates are the days in Helsinki, and those of n8n keep their own zone', async () => {
		const date = '={{ new Date("2026-03-02T00:00:00+02:00") }}';
		await create([filledIn({ rows: undefined })], {
			...fromFields('create'),
			invoiceDate: date,
			dueDate: '={{ DateTime.fromISO("2026-03-16T23:30:00", { zone: "America/New_York" }) }}',
			rowsArray:
				'={{ [{ description: "Work", quantity: 1, unitPrice: 100, vatPercent: 25.5, deliveryDate: new Date("2026-03-01T22:30:00Z") }] }}',
		});
		await create([invoice(5)], {
			...fromJson('create'),
			invoiceJson: `={{ { ...$json, InvoiceDate: ${date.slice(4, -3)}, DueDate: "2026-03-16T00:00:00+02:00" } }}`,
		});
		const [fields, json] = sent();
		expect(fields).toMatchObject({
			InvoiceDate: '2026-03-02',
			DueDate: '2026-03-16',
			InvoiceRows: [{ DeliveryDate: '2026-03-02' }],
		});
		expect(json).toMatchObject({ InvoiceDate: '2026-03-02', DueDate: '2026-03-16' });
	});

	it.each([
		['2026-01-15T21:59:00Z', '2026-01-15', '2026-01-29'],
		['2026-01-15T23:30:00Z', '2026-01-16', '2026-01-30'],
		['2026-07-15T21:30:00Z', '2026-07-16', '2026-07-30'],
	])('an empty invoice date at %s is %s, the day in Helsinki', async (now, date, due) => {
		today(now);
		const { body } = await sendOne(filledIn({ invoiceDate: '' }));
		expect(body).toMatchObject({ InvoiceDate: date, DueDate: due });
	});
});

describe('Prices', () => {
	it('that include VAT stay what is to be paid, and VAT is taken out of them', async () => {
		const { body, firstRow } = await sendOne(
			filledIn({ pricesIncludeVat: true, rows: [row({ unitPrice: 29.95 })] }),
		);
		expect(firstRow).toMatchObject({ Price: 29.95, Nto: 23.86, Tax: 6.09, Total: 29.95 });
		expect(body).toMatchObject({ NetAmount: 23.86, TaxAmount: 6.09, TotalAmount: 29.95 });
	});

	it('include VAT also when an expression says so as text', async () => {
		const { body } = await sendOne(filledIn({ pricesIncludeVat: 'true' }));
		expect(body).toMatchObject({ TotalAmount: 100 });
	});

	it('that do not include VAT get it added', async () => {
		const { body, firstRow } = await sendOne(filledIn({ rows: [row({ unitPrice: 29.95 })] }));
		expect(firstRow).toMatchObject({ Price: 29.95, Nto: 29.95, Tax: 7.64, Total: 37.59 });
		expect(body).toMatchObject({ NetAmount: 29.95, TaxAmount: 7.64, TotalAmount: 37.59 });
	});
});

it.each([
	['row', 0, 37.62, undefined],
	[
		'rate',
		-0.01,
		37.61,
		['The VAT of the rows is 7.65, computed per rate it is 7.64; the rounding amount is -0.01.'],
	],
])(
	'VAT rounded per %s needs a rounding amount of %d',
	async (vatRounding, rounding, total, said) => {
		const rows = Array(3).fill(row({ unitPrice: 9.99 }));
		const { body, warnings } = await sendOne(filledIn({ vatRounding, rows }));
		expect(body).toMatchObject({
			NetAmount: 29.97,
			TaxAmount: 7.65,
			RoundAmount: rounding,
			TotalAmount: total,
		});
		expect(warnings).toEqual(said);
	},
);

describe('A virtual barcode', () => {
	it.each([
		['national', '421123456000007850001255000000000000000000010427260316'],
		['rf', '521123456000007850001255066000000000000000010427260316'],
	])('is made for an account and a reference of kind %s', async (referenceMode, barcode) => {
		const { body, warnings } = await sendOne(
			filledIn({ referenceMode, creditorIban: 'FI21 1234 5600 0007 85' }),
		);
		expect(body.VirtualBankBarcode).toBe(barcode);
		expect(body).not.toHaveProperty('CreditorIban');
		expect(warnings).toBeUndefined();
	});

	it.each<[string, IDataObject]>([
		['without an account', {}],
		['for an account abroad', { creditorIban: 'SE4550000000058398257466' }],
	])('is not made %s', async (_, changes) => {
		const { body } = await sendOne(filledIn(changes));
		expect(body).not.toHaveProperty('VirtualBankBarcode');
	});
});

it('A total that the rows do not come to gets no virtual barcode, and it is said', async () => {
	const { success } = await create([filledIn()], {
		...fromFields('create'),
		additionalFields: { creditorIban: 'FI2112345600000785', totalAmount: 999 },
		options: { validation: 'warn' },
	});
	expect(sent()[0]).toMatchObject({ TotalAmount: 999 });
	expect(sent()[0]).not.toHaveProperty('VirtualBankBarcode');
	expect(success[0]?.json.warnings).toContain(
		'No virtual barcode was made. The stated total 999.00 differs from 125.50, which the rows come to.',
	);
});
