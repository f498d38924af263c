import type { IDataObject } from 'n8n-workflow';

import { triggerEvents } from '../../nodes/CashIn/triggers/events';
import { pathOf } from '../support/contract.cts';
import { createTrigger } from '../support/engine';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });

beforeEach(() => {
	// The clock of n8n's machine is right; sockets and waits stay real.
	jest.spyOn(Date, 'now').mockImplementation(() => Date.parse(simulator().control.state().now));
});
afterEach(() => jest.restoreAllMocks());

const trigger = (event: string, parameters: IDataObject = {}) =>
	createTrigger({ event, ...parameters }, { baseUrl: simulator().url });
const advance = (advanceDays: number) => simulator().control.setClock({ advanceDays });
const pay = (InvoiceNumber: number, Amount?: number) =>
	simulator().control.pay({ InvoiceNumber, Amount });

async function send(operation: string, body: unknown) {
	const response = await fetch(simulator().url + pathOf(operation), {
		method: 'POST',
		headers: { 'X-Api-Key': 'demo-key', 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(response.status).toBeLessThan(300);
}

/** Invoices to pay; sent to the API as anybody would. */
const bill = async (...numbers: number[]) =>
	await send(
		'createInvoice',
		numbers.map((number) => invoice(number, { TotalAmount: 100, InvoiceDate: '2026-05-18' })),
	);

describe('payment received', () => {
	it('gives each payment once, with what its entry says of all', async () => {
		await bill(1, 2);
		pay(1);
		const { poll } = trigger('paymentReceived');
		await poll();
		pay(2, 40);
		expect(await poll()).toMatchObject([
			{
				event: 'paymentReceived',
				occurredAt: '2026-05-20',
				InvoiceNumber: '2',
				Amount: 40,
				Currency: 'EUR',
				PaymentDate: '2026-05-20',
			},
		]);
		expect(await poll()).toBeNull();
	});

	it('gives two payments that are the same in every respect twice, and can tell them apart', async () => {
		await bill(1);
		const { poll } = trigger('paymentReceived');
		await poll();
		pay(1, 10);
		pay(1, 10);
		const items = await poll();
		expect(new Set(items?.map(({ dedupeKey }) => dedupeKey)).size).toBe(2);
		pay(1, 10);
		expect(await poll()).toHaveLength(1);
		expect(await poll()).toBeNull();
	});
});

describe('invoice status changed', () => {
	it('tells the status before and after, once for each change', async () => {
		await bill(1, 2);
		const { poll } = trigger('invoiceStatusChanged');
		await poll();
		pay(1, 40);
		const first = await poll();
		expect(first).toMatchObject([
			{ InvoiceNumber: '1', previousStatus: 'Open', newStatus: 'PartlyPaid', OpenAmount: 60 },
		]);
		expect(await poll()).toBeNull();
		pay(1);
		const second = await poll();
		expect(second).toMatchObject([{ previousStatus: 'PartlyPaid', newStatus: 'Paid' }]);
		expect(second?.[0]?.dedupeKey).not.toBe(first?.[0]?.dedupeKey);
	});

	it('gives an invoice that was sent and paid between two polls', async () => {
		const { poll } = trigger('invoiceStatusChanged');
		await poll();
		await bill(1);
		pay(1);
		expect(await poll()).toMatchObject([{ previousStatus: null, newStatus: 'Paid' }]);
	});

	it('gives only the changes asked for, and forgets none of the others', async () => {
		await bill(1, 2);
		const filters = { newStatus: 'paid, credited', previousStatus: 'PartlyPaid' };
		const { poll } = trigger('invoiceStatusChanged', { filters });
		await poll();
		pay(1, 40);
		pay(2);
		expect(await poll()).toBeNull();
		pay(1);
		expect(await poll()).toMatchObject([{ InvoiceNumber: '1', newStatus: 'Paid' }]);
	});

	it('asks for the invoices it watches, and by none of the filters that would hide a change', async () => {
		const { poll } = trigger('invoiceStatusChanged', { options: { watchDays: 90 } });
		await poll();
		expect(simulator().to('listSalesInvoices')[0]?.query).toEqual({
			fromInvDate: '2026-02-01',
			page: '1',
			pageSize: '100',
		});
	});
});

describe('delivery failed', () => {
	it('gives an invoice when it cannot be delivered, and again when it fails again', async () => {
		await bill(1, 2);
		simulator().control.failDeliveries({ invoiceNumbers: [1] });
		const { poll } = trigger('deliveryFailed');
		expect(await poll()).toBeNull();
		simulator().control.failDeliveries({ invoiceNumbers: [2], reason: 'Mailbox full' });
		const first = await poll();
		expect(first).toMatchObject([{ InvoiceNumber: '2', ErrorDescription: 'Mailbox full' }]);
		expect(await poll()).toBeNull();
		simulator().control.failDeliveries({ invoiceNumbers: [2], ok: true });
		expect(await poll()).toBeNull();
		simulator().control.failDeliveries({ invoiceNumbers: [2] });
		const second = await poll();
		expect(second).toHaveLength(1);
		expect(second?.[0]?.dedupeKey).not.toBe(first?.[0]?.dedupeKey);
	});
});

describe('settlements', () => {
	it('are given when they are published, and never asked for by what was not read before', async () => {
		await bill(1, 2);
		const { poll } = trigger('settlementPublished');
		await poll();
		pay(1, 40);
		expect(await poll()).toBeNull();
		advance(3);
		expect(await poll()).toMatchObject([
			{ occurredAt: '2026-05-22', SettlementNumber: '202605220001', SettlementAmount: 40 },
		]);
		expect(await poll()).toBeNull();
		const queries = simulator()
			.to('listSettlements')
			.map(({ query }) => Object.keys(query));
		expect(new Set(queries.flat())).toEqual(new Set(['fromDate']));
	});

	it('can be given again when their sum has changed', async () => {
		await bill(1, 2);
		const { poll } = trigger('settlementPublished', { options: { emitUpdates: true } });
		await poll();
		pay(1, 40);
		advance(3);
		const first = await poll();
		simulator().control.pay({ InvoiceNumber: 2, Amount: 5, BookingDate: '2026-05-20' });
		const update = await poll();
		expect(update).toMatchObject([
			{ updated: true, SettlementAmount: 45, previousAmounts: { SettlementAmount: 40 } },
		]);
		expect(update?.[0]?.dedupeKey).not.toBe(first?.[0]?.dedupeKey);
		expect(await poll()).toBeNull();
	});

	it('of payments to the creditor are an event of their own', async () => {
		await bill(1);
		const { poll } = trigger('directSettlementPublished');
		await poll();
		await send('submitInvoicePayment', [
			{ InvoiceNumber: '1', Amount: 30, PaymentDate: '2026-05-20', Currency: 'EUR' },
		]);
		advance(3);
		expect(await poll()).toMatchObject([{ SettlementAmount: 30, occurredAt: '2026-05-22' }]);
		expect(await poll()).toBeNull();
	});
});

describe('collection', () => {
	it('gives a receivable when it is taken, and when its status changes', async () => {
		await bill(1);
		const { poll } = trigger('caseStatusChanged');
		await poll();
		await send('createCollectionCases', {
			Receivables: [
				{
					InvoiceNumber: '1',
					InvoiceDate: '2026-05-18',
					DueDate: '2026-06-01',
					CapitalAmount: 100,
					Debtor: {
						Name: 'Example Buyer Oy',
						StreetAddress: 'Esimerkkikatu 1',
						PostalCode: '00100',
						City: 'Helsinki',
					},
				},
			],
		});
		expect(await poll()).toMatchObject([{ previousStatus: null, newStatus: 'Pending' }]);
		advance(1);
		expect(await poll()).toMatchObject([{ newStatus: 'Open', InvoiceNumber: '1' }]);
		pay(1);
		expect(await poll()).toMatchObject([{ previousStatus: 'Open', newStatus: 'Paid' }]);
		advance(40);
		expect(await poll()).toBeNull();
	});

	it('gives a credit loss on the first of the month it is published', async () => {
		await bill(1);
		const { poll } = trigger('creditLossPublished');
		await poll();
		simulator().control.endInvoice({ InvoiceNumber: 1, Status: 'CreditLoss' });
		expect(await poll()).toBeNull();
		advance(12);
		expect(await poll()).toMatchObject([
			{ occurredAt: '2026-05-20', InvoiceNumber: '1', CapitalAmount: 100 },
		]);
		expect(await poll()).toBeNull();
	});
});

describe('an allocation', () => {
	it('whose amount was corrected is given again only where that was asked for', async () => {
		await bill(1);
		const silent = trigger('paymentAllocated');
		const asked = trigger('paymentAllocated', { options: { emitUpdates: true } });
		await silent.poll();
		await asked.poll();
		const { AllocationId = '' } = pay(1, 40);
		await silent.poll();
		await asked.poll();
		const set = { Amounts: { PaymentAmount: 35.5, CapitalAmount: 35.5 } };
		simulator().control.editAllocation({ AllocationId, set });
		expect(await silent.poll()).toBeNull();
		expect(await asked.poll()).toMatchObject([
			{
				AllocationId,
				dedupeKey: `paymentAllocated:${AllocationId}:update-1:3550/3550/0/0`,
				updated: true,
				previousAmounts: { PaymentAmount: 40, CapitalAmount: 40 },
				Amounts: { PaymentAmount: 35.5 },
			},
		]);
		expect(await asked.poll()).toBeNull();
	});

	it.each(['asc', 'desc'])(
		'is not lost when another leaves the list while it is read (%s)',
		async (order) => {
			simulator().control.configure({ maxPageSize: 10 });
			const { poll } = trigger('paymentAllocated');
			await poll();
			simulator().control.seed({ payments: 35, seed: 7, spreadDays: 3 });
			const all = simulator()
				.control.allocations()
				.map(({ AllocationId }) => String(AllocationId));
			// From the page that was read already: the first row of the next page slips over to it.
			const gone = all[order === 'asc' ? 0 : 9] ?? '';
			simulator().control.schedule({
				when: { afterAnswersOf: 'listAllocatedPaymentTransactions', count: 1 },
				do: 'remove-allocation',
				with: { AllocationId: gone },
			});
			const given = new Set((await poll())?.map(({ AllocationId }) => AllocationId));
			expect(all.filter((id) => id !== gone && !given.has(id))).toEqual([]);
			expect(await poll()).toBeNull();
		},
	);

	it('is found although this machine’s clock was far ahead when the workflow was activated', async () => {
		await bill(1);
		const { poll } = trigger('paymentAllocated');
		const right = Date.parse('2026-05-20T09:00:00Z');
		jest.spyOn(Date, 'now').mockReturnValue(right + 400 * 86_400_000);
		expect(await poll()).toBeNull();
		const { AllocationId } = pay(1);
		expect(await poll()).toMatchObject([{ AllocationId }]);
	});
});

it.each(triggerEvents.map(({ value }) => value))(
	'%s: a first look that meets a Cash-In in trouble activates the workflow all the same, and 401 does not',
	async (event) => {
		simulator().control.addFault({ kind: 503, retryAfter: 600 });
		expect(await trigger(event).poll('trigger', 'activate')).toBeNull();
		simulator().control.addFault({ kind: 401, count: 2 });
		await expect(trigger(event).poll('trigger', 'activate')).rejects.toThrow('401');
	},
);

it.each(triggerEvents.map(({ value }) => value))(
	'%s: a manual test shows what is there and remembers nothing, or says that there is nothing',
	async (event) => {
		const manual = trigger(event);
		await expect(manual.poll('manual', 'manual')).rejects.toThrow('Cash-In has no');
		await bill(1, 2, 3);
		pay(1, 10);
		simulator().control.failDeliveries({ invoiceNumbers: [2] });
		await send('submitInvoicePayment', [
			{ InvoiceNumber: '2', Amount: 30, PaymentDate: '2026-05-20', Currency: 'EUR' },
		]);
		await send('createCollectionCases', {
			Receivables: [
				{
					InvoiceNumber: '77',
					InvoiceDate: '2026-05-18',
					DueDate: '2026-06-01',
					CapitalAmount: 100,
					Debtor: {
						Name: 'Example Buyer Oy',
						StreetAddress: 'Esimerkkikatu 1',
						PostalCode: '00100',
						City: 'Helsinki',
					},
				},
			],
		});
		simulator().control.endInvoice({ InvoiceNumber: 3, Status: 'CreditLoss' });
		advance(12);
		const items = await manual.poll('manual', 'manual');
		expect(items?.length).toBeGreaterThan(0);
		expect(items?.[0]).toMatchObject({ event, occurredAt: expect.any(String) });
		expect(manual.memory).toEqual({});
	},
);
