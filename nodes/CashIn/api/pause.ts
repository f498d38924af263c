import { NodeOperationError, sleep } from 'n8n-workflow';

import type { RequestContext } from './exchange';

/**
 * Waits so many milliseconds, if any, or until the execution is cancelled.
 * @throws NodeOperationError when it is
 */
export async function pause(context: RequestContext, milliseconds: number): Promise<void> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	if (milliseconds > 0) await sleepUntilAborted(milliseconds, signal);
	if (signal?.aborted !== true) return;
	throw new NodeOperationError(
		context.getNode(),
		'The execution was cancelled while it waited for Cash-In',
	);
}

/** n8n's own sleep knows no signal before its version 2. */
async function sleepUntilAborted(
	milliseconds: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	let wake = () => {};
	const aborted = new Promise<void>((resolve) => {
		wake = resolve;
	});
	if (signal?.aborted === true) return;
	signal?.addEventListener('abort', wake);
	await Promise.race([sleep(milliseconds, signal).catch(() => aborted), aborted]);
	signal?.removeEventListener('abort', wake);
}
