/**
 * Whether a year, month (1-12) and day (1-31) name a day of the Gregorian calendar.
 * Worked out here and not by `Date`, which turns 31 February into 3 March without a word.
 */
export function isCalendarDay(year: number, month: number, day: number): boolean {
	return day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days in a month (1-12); 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2 && isLeapYear(year)) return 29;
	return DAYS[month - 1] ?? 0;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
