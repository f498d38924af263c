import type { IDataObject } from 'n8n-workflow';

import { plainOrder } from '../support/orderFixtures';
import { asked, jsons, run, series, useForeignServer } from './support';

/** Nobody waits for the minute that a lost answer is given. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const server = useForeignServer();

/** An invoice filled in field by field, its number from the item. */
const FIELDS: IDataObject = {
	inputMode: 'fields',
	invoiceNumber: '={{ $json.number }}',
	invoiceDate: '2026-05-18',
	paymentTerms: 14,
	currency: 'EUR',
	buyerName: 'Example Buyer Oy',
	buyerStreetAddress: 'Esimerkkikatu 1',
	buyerPostalCode: '00100',
	buyerCity: 'HELSINKI',
	buyerCountry: 'FI',
	buyerEmail: 'buyer@example.com',
	deliveryType: 'E',
	referenceMode: 'national',
	rowsInput: 'list',
	rows: {
		row: [
			{
				description: 'Example work',
				quantity: 2,
				unitPrice: 50,
				vatPercent: 25.5,
				unit: 'kpl',
				productCode: 'P-100',
				additionalFields: { meterNbr: 'M-4471', eanCode: '0000000000000' },
			},
		],
	},
	additionalFields: { salesCustomerCode: 'C-1007', salesPhone: '+358400000000' },
};

/** The same as the foreign API wants it. */
const sentAs = (number: string) => ({
	InvoiceNo: number,
	InvoiceDate: '2026-05-18',
	DueOn: '2026-06-01',
	Currency: 'EUR',
	BuyerName: 'Example Buyer Oy',
	BuyerStreet: 'Esimerkkikatu 1',
	BuyerZipCode: '00100',
	BuyerCity: 'HELSINKI',
	BuyerCountry: 'FI',
	BuyerEmail: 'buyer@example.com',
	BuyerCustomerNumber: 'C-1007',
	BuyerPhone: '+358400000000',
	DeliveryType: 'E',
	NetSum: 100,
	VatSum: 25.5,
	TotalSum: 125.5,
	Lines: [
		expect.objectContaining({
			ProductCode: 'P-100',
			Description: 'Example work',
			Quantity: 2,
			UnitPrice: 50,
			UnitOfMeasure: 'kpl',
			VatRate: 25.5,
			NetSum: 100,
			VatSum: 25.5,
			GrossSum: 125.5,
			MeterNumber: 'M-4471',
			Ean: '0000000000000',
		}),
	],
});

const numbers = (count: number) => series(count, (number) => ({ number: String(2000 + number) }));
const statuses = (items: Array<{ json: IDataObject }>) => [
	...new Set(items.map(({ json }) => json.status)),
];
const CREATE = 'POST /gensalesinvoices';

describe('an invoice', () => {
	it('arrives whole, under the names of the document, in its envelope', async () => {
		const { success, failed } = await run(server(), 'invoice.create', FIELDS, [{ number: '1042' }]);
		expect(failed).toEqual([]);
		expect(jsons(success)).toMatchObject([
			{ status: 'created', InvoiceNo: '1042', Summary: '1 accepted, 0 rejected' },
		]);
		expect(asked(server())).toEqual([
			{
				operation: CREATE,
				path: '/gensalesinvoices',
				query: {},
				body: { Invoices: [expect.objectContaining(sentAs('1042'))] },
			},
		]);
		expect(server().log[0]).toMatchObject({ mediaType: 'application/json', status: 201 });
		expect(server().business.invoices).toHaveLength(1);
	});

	it('of 250 that is rejected is an error item with its reason, and the others are created', async () => {
		server().business.refusals.set('2042', 'The buyer is not known');
		const { success, failed } = await run(server(), 'invoice.create', FIELDS, numbers(250));
		expect(success).toHaveLength(249);
		expect(statuses(success)).toEqual(['created']);
		expect(failed.map(({ json, pairedItem }) => [pairedItem, json.error])).toEqual([
			[{ item: 41 }, 'Cash-In did not accept invoice 2042: The buyer is not known'],
		]);
		expect(server().to(CREATE)).toHaveLength(3);
		expect(server().business.invoices).toHaveLength(249);
		expect(new Set(server().business.invoices.map(({ InvoiceNo }) => InvoiceNo)).size).toBe(249);
	});

	it('that is there already is found by Duplicate Check, and not sent again', async () => {
		const options = { duplicateCheck: 'beforeSending' };
		await run(server(), 'invoice.create', { ...FIELDS, options }, numbers(2));
		const { success, failed } = await run(
			server(),
			'invoice.create',
			{ ...FIELDS, options },
			numbers(3),
		);
		expect(failed).toEqual([]);
		expect(jsons(success).map(({ InvoiceNo, status }) => [InvoiceNo, status])).toEqual([
			['2001', 'alreadyExists'],
			['2002', 'alreadyExists'],
			['2003', 'created'],
		]);
		expect(server().business.invoices).toHaveLength(3);
		const sent = server().to(CREATE);
		expect(sent[sent.length - 1]?.body).toMatchObject({ Invoices: [{ InvoiceNo: '2003' }] });
	});

	it('of another buyer under the same number is told by Duplicate Check, and not sent', async () => {
		await run(server(), 'invoice.create', { ...FIELDS, buyerName: 'Another Oy' }, numbers(1));
		const { failed } = await run(
			server(),
			'invoice.create',
			{ ...FIELDS, options: { duplicateCheck: 'beforeSending' } },
			numbers(1),
		);
		expect(failed[0]?.json.error).toContain('Cash-In already has invoice 2001 for another buyer');
		expect(server().to(CREATE)).toHaveLength(1);
	});

	it('whose answer is lost is looked up, and not sent twice', async () => {
		server().loseAnswer(CREATE);
		const { success, failed } = await run(server(), 'invoice.create', FIELDS, numbers(3));
		expect(failed).toEqual([]);
		expect(statuses(success)).toEqual(['recovered']);
		expect(server().to(CREATE)).toHaveLength(1);
		expect(server().business.invoices).toHaveLength(3);
		expect(server().to('GET /salesinvoices').length).toBeGreaterThan(0);
	});

	it('that the document forbids is an error that says what the API said', async () => {
		server().answerOnce(CREATE, 422, { Title: 'A rule forbids it', Detail: 'The month is closed' });
		const { success, failed } = await run(server(), 'invoice.create', FIELDS, numbers(1));
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toMatch(
			/Cash-In answered 422.*(A rule forbids it|month is closed)/,
		);
		expect(server().business.invoices).toEqual([]);
	});

	it('is changed by its number in the body, and by nothing else than what was filled in', async () => {
		await run(server(), 'invoice.create', FIELDS, numbers(2));
		const { success, failed } = await run(server(), 'invoice.update', {
			inputMode: 'fields',
			invoiceNumber: { __rl: true, mode: 'id', value: '2001' },
			updateFields: { dueDate: '2026-06-15', salesEmail: 'new@example.com' },
		});
		expect(failed).toEqual([]);
		expect(jsons(success)).toMatchObject([{ Accepted: 1, Rejected: 0 }]);
		expect(asked(server())[1]).toEqual({
			operation: 'PATCH /salesinvoices',
			path: '/salesinvoices',
			query: {},
			body: { InvoiceNo: '2001', DueOn: '2026-06-15', BuyerEmail: 'new@example.com' },
		});
		expect(server().business.invoices.map(({ DueOn }) => DueOn)).toEqual([
			'2026-06-15',
			'2026-06-01',
		]);
	});

	it('whose change is rejected is an error item', async () => {
		server().business.refusals.set('2001', 'It is paid');
		const { success, failed } = await run(server(), 'invoice.update', {
			inputMode: 'fields',
			invoiceNumber: { __rl: true, mode: 'id', value: '2001' },
			updateFields: { dueDate: '2026-06-15' },
		});
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('It is paid');
	});

	it('without a number is not changed, and nothing is sent', async () => {
		const { success, failed } = await run(server(), 'invoice.update', {
			inputMode: 'fields',
			invoiceNumber: { __rl: true, mode: 'id', value: '={{ $json.nothing }}' },
			updateFields: { dueDate: '2026-06-15' },
		});
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain("'Invoice Number' is empty");
		expect(server().log).toEqual([]);
	});

	it('of a seller goes out with the seller, as a bare list', async () => {
		const { success } = await run(
			server(),
			'invoice.createWithSeller',
			{
				...FIELDS,
				sellerBusinessId: '1234567-1',
				sellerName: 'Example Seller Oy',
				sellerIban: 'FI2112345600000785',
				sellerAdditionalFields: { sellerAddressPostalCode: '00200' },
			},
			[{ number: '1042' }],
		);
		expect(jsons(success)).toMatchObject([{ status: 'created', InvoiceNo: '1042' }]);
		expect(asked(server())).toMatchObject([
			{
				operation: 'POST /gensalesinvoices/with-seller',
				body: [
					{
						...sentAs('1042'),
						SellerInfo: {
							BusinessId: '1234567-1',
							Name: 'Example Seller Oy',
							Iban: 'FI2112345600000785',
							Address: { ZipCode: '00200' },
						},
					},
				],
			},
		]);
	});

	it('of a batch goes out with its number, and one that is refused is an error item', async () => {
		server().business.refusals.set('2002', 'The buyer is not known');
		const { success, failed } = await run(
			server(),
			'invoice.submitBatch',
			{ ...FIELDS, batchId: '77' },
			numbers(3),
		);
		expect(jsons(success).map(({ InvoiceNo }) => InvoiceNo)).toEqual(['2001', '2003']);
		expect(jsons(failed).map(({ error }) => error)).toEqual([
			expect.stringContaining('The buyer is not known'),
		]);
		expect(asked(server())).toMatchObject([
			{
				operation: 'POST /invoice-batches',
				body: { BatchNumber: '77', Invoices: [sentAs('2001'), sentAs('2002'), sentAs('2003')] },
			},
		]);
	});

	it('of a shop order is built, looked up and sent', async () => {
		const parameters = {
			source: 'auto',
			order: '={{ $json }}',
			invoiceFor: 'order',
			numberFrom: 'orderNumber',
			invoiceDate: '2026-05-19',
			paymentTerms: 14,
			paidOrders: 'skip',
			referenceMode: 'national',
		};
		const orders = [plainOrder() as IDataObject];
		const { success, failed } = await run(server(), 'invoice.createFromOrder', parameters, orders);
		expect(failed).toEqual([]);
		expect(jsons(success)).toMatchObject([
			{ status: 'created', orderNumber: '1042', TotalSum: 43.8 },
		]);
		expect(server().to('GET /salesinvoices').length).toBeGreaterThan(0);
		expect(server().to(CREATE)).toMatchObject([
			{
				body: {
					Invoices: [
						{
							InvoiceNo: '1042',
							DueOn: '2026-06-02',
							ReferenceNumber: '10427',
							OrderIdentifier: '1042',
							BuyerName: 'Esa Esimerkki',
							NetSum: 34.9,
							VatSum: 8.9,
							TotalSum: 43.8,
						},
					],
				},
			},
		]);
		const again = await run(server(), 'invoice.createFromOrder', parameters, orders);
		expect(statuses(again.success)).toEqual(['alreadyInvoiced']);
		expect(server().business.invoices).toHaveLength(1);
	});
});
