import { eventually } from '../../scripts/n8n/eventually';
import { itemsOf } from '../support/n8n';
import { useExamples } from '../support/exampleWorkflows';
import { invoice } from '../support/invoices';
import { orderNamed } from '../support/orderFixtures';

const ID = {
	wooCommerce: 'cashInWooCommerce',
	shopify: 'cashInShopify',
	collection: 'cashInCollection',
	monthly: 'cashInMonthly',
	ask: 'cashInAsk',
};

const world = useExamples(
	[
		'woocommerce-order-to-invoice',
		'shopify-order-to-invoice',
		'payment-to-order-paid',
		'delivery-failed-to-email',
		'settlement-to-spreadsheet',
	],
	['monthly-billing', 'overdue-to-collection', 'ask-about-an-invoice'],
);

/** `YYYY-MM-DD`, so many days from today. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** An order of 43.80 EUR that waits for its invoice. */
const order = (id: number, changes = {}) =>
	orderNamed('wooCommerce', 'one line and shipping', {
		id,
		number: String(id),
		date_created: `${day(-1)}T10:00:00`,
		...changes,
	});
const notesOf = (id: number) =>
	world()
		.standIns.wooCommerce.notes.filter((note) => note.order === id)
		.map(({ note }) => note);
const mailAbout = (subject: RegExp) =>
	world().standIns.mail.find((message) => subject.test(message.subject));

/** What comes by itself at n8n's next poll is set going here, and looked at further below. */
beforeAll(async () => {
	const { standIns, simulator, bill } = world();
	standIns.googleSheets.sheets.Settlements = [
		[
			'Key',
			'Settlement',
			'Paid out',
			'Invoice',
			'Paid by debtor',
			'Reference',
			'Total',
			'Capital',
			'Interest',
			'Costs',
			'Currency',
		],
	];
	await bill([
		invoice(700, { Reference: '7001', TotalAmount: 125.5 }),
		invoice(701, { InvoiceDate: day(-3) }),
	]);
	simulator.control.failDeliveries({ invoiceNumbers: [701], reason: 'Mailbox full' });
	simulator.control.insertAllocations({
		allocations: [
			{
				AllocationId: '9001',
				InvoiceNumber: '700',
				PaymentType: { Code: '8', Description: 'Bank Transfer' },
				Dates: { PaymentDate: day(-2), AccountingDate: day(-2), SettlementDate: day(-1) },
				Amounts: {
					PaymentAmount: 60.25,
					CapitalAmount: 55,
					InterestAmount: 0.25,
					CreditorCostsAmount: 5,
				},
				Currency: 'EUR',
			},
		],
	});
});

describe('WooCommerce order to invoice', () => {
	it('sends the invoice of an order, writes its number on the order, and marks the order paid when the money came', async () => {
		const { standIns, simulator, invoiced, seen } = world();
		await standIns.wooCommerce.place(order(1042));

		await seen(() => notesOf(1042)[0], 'the order has no note');
		expect(notesOf(1042)).toEqual(['Invoice 1042 was sent with Cash-In: 43.80 EUR.']);
		expect(invoiced(1042)).toMatchObject({ TotalAmount: 43.8, Status: 'Open' });

		const payment = simulator.control.pay({ InvoiceNumber: 1042 });
		await seen(
			() => standIns.slack.find(({ text }) => text.includes('Order 1042')),
			'Slack was not told',
		);
		expect(standIns.slack.find(({ text }) => text.includes('Order 1042'))).toEqual({
			channel: '#invoices',
			text: ':moneybag: 43.80 EUR for invoice 1042. Order 1042 is paid and can be shipped.',
		});
		expect(standIns.wooCommerce.orders.get('1042')).toMatchObject({
			status: 'processing',
			transaction_id: `Cash-In ${payment.AllocationId}`,
		});
	});

	it('sends an order that is told of twice, and found again at night, once', async () => {
		const { n8n, standIns, simulator } = world();
		const sent = () =>
			simulator.control.invoices().filter(({ InvoiceNumber }) => String(InvoiceNumber) === '1042');
		await standIns.wooCommerce.announce(order(1042));
		standIns.wooCommerce.keep(order(1043));
		const run = await n8n.runWorkflow(ID.wooCommerce, { from: 'Every night' });

		expect(run.status).toBe('success');
		expect(itemsOf(run, 'Create invoice').map(({ status }) => status)).toContain('created');
		expect(notesOf(1043)).toEqual(['Invoice 1043 was sent with Cash-In: 43.80 EUR.']);
		expect(sent()).toHaveLength(1);
		expect(notesOf(1042)).toHaveLength(1);
	});

	it('sends an order once that is told of three times at once', async () => {
		const { n8n, standIns, simulator } = world();
		const count = async () => (await n8n.executions(ID.wooCommerce)).length;
		const before = await count();
		// What is sent twice is kept twice, and every execution looks before another could have sent.
		simulator.control.configure({ duplicates: 'accept', latencyMs: 1_000 });
		standIns.wooCommerce.keep(order(1045));
		const message = async () => await standIns.wooCommerce.announce(order(1045));
		await Promise.all([message(), message(), message()]);
		const runs = await n8n.waitForExecutions(ID.wooCommerce, { count: before + 3 });
		simulator.control.configure({ duplicates: 'reject', latencyMs: 0 });

		const statuses = runs
			.slice(before)
			.flatMap((run) => itemsOf(run, 'Create invoice').map(({ status }) => status));
		expect(statuses.sort()).toEqual(['alreadyInvoiced', 'alreadyInvoiced', 'created']);
		const sent = simulator.control
			.invoices()
			.filter(({ InvoiceNumber }) => String(InvoiceNumber) === '1045');
		expect(sent).toHaveLength(1);
		expect(notesOf(1045)).toEqual(['Invoice 1045 was sent with Cash-In: 43.80 EUR.']);
	});

	it('writes on the order why it has no invoice', async () => {
		const { standIns, invoiced, seen } = world();
		await standIns.wooCommerce.place(order(1044, { total: '50.00' }));
		await seen(() => notesOf(1044)[0], 'the order has no note');
		expect(notesOf(1044)).toEqual([
			expect.stringMatching(
				/^No invoice was made of this order\. Order 1044.*43\.80 EUR.*50\.00 EUR/,
			),
		]);
		expect(invoiced(1044)).toBeUndefined();
	});
});

describe('Shopify order to invoice', () => {
	it('sends the invoice of an order, and tells the office by e-mail of one that cannot be invoiced', async () => {
		const { standIns, invoiced, seen } = world();
		const shopifyOrder = (order_number: number, changes = {}) =>
			orderNamed('shopify', 'prices without tax, and shipping', {
				order_number,
				name: `#${order_number}`,
				created_at: `${day(-1)}T10:00:00+02:00`,
				...changes,
			});
		await standIns.shopify.place(shopifyOrder(2001));
		await seen(() => invoiced(2001), 'the order has no invoice');
		expect(invoiced(2001)).toMatchObject({
			TotalAmount: 43.8,
			submitted: { SalesName: 'Esa Esimerkki' },
		});

		await standIns.shopify.place(shopifyOrder(2002, { line_items: [], shipping_lines: [] }));
		const message = await seen(() => mailAbout(/#?2002/), 'no e-mail has come');
		expect(message.to).toEqual(['office@example.com']);
		expect(invoiced(2002)).toBeUndefined();
	});

	it('finds at night what no message told of', async () => {
		const { n8n, standIns, invoiced } = world();
		standIns.shopify.keep(
			orderNamed('shopify', 'prices without tax, and shipping', {
				order_number: 2003,
				name: '#2003',
				created_at: `${day(-1)}T10:00:00+02:00`,
			}),
		);
		const run = await n8n.runWorkflow(ID.shopify, { from: 'Every night' });
		expect(run.status).toBe('success');
		expect(itemsOf(run, 'Invoiced, or left alone').map(({ status }) => status)).toEqual([
			'alreadyInvoiced',
			'created',
		]);
		expect(invoiced(2003)).toBeDefined();
	});
});

describe('Monthly billing', () => {
	it('bills each active customer of the sheet once a month, and writes into the sheet what became of it', async () => {
		const { n8n, standIns, simulator, invoiced } = world();
		const today = day(0);
		const number = (customer: string) => `${today.slice(0, 4)}${today.slice(5, 7)}${customer}`;
		const row = (customer: number, price: unknown, active: string, email = 'buyer@example.com') => [
			customer,
			`Example Buyer ${customer} Oy`,
			'Esimerkkikatu 1',
			100,
			'HELSINKI',
			email,
			'Maintenance',
			2,
			price,
			25.5,
			active,
		];
		standIns.googleSheets.sheets.Customers = [
			[
				'Customer number',
				'Name',
				'Street',
				'Postal code',
				'City',
				'E-mail',
				'Product',
				'Quantity',
				'Unit price',
				'VAT percent',
				'Active',
				'Last month billed',
				'Last invoice',
				'Problem',
			],
			row(7, 49.9, 'yes'),
			row(8, 'no price', 'yes'),
			row(9, 10, 'no'),
			row(10, 12.5, 'Yes'),
		];
		const run = await n8n.runWorkflow(ID.monthly);

		expect(run.data.resultData.error).toBeUndefined();
		expect(invoiced(number('0007'))).toMatchObject({ TotalAmount: 125.25 });
		expect(invoiced(number('0010'))).toMatchObject({ TotalAmount: 31.38 });
		expect(invoiced(number('0008'))).toBeUndefined();
		expect(invoiced(number('0009'))).toBeUndefined();
		const month = today.slice(0, 7);
		expect(standIns.googleSheets.rows('Customers')).toMatchObject([
			{ 'Last month billed': month, Problem: '-' },
			{ 'Last month billed': '', Problem: expect.stringContaining('no price') },
			{ 'Last month billed': '' },
			{ 'Last month billed': month, 'Last invoice': Number(number('0010')) },
		]);

		// As after a mishap: the sheet was not written, but the invoices went out.
		for (const cells of standIns.googleSheets.sheets.Customers.slice(1)) cells[11] = '';
		const uploads = () =>
			simulator.control.requests().filter(({ operationId }) => operationId === 'createInvoice')
				.length;
		const before = uploads();
		const again = await n8n.runWorkflow(ID.monthly);
		expect(again.data.resultData.error).toBeUndefined();
		expect(uploads()).toBe(before);
	});
});

describe('Overdue to collection', () => {
	it('hands over what a person ticked and what is still unpaid then, and nothing else', async () => {
		const { n8n, simulator, bill, seen } = world();
		const due = (number: number, days: number) =>
			invoice(number, { InvoiceDate: day(days - 14), DueDate: day(days), TotalAmount: 125.5 });
		await bill([due(801, -30), due(802, -30), due(803, -30), due(804, -3)]);
		const running = n8n.runWorkflow(ID.collection);
		const message = await seen(() => mailAbout(/overdue/), 'nobody was asked');
		const form = /href="([^"]+)"/.exec(message.text)?.[1]?.replace(/&amp;/g, '&') ?? '';
		// The e-mail is on its way a moment before n8n has put the execution to wait.
		const page = await eventually(
			async () => {
				const shown = await (await fetch(form)).text();
				return shown.includes(' | due ') ? shown : undefined;
			},
			30_000,
			'the form has not listed the invoices',
		);
		const lines = [...page.matchAll(/value='([^']+ \| due [^']+)'/g)].map(([, line]) => line ?? '');
		const lineOf = (number: number) => lines.find((line) => line.startsWith(`${number} `));
		expect(lineOf(801)).toBe(`801 | Example Buyer Oy | 125.50 EUR | due ${day(-30)}`);
		expect(lineOf(804)).toBeUndefined();
		expect(simulator.control.requests().map(({ operationId }) => operationId)).not.toContain(
			'createCollectionCases',
		);

		simulator.control.pay({ InvoiceNumber: 802 });
		const body = new FormData();
		body.append('field-0', JSON.stringify([lineOf(801), lineOf(802)]));
		expect((await fetch(form, { method: 'POST', body })).status).toBe(200);
		const run = await running;

		expect(run.data.resultData.error).toBeUndefined();
		const handedOver = simulator.control
			.requests()
			.filter(({ operationId }) => operationId === 'createCollectionCases')
			.map(({ rawBody }) => JSON.parse(rawBody));
		expect(handedOver).toEqual([
			{
				Receivables: [
					expect.objectContaining({
						InvoiceNumber: '801',
						CapitalAmount: 125.5,
						Debtor: expect.objectContaining({ Name: 'Example Buyer Oy' }),
					}),
				],
			},
		]);
	});
});

describe('Ask about an invoice', () => {
	it('a language model answers whether an invoice has been paid, from what Cash-In says', async () => {
		const { n8n, standIns, bill, simulator } = world();
		await bill([invoice(900, { TotalAmount: 125.5 })]);
		simulator.control.pay({ InvoiceNumber: 900, Amount: 25.5 });
		await n8n.rest('POST', `/rest/workflows/${ID.ask}/run`, {
			triggerToStartFrom: { name: 'When somebody asks' },
			chatSessionId: 'example',
		});
		// As the chat of the editor does it.
		const hook = `/webhook-test/${ID.ask}/example`;
		const answer = await fetch(`${n8n.url}${hook}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				action: 'sendMessage',
				sessionId: 'example',
				chatInput: 'Has invoice 900 been paid?',
			}),
		});
		expect(((await answer.json()) as { output: string }).output).toMatch(
			/^Cash-In says: .*"Status":"PartlyPaid".*"PaidAmount":25\.5.*"OpenAmount":100/,
		);
		expect(standIns.model.offered()).toEqual(['Status_of_an_invoice', 'Payments_of_an_invoice']);
	});
});

describe('Delivery failed to e-mail', () => {
	it('tells the office which invoice did not arrive, and why', async () => {
		const message = await world().seen(() => mailAbout(/did not reach/), 'no e-mail has come');
		expect(message).toMatchObject({
			to: ['office@example.com'],
			subject: 'Invoice 701 did not reach its buyer',
			text: expect.stringContaining('Reason: Mailbox full'),
		});
	});
});

describe('Settlement to spreadsheet', () => {
	it('writes each payment of a settlement as a row', async () => {
		const { standIns, seen } = world();
		await seen(() => standIns.googleSheets.rows('Settlements')[0], 'the sheet is empty');
		expect(standIns.googleSheets.rows('Settlements')).toEqual([
			expect.objectContaining({
				Invoice: '700',
				'Paid out': day(-1),
				Reference: '7001',
				Total: 60.25,
				Capital: 55,
				Interest: 0.25,
				Costs: 5,
				Currency: 'EUR',
			}),
		]);
	});
});

describe('Payment to order paid', () => {
	it('tells Slack of a payment that pays no order, and changes none', async () => {
		const { standIns, seen } = world();
		const message = await seen(
			() => standIns.slack.find(({ text }) => text.includes('invoice 700')),
			'Slack was not told',
		);
		expect(message.text).toContain('60.25 EUR for invoice 700 (Bank Transfer)');
		expect(message.text).toContain('No order was changed');
	});
});

it('nothing of all this went to the internet', () => {
	expect(world().standIns.strays).toEqual([]);
});
