import type { IDataObject } from 'n8n-workflow';

import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { createTrigger, runCashIn, testCredential } from '../support/engine';
import { useStandIn } from '../support/standIn';

type Tables = typeof import('../support/adoptedTables');
jest.mock(
	'../../nodes/CashIn/api/generated/endpoints',
	() => jest.requireActual<Tables>('../support/adoptedTables').endpoints,
);
jest.mock(
	'../../nodes/CashIn/api/generated/fields',
	() => jest.requireActual<Tables>('../support/adoptedTables').fields,
);
jest.mock(
	'../../nodes/CashIn/api/generated/members',
	() => jest.requireActual<Tables>('../support/adoptedTables').members,
);
jest.mock(
	'../../nodes/CashIn/api/generated/roles',
	() => jest.requireActual<Tables>('../support/adoptedTables').roles,
);

const cashIn = useStandIn();

const run = async (
	resource: string,
	operation: string,
	parameters: IDataObject,
	{ items = [{}], settings = {}, endpointOverrides = {} } = {},
) =>
	await runCashIn(
		items,
		{ resource, operation, ...parameters },
		{ baseUrl: cashIn.baseUrl, endpointOverrides },
		settings,
	);

const hintsOf = ({ run: whole }: Awaited<ReturnType<typeof run>>): string[] =>
	(whole.data.resultData.runData['Cash-In']?.[0]?.hints ?? []).map(({ message }) => message);

const sent = () => cashIn.asked[0]?.body;

/** An upload takes everything it gets. */
beforeEach(() => {
	cashIn.answer = ({ method, path, body }) => {
		const asked = Object.values(endpoints).find(
			(one) => one.method === method && one.path === path,
		);
		const { taken, failed } = asked?.answer ?? {};
		const [list] = Array.isArray(body) ? [body] : Object.values(Object(body)).filter(Array.isArray);
		const count = (list as unknown[] | undefined)?.length ?? 1;
		return { body: taken === undefined ? {} : { [taken]: count, [failed ?? '']: 0 } };
	};
});

const asJson = (body: object) => ({ inputMode: 'json', bodyJson: JSON.stringify(body) });

describe('an invoice given as JSON with names of before', () => {
	const given = {
		InvoiceNumber: 1042,
		InvoiceDate: '2026-03-02',
		DueDate: '2026-03-16',
		Currency: 'EUR',
		SalesName: 'Example Buyer Oy',
		SalesStreetAddress: 'Esimerkkikatu 1',
		SalesPostalCode: '00100',
		SalesCity: 'HELSINKI',
		SalesCountry: 'FI',
		Description: 'names are in use',
		InvoiceRows: [
			{ ProdCode: 'P-1', Description: 'Work', Qty: 1, Price: 100, VatPercent: 25.5 },
			{ ProdCode: 'P-2', Description: 'Work', Qty: 2, Price: 100, VatPercent: 25.5 },
		],
	};
	const WORDS = [
		"'Invoice (JSON)': 'SalesName' is called 'customer_name' now. It was sent under that name; use it from now on.",
		"'Invoice (JSON)': 'InvoiceRows' is called 'lines' now. It was sent under that name; use it from now on.",
		"'Invoice (JSON)': 'lines[0].Qty' is called 'units' now. It was sent under that name; use it from now on.",
	];

	it.each([
		['create', undefined],
		['create', 'off'],
		['submitBatch', undefined],
		['createWithSeller', undefined],
	])(
		'%s with Validation %s sends it under the new ones, and says so once for each',
		async (operation, validation) => {
			const seller = operation === 'createWithSeller' ? { SellerInfo: { Name: 'Seller Oy' } } : {};
			const { success, error } = await run('invoice', operation, {
				inputMode: 'json',
				invoiceJson: JSON.stringify({ ...given, ...seller }),
				options: validation === undefined ? {} : { validation },
			});
			expect(error).toBeUndefined();
			const body = sent();
			const [one] = (Array.isArray(body) ? body : Object.values(Object(body))[0]) as IDataObject[];
			expect(one).toMatchObject({
				customer_name: 'Example Buyer Oy',
				Description: 'names are in use',
				lines: [
					{ ProdCode: 'P-1', Description: 'Work', units: 1 },
					{ ProdCode: 'P-2', units: 2 },
				],
				...(operation === 'createWithSeller' ? { SellerInfo: { sellerTitle: 'Seller Oy' } } : {}),
			});
			expect(JSON.stringify(body)).not.toMatch(/SalesName|InvoiceRows|Qty|FreeText|SalesReference/);
			expect(success[0]?.json.warnings).toEqual(expect.arrayContaining(WORDS));
			const warnings = (success[0]?.json.warnings ?? []) as string[];
			expect(warnings.filter((text) => text.includes('units'))).toHaveLength(1);
			expect(warnings.filter((text) => text.includes('not a member'))).toEqual([]);
		},
	);

	it('preview shows the warnings beside the invoice as it would go out', async () => {
		const { success } = await run('invoice', 'preview', {
			inputMode: 'json',
			invoiceJson: JSON.stringify(given),
		});
		const { warnings, wouldBeSent, invoice: shown } = success[0]?.json ?? {};
		expect(wouldBeSent).toBe(true);
		expect(shown).toMatchObject({ customer_name: 'Example Buyer Oy', lines: [{ units: 1 }, {}] });
		expect((warnings as IDataObject[]).map(({ message }) => message)).toEqual(
			expect.arrayContaining(WORDS),
		);
	});

	it.each([
		[
			'the old and the new name',
			{ customer_name: 'Other Oy' },
			"'SalesName' and 'customer_name' are one member",
		],
		[
			'the same in a row',
			{ InvoiceRows: [{ ...given.InvoiceRows[0], units: 1 }] },
			"'lines[0].Qty' and 'lines[0].units'",
		],
	])('%s in one object are refused', async (_, more, words) => {
		const invoiceJson = JSON.stringify({ ...given, ...more });
		for (const json of [
			invoiceJson,
			JSON.stringify(
				Object.fromEntries(Object.entries(JSON.parse(invoiceJson) as object).reverse()),
			),
		]) {
			const { error } = await run('invoice', 'create', { inputMode: 'json', invoiceJson: json });
			expect(error?.message).toContain(words);
		}
		expect(cashIn.asked).toEqual([]);
	});

	it('says nothing where the names are those of now', async () => {
		const { SalesName, InvoiceRows, ...rest } = given;
		const lines = InvoiceRows.map(({ Qty, ...row }) => ({ ...row, units: Qty }));
		const { success } = await run('invoice', 'create', {
			inputMode: 'json',
			invoiceJson: JSON.stringify({ ...rest, customer_name: SalesName, lines }),
		});
		expect(JSON.stringify(success)).not.toContain('is called');
		expect(success[0]?.json.status).toBe('created');
	});
});

describe('an invoice of fields', () => {
	const fields = {
		invoiceNumber: '1042',
		invoiceDate: '2026-03-02',
		buyerName: 'Example Buyer Oy',
		buyerStreetAddress: 'Esimerkkikatu 1',
		buyerPostalCode: '00100',
		buyerCity: 'HELSINKI',
		referenceMode: 'none',
		rowsInput: 'expression',
		rowsArray: '={{ $json.rows }}',
	};

	it('goes on with rows under names of before, and with our own', async () => {
		const rows = [
			{ Description: 'Work', Qty: 2, Price: 100, VatPercent: 25.5 },
			{ description: 'Work', quantity: 3, unitPrice: 100, vatPercent: 25.5 },
		];
		const { success, error } = await run('invoice', 'create', fields, { items: [{ rows }] });
		expect(error).toBeUndefined();
		expect((sent() as IDataObject[])[0]).toMatchObject({
			customer_name: 'Example Buyer Oy',
			lines: [{ units: 2 }, { units: 3 }],
		});
		expect(success[0]?.json.warnings).toEqual(
			expect.arrayContaining([
				expect.stringContaining("Row 1 of 'Rows': 'Qty' is called 'units' now"),
			]),
		);
	});

	it('takes Other Members under names of before, and refuses them beside the field', async () => {
		const other = (name: string, more: object = {}) => ({
			additionalFields: { otherMembers: { member: [{ name, value: 'text' }] }, ...more },
		});
		const items = [
			{ rows: [{ description: 'Work', quantity: 1, unitPrice: 100, vatPercent: 25.5 }] },
		];
		const { success } = await run(
			'invoice',
			'create',
			{ ...fields, ...other('SalesReference') },
			{ items },
		);
		expect((sent() as IDataObject[])[0]).toMatchObject({ Description: 'text' });
		expect(JSON.stringify(success)).toContain("'SalesReference' is called 'Description' now");
		const both = other('SalesReference', { salesReference: 'x' });
		const { error } = await run('invoice', 'create', { ...fields, ...both }, { items });
		expect(error?.message).toContain("'Other Members' give 'Description' under a former name");
		expect(cashIn.asked).toHaveLength(1);
	});
});

describe('another body given as JSON with names of before', () => {
	it.each<[string, string, IDataObject, unknown, string]>([
		[
			'customer',
			'create',
			{ CustomerCode: 'C-1', Name: 'Buyer' },
			{ CustomerCode: 'C-1', fullName: 'Buyer' },
			"'Customer (JSON)': 'Name' is called 'fullName' now",
		],
		[
			'collectionCase',
			'create',
			{ InvoiceNumber: '1', DueDate: '2025-01-01', CapitalAmount: 5, Debtor: { Name: 'Buyer' } },
			{ payer: { payerName: 'Buyer' } },
			"'Receivable (JSON)': 'payer.Name' is called 'payerName' now",
		],
		[
			'payment',
			'submit',
			{ InvoiceNumber: '1', PaymentDate: '2026-03-02', Amount: 5 },
			{ paidOn: '2026-03-02' },
			"'Payment (JSON)': 'PaymentDate' is called 'paidOn' now",
		],
	])(
		'%s: %s sends it under the new ones and warns',
		async (resource, operation, body, expected, words) => {
			const { success, error } = await run(resource, operation, { ...asJson(body), confirm: true });
			expect(error).toBeUndefined();
			const whole = sent();
			const [one] = (Array.isArray(whole) ? whole : Object.values(Object(whole))[0]) as unknown[];
			expect(one).toMatchObject(Object(expected) as object);
			expect(success[0]?.json.warnings).toEqual(
				expect.arrayContaining([expect.stringContaining(words)]),
			);
		},
	);

	it('an update says it beside the output, once for all items', async () => {
		const result = await run(
			'invoice',
			'update',
			{ invoiceNumber: '1', ...asJson({ DueDate: '2026-04-01' }) },
			{ items: [{}, {}] },
		);
		expect(result.error).toBeUndefined();
		expect(sent()).toMatchObject({ payBy: '2026-04-01' });
		expect(hintsOf(result)).toEqual([
			"'Changes (JSON)': 'DueDate' is called 'payBy' now. It was sent under that name; use it from now on.",
		]);
	});
});

describe('a corrected path with a placeholder of before', () => {
	const endpointOverrides = { deleteProduct: '/things/{prodCode}' };

	it('works, and names the new one beside the output', async () => {
		cashIn.answer = () => ({ body: {} });
		const result = await run('product', 'delete', { prodCode: 'P-1' }, { endpointOverrides });
		expect(result.error).toBeUndefined();
		expect(cashIn.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'DELETE /things/P-1',
		]);
		expect(hintsOf(result)).toEqual([
			`'Endpoint Overrides': in the path of "deleteProduct" {prodCode} is called {code} now. It still works; correct it in the Cash-In credential.`,
		]);
	});

	it('still needs its key, and another placeholder is still refused', async () => {
		const empty = await run(
			'product',
			'delete',
			{ prodCode: '={{ $json.x }}' },
			{ endpointOverrides },
		);
		expect(empty.error?.message).toContain("'Product Code' is empty");
		const odd = await run(
			'product',
			'delete',
			{ prodCode: 'P-1' },
			{
				endpointOverrides: { deleteProduct: '/things/{number}' },
			},
		);
		expect(odd.error?.message).toContain('uses {number}');
		expect(cashIn.asked).toEqual([]);
	});

	it('is told by the test of the credential', async () => {
		cashIn.answer = () => ({ body: { Data: [], Meta: {} } });
		const { status, message } = await testCredential({
			baseUrl: cashIn.baseUrl,
			endpointOverrides,
		});
		expect([status, message]).toEqual([
			'OK',
			expect.stringContaining('{prodCode} is called {code} now'),
		]);
	});
});

describe('a saved filter', () => {
	it('goes on under its field name, whatever the API calls it', async () => {
		cashIn.answer = () => ({ body: [] });
		const { error } = await run('invoice', 'getAll', { filters: { fromInvDate: '2026-03-01' } });
		expect(error).toBeUndefined();
		expect(cashIn.asked[0]?.query).toMatchObject({ issuedFrom: '2026-03-01' });
	});

	it.each([
		['payment', 'getAllocated', { currency: 'EUR' }, "The filter 'Currency'"],
		['payment', 'getAllocated', { unheardOf: 'x' }, "The filter 'Unheard Of'"],
		['debtor', 'getSummary', { debtorIdentifier: '1234567-1' }, "The filter 'Debtor Identifier'"],
	])(
		'of %s: %s that is not there any more is refused: %j',
		async (resource, operation, filters, words) => {
			const { error } = await run(resource, operation, { filters, customerCode: 'C-1' });
			expect(error?.message).toContain(words);
			expect(error?.message).toContain('nothing was asked');
			expect(cashIn.asked).toEqual([]);
		},
	);

	it('that is left empty asks for nothing', async () => {
		cashIn.answer = () => ({ body: [] });
		const { error } = await run('payment', 'getAllocated', {
			filters: { currency: '', gone: ' ' },
		});
		expect(error).toBeUndefined();
		expect(cashIn.asked[0]?.query).not.toHaveProperty('currency');
	});

	it.each([{ currency: 'EUR' }, { unheardOf: 'x' }])(
		'of a trigger is refused as well, which would start for everything: %j',
		async (filters) => {
			const trigger = createTrigger({ filters }, { baseUrl: cashIn.baseUrl });
			await expect(trigger.poll()).rejects.toThrow(/The filter '.+' is not one that Cash-In has/);
			expect(cashIn.asked).toEqual([]);
		},
	);
});

describe('Simplify', () => {
	it('gives a member under its first name, whatever it is called now', async () => {
		cashIn.answer = () => ({ body: [{ number: '1042', Status: 'Paid' }] });
		const invoices = await run('invoice', 'getAll', {});
		expect(invoices.success[0]?.json).toEqual({ InvoiceNumber: '1042', Status: 'Paid' });
		cashIn.answer = () => ({ body: [{ AllocationId: 5, Amounts: { paid: 0.3 } }] });
		const payments = await run('payment', 'getAllocated', {});
		expect(payments.success[0]?.json).toEqual({ AllocationId: 5, PaymentAmount: 0.3 });
	});

	it('switched off, gives the row as it came', async () => {
		cashIn.answer = () => ({ body: [{ number: '1042' }] });
		const { success } = await run('invoice', 'getAll', { simplify: false });
		expect(success[0]?.json).toEqual({ number: '1042' });
	});
});
