import type { IDataObject } from 'n8n-workflow';

import { invoices as count, seeds } from '../support/bulkRun';
import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { randomFaults } from '../support/randomFaults';
import { useSimulator } from '../support/simulator';
import { whenever } from '../support/watch';

/** Every wait of the node lasts a hundredth. */
jest.mock<typeof import('n8n-workflow')>('n8n-workflow', () => {
	const actual = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return {
		...actual,
		sleep: async (ms: number, signal?: AbortSignal) => await actual.sleep(ms / 100, signal),
	};
});

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });
const BATCH = 10;
const MOST_RUNS = 60;

/** The same items over and over, as a user would who knows nothing of what became of the run before. */
async function runAll(items: IDataObject[], concurrentRequests: number, cancelled?: AbortSignal) {
	return await runCashIn(
		items,
		{
			resource: 'invoice',
			operation: 'create',
			inputMode: 'json',
			invoiceJson: '={{ $json }}',
			options: {
				batchSize: BATCH,
				timeout: 1,
				concurrentRequests,
				duplicateCheck: 'beforeSending',
			},
		},
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
		cancelled,
	);
}

it.each(seeds.flatMap((seed) => [1, 4].map((concurrent) => [seed, concurrent] as const)))(
	`${count} invoices among faults, cancelled and run again until all are there, are there once (seed %d, %d at a time)`,
	async (seed, concurrent) => {
		const numbers = Array.from({ length: count }, (_, index) => 100_001 + index);
		const items = numbers.map((number) => invoice(number));
		for (const [operation, requests] of [
			['createInvoice', Math.ceil((count / BATCH) * 1.2)],
			['listSalesInvoices', Math.ceil((count / BATCH) * 1.2)],
		] as const) {
			for (const fault of randomFaults(seed, operation, requests, numbers)) {
				simulator().control.addFault(fault);
			}
		}
		const cancelled = new AbortController();
		const stopWatching = whenever(
			() => simulator().control.invoices().length > count / 3,
			() => cancelled.abort(),
		);
		await runAll(items, concurrent, cancelled.signal);
		stopWatching();
		let statuses: unknown[] = [];
		for (let run = 0; run < MOST_RUNS; run++) {
			const { success, failed, error } = await runAll(items, concurrent);
			expect(error).toBeUndefined();
			expect(success.length + failed.length).toBe(count);
			statuses = success.map(({ json }) => json.status);
			if (failed.length === 0) break;
		}
		expect(statuses).toHaveLength(count);
		const kept = simulator()
			.control.invoices()
			.map(({ InvoiceNumber }) => Number(InvoiceNumber))
			.sort((a, b) => a - b);
		expect(kept).toEqual(numbers);
	},
	600_000,
);
