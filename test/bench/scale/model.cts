import type { Figures } from './figures.cts';

/** Of a run, whoever starts it. Times are of a processor, in milliseconds. */
export interface RunConstants {
	/** Our node, for an invoice. */
	invoiceMs: number;
	/** An n8n that holds hardly any items. */
	baseBytes: number;
	/** n8n's own memory for an invoice as an item. */
	itemBytes: number;
	/** What Cash-In's node adds to it: its output. */
	addedBytes: number;
}

/** Of an invoice that goes through the queue in an execution of a thousand. */
export interface QueueConstants {
	/** All n8n processes, saving included. */
	queuedMs: number;
	/** Text that n8n keeps of it in its database. */
	invoiceBytesKept: number;
}

/** Of an order that comes in by webhook and goes through the queue. */
export interface OrderConstants {
	orderMs: { main: number; workers: number; postgres: number; redis: number };
	/** Requests to Cash-In, one after the other. */
	orderRequests: number;
	orderBytesKept: number;
}

/** Of a trigger that polls and starts its workflow. */
export interface PollConstants {
	pollMs: number;
	pollRequests: number;
}

/** @throws where fewer than two sizes were measured: one does not tell what an item takes */
export function runConstants({ costs }: Figures['oneRun']): RunConstants {
	const way = (wanted: string) => costs.filter((cost) => cost.way === wanted);
	const [json, least] = [way('json').at(-1), way('empty')[0]];
	const [before, most] = way('empty').slice(-2);
	if (!json || !least || !before || !most) throw new Error('The model needs runs of two sizes.');
	return {
		invoiceMs: json.cpuMs / json.count,
		baseBytes: least.peakBytes,
		itemBytes: (most.peakBytes - before.peakBytes) / (most.count - before.count),
		addedBytes: Math.max(0, json.peakBytes - most.peakBytes) / json.count,
	};
}

export function queueConstants({ spreads, bytesKept }: Figures['spread']): QueueConstants {
	const chunked = spreads.filter(({ executions }) => executions > 1).at(-1);
	if (!chunked) throw new Error('The model needs a run in several executions.');
	return { queuedMs: chunked.n8nCpuMs / chunked.count, invoiceBytesKept: bytesKept / 1_000 };
}

export function orderConstants({ orders, bytesKept }: Figures['orders']): OrderConstants {
	const order = orders.find(({ kept }) => kept === 'all');
	if (!order) throw new Error('The model needs orders whose executions are kept.');
	const { main, workers, postgres, redis } = order.cpuMs;
	return {
		orderMs: { main, workers, postgres, redis },
		orderRequests: order.requests,
		orderBytesKept: bytesKept,
	};
}

export function pollConstants({ polls: [poll] }: Figures['polls']): PollConstants {
	if (!poll) throw new Error('The model needs a round of polls.');
	return { pollMs: poll.n8nCpuMs / poll.triggers, pollRequests: poll.requests / poll.triggers };
}

interface Send {
	invoices: number;
	/** Invoices in a request. */
	batch: number;
	/** Requests under way at a time. */
	concurrent: number;
	/** From a request to its answer, in milliseconds: Cash-In's and the line's. */
	answerMs: number;
}

/**
 * How long one run takes in the node, on a processor of its own, in milliseconds: its computing, and what it waits for
 * Cash-In. Several requests under way share the wait, and no more than there are.
 */
export function sendMs(
	{ invoiceMs }: Pick<RunConstants, 'invoiceMs'>,
	{ invoices, batch, concurrent, answerMs }: Send,
): number {
	const rounds = Math.ceil(Math.ceil(invoices / batch) / concurrent);
	return invoices * invoiceMs + rounds * answerMs;
}

type Memory = Omit<RunConstants, 'invoiceMs'>;

/** The memory n8n needs for a run of so many invoices. */
export const runBytes = ({ baseBytes, itemBytes, addedBytes }: Memory, invoices: number): number =>
	baseBytes + invoices * (itemBytes + addedBytes);

/** The most invoices in a run of an n8n with so much memory. */
export const mostInvoices = ({ baseBytes, itemBytes, addedBytes }: Memory, bytes: number): number =>
	Math.max(0, Math.floor((bytes - baseBytes) / (itemBytes + addedBytes)));

/** What may be in the way, and how many orders a minute it lets through. */
export interface Limit {
	what: string;
	perMinute: number;
}

interface Cluster {
	workers: number;
	/** Executions that a worker has under way, as in `--concurrency`. */
	concurrency: number;
	/** Processors of all its machines. */
	cores: number;
	answerMs: number;
	/** Requests a minute that Cash-In allows, where it does not allow any number. */
	allowed?: number;
}

/**
 * The most orders a minute by each of the things that can be in the way, the narrowest first. n8n's processes compute on
 * one processor each, so main and each worker are limits of their own, whatever else is idle.
 */
export function orderLimits(
	{ orderMs, orderRequests }: Omit<OrderConstants, 'orderBytesKept'>,
	{ workers, concurrency, cores, answerMs, allowed = Infinity }: Cluster,
): Limit[] {
	const minute = 60_000;
	const all = Object.values(orderMs).reduce((sum, ms) => sum + ms, 0);
	const under = orderRequests * answerMs + orderMs.workers;
	return [
		{ what: 'main, which takes the webhooks', perMinute: minute / orderMs.main },
		{ what: "the workers' processors", perMinute: (workers * minute) / orderMs.workers },
		{ what: 'Postgres, on one processor', perMinute: minute / orderMs.postgres },
		{ what: 'the processors of all machines', perMinute: (cores * minute) / all },
		{
			what: "executions under way, waiting for Cash-In's answers",
			perMinute: (workers * concurrency * minute) / under,
		},
		{ what: 'what Cash-In allows', perMinute: allowed / orderRequests },
	].sort((a, b) => a.perMinute - b.perMinute);
}
