import type { Simulator } from '../../../scripts/n8n/simulator.cts';

export const KEY = 'demo-key';

/** What every part of the benchmark is given. */
export interface Setting {
	tarball: string;
	simulator: Simulator;
	/** How many invoices, smallest first. */
	sizes: number[];
	runs: number;
	/** By which each answer of Cash-In is late. */
	latencyMs: number;
	log: (line: string) => void;
	signal: AbortSignal;
}

/** What is known after a round in which each case had its turn: the medians of all rounds so far. */
export interface Round<Figures> {
	runs: number;
	n8n: string;
	figures: Figures;
}
