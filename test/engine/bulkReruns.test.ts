import type { IDataObject } from 'n8n-workflow';

import { invoices as count, seeds } from '../support/bulkRun.cts';
import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { ledgerOf, untruths, wordsOf } from '../support/ledger';
import { randomFaults } from '../support/randomFaults';
import { useSimulator } from '../support/simulator';
import { whenever } from '../support/watch.cts';

/** Every wait of the node lasts a hundredth. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => ms / 100),
);

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });
const BATCH = 10;
const MOST_RUNS = 60;

const ledger = () => ledgerOf(simulator().control.invoices());

/**
 * The same items over and over, as a user would who knows nothing of what became of the run before. Every word of the
 * node is held against the ledger. Gives back what was said, item by item.
 */
async function runAll(items: IDataObject[], concurrentRequests: number, cancelled?: AbortSignal) {
	const before = ledger();
	const result = await runCashIn(
		items,
		fromJson('create', {
			batchSize: BATCH,
			timeout: 1,
			concurrentRequests,
			duplicateCheck: 'beforeSending',
		}),
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
		cancelled,
	);
	// A cancel ends the workflow, whatever the node has to say of it.
	expect(result.error?.name).toBe(
		cancelled?.aborted === true ? 'ManualExecutionCancelledError' : undefined,
	);
	// What a cancel has broken off may still take effect, which is why its word is `unknown`.
	await simulator().settled();
	const words = wordsOf(result);
	const numbers = items.map(({ InvoiceNumber }) => String(InvoiceNumber));
	expect(untruths(numbers, words, before, ledger())).toEqual([]);
	return words.map(({ status }) => status);
}

const isThere = (status: string) => status !== 'notCreated' && status !== 'unknown';

it.each(seeds.flatMap((seed) => [1, 4].map((concurrent) => [seed, concurrent] as const)))(
	`${count} invoices among faults, cancelled and run again until all are there, are there once, as every output said (seed %d, %d at a time)`,
	async (seed, concurrent) => {
		const numbers = Array.from({ length: count }, (_, index) => 100_001 + index);
		const items = numbers.map((number) =>
			invoice(number, { InvoiceRows: [{ ...ROW, Price: 100 + (number % 97) }] }),
		);
		for (const [operation, requests] of [
			['createInvoice', Math.ceil((count / BATCH) * 1.2)],
			['listSalesInvoices', Math.ceil((count / BATCH) * 1.2)],
		] as const) {
			for (const fault of randomFaults(seed, operation, requests, numbers)) {
				simulator().control.addFault(fault);
			}
		}
		const cancel = new AbortController();
		// Looked at every moment: so it must cost little, and end when it has done its work.
		const stopWatching = whenever(
			() => simulator().control.state().invoices > count / 3,
			() => {
				cancel.abort();
				stopWatching();
			},
		);
		const seen = new Set<string>();
		let statuses: string[] = [];
		let wasCancelled = false;
		try {
			for (let run = 0; run < MOST_RUNS && !(run > 0 && statuses.every(isThere)); run++) {
				// A fault may end a run before it gets so far: the first that does is cancelled.
				const signal = cancel.signal.aborted ? undefined : cancel.signal;
				statuses = await runAll(items, concurrent, signal);
				for (const status of statuses) seen.add(status);
				if (signal?.aborted !== true) continue;
				wasCancelled = true;
				expect(statuses).toEqual(expect.arrayContaining(['created', 'notCreated']));
			}
		} finally {
			stopWatching();
		}
		expect(wasCancelled).toBe(true);
		expect(statuses.filter((status) => !isThere(status))).toEqual([]);
		expect([...seen]).toEqual(expect.arrayContaining(['alreadyExists', 'unknown']));
		const totals = numbers.map((number) => [Math.round((100 + (number % 97)) * 125.5) / 100]);
		const kept = ledger();
		expect(numbers.map((number) => kept.get(String(number)))).toEqual(totals);
		expect(simulator().control.invoices()).toHaveLength(count);
	},
	600_000,
);

const ROW = { Description: 'Example work', Qty: 1, VatPercent: 25.5 };
