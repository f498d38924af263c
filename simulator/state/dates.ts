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

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });

/** The calendar date in Finland at a moment, `YYYY-MM-DD`: a Finnish ledger's day starts there, not in UTC. */
export function finnishDate(moment: Date): string {
	return helsinki.format(moment);
}

/** The first day of the month after a date; both `YYYY-MM-DD`. */
export function firstOfNextMonth(date: string): string {
	const [year, month] = date.split('-').map(Number);
	// Months count from 0 here, so this month's number is the next one's.
	return new Date(Date.UTC(year ?? 0, month ?? 0, 1)).toISOString().slice(0, 10);
}
