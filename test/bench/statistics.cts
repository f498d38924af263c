import type { Contender, Figure, Goal } from './contenders.cts';
import type { Figures } from './run.cts';

/** The runs of each contender, and of the empty ones. */
export type Runs = Map<string, Figures[]>;

export interface Measured extends Contender {
	/** Medians. */
	figures: Figures;
	/** The least and the most time. */
	spread: [number, number];
}

/**
 * The median of each figure above that of the empty run, and for memory nothing where it is below; requests and the bare
 * client, which has no n8n, as they are.
 */
export function aboveEmpty(runs: Runs, contenders: Contender[]): Measured[] {
	return contenders.map((contender) => {
		const own = runs.get(contender.id) ?? [];
		const { client, above = 'empty' } = contender;
		const base = client === undefined ? (runs.get(above) ?? []) : [];
		const emptyMs = median(base, 'wallMs');
		const walls = own.map(({ wallMs }) => wallMs - emptyMs);
		return {
			...contender,
			figures: {
				wallMs: median(own, 'wallMs') - emptyMs,
				peakBytes: Math.max(0, median(own, 'peakBytes') - median(base, 'peakBytes')),
				requests: median(own, 'requests'),
				atOnce: median(own, 'atOnce'),
				items: median(own, 'items'),
			},
			spread: [Math.min(...walls), Math.max(...walls)],
		};
	});
}

/** By how much a figure of the empty run differed from run to run. */
export function emptySpread(runs: Runs, figure: keyof Figures): number {
	const values = (runs.get('empty') ?? []).map((run) => run[figure]);
	return Math.max(...values) - Math.min(...values);
}

export interface Judged {
	goal: Goal;
	ratio: number;
	met: boolean;
}

/** What became of the goals. */
export function judge(goals: Goal[], measured: Measured[]): Judged[] {
	const figure = ([id, name]: Figure) => one(measured, id).figures[name];
	return goals.map((goal) => {
		const [bound, most, of, to] = goal;
		const ratio = figure(of) / figure(to);
		return { goal, ratio, met: bound === 'at most' ? ratio <= most : ratio >= most };
	});
}

export function one(measured: Measured[], id: string): Measured {
	const found = measured.find((contender) => contender.id === id);
	if (found === undefined) throw new Error(`There is no contender ${id}.`);
	return found;
}

const median = (runs: Figures[], figure: keyof Figures) => medianOf(runs.map((run) => run[figure]));

/** 0 where there are none. */
export function medianOf(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return (low + high) / 2;
}
