/** A signal that tells when something has taken too long, or is not wanted any more. */
export interface TimeLimit {
	signal: AbortSignal;
	/** Whether the time was up, as against a cancel. */
	readonly passed: boolean;
	/** Tells, too: what is still under way is broken off. */
	breakOff(): void;
	/** Stops watching. */
	end(): void;
}

/**
 * @param milliseconds from now
 * @param cancel what else ends it
 */
export function timeLimit(milliseconds: number, cancel: AbortSignal | undefined): TimeLimit {
	const controller = new AbortController();
	const time = AbortSignal.timeout(milliseconds);
	const breakOff = () => controller.abort();
	const signals = cancel === undefined ? [time] : [time, cancel];
	for (const signal of signals) signal.addEventListener('abort', breakOff);
	if (cancel?.aborted === true) breakOff();
	return {
		signal: controller.signal,
		get passed() {
			return time.aborted;
		},
		breakOff,
		end: () => {
			for (const signal of signals) signal.removeEventListener('abort', breakOff);
		},
	};
}
