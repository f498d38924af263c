import type { Row } from './business.cts';
import { series, triggerOf, useForeignServer } from './support';

const server = useForeignServer();

const TODAY = '2026-05-20';
const invoice = (number: string): Row => ({
	InvoiceNo: number,
	Status: 'H',
	InvoiceDate: '2026-05-18',
	BuyerName: 'Example Buyer Oy',
	Currency: 'EUR',
	TotalSum: 100,
	UnpaidAmount: 100,
	PaidAmount: 0,
});
const bill = (...numbers: string[]) => server().business.invoices.push(...numbers.map(invoice));
const payout = (number: string, amount: number): Row => ({
	SettlementId: number,
	SettledOn: TODAY,
	PaidOutAmount: amount,
	Currency: 'EUR',
	Lines: [],
});

describe('payment allocated', () => {
	it('remembers what is there, and gives a new payment once, whole', async () => {
		bill('1', '2');
		server().business.pay('1', 40, '2026-05-18');
		const { poll } = triggerOf(server(), 'paymentAllocated');
		expect(await poll()).toBeNull();
		server().business.pay('2', 60.05, TODAY);
		expect(await poll()).toMatchObject([
			{
				event: 'paymentAllocated',
				occurredAt: TODAY,
				InvoiceNo: '2',
				AllocationNumber: 'A-2',
				Amounts: { PaidAmount: 60.05 },
				Dates: { PaymentDate: TODAY },
			},
		]);
		expect(await poll()).toBeNull();
		expect(server().log[0]).toMatchObject({
			path: '/allocated-payment-transactions',
			status: 200,
			query: { paymentDateFrom: expect.any(String) },
		});
	});

	it('goes on after a restart: no payment twice, none lost', async () => {
		bill('1', '2', '3');
		const first = triggerOf(server(), 'paymentAllocated');
		await first.poll();
		server().business.pay('1', 10, TODAY);
		expect(await first.poll()).toHaveLength(1);
		server().business.pay('2', 20, TODAY);
		const second = triggerOf(server(), 'paymentAllocated');
		second.restore(first.memory);
		expect(await second.poll()).toMatchObject([{ InvoiceNo: '2' }]);
		expect(await second.poll()).toBeNull();
	});

	it('reads further pages', async () => {
		bill('1');
		const { poll } = triggerOf(server(), 'paymentAllocated');
		await poll();
		for (const amount of series(250, (number) => ({ number }))) {
			server().business.pay('1', Number(amount.number), TODAY);
		}
		const items = await poll();
		expect(items).toHaveLength(250);
		expect(new Set(items?.map(({ AllocationNumber }) => AllocationNumber)).size).toBe(250);
		const pages = server().log.map(({ query }) => query.pageNumber ?? '1');
		expect(pages).toEqual(expect.arrayContaining(['1', '2', '3']));
		expect(await poll()).toBeNull();
	});

	it('asks for what the filters of a saved workflow say', async () => {
		bill('1', '2');
		const filters = { invoiceNumber: '2', agency: 'PINE' };
		const { poll } = triggerOf(server(), 'paymentAllocated', { filters });
		await poll();
		server().business.pay('1', 10, TODAY);
		server().business.pay('2', 10, TODAY);
		expect(await poll()).toMatchObject([{ InvoiceNo: '2' }]);
		expect(server().log[0]?.query).toMatchObject({ invoiceNo: '2', agency: 'PINE' });
	});
});

it('payment received gives each payment of an entry, with what the entry says of all', async () => {
	bill('1', '2');
	server().business.pay('1', 10, TODAY);
	const { poll } = triggerOf(server(), 'paymentReceived');
	expect(await poll()).toBeNull();
	server().business.pay('2', 40, TODAY);
	expect(await poll()).toMatchObject([
		{
			event: 'paymentReceived',
			occurredAt: TODAY,
			InvoiceNo: '2',
			Amount: 40,
			AccountName: 'Example account',
			BookingDate: TODAY,
		},
	]);
	expect(await poll()).toBeNull();
	expect(server().log[0]).toMatchObject({
		path: '/payments/received',
		query: { from: expect.any(String) },
	});
});

it('invoice status changed tells the status before and after', async () => {
	bill('1', '2');
	const { poll } = triggerOf(server(), 'invoiceStatusChanged');
	expect(await poll()).toBeNull();
	server().business.pay('2', 100, TODAY);
	expect(await poll()).toMatchObject([
		{
			event: 'invoiceStatusChanged',
			InvoiceNo: '2',
			previousStatus: 'H',
			newStatus: 'M',
			UnpaidAmount: 0,
		},
	]);
	expect(await poll()).toBeNull();
	expect(server().log[0]?.query).toMatchObject({ invoicedFrom: expect.any(String) });
});

it('invoice status changed reads every page of the invoices', async () => {
	bill(...series(130, (number) => ({ number })).map(({ number }) => String(number)));
	const { poll } = triggerOf(server(), 'invoiceStatusChanged');
	await poll();
	server().business.pay('130', 100, TODAY);
	expect(await poll()).toMatchObject([{ InvoiceNo: '130', newStatus: 'M' }]);
});

it('delivery failed gives an invoice when it could not be delivered', async () => {
	const delivery = (number: string): Row => ({
		InvoiceNo: number,
		InvoiceDate: '2026-05-18',
		Channel: 'E',
		DeliveryState: 'sent',
		ErrorText: null,
	});
	server().business.deliveries.push(delivery('1'), delivery('2'));
	const { poll } = triggerOf(server(), 'deliveryFailed');
	expect(await poll()).toBeNull();
	Object.assign(server().business.deliveries[1] ?? {}, {
		DeliveryState: 'failed',
		ErrorText: 'The mailbox is full',
	});
	expect(await poll()).toMatchObject([
		{ event: 'deliveryFailed', InvoiceNo: '2', ErrorText: 'The mailbox is full' },
	]);
	expect(await poll()).toBeNull();
});

it.each([
	['settlementPublished', '/payouts', () => server().business.payouts],
	['directSettlementPublished', '/direct-payouts', () => server().business.directPayouts],
] as const)('%s gives a settlement once, whole', async (event, path, list) => {
	list().push(payout('S-1', 10));
	const { poll } = triggerOf(server(), event);
	expect(await poll()).toBeNull();
	list().push(payout('S-2', 99.95));
	expect(await poll()).toMatchObject([
		{ event, occurredAt: TODAY, SettlementId: 'S-2', PaidOutAmount: 99.95 },
	]);
	expect(await poll()).toBeNull();
	expect(server().log[0]).toMatchObject({ path, query: { from: expect.any(String) } });
	expect(JSON.stringify(server().log)).not.toContain('onlyUnfetched');
});

it('case status changed gives a receivable when it is taken, and when its state changes', async () => {
	const claim = (number: string): Row => ({
		InvoiceNo: number,
		CaseNumber: `CASE-${number}`,
		State: 'open',
		InvoiceDate: '2026-05-18',
	});
	server().business.claims.push(claim('1'));
	const { poll } = triggerOf(server(), 'caseStatusChanged');
	expect(await poll()).toBeNull();
	server().business.claims.push(claim('2'));
	expect(await poll()).toMatchObject([{ InvoiceNo: '2', previousStatus: null, newStatus: 'open' }]);
	Object.assign(server().business.claims[0] ?? {}, { State: 'paid' });
	expect(await poll()).toMatchObject([
		{ InvoiceNo: '1', previousStatus: 'open', newStatus: 'paid' },
	]);
	expect(await poll()).toBeNull();
});

it('credit loss published gives a receivable once', async () => {
	const loss = (number: string): Row => ({
		InvoiceNo: number,
		CaseNumber: `CASE-${number}`,
		CreditLossDate: '2026-05-01',
		PrincipalAmount: 100,
		CreditorFees: 5,
		Currency: 'EUR',
	});
	server().business.creditLosses.push(loss('1'));
	const { poll } = triggerOf(server(), 'creditLossPublished');
	expect(await poll()).toBeNull();
	server().business.creditLosses.push(loss('2'));
	expect(await poll()).toMatchObject([
		{
			event: 'creditLossPublished',
			occurredAt: '2026-05-01',
			InvoiceNo: '2',
			PrincipalAmount: 100,
		},
	]);
	expect(await poll()).toBeNull();
});
