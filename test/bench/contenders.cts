import type { Task } from './client.cts';

/** How many invoices go into a request, and how many rows a page has: what both nodes and the floor use. */
export const BATCH = 100;
/** Our node's own default. */
export const PAGES_IN_FLIGHT = 4;

/** The most requests our node has under way when it is told to. */
export const AT_ONCE = 8;

/** The accounts that invoices are spread over, one after the other in turn. */
export const ACCOUNTS = 50;

export type Part = 'sending' | 'reading';

/** What a figure stands for. */
export interface Contender {
	id: string;
	title: string;
	/** The name of its workflow. */
	n8n?: string;
	/** The work of the bare client. */
	client?: Pick<Task, 'task' | 'batch' | 'inFlight'>;
	/** The name of the workflow that is taken off, with a node that does nothing; by default, `empty`. */
	above?: string;
	/** Whether it shows what n8n alone costs, and no way of doing the work: it sends nothing. */
	idle?: true;
}

/** A contender and one of its figures. */
export type Figure = [id: string, figure: 'wallMs' | 'requests' | 'peakBytes'];
/** What is to be reached: a ratio of two figures. */
export type Goal = [bound: 'at most' | 'at least', ratio: number, of: Figure, to: Figure];

export const SENDING: Contender[] = [
	{ id: 'json', title: 'Cash-In, one JSON expression', n8n: 'json' },
	{ id: 'concurrent', title: `Cash-In, ${AT_ONCE} requests at a time`, n8n: 'concurrent' },
	{ id: 'fields', title: 'Cash-In, 12 field expressions', n8n: 'fields' },
	{
		id: 'accounts',
		title: `Cash-In, ${ACCOUNTS} accounts by expression`,
		n8n: 'accounts',
		above: 'emptyAccounts',
	},
	{ id: 'helper', title: "n8n's HTTP helper, an empty node", n8n: 'helper' },
	{
		id: 'credentials',
		title: `n8n's credential of each item only`,
		n8n: 'credentials',
		above: 'emptyAccounts',
		idle: true,
	},
	{ id: 'oneByOne', title: 'HTTP Request, one by one', n8n: 'oneByOne' },
	{ id: 'batched', title: 'HTTP Request, 10 in flight', n8n: 'batched' },
	{ id: 'floor', title: 'Bare client (the floor)', client: { task: 'send', batch: BATCH } },
];

export const READING: Contender[] = [
	{ id: 'cashIn', title: 'Cash-In, Return All', n8n: 'cashIn' },
	{ id: 'helper', title: "n8n's HTTP helper, an empty node", n8n: 'helper' },
	{ id: 'pages', title: 'HTTP Request, pagination', n8n: 'pages' },
	{ id: 'split', title: 'HTTP Request and Split Out', n8n: 'split' },
	{
		id: 'floor',
		title: 'Bare client (the floor)',
		client: { task: 'read', batch: BATCH, inFlight: PAGES_IN_FLIGHT },
	},
];

export const GOALS: Record<Part, Goal[]> = {
	sending: [
		['at most', 1.15, ['json', 'wallMs'], ['floor', 'wallMs']],
		['at most', 0.25, ['concurrent', 'wallMs'], ['floor', 'wallMs']],
		['at most', 1.3, ['fields', 'wallMs'], ['floor', 'wallMs']],
		['at most', 2, ['accounts', 'wallMs'], ['json', 'wallMs']],
		['at least', 10, ['batched', 'wallMs'], ['json', 'wallMs']],
		['at least', 100, ['oneByOne', 'requests'], ['json', 'requests']],
		['at most', 1, ['json', 'peakBytes'], ['oneByOne', 'peakBytes']],
		['at most', 1, ['concurrent', 'peakBytes'], ['oneByOne', 'peakBytes']],
	],
	reading: [
		['at most', 0.35, ['cashIn', 'wallMs'], ['pages', 'wallMs']],
		['at most', 1.15, ['cashIn', 'wallMs'], ['floor', 'wallMs']],
		['at most', 1, ['cashIn', 'peakBytes'], ['pages', 'peakBytes']],
	],
};
