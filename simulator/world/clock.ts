const DAY_MS = 86_400_000;

/**
 * The date some days before or after another one.
 *
 * @param date `YYYY-MM-DD`
 * @param days whole days, negative for earlier
 * @returns `YYYY-MM-DD`
 */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another, both `YYYY-MM-DD`. */
export function daysBetween(first: string, last: string): number {
	return (Date.parse(last) - Date.parse(first)) / DAY_MS;
}

/**
 * The first Friday after a date: the simulator's weekly settlement day. That settlements are weekly is
 * Cash-In's (page debt-collection-service); the weekday is ours.
 *
 * @param date `YYYY-MM-DD`
 */
export function nextSettlementDay(date: string): string {
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	return addDays(date, ((5 - weekday + 6) % 7) + 1);
}

/** The first day of the month after a date; both `YYYY-MM-DD`. */
export function firstOfNextMonth(date: string): string {
	const [year, month] = date.split('-').map(Number);
	// Months count from 0 here, so this month's number is the next one's.
	return new Date(Date.UTC(year ?? 0, month ?? 0, 1)).toISOString().slice(0, 10);
}

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });

/**
 * The calendar date in Finland at a moment, `YYYY-MM-DD`: a Finnish ledger's day starts there, not in UTC.
 *
 * @param moment text is an ISO date-time
 */
export function finnishDate(moment: Date | string): string {
	return helsinki.format(new Date(moment));
}

/** The simulator's own time: everything in it that needs a date asks here, so that a test can move it. */
export class Clock {
	/** Undefined while the clock runs. */
	private stoppedMs: number | undefined;
	private offsetMs = 0;

	/**
	 * @param startAt ISO date-time at which the clock stands still; without it the clock is the machine's
	 * @throws Error when that is not a date-time
	 */
	constructor(private readonly startAt?: string) {
		if (startAt !== undefined && Number.isNaN(Date.parse(startAt))) {
			throw new Error(`now: "${startAt}" is not an ISO date-time such as 2026-03-20T10:00:00Z.`);
		}
		this.reset();
	}

	now(): Date {
		return new Date(this.stoppedMs ?? Date.now() + this.offsetMs);
	}

	/** An ISO date-time. */
	timestamp(): string {
		return this.now().toISOString();
	}

	/** Today in Finland, `YYYY-MM-DD`. */
	today(): string {
		return finnishDate(this.now());
	}

	/** Stands still at this moment until moved again. */
	stopAt(moment: Date): void {
		this.stoppedMs = moment.getTime();
	}

	/** Moves on (or back, when negative). A running clock runs on from there. */
	advance(milliseconds: number): void {
		if (this.stoppedMs === undefined) this.offsetMs += milliseconds;
		else this.stoppedMs += milliseconds;
	}

	/** Back to what it was when the simulator started. */
	reset(): void {
		this.stoppedMs = this.startAt === undefined ? undefined : Date.parse(this.startAt);
		this.offsetMs = 0;
	}
}

/** @param at the moment the work was due, an ISO date-time; it may be long ago when the work runs */
type Work = (at: string) => void;

/** Work for later: by the simulator's clock, as the processing of a batch, or between two requests. */
export class Agenda {
	private timed: Array<{ dueMs: number; work: Work }> = [];
	private counted: Array<{ operationId: string; left: number; work: Work }> = [];

	constructor(private readonly clock: Clock) {}

	/** @param seconds from now, by the simulator's clock */
	after(seconds: number, work: Work): void {
		this.timed.push({ dueMs: this.clock.now().getTime() + seconds * 1_000, work });
	}

	/** @param count how many requests of the operation are to be answered first, from now on */
	afterAnswersOf(operationId: string, count: number, work: Work): void {
		this.counted.push({ operationId, left: count, work });
	}

	/**
	 * Does all work that is due by now, in the order it was due; work that it adds too.
	 * @returns whether there was any
	 */
	catchUp(): boolean {
		let any = false;
		for (let next = this.takeNext(); next !== undefined; next = this.takeNext()) {
			next.work(new Date(next.dueMs).toISOString());
			any = true;
		}
		return any;
	}

	/** Does the work that was to come after this answer. */
	answered(operationId: string): void {
		for (const one of this.counted) if (one.operationId === operationId) one.left -= 1;
		const due = this.counted.filter(({ left }) => left <= 0);
		this.counted = this.counted.filter(({ left }) => left > 0);
		for (const { work } of due) work(this.clock.timestamp());
	}

	clear(): void {
		this.timed = [];
		this.counted = [];
	}

	private takeNext() {
		const nowMs = this.clock.now().getTime();
		const due = this.timed.filter((entry) => entry.dueMs <= nowMs);
		const next = due.sort((a, b) => a.dueMs - b.dueMs)[0];
		this.timed = this.timed.filter((entry) => entry !== next);
		return next;
	}
}
