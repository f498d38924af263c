/**
 * How long it takes to build and check an invoice, beside what this machine needs for a loop of its own, so that
 * figures of different machines can be compared; and how much memory a built one keeps beside what it was built of.
 * Run by `npm run bench:builder`, in a Node that exposes its garbage collector: [--measure-ms 1000]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import type * as Builder from '../../nodes/CashIn/invoicing/build';
import type { InvoiceInput } from '../../nodes/CashIn/invoicing/invoiceInput';
import { scriptOf } from '../../scripts/assets/bundle.cts';
import { invoiceOf } from '../support/invoiceArbitraries';

/** The builder as the package has it. */
function loadBuilder(): typeof Builder {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-bench-'));
	try {
		const source = path.join('nodes', 'CashIn', 'invoicing', 'build.ts');
		return require(scriptOf(source, folder));
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

const { buildInvoice } = loadBuilder();

const RULES = { vatRounding: 'row' as const };
const { values } = parseArgs({ options: { 'measure-ms': { type: 'string', default: '1000' } } });
const MEASURE_MS = wholeNumber(values['measure-ms']);
const KEPT = 10_000;

function wholeNumber(text: string): number {
	if (/^[1-9]\d*$/.test(text)) return Number(text);
	throw new Error(`--measure-ms is a whole number from 1, not "${text}".`);
}

function invoiceWith(rowCount: number, invoiceNumber = 1042): InvoiceInput {
	const rates = [25.5, 13.5, 10];
	const rows = Array.from({ length: rowCount }, (_, index) => ({
		description: `Row ${index + 1}`,
		quantity: (index % 7) + 1,
		unitPrice: 0.99 + (index % 25),
		vatPercent: rates[index % rates.length],
		unit: 'kpl',
	}));
	const reference = { mode: 'national' as const };
	return invoiceOf(rows, { invoiceNumber, reference, creditorIban: 'FI2112345600000785' });
}

/** Microseconds one call takes, on the average of about a second. */
function microseconds(work: () => void): number {
	const until = (ms: number) => {
		const start = process.hrtime.bigint();
		let calls = 0;
		let elapsed = 0n;
		do {
			for (let call = 0; call < 10; call += 1) work();
			calls += 10;
			elapsed = process.hrtime.bigint() - start;
		} while (elapsed < BigInt(ms) * 1_000_000n);
		return Number(elapsed) / 1_000 / calls;
	};
	until(Math.ceil(MEASURE_MS / 2));
	return until(MEASURE_MS);
}

/** Parsing and printing a small JSON text: work of the same kind that no change here can make faster. */
const BASELINE = JSON.stringify(invoiceWith(3));
const baseline = microseconds(() => JSON.stringify(JSON.parse(BASELINE)));
console.log(`baseline (a 3-row invoice through JSON and back): ${baseline.toFixed(2)} µs`);

for (const rowCount of [1, 3, 10, 100, 1_000, 10_000]) {
	const input = invoiceWith(rowCount);
	const { findings } = buildInvoice(input, RULES);
	if (findings.length > 0)
		throw new Error(`the benchmark invoice is not clean: ${findings[0]?.message}`);
	const time = microseconds(() => buildInvoice(input, RULES));
	const perRow = (time / rowCount).toFixed(2);
	const rate = Math.round(1_000_000 / time).toLocaleString('en');
	console.log(
		`${String(rowCount).padStart(6)} rows: ${time.toFixed(2)} µs, ${perRow} µs a row, ${rate} invoices a second, ${(time / baseline).toFixed(1)} × baseline`,
	);
}

/** Bytes that each of many built invoices keeps, their inputs not counted. */
function bytesKept(rowCount: number): number {
	const inputs = Array.from({ length: KEPT }, (_, index) => invoiceWith(rowCount, 1001 + index));
	const used = () => {
		globalThis.gc?.();
		return process.memoryUsage().heapUsed;
	};
	const before = used();
	const built = inputs.map((input) => buildInvoice(input, RULES).invoice);
	return Math.round((used() - before) / built.length);
}

console.log(
	`memory: a built invoice of 2 rows keeps ${bytesKept(2)} bytes, one of ten ${bytesKept(10)}`,
);
