import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { useSimulator } from '../support/simulator';
import { waits } from '../support/waits';

/** Nobody waits for the minute that Cash-In is given. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 1_100)),
);

const simulator = useSimulator();
const withErrorOutput = { onError: 'continueErrorOutput' as const };
const create = async (items: IDataObject[], parameters: IDataObject = {}, settings = {}) =>
	await runCashIn(
		items,
		{ ...fromJson('create'), ...parameters },
		{ baseUrl: simulator().url },
		settings,
	);
const series = (count: number) =>
	Array.from({ length: count }, (_, index) => invoice(1001 + index));

describe('an answer that never comes', () => {
	it('is looked up: invoices that arrived are not sent again', async () => {
		simulator().control.addFault({ kind: 'resetAfterProcessing', operationId: 'createInvoice' });
		const { success, error } = await create(series(3));
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.status)).toEqual(['recovered', 'recovered', 'recovered']);
		expect(simulator().to('createInvoice')).toHaveLength(1);
		expect(simulator().control.invoices()).toHaveLength(3);
	});

	it('is looked up for a minute: invoices that did not arrive are sent once more', async () => {
		await create([invoice(1)]);
		waits.splice(0);
		simulator().control.addFault({ kind: 'reset', operationId: 'createInvoice' });
		const { success } = await create(series(3));
		expect(success.map(({ json }) => json.status)).toEqual(['created', 'created', 'created']);
		expect(simulator().to('createInvoice')).toHaveLength(3);
		expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(60_000);
	});

	it('leaves the user to look where Cash-In has no invoice yet: its empty list proves nothing', async () => {
		simulator().control.addFault({ kind: 'reset', operationId: 'createInvoice' });
		const { success, failed } = await create(series(2), {}, withErrorOutput);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toMatch(
			/^Invoice 1001 may or may not have been created: .*the list of invoices shows none at all/,
		);
		expect(simulator().to('createInvoice')).toHaveLength(1);
	});

	it.each(['timeoutAfterProcessing', '500AfterProcessing'] as const)(
		'is not taken for a refusal after %s',
		async (kind) => {
			simulator().control.addFault({ kind, operationId: 'createInvoice' });
			const { success } = await create(series(2), { options: { timeout: 1 } });
			expect(success.map(({ json }) => json.status)).toEqual(['recovered', 'recovered']);
			expect(simulator().to('createInvoice')).toHaveLength(1);
		},
	);

	it('leaves the user to look when looking up is impossible too', async () => {
		simulator().control.addFault({ kind: 'resetAfterProcessing', operationId: 'createInvoice' });
		simulator().control.addFault({ kind: 403, operationId: 'listSalesInvoices', count: 9 });
		const { success, failed } = await create(series(2), {}, withErrorOutput);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('Invoice 1001 may or may not have been created');
		expect(failed[0]?.json.message).toMatchObject({
			outcome: 'unknown',
			advice: expect.stringContaining('1001, 1002'),
		});
		expect(simulator().to('createInvoice')).toHaveLength(1);
	});

	it('is not mistaken when the list ignores its filters', async () => {
		simulator().control.addFault({ kind: 'reset', operationId: 'createInvoice' });
		const others = {
			Data: [{ InvoiceNumber: '7', InvoiceDate: '2026-03-02' }],
			Meta: { TotalCount: 1 },
		};
		simulator().control.addFault({
			kind: 'errorShape',
			status: 200,
			body: others,
			operationId: 'listSalesInvoices',
			count: 9,
		});
		const { success } = await create(series(1));
		expect(success.map(({ json }) => json.status)).toEqual(['created']);
		expect(simulator().to('createInvoice')).toHaveLength(2);
	});
});

describe('too many requests', () => {
	it('are waited for as long as Cash-In asks, and the invoice is sent once', async () => {
		simulator().control.addFault({ kind: 429, retryAfter: 1, operationId: 'createInvoice' });
		const { success } = await create(series(1));
		expect(success).toHaveLength(1);
		expect(simulator().control.invoices()).toHaveLength(1);
	});

	it('are given up on after four tries', async () => {
		simulator().control.addFault({
			kind: 429,
			retryAfter: 0,
			operationId: 'createInvoice',
			count: 9,
		});
		const { failed } = await create(series(1), {}, withErrorOutput);
		expect(failed[0]?.json.message).toMatchObject({ httpCode: '429' });
		expect(simulator().to('createInvoice')).toHaveLength(4);
	});
});
