import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {
	ACCOUNTS,
	BATCH,
	GOALS,
	PAGES_IN_FLIGHT,
	READING,
	SENDING,
	type Part,
} from './contenders.cts';
import { plot } from './plot.cts';
import type { Results } from './run.cts';
import { aboveEmpty, emptySpread, judge, one, type Judged, type Measured } from './statistics.cts';

interface Options {
	items: number;
	payments: number;
	runs: number;
	latencyMs: number;
	only?: Part;
}

interface Section {
	name: Part;
	title: string;
	count: number;
	unit: string;
	measured: Measured[];
	/** A sentence for each goal. */
	goals: string[];
}

/**
 * Writes `performance.md` and `performance.svg`.
 * @returns the goals with their figures, to be printed
 */
export function writeReport(results: Results, options: Options, folder: string): string {
	const { items, payments, only } = options;
	const sections = [
		{
			name: 'sending' as const,
			title: `Create ${number(items)} invoices`,
			contenders: SENDING,
			count: items,
			unit: 'Invoices a second',
		},
		{
			name: 'reading' as const,
			title: `Read ${number(payments)} payments`,
			contenders: READING,
			count: payments,
			unit: 'Payments a second',
		},
	]
		.filter(({ name }) => only === undefined || only === name)
		.map(({ contenders, ...section }) => {
			const measured = aboveEmpty(results[section.name], contenders);
			const goals = judge(GOALS[section.name], measured).map((goal) => sentenceOf(goal, measured));
			return { ...section, measured, goals };
		});
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'performance.svg'), plot(sections));
	fs.writeFileSync(path.join(folder, 'performance.md'), documentOf(sections, results, options));
	return sections
		.flatMap(({ title, goals }) => [title, ...goals.map((sentence) => `  ${sentence}`)])
		.join('\n');
}

function documentOf(sections: Section[], results: Results, { runs, latencyMs }: Options): string {
	const { length: cores, 0: cpu } = os.cpus();
	const spreads = sections.map(({ name }) => emptySpread(results[name], 'peakBytes'));
	const emptyMegabytes = Math.round(Math.max(...spreads) / 1e6);
	return `<!-- written by \`npm run bench\`; do not edit -->

# Performance

![Time and memory, smaller is better](performance.svg)

${sections.map(sectionOf).join('\n')}
## How it was measured

\`npm run bench\` writes this page. All contenders send to the same simulator, in a process of its own, which answers ${latencyMs} ms late and leaves out its checks against the contract, so that it is not what is measured. Cash-In and HTTP Request run in a real n8n ${results.n8n} (\`n8n execute\`), the bare client in a Node of its own. Every figure is the median of ${runs} run${runs === 1 ? '' : 's'}, the contenders taking turns.

- **Time** is that of the workflow, without n8n's own start, and **memory** the highest the process had; both above the same workflow with a node that does nothing in place of the one measured. The bare client is counted whole: its time from the first request to the last answer, its memory above nothing. The memory of the empty runs themselves differed by up to ${emptyMegabytes} MB: less than that is not told apart, and less than nothing counts as 0 MB.
- **At once** is the most requests that were open at the same time.
- The invoices have two rows. As JSON they are complete, amounts included, and Cash-In checks them before it sends the first; of 12 fields it builds them. It sends ${BATCH} to a request, one request after the other where nothing else is said, and reads pages of ${BATCH}, ${PAGES_IN_FLIGHT} in flight: its defaults.
- With ${ACCOUNTS} accounts by expression the credential's key is \`{{ $json.apiKey }}\`, which differs from item to item in turn; each account's invoices go in requests of their own, one after the other. n8n's credential of each item only is an empty node that asks n8n for it and sends nothing: what any expression costs that does more than name a part of the item.
- n8n's HTTP helper, an empty node, sends the same requests and reads the same pages with what n8n gives every node, checks nothing and keeps no results: what of the time is n8n's own, a new connection for each request among it.
- HTTP Request one by one is as shipped: a request for each item, all started at once. With _Batching_ it starts 10 every ${latencyMs + 5} ms, which keeps a limit of 10 in flight where all are answered by then; it does not wait for them, and _At once_ tells how many there were. It sends invoices as they are, and cannot tell which were taken after a time-out.
- HTTP Request with pagination gives an item for each page; with Split Out after it, one for each payment, as Cash-In does.

Machines differ, and so do moments of the same machine: the ratios mean more than the seconds. Measured on ${cores} × ${cpu?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node} for simulator and bare client.
`;
}

function sectionOf({ title, measured, count, unit, goals }: Section): string {
	const floor = one(measured, 'floor').figures.wallMs;
	const rows = measured.map(({ title: name, figures, spread: [least, most], idle }) => {
		const { wallMs, peakBytes, requests, atOnce } = figures;
		const rate = idle === true ? '–' : number(Math.round((count / wallMs) * 1000));
		return [
			name,
			`${(wallMs / floor).toFixed(2)} ×`,
			`${seconds(wallMs)} (${seconds(least)}–${seconds(most)})`,
			number(requests),
			number(atOnce),
			`${Math.round(peakBytes / 1e6)} MB`,
			rate,
		];
	});
	const heads = ['', 'Time to floor', 'Time (from–to)', 'Requests', 'At once', 'Memory', unit];
	return `## ${title}

${table(heads, rows)}

${goals.map((sentence) => `- ${sentence}`).join('\n')}
`;
}

const WORDS = { wallMs: 'time', peakBytes: 'memory', requests: 'requests' };

function sentenceOf({ goal, ratio, met }: Judged, measured: Measured[]): string {
	const [bound, most, [of, figure], [to]] = goal;
	const name = (id: string) => one(measured, id).title;
	const verdict = met ? 'met' : '**missed**';
	return `${name(of)}, ${WORDS[figure]}: ${ratio.toFixed(2)} × ${name(to)}. Goal: ${bound} ${most} ×; ${verdict}.`;
}

/** As prettier writes it, so that formatting changes nothing. */
export function table(heads: string[], rows: string[][]): string {
	const widths = heads.map((head, column) =>
		Math.max(3, head.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const pad = (text: string, column: number) => {
		const width = widths[column] ?? 0;
		return column === 0 ? text.padEnd(width) : text.padStart(width);
	};
	const line = (cells: string[]) => `| ${cells.map(pad).join(' | ')} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(heads), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

export function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(2)} s`;
}

export function number(value: number): string {
	return value.toLocaleString('en');
}
