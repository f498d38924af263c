import { sleep, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Waits so many milliseconds, and no longer than until the execution is cancelled. The `sleep` of n8n 1.123 knows
 * nothing of the second: it would go on to its end.
 * @throws as soon as the signal does
 */
export async function cancellableSleep(
	milliseconds: number,
	signal: ReturnType<IExecuteFunctions['getExecutionCancelSignal']>,
): Promise<void> {
	if (signal === undefined) return await sleep(milliseconds);
	signal.throwIfAborted();
	let stop = () => {};
	const cancelled = new Promise<never>((_, reject) => {
		stop = () => reject(new Error('The execution was cancelled'));
	});
	signal.addEventListener('abort', stop);
	try {
		await Promise.race([sleep(milliseconds, signal), cancelled]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
