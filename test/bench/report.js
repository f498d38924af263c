'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { SENDING, READING, GOALS, BATCH, PAGES_IN_FLIGHT } = require('./contenders');
const { plot } = require('./plot');
const { aboveEmpty, emptySpread, judge } = require('./statistics');

/**
 * Writes `performance.md` and `performance.svg`.
 * @param {Awaited<ReturnType<import('./run').runBenchmark>>} results
 * @param {{ items: number, payments: number, runs: number, latencyMs: number, only?: string }} options
 * @param {string} folder
 * @returns {string} the goals with their figures, to be printed
 */
function writeReport(results, options, folder) {
	const parts = [
		{
			name: 'sending',
			title: `Create ${number(options.items)} invoices`,
			contenders: SENDING,
			count: options.items,
			unit: 'Invoices a second',
		},
		{
			name: 'reading',
			title: `Read ${number(options.payments)} payments`,
			contenders: READING,
			count: options.payments,
			unit: 'Payments a second',
		},
	]
		.filter(({ name }) => options.only === undefined || options.only === name)
		.map((part) => ({
			...part,
			figures: aboveEmpty(results[part.name], part.contenders),
		}));
	const goals = parts.map((part) => ({
		...part,
		goals: judge(GOALS[part.name], part.figures).map((goal) => ({
			...goal,
			sentence: sentenceOf(goal, part.contenders),
		})),
	}));
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'performance.svg'), plot(goals));
	fs.writeFileSync(path.join(folder, 'performance.md'), documentOf(goals, results, options));
	return goals
		.flatMap(({ title, goals: all }) => [title, ...all.map(({ sentence }) => `  ${sentence}`)])
		.join('\n');
}

function documentOf(parts, results, { runs, latencyMs }) {
	const { length: cores, 0: cpu } = os.cpus();
	const spreads = parts.map(({ name }) => emptySpread(results[name], 'peakBytes'));
	const emptyMegabytes = Math.round(Math.max(...spreads) / 1e6);
	return `<!-- written by \`npm run bench\`; do not edit -->

# Performance

![Time and memory, smaller is better](performance.svg)

${parts.map(sectionOf).join('\n')}
## How it was measured

\`npm run bench\` writes this page. All contenders send to the same simulator, in a process of its own, which answers ${latencyMs} ms late and leaves out its checks against the contract, so that it is not what is measured. Cash-In and HTTP Request run in a real n8n ${results.n8n} (\`n8n execute\`), the bare client in a Node of its own. Every figure is the median of ${runs} run${runs === 1 ? '' : 's'}, the contenders taking turns.

- **Time** is that of the workflow, without n8n's own start, and **memory** the highest the process had; both above the same workflow with a node that does nothing in place of the one measured. The bare client is counted whole: its time from the first request to the last answer, its memory above nothing. The memory of the empty runs themselves differed by up to ${emptyMegabytes} MB: less than that is not told apart, and less than nothing counts as 0 MB.
- **At once** is the most requests that were open at the same time.
- The invoices have two rows. As JSON they are complete, amounts included, and Cash-In checks them before it sends the first; of 12 fields it builds them. It sends ${BATCH} to a request, one request after the other where nothing else is said, and reads pages of ${BATCH}, ${PAGES_IN_FLIGHT} in flight: its defaults.
- HTTP Request one by one is as shipped: a request for each item, all started at once. With _Batching_ it starts 10 every ${latencyMs + 5} ms, which keeps a limit of 10 in flight where all are answered by then; it does not wait for them, and _At once_ tells how many there were. It sends invoices as they are, and cannot tell which were taken after a time-out.
- HTTP Request with pagination gives an item for each page; with Split Out after it, one for each payment, as Cash-In does.

Machines differ, and so do moments of the same machine: the ratios mean more than the seconds. Measured on ${cores} × ${cpu?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node} for simulator and bare client.
`;
}

function sectionOf({ title, figures, contenders, count, unit, goals }) {
	const rows = contenders.map(({ id, title: name }) => {
		const { wallMs, peakBytes, requests, atOnce, spread } = figures[id];
		const rate = Math.round((count / wallMs) * 1000);
		return [
			name,
			`${(wallMs / figures.floor.wallMs).toFixed(2)} ×`,
			`${seconds(wallMs)} (${seconds(spread[0])}–${seconds(spread[1])})`,
			number(requests),
			number(atOnce),
			`${Math.round(peakBytes / 1e6)} MB`,
			number(rate),
		];
	});
	const heads = ['', 'Time to floor', 'Time (from–to)', 'Requests', 'At once', 'Memory', unit];
	return `## ${title}

${table(heads, rows)}

${goals.map(({ sentence }) => `- ${sentence}`).join('\n')}
`;
}

function sentenceOf({ bound, goal, ratio, met, of, to }, contenders) {
	const name = ([id]) => contenders.find((one) => one.id === id).title;
	const figure = { wallMs: 'time', peakBytes: 'memory', requests: 'requests' }[of[1]];
	const verdict = met ? 'met' : '**missed**';
	return `${name(of)}, ${figure}: ${ratio.toFixed(2)} × ${name(to)}. Goal: ${bound} ${goal} ×; ${verdict}.`;
}

/** As prettier writes it, so that formatting changes nothing. */
function table(heads, rows) {
	const widths = heads.map((head, column) =>
		Math.max(3, head.length, ...rows.map((row) => row[column].length)),
	);
	const pad = (text, column) =>
		column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]);
	const line = (cells) => `| ${cells.map(pad).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(heads), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function seconds(ms) {
	return `${(ms / 1000).toFixed(2)} s`;
}

function number(value) {
	return value.toLocaleString('en');
}

module.exports = { writeReport };
