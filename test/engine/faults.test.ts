import type { IDataObject } from 'n8n-workflow';

import { FAULT_KINDS } from '../../simulator/faults/fault';
import { createSimulator, type Simulator } from '../../simulator/server';
import { pathOf } from '../support/contract.cts';
import { runCashIn } from '../support/engine';
import { FAULT_GROUPS, type FaultRow, type Outcome } from '../support/faultRows';
import { isOnPage, printRow } from '../support/faultTable.cts';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { ledgerOf, untruths, wordsOf } from '../support/ledger';
import { openLine } from '../support/line.cts';
import { settled } from '../support/simulator';
import { waits } from '../support/waits';

/** What the node waits for is counted, never timed. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 2)),
);

let simulator: Simulator;
beforeAll(async () => {
	// What is sent twice is kept twice: otherwise Cash-In itself would hide that it was.
	simulator = await createSimulator({ duplicates: 'accept' });
	await simulator.listen();
});
beforeEach(() => simulator.control.reset());
afterEach(() => expect(simulator.control.violations()).toEqual([]));
afterAll(async () => await simulator.close());

/** Asked for once: each time, the whole contract is read. */
const UPLOAD = pathOf('createInvoice');
const LIST = pathOf('listSalesInvoices');
const SECOND = '1043';
/** When what comes later has come, in milliseconds of waiting. */
const LATE_MS = 50_000;
const PATIENCE_MS = 60_000;
/** A run that has not ended by then hangs: it is cancelled, and found to be so. */
const HANGS_MS = 20_000;

const waited = () => waits.reduce((sum, ms) => sum + ms, 0);
const OUTCOMES: Record<string, Outcome> = {
	created: 'created',
	recovered: 'recovered',
	notCreated: 'failed',
	unknown: 'unknown',
};

/** Invoices from before, of long ago, of the same days, and of today. */
async function fillCashIn(row: FaultRow, number: string): Promise<void> {
	const days = ['2025-11-02', '2026-03-01', '2026-03-02', new Date().toISOString().slice(0, 10)];
	const others = row.empty
		? []
		: days.map((InvoiceDate, index) => whole(501 + index, { InvoiceDate }));
	const there = row.there === undefined ? [] : [whole(number, row.there)];
	const invoices = [...others, ...there];
	if (invoices.length === 0) return;
	const { status } = await fetch(`${simulator.url}${UPLOAD}`, {
		method: 'POST',
		headers: { 'x-api-key': 'demo-key', 'content-type': 'application/json' },
		body: JSON.stringify(invoices),
	});
	expect(status).toBe(202);
}

/** As the node sends it, with its totals. */
function whole(number: number | string, changes: IDataObject): IDataObject {
	return invoice(number, { NetAmount: 100, TaxAmount: 25.5, TotalAmount: 125.5, ...changes });
}

/** Sends two invoices in one request under a fault, and tells what became of them. */
async function run(row: FaultRow) {
	const number = row.number ?? '1042';
	await fillCashIn(row, number);
	const before = ledgerOf(simulator.control.invoices());
	for (const fault of row.simulator ?? []) {
		simulator.control.addFault({ operationId: 'createInvoice', ...fault });
	}
	const { list } = row;
	const line = await openLine({
		target: simulator.url,
		listPath: LIST,
		how: row.line ?? 'plain',
		upload: row.upload,
		list: list && ((query) => list(rowsOfList(), query)),
		isLate: () => waited() >= LATE_MS,
	});
	const direct = row.line === undefined && row.upload === undefined && list === undefined;
	waits.splice(0);
	const result = await runCashIn(
		[invoice(number), invoice(SECOND)],
		fromJson('create', row.options),
		{ baseUrl: direct ? simulator.url : line.baseUrl },
		{ onError: 'continueErrorOutput' },
		AbortSignal.timeout(HANGS_MS),
	);
	const patience = waited();
	await line.close();
	await settled(simulator.url);
	const after = ledgerOf(simulator.control.invoices());
	const words = wordsOf(result);
	return {
		error: result.error?.message,
		outcomes: [number, SECOND].map((one) => {
			const status = words.find((word) => word.number === one)?.status;
			return OUTCOMES[status ?? ''] ?? status;
		}),
		kept: [number, SECOND].map((one) => after.get(one)?.length ?? 0),
		untruths: row.there === undefined ? untruths([number, SECOND], words, before, after) : [],
		tooEarly: row.patient === true && patience < PATIENCE_MS,
	};
}

/** What Cash-In has, as rows of its list. */
function rowsOfList(): IDataObject[] {
	return simulator.control.invoices().map(({ submitted, InvoiceNumber, TotalAmount }) => ({
		...(submitted as IDataObject),
		InvoiceNumber,
		TotalAmount,
	}));
}

const keptFor: Record<Outcome, (kept: number) => number> = {
	created: () => 1,
	recovered: () => 1,
	failed: () => 0,
	unknown: (kept) => kept,
};

describe.each(FAULT_GROUPS.map(({ title, rows }) => [title, rows] as const))('%s', (_, rows) => {
	it.each(rows.map((row) => [row.name, row.outcome, row.promise, row] as const))(
		'%s: %s. %s',
		async (_name, outcome, _promise, row) => {
			const result = await run(row);
			const second = row.second ?? outcome;
			const promised = {
				error: undefined,
				outcomes: [outcome, second],
				kept: [row.kept, keptFor[second](row.secondKept ?? row.kept)],
				untruths: [],
				tooEarly: false,
			};
			printRow(row, result, promised);
			expect(result).toEqual(promised);
		},
	);
});

it('every fault of the simulator has its row', () => {
	const rows = FAULT_GROUPS.flatMap((group) => group.rows);
	const shown = new Set(
		rows.flatMap(({ simulator: faults = [] }) => faults.map(({ kind }) => String(kind))),
	);
	expect(FAULT_KINDS.filter((kind) => !shown.has(String(kind)))).toEqual([]);
});

it('docs/reliability.md shows this table: run "npm run test:faults" and commit the result', () => {
	expect(isOnPage(FAULT_GROUPS)).toBe(true);
});
