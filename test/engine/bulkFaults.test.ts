import type { IDataObject } from 'n8n-workflow';

import { invoices as count, seeds } from '../support/bulkRun.cts';
import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { ledgerOf, untruths, wordsOf } from '../support/ledger';
import { ONE_IN, randomFaults } from '../support/randomFaults';
import { useSimulator } from '../support/simulator';

/** Every wait of the node lasts a hundredth: what it waits for is counted here, never timed. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => ms / 100),
);

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });

const BATCH = 2;
/** Runs a user starts over the failed items before giving up; faults that stop a run come several times. */
const MOST_RUNS = 60;

const numbered = (first: number, length: number) =>
	Array.from({ length }, (_, index) => first + index);

const ledger = () => ledgerOf(simulator().control.invoices());

/** Sends these invoices, and holds every word of the node against the ledger. Gives back the numbers still to send. */
async function sendAndCheck(items: IDataObject[]): Promise<{ statuses: string[]; left: string[] }> {
	const before = ledger();
	const result = await runCashIn(
		items,
		fromJson('create', { batchSize: BATCH, timeout: 1 }),
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);
	expect(result.error).toBeUndefined();
	const after = ledger();
	const numbers = items.map(({ InvoiceNumber }) => String(InvoiceNumber));
	const words = wordsOf(result);
	expect(untruths(numbers, words, before, after)).toEqual([]);
	// A user looks the doubtful ones up, and sends only what is not there.
	const left = numbers.filter((number) => !after.has(number));
	return { statuses: words.map(({ status }) => status), left };
}

it.each(seeds)(
	`${count} invoices among faults in 5 %% of the requests are in Cash-In once each, as every output said (seed %d)`,
	async (seed) => {
		const numbers = numbered(100_001, count);
		const all = numbers.map((number) =>
			invoice(number, { InvoiceRows: [{ ...ROW, Price: 100 + (number % 97) }] }),
		);
		for (const [operation, requests] of [
			['createInvoice', Math.ceil((count / BATCH) * 1.2)],
			['listSalesInvoices', Math.ceil(count / BATCH)],
		] as const) {
			for (const fault of randomFaults(seed, operation, requests, numbers)) {
				simulator().control.addFault(fault);
			}
		}
		const seen = new Set<string>();
		let open = all;
		for (let run = 0; run < MOST_RUNS && open.length > 0; run++) {
			const { statuses, left } = await sendAndCheck(open);
			for (const status of statuses) seen.add(status);
			const missing = new Set(left);
			open = open.filter(({ InvoiceNumber }) => missing.has(String(InvoiceNumber)));
		}
		expect(open).toEqual([]);
		const totals = numbers.map((number) => [Math.round((100 + (number % 97)) * 125.5) / 100]);
		const kept = ledger();
		expect(numbers.map((number) => kept.get(String(number)))).toEqual(totals);
		const { requests } = simulator();
		const struck = requests.filter(({ fault }) => fault !== undefined);
		expect(struck.length).toBeGreaterThanOrEqual(requests.length / (2 * ONE_IN));
		// Every kind of outcome was seen among them.
		expect([...seen].sort()).toEqual(['created', 'notCreated', 'recovered', 'unknown']);
	},
	600_000,
);

const ROW = { Description: 'Example work', Qty: 1, VatPercent: 25.5 };
