/**
 * Whether a day lies in a window. Days of `YYYY-MM-DD` compare as text; of a date-time the day counts. A
 * record without the day is in no window that has an end.
 *
 * @param from,to undefined: open on that side
 */
export function within(date: unknown, from: unknown, to: unknown): boolean {
	if (from === undefined && to === undefined) return true;
	if (typeof date !== 'string') return false;
	const day = date.slice(0, 10);
	return (from === undefined || day >= String(from)) && (to === undefined || day <= String(to));
}
