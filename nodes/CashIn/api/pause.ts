import { NodeOperationError } from 'n8n-workflow';

import type { RequestContext } from './exchange';
import { wait } from './wait';

/**
 * Waits so many milliseconds, if any, or until the execution is cancelled.
 * @throws NodeOperationError when it is
 */
export async function pause(context: RequestContext, milliseconds: number): Promise<void> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	if (milliseconds <= 0 && signal?.aborted !== true) return;
	try {
		await wait(Math.max(0, milliseconds), signal);
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			'The execution was cancelled while it waited for Cash-In',
		);
	}
}
