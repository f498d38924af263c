import type { IDataObject } from 'n8n-workflow';

import { invoices as count, seeds } from '../support/bulkRun';
import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { ONE_IN, randomFaults } from '../support/randomFaults';
import { useSimulator } from '../support/simulator';

/** Every wait of the node lasts a hundredth: what it waits for is counted here, never timed. */
jest.mock<typeof import('n8n-workflow')>('n8n-workflow', () => {
	const actual = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return {
		...actual,
		sleep: async (ms: number, signal?: AbortSignal) => await actual.sleep(ms / 100, signal),
	};
});

/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept' });

const BATCH = 2;
/** Runs a user starts over the failed items before giving up; faults that stop a run come several times. */
const MOST_RUNS = 60;

const numbered = (first: number, length: number) =>
	Array.from({ length }, (_, index) => first + index);

/** What Cash-In holds, by invoice number: the total of each invoice kept under it. */
function ledger(): Map<string, number[]> {
	const kept = new Map<string, number[]>();
	for (const { InvoiceNumber, TotalAmount } of simulator().control.invoices()) {
		kept.set(InvoiceNumber, [...(kept.get(InvoiceNumber) ?? []), TotalAmount]);
	}
	return kept;
}

/** Sends these invoices, and holds every word of the node against the ledger. Gives back the numbers still to send. */
async function sendAndCheck(items: IDataObject[]): Promise<{ statuses: string[]; left: string[] }> {
	const before = ledger();
	const { success, failed, error } = await runCashIn(
		items,
		{
			resource: 'invoice',
			operation: 'create',
			inputMode: 'json',
			invoiceJson: '={{ $json }}',
			options: { batchSize: BATCH, timeout: 1 },
		},
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);
	expect(error).toBeUndefined();
	const after = ledger();
	const said = [
		...success.map(({ json, pairedItem }) => ({
			number: String(json.InvoiceNumber),
			status: String(json.status),
			pairedItem,
		})),
		...failed.map(({ json, pairedItem }) => {
			const details = json.details as IDataObject;
			return { number: String(details.invoiceNumber), status: String(details.outcome), pairedItem };
		}),
	];
	const wrong = said.filter(({ number, status, pairedItem }) => {
		const { item } = pairedItem as { item: number };
		if (String(items[item]?.InvoiceNumber) !== number) return true;
		const kept = after.get(number)?.length ?? 0;
		if (kept > 1) return true;
		if (status === 'created' || status === 'recovered') return kept !== 1;
		if (status === 'notCreated') return kept !== 0;
		return status !== 'unknown';
	});
	expect(wrong).toEqual([]);
	expect(said).toHaveLength(items.length);
	expect(before.size).toBeLessThanOrEqual(after.size);
	// A user looks the doubtful ones up, and sends only what is not there.
	const left = said.map(({ number }) => number).filter((number) => !after.has(number));
	return { statuses: said.map(({ status }) => status), left };
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
		expect(numbers.map((number) => ledger().get(String(number)))).toEqual(totals);
		const { requests } = simulator();
		const struck = requests.filter(({ fault }) => fault !== undefined);
		expect(struck.length).toBeGreaterThanOrEqual(requests.length / (2 * ONE_IN));
		// Every kind of outcome was seen among them.
		expect([...seen].sort()).toEqual(['created', 'notCreated', 'recovered', 'unknown']);
	},
	600_000,
);

const ROW = { Description: 'Example work', Qty: 1, VatPercent: 25.5 };
