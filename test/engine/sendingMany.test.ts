import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';

/** No wait of the node lasts: what it waits for is held by other tests. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const simulator = useSimulator();

const run = async (parameters: IDataObject, items: IDataObject[]) =>
	await runCashIn(
		items.map((it) => ({ it })),
		{
			inputMode: 'json',
			bodyJson: '={{ $json.it }}',
			invoiceJson: '={{ $json.it }}',
			...parameters,
		},
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);

const pairs = (items: Array<{ pairedItem?: unknown; json: IDataObject }>, member: string) =>
	items.map(({ pairedItem, json }) => [Object(pairedItem).item as number, json[member]]);

const customer = (code: string, changes: IDataObject = {}) => ({
	CustomerCode: code,
	Name: 'Example Buyer Oy',
	...changes,
});

const customers = { resource: 'customer', operation: 'create' };
const payments = { resource: 'payment', operation: 'submit' };
const payment = (number: string, amount: number) => ({
	InvoiceNumber: number,
	PaymentDate: '2026-03-14',
	Amount: amount,
	Currency: 'EUR',
});

it('two hundred and fifty customers go out in three requests, each with its own result', async () => {
	const codes = Array.from({ length: 250 }, (_, index) => `C-${index}`);
	const { success } = await run(
		customers,
		codes.map((code) => customer(code)),
	);
	expect(simulator().to('createCustomers')).toHaveLength(3);
	expect(pairs(success, 'CustomerCode')).toEqual(codes.map((code, index) => [index, code]));
	expect(success[0]?.json.status).toBe('created');
});

it('a customer that Cash-In does not take leaves by the error branch, and its neighbours do not', async () => {
	await run(customers, [customer('C-1')]);
	const { success, failed } = await run(customers, [
		customer('C-0'),
		customer('C-1'),
		customer('C-2'),
	]);
	expect(pairs(success, 'CustomerCode')).toEqual([
		[0, 'C-0'],
		[2, 'C-2'],
	]);
	expect(pairs(failed, 'error')).toEqual([
		[1, 'Cash-In did not accept customer C-1: Customer C-1 already exists.'],
	]);
	expect(failed[0]?.json.message).toMatchObject({ customerCode: 'C-1', outcome: 'notCreated' });
});

it('the same customer twice in a run is sent once, and the second item says which has it', async () => {
	const { success, failed } = await run(customers, [customer('C-1'), customer('C-1')]);
	expect(pairs(success, 'CustomerCode')).toEqual([[0, 'C-1']]);
	expect(pairs(failed, 'error')).toEqual([
		[1, "'Customer Code' C-1 is used by item 0 too, and was not sent a second time"],
	]);
});

it('one customer that cannot be read does not keep the others from Cash-In', async () => {
	const all = [0, 1, 2, 3, 4].map((code) => customer(`C-${code}`, code === 3 ? { Type: 7 } : {}));
	const fault = { kind: 'errorShape', status: 400, body: 'odd', count: 1 } as const;
	simulator().control.addFault(fault);
	const { success } = await run(customers, all);
	expect(success).toHaveLength(5);
	expect(simulator().to('createCustomers')).toHaveLength(3);
});

it('two payments of one invoice go into two requests, so that a failure is told from a success', async () => {
	await run({ resource: 'invoice', operation: 'create' }, [invoice(7), invoice(8)]);
	const { success, failed } = await run(payments, [
		payment('7', 125.5),
		payment('7', 1),
		payment('8', 25),
	]);
	expect(simulator().to('submitInvoicePayment')).toHaveLength(2);
	expect(pairs(success, 'Amount')).toEqual([
		[0, 125.5],
		[2, 25],
	]);
	expect(pairs(failed, 'error')).toEqual([
		[1, expect.stringContaining('Cash-In did not accept payment of invoice 7')],
	]);
});

it('payments are not sent again in halves after a refusal; the user learns that one of them is the reason', async () => {
	simulator().control.addFault({
		kind: 'errorShape',
		status: 400,
		body: 'odd',
		count: 9,
	});
	const { failed } = await run(payments, [payment('7', 1), payment('8', 2)]);
	expect(simulator().to('submitInvoicePayment')).toHaveLength(1);
	expect(failed).toHaveLength(2);
	expect(failed[0]?.json.message).toMatchObject({
		advice: expect.stringContaining("any of them may be the reason: with 'Batch Size' 1"),
	});
});

it('after a broken connection nobody knows whether the payments were booked, and the user is told', async () => {
	simulator().control.addFault({ kind: 'resetAfterProcessing', count: 1 });
	const { failed } = await run(payments, [payment('7', 1), payment('8', 2)]);
	expect(simulator().to('submitInvoicePayment')).toHaveLength(1);
	expect(pairs(failed, 'error')).toEqual([
		[0, expect.stringContaining('Payment of invoice 7 may or may not have been submitted')],
		[1, expect.stringContaining('Payment of invoice 8 may or may not have been submitted')],
	]);
	expect(failed[0]?.json.message).toMatchObject({
		outcome: 'unknown',
		advice: expect.stringContaining("payments with 'Invoice Number' 7, 8"),
	});
});

it('invoices of one batch share requests, and those of another have their own', async () => {
	const ids = ['march', 'march', 'april', 'march'];
	const { success } = await runCashIn(
		ids.map((id, index) => ({ id, it: invoice(index + 1) })),
		{
			resource: 'invoice',
			operation: 'submitBatch',
			inputMode: 'json',
			invoiceJson: '={{ $json.it }}',
			batchId: '={{ $json.id }}',
		},
		{ baseUrl: simulator().url },
	);
	const sent = simulator()
		.to('submitInvoiceBatch')
		.map(({ rawBody }) => JSON.parse(rawBody) as { BatchId: string; Invoices: IDataObject[] })
		.map(({ BatchId, Invoices }) => [BatchId, Invoices.map(({ InvoiceNumber }) => InvoiceNumber)]);
	expect(sent).toEqual([
		['march', [1, 2, 4]],
		['april', [3]],
	]);
	expect(pairs(success, 'BatchId')).toEqual(ids.map((id, index) => [index, id]));
});

it('an invoice for another seller that may be there is not sent again, since its list may not show it', async () => {
	simulator().control.addFault({
		kind: 'reset',
		operationId: 'createInvoiceWithSellerInfo',
		count: 1,
	});
	const { failed } = await run({ resource: 'invoice', operation: 'createWithSeller' }, [
		invoice(1, {
			SellerInfo: {
				BusinessId: '1234567-1',
				Name: 'Example Seller Oy',
				Iban: 'FI2112345600000785',
			},
		}),
	]);
	expect(simulator().to('createInvoiceWithSellerInfo')).toHaveLength(1);
	expect(pairs(failed, 'error')).toEqual([
		[0, expect.stringContaining('Invoice 1 may or may not have been created')],
	]);
});

it('an update without a change is refused before anything is sent', async () => {
	const { failed } = await run(
		{ resource: 'customer', operation: 'update', customerCode: 'C-1', inputMode: 'fields' },
		[{}],
	);
	expect(failed[0]?.json.error).toContain('Nothing is changed');
	expect(simulator().requests).toEqual([]);
});

it('a receivable update that reports nothing is refused before anything is sent', async () => {
	const { failed } = await run({ resource: 'receivable', operation: 'update' }, [
		{ InvoiceNumber: '7' },
	]);
	expect(failed[0]?.json.error).toContain("Add 'Payments'");
	expect(simulator().requests).toEqual([]);
});

it('a payment of nothing is a field that was forgotten', async () => {
	const { failed } = await run(
		{ ...payments, inputMode: 'fields', invoiceNumber: '7', paymentDate: '2026-03-14', amount: 0 },
		[{}],
	);
	expect(failed[0]?.json.error).toContain("'Amount' is empty");
	expect(simulator().requests).toEqual([]);
});

it('an update that Cash-In counts as failed is an error, whatever the status says', async () => {
	simulator().control.addFault({
		kind: 'errorShape',
		status: 200,
		body: {
			StatusDescription: 'Nothing updated',
			FailedInvoicesCount: 1,
			FailedInvoices: [{ InvoiceNumber: '7', StatusDescription: 'already paid' }],
		},
		count: 1,
	});
	const { success, failed } = await run(
		{ resource: 'invoice', operation: 'update', invoiceNumber: '7' },
		[{ DueDate: '2026-03-23' }],
	);
	expect(success).toEqual([]);
	expect(failed[0]?.json.error).toBe(
		'Cash-In did not accept "Update an invoice": Nothing updated: already paid',
	);
});
