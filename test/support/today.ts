/** What of the clock stays real while the day is set: the engine awaits timers. */
const EVERYTHING_BUT_DATE = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'requestAnimationFrame',
	'cancelAnimationFrame',
	'requestIdleCallback',
	'cancelIdleCallback',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

/** Sets the day (`YYYY-MM-DD`, or an instant) for the rest of a test; `jest.useRealTimers()` ends it. */
export function today(day: string): void {
	jest.useFakeTimers({
		now: new Date(day.includes('T') ? day : `${day}T10:00:00Z`),
		doNotFake: [...EVERYTHING_BUT_DATE],
	});
}
