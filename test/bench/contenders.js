'use strict';

/** How many invoices go into a request, and how many rows a page has: what both nodes and the floor use. */
const BATCH = 100;
/** Our node's own default. */
const PAGES_IN_FLIGHT = 4;

/** The most requests our node has under way when it is told to. */
const AT_ONCE = 8;

/** What the figures stand for; `n8n` names a workflow, `client` the work of the bare client. */
const SENDING = [
	{ id: 'json', title: 'Cash-In, one JSON expression', n8n: 'json' },
	{ id: 'concurrent', title: `Cash-In, ${AT_ONCE} requests at a time`, n8n: 'concurrent' },
	{ id: 'fields', title: 'Cash-In, 12 field expressions', n8n: 'fields' },
	{ id: 'oneByOne', title: 'HTTP Request, one by one', n8n: 'oneByOne' },
	{ id: 'batched', title: 'HTTP Request, 10 in flight', n8n: 'batched' },
	{ id: 'floor', title: 'Bare client (the floor)', client: { task: 'send', batch: BATCH } },
];

const READING = [
	{ id: 'cashIn', title: 'Cash-In, Return All', n8n: 'cashIn' },
	{ id: 'pages', title: 'HTTP Request, pagination', n8n: 'pages' },
	{ id: 'split', title: 'HTTP Request and Split Out', n8n: 'split' },
	{
		id: 'floor',
		title: 'Bare client (the floor)',
		client: { task: 'read', batch: BATCH, inFlight: PAGES_IN_FLIGHT },
	},
];

/**
 * What is to be reached, each as a ratio of two figures.
 * `of` and `to` name a contender and a figure: `wallMs`, `requests` or `peakBytes`.
 */
const GOALS = {
	sending: [
		['at most', 1.3, ['json', 'wallMs'], ['floor', 'wallMs']],
		['at least', 10, ['batched', 'wallMs'], ['json', 'wallMs']],
		['at least', 100, ['oneByOne', 'requests'], ['json', 'requests']],
		['at most', 1, ['json', 'peakBytes'], ['oneByOne', 'peakBytes']],
		['at most', 1, ['concurrent', 'peakBytes'], ['oneByOne', 'peakBytes']],
		['at most', 2.5, ['fields', 'wallMs'], ['json', 'wallMs']],
	],
	reading: [
		['at most', 0.35, ['cashIn', 'wallMs'], ['pages', 'wallMs']],
		['at most', 1.3, ['cashIn', 'wallMs'], ['floor', 'wallMs']],
		['at most', 1, ['cashIn', 'peakBytes'], ['pages', 'peakBytes']],
	],
};

module.exports = { SENDING, READING, GOALS, BATCH, PAGES_IN_FLIGHT, AT_ONCE };
