const HELSINKI = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Helsinki',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
});

const DAY_MS = 86_400_000;

/** The date in Finland at an instant (milliseconds since 1970), as `YYYY-MM-DD`: Cash-In's dates are Finnish dates. */
export function finnishDate(instant: number): string {
	return HELSINKI.format(instant);
}

/** A `YYYY-MM-DD` date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The date part of a date or date-time as the API writes it, or nothing when it is no date. Never shifted by a time zone. */
export function dateOf(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const date = value.slice(0, 10);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
	const instant = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(instant) || addDays(date, 0) !== date ? undefined : date;
}
