import { finnishDate } from './dates';

/** The simulator's own time: everything in it that needs a date asks here, so that a test can move it. */
export interface Clock {
	now(): Date;
	/** Today in Finland, `YYYY-MM-DD`. */
	today(): string;
	/** Stands still at this moment until moved again. */
	stopAt(moment: Date): void;
	/** Moves on (or back, when negative). A running clock runs on from there. */
	advance(milliseconds: number): void;
	/** Back to what it was when the simulator started. */
	reset(): void;
}

/**
 * @param startAt ISO date-time at which the clock stands still; without it the clock is the machine's
 * @throws Error when that is not a date-time
 */
export function createClock(startAt?: string): Clock {
	if (startAt !== undefined && Number.isNaN(Date.parse(startAt))) {
		throw new Error(`now: "${startAt}" is not an ISO date-time such as 2026-03-20T10:00:00Z.`);
	}
	let stopped: number | undefined;
	let offset = 0;
	const now = () => new Date(stopped ?? Date.now() + offset);
	const reset = () => {
		stopped = startAt === undefined ? undefined : Date.parse(startAt);
		offset = 0;
	};
	reset();
	return {
		now,
		today: () => finnishDate(now()),
		stopAt: (moment) => {
			stopped = moment.getTime();
		},
		advance: (milliseconds) => {
			if (stopped === undefined) offset += milliseconds;
			else stopped += milliseconds;
		},
		reset,
	};
}
