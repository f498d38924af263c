import path from 'node:path';
import { parseArgs } from 'node:util';

import type { Part } from '../test/bench/contenders.cts';
import { writeReport } from '../test/bench/report.cts';
import { runBenchmark } from '../test/bench/run.cts';
import { interruption } from './n8n/interruption.cts';

const DOCS = path.join(__dirname, '..', 'docs');
const USAGE =
	'Usage: npm run bench -- [--items 10000] [--payments 100000] [--runs 3] [--latency-ms 20] [--only sending|reading] [--out docs]';

/**
 * `npm run bench`: sends invoices and reads payments with this node, with n8n's HTTP Request and with a bare client,
 * and writes docs/performance.md and docs/performance.svg.
 */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			items: { type: 'string', default: '10000' },
			payments: { type: 'string', default: '100000' },
			runs: { type: 'string', default: '3' },
			'latency-ms': { type: 'string', default: '20' },
			only: { type: 'string' },
			out: { type: 'string', default: DOCS },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const options = {
		items: wholeNumber('items', values.items),
		payments: wholeNumber('payments', values.payments),
		runs: wholeNumber('runs', values.runs),
		latencyMs: wholeNumber('latency-ms', values['latency-ms']),
		only: partOf(values.only),
	};
	const results = await runBenchmark({ ...options, log: console.log, signal: interruption() });
	console.log(`\n${writeReport(results, options, values.out)}`);
}

function partOf(text: string | undefined): Part | undefined {
	if (text === undefined || text === 'sending' || text === 'reading') return text;
	throw new Error(USAGE);
}

function wholeNumber(name: string, text: string): number {
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new Error(`--${name} is a whole number from 1, not "${text}".`);
}
