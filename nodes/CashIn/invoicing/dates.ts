import { isCalendarDay } from '../finnish/calendar';
import { ParseError } from './values';

/**
 * A date as `YYYY-MM-DD`, out of one or out of a date with a time, whose time is cut off: a written date is never
 * moved by a time zone. A `Date` is an instant, which is a day only somewhere: it is the day in Helsinki.
 * @returns ParseError for other forms, and for days that do not exist
 */
export function readDate(value: unknown): string | ParseError {
	const text = isInstant(value) ? helsinkiDate(value) : value;
	if (typeof text !== 'string') return parseDate('');
	const known = days.get(text);
	if (known !== undefined) return known;
	const date = parseDate(text.trim());
	if (date instanceof ParseError || text.length > LONGEST_KEPT) return date;
	if (days.size === MOST_DAYS) days.clear();
	days.set(text, date);
	return date;
}

/** Invoices of one run share a few days, each of which is read several times on its way. */
const days = new Map<string, string>();
const MOST_DAYS = 500;
/** In characters: a date with its time and zone. */
const LONGEST_KEPT = 40;

function parseDate(text: string): string | ParseError {
	const match = DATE.exec(text);
	if (match === null) {
		return new ParseError('must be a date written YYYY-MM-DD, such as 2026-01-31');
	}
	const [, date = '', year = '', month = '', day = ''] = match;
	if (!isCalendarDay(Number(year), Number(month), Number(day)) || Number(year) < FIRST_YEAR) {
		return new ParseError(`is ${date}, a day that does not exist`);
	}
	return date;
}

/** `date` (`YYYY-MM-DD`) moved by whole days, which may be negative. */
export function addDays(date: string, days: number): string {
	return new Date(dayNumber(date) * DAY + days * DAY).toISOString().slice(0, 10);
}

/** How many days `to` is after `from` (both `YYYY-MM-DD`); negative when before. */
export function daysBetween(from: string, to: string): number {
	return dayNumber(to) - dayNumber(from);
}

/**
 * The calendar day in Helsinki at an instant, `YYYY-MM-DD`. The UTC day is yesterday's there for two or three
 * hours of every night.
 */
export function helsinkiDate(instant: Date): string {
	const hour = Math.floor(instant.getTime() / HOUR);
	if (hour < 0) return formatted(instant);
	if (hour !== latest.hour) latest = { hour, date: formatted(instant) };
	return latest.date;
}

/** Since 1970 days begin at a full hour, so that of ten thousand invoices only the first asks the time zone. */
let latest = { hour: NaN, date: '' };

function formatted(instant: Date): string {
	const parts = new Map(
		helsinki()
			.formatToParts(instant)
			.map(({ type, value }) => [type, value]),
	);
	return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

function isInstant(value: unknown): value is Date {
	return value instanceof Date && !Number.isNaN(value.getTime());
}

/** Days since 1970-01-01. In UTC every day has 24 hours, so this is exact. */
function dayNumber(date: string): number {
	return (
		Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
		DAY
	);
}

const DATE = /^(([0-9]{4})-([0-9]{2})-([0-9]{2}))(?:[T ].*)?$/;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Years below 100 mean something else to `Date`, and nothing to an invoice. */
const FIRST_YEAR = 1900;

/** Made when it is first needed: loading the time zones takes longer than loading the rest of the node. */
function helsinki(): Intl.DateTimeFormat {
	helsinkiFormat ??= new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/Helsinki',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	});
	return helsinkiFormat;
}

let helsinkiFormat: Intl.DateTimeFormat | undefined;
