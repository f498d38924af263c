'use strict';

const path = require('node:path');
const { parseArgs } = require('node:util');

const { ensureInstalled } = require('./install');

const DOCS = path.join(__dirname, '..', 'docs');
const USAGE =
	'Usage: npm run bench -- [--items 10000] [--payments 100000] [--runs 3] [--latency-ms 20] [--only sending|reading] [--out docs]';

/**
 * `npm run bench`: sends invoices and reads payments with this node, with n8n's HTTP Request and with a bare client,
 * and writes docs/performance.md and docs/performance.svg.
 */
async function main() {
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
	if (values.help) return void console.log(USAGE);
	if (values.only !== undefined && !['sending', 'reading'].includes(values.only)) {
		throw new Error(USAGE);
	}
	const options = {
		items: wholeNumber('items', values.items),
		payments: wholeNumber('payments', values.payments),
		runs: wholeNumber('runs', values.runs),
		latencyMs: wholeNumber('latency-ms', values['latency-ms']),
		only: values.only,
		log: (line) => console.log(line),
	};
	await ensureInstalled();
	const ending = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
	const { runBenchmark } = require('../test/bench/run');
	const { writeReport } = require('../test/bench/report');
	const results = await runBenchmark({ ...options, signal: ending.signal });
	console.log(`\n${writeReport(results, options, values.out)}`);
}

function wholeNumber(name, text) {
	const number = Number(text);
	if (Number.isInteger(number) && number > 0) return number;
	throw new Error(`--${name} is a whole number from 1, not "${text}".`);
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
