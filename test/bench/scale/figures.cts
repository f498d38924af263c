import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Cost } from './oneRun.cts';
import type { Orders, Waits } from './orders.cts';
import type { Polls } from './polls.cts';
import type { Spread } from './spread.cts';

export const PARTS = ['oneRun', 'spread', 'orders', 'polls'] as const;
export type Part = (typeof PARTS)[number];

/** What a part was measured on. */
export interface Circumstances {
	n8n: string;
	runs: number;
	latencyMs: number;
	cores: number;
	processor: string;
	node: string;
	/** Processes that wanted a processor, on the average of the minute before and of the last minute of it. */
	loadBefore: number;
	loadAfter: number;
}

/** All that `npm run bench:scale` has measured last, part by part, as docs/scaling.json has it. */
export interface Figures {
	oneRun: { on: Circumstances; costs: Cost[] };
	spread: { on: Circumstances; spreads: Spread[]; bytesKept: number };
	orders: { on: Circumstances; orders: Orders[]; waits: Waits[]; bytesKept: number };
	polls: { on: Circumstances; polls: Polls[] };
}

/** @returns the parts that were ever measured */
export function readFigures(file: string): Partial<Figures> {
	return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

export function writeFigures(file: string, figures: Partial<Figures>): void {
	const rounded = (_name: string, value: unknown) =>
		typeof value === 'number' ? Number(value.toPrecision(6)) : value;
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, `${JSON.stringify(figures, rounded, '\t')}\n`);
}

const load = () => Number((os.loadavg()[0] ?? NaN).toFixed(1));

/** Notes what a part is measured on, before it begins; the answer completes it at its end. */
export function circumstances(latencyMs: number) {
	const { length: cores, 0: cpu } = os.cpus();
	const loadBefore = load();
	return ({ n8n, runs }: Pick<Circumstances, 'n8n' | 'runs'>): Circumstances => ({
		n8n,
		runs,
		latencyMs,
		cores,
		processor: cpu?.model.trim() ?? 'unknown processor',
		node: process.versions.node,
		loadBefore,
		loadAfter: load(),
	});
}
