import {
	NodeOperationError,
	sleep,
	type IExecuteFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import { createAccounts, type Account, type RequestContext } from './account';
import { createParameterReader } from './parameterReader';
import { createRateLimiter, type RateLimiter } from './rateLimiter';

/** One execution of a node, one poll, or one search of a list: state that lives as long as it does. */
export interface Run<Context extends RequestContext = RequestContext> {
	/** n8n's own. */
	readonly context: Context;
	/** Copied once: n8n copies the whole node for each caller. */
	readonly node: INode;
	/** Aborts when the execution is cancelled. */
	readonly signal: AbortSignal | undefined;
	readonly limiter: RateLimiter;
	/**
	 * Base URL and API key of an item, the first one's by default. Items of one account share one object.
	 * @throws NodeOperationError when the credential cannot be used, and what n8n throws when it cannot be had
	 */
	account(item?: number): Promise<Account>;
	/**
	 * Waits so many milliseconds, or until the execution is cancelled.
	 * @throws NodeOperationError when it is
	 */
	sleep(milliseconds: number): Promise<void>;
	/** Writes a sentence to n8n's log and, where there is an output, shows it beside it; the same one only once. */
	warn(message: string): void;
}

export type PollRun = Run<IPollFunctions>;

/** One `execute()` of the node. */
export interface ExecuteRun extends Run<IExecuteFunctions> {
	/** A parameter of an item, as `getNodeParameter` gives it; may be shared between items, so not to be changed. */
	parameter(name: string, item: number, fallback?: unknown): unknown;
	/** Shows a sentence beside the output, the same one only once. */
	hint(message: string, type: 'info' | 'warning'): void;
}

/** For a poll or a search of a list; an execution has `createExecuteRun`. */
export function createRun<Context extends RequestContext>(context: Context): Run<Context> {
	const node = context.getNode();
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const wait = async (milliseconds: number) => {
		if (milliseconds > 0) await cancellableSleep(milliseconds, signal);
		if (signal?.aborted !== true) return;
		throw new NodeOperationError(node, 'The execution was cancelled while it waited for Cash-In');
	};
	return {
		context,
		node,
		signal,
		limiter: createRateLimiter(wait),
		account: createAccounts(context, node),
		sleep: wait,
		warn: createWarner(context),
	};
}

function createWarner(context: RequestContext): (message: string) => void {
	const warned = new Set<string>();
	return (message) => {
		if (warned.has(message)) return;
		warned.add(message);
		context.logger.warn(`Cash-In: ${message}`);
		if ('addExecutionHints' in context) {
			context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
		}
	};
}

export function createExecuteRun(context: IExecuteFunctions): ExecuteRun {
	const hinted = new Set<string>();
	return {
		...createRun(context),
		parameter: createParameterReader(context),
		hint: (message, type) => {
			if (hinted.has(message)) return;
			hinted.add(message);
			context.addExecutionHints({ message, type, location: 'outputPane' });
		},
	};
}

/**
 * Waits so many milliseconds, or until the signal aborts. The `sleep` of n8n 1.123 takes no signal: it goes on to its
 * end in the background.
 */
export async function cancellableSleep(
	milliseconds: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	if (signal === undefined) return await sleep(milliseconds);
	if (signal.aborted) return;
	let stop = () => {};
	const cancelled = new Promise<void>((resolve) => {
		stop = resolve;
	});
	signal.addEventListener('abort', stop);
	try {
		// That of later versions rejects when the signal aborts.
		await Promise.race([sleep(milliseconds, signal).catch(stop), cancelled]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
