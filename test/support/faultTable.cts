import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { FaultGroup, FaultRow } from './faultRows';

const ROOT = path.join(__dirname, '..', '..');
const PAGE = path.join(ROOT, 'docs', 'reliability.md');
const START = '<!-- faults:start -->';
const END = '<!-- faults:end -->';

/** Whether this run is `npm run test:faults`, which prints the table and writes the page. */
const writes = process.env.FAULTS === 'write';

/**
 * Holds the table on docs/reliability.md against the rows, or writes it there.
 * @returns whether the page has it
 */
export function isOnPage(groups: readonly FaultGroup[]): boolean {
	const text = fs.readFileSync(PAGE, 'utf8');
	const [before, rest = ''] = text.split(START);
	const after = rest.split(END)[1];
	if (after === undefined) throw new Error(`${PAGE} lacks the marks of the table of faults`);
	const fresh = `${before}${START}\n\n${tableOf(groups)}\n${END}${after}`;
	if (writes && fresh !== text) fs.writeFileSync(PAGE, fresh);
	return writes || fresh === text;
}

function tableOf(groups: readonly FaultGroup[]): string {
	return groups
		.map(({ title, rows }) => {
			const lines = rows.map(lineOf).join('\n');
			return `### ${title}\n\n| what happens | outcome | in Cash-In afterwards | what is promised | held by |\n| --- | --- | --- | --- | --- |\n${lines}\n`;
		})
		.join('\n');
}

function lineOf({ name, outcome, kept, promise, test }: FaultRow): string {
	const tests = [...new Set(['faults', test])].map(linkTo).join(', ');
	const often = kept === 0 ? 'not' : 'once';
	return `| ${name} | \`${outcome}\` | ${often} | ${promise} | ${tests} |`;
}

/** @throws when there is no such test */
function linkTo(test: string): string {
	const file = `test/engine/${test}.test.ts`;
	if (!fs.existsSync(path.join(ROOT, file))) throw new Error(`There is no ${file}`);
	return `[${test}](../${file})`;
}

/**
 * A line of the table on the terminal: what became of the first invoice, and how often Cash-In has it.
 * @param promised what the result is promised to be
 */
export function printRow(
	{ name }: FaultRow,
	result: { outcomes: unknown[]; kept: number[] },
	promised: object,
) {
	if (!writes) return;
	const { outcomes, kept } = result;
	const times = `${kept[0]} ${kept[0] === 1 ? 'time' : 'times'}`;
	const mark = isDeepStrictEqual(result, promised) ? 'ok    ' : 'FAILED';
	process.stdout.write(`${mark}  ${String(outcomes[0]).padEnd(9)}  ${times.padEnd(7)}  ${name}\n`);
}
