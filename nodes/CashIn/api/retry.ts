import { endpoints, type EndpointId } from './endpoints.generated';
import type { Fault } from './errors';

/** Tries in all, the first included. */
export const MOST_TRIES = 4;

/** A wait asked for by Cash-In is honoured up to this long, in milliseconds; beyond it the user is told. */
export const LONGEST_WAIT_MS = 120_000;

const FIRST_WAIT_MS = 1_000;

/**
 * How long to wait before the next try, in milliseconds, or nothing when there must be none.
 * 429 means that nothing was taken, so even a write may go again, unless the contract says never;
 * everything else is repeated for reads only.
 * @param tries how many have failed so far (1 after the first)
 * @param random a number from 0 to 1, for the jitter
 */
export function waitBeforeRetry(
	endpoint: EndpointId,
	fault: Fault,
	tries: number,
	random: number,
): number | undefined {
	if (tries >= MOST_TRIES || !mayRepeat(endpoint, fault)) return undefined;
	if (fault.retryAfterMs !== undefined) {
		return fault.retryAfterMs <= LONGEST_WAIT_MS ? fault.retryAfterMs : undefined;
	}
	const exponential = FIRST_WAIT_MS * 2 ** (tries - 1);
	return Math.round(exponential * (0.5 + random / 2));
}

function mayRepeat(endpoint: EndpointId, fault: Fault): boolean {
	const { retry } = endpoints[endpoint];
	if (fault.status === 429) return retry !== 'never';
	if (retry !== 'read') return false;
	switch (fault.kind) {
		case 'status':
			return (fault.status ?? 0) >= 500;
		case 'timeout':
		case 'network':
		case 'cutOff':
			return true;
		default:
			return false;
	}
}

/**
 * Reads a Retry-After header, seconds or an HTTP date, as milliseconds from `now`.
 * Nothing when it is missing or says neither.
 */
export function readRetryAfter(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	const text = String(header).trim();
	if (/^\d+$/.test(text)) return Number(text) * 1_000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
