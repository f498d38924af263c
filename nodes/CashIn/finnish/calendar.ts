/**
 * Whether a year, month (1-12) and day (1-31) name a day of the Gregorian calendar.
 * Computed here and not by `Date`, which turns 31 February into 3 March.
 */
export function isCalendarDay(year: number, month: number, day: number): boolean {
	const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0);
	return day >= 1 && day <= days;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
