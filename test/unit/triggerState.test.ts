import fc from 'fast-check';

import { addDays } from '../../nodes/CashIn/invoicing/dates';
import { detect, type Sighting } from '../../nodes/CashIn/triggers/detect';
import {
	firstState,
	readState,
	windowStart,
	type TriggerState,
} from '../../nodes/CashIn/triggers/state';

const TODAY = '2026-05-20';
const RULES = { overlapDays: 14, maxItems: 1000 };
const at = (key: string, date: string): Sighting => ({ key, date, record: { AllocationId: key } });
const whole = (...sightings: Sighting[]) => ({ sightings, complete: true });
const started = (...known: Sighting[]) =>
	detect(firstState('s', TODAY, 14), whole(...known), TODAY, RULES).state;
const keys = (events: Sighting[]) => events.map(({ key }) => key);

it('the first look remembers and gives out nothing, whatever the dates', () => {
	const { events, state } = detect(
		firstState('s', TODAY, 14),
		whole(at('a', '2026-05-10'), at('b', '2027-01-01')),
		TODAY,
		RULES,
	);
	expect(events).toEqual([]);
	expect(state).toEqual({
		v: 1,
		scope: 's',
		floor: '2026-05-06',
		cursor: TODAY,
		seen: { '2026-05-10': ['a'], '2027-01-01': ['b'] },
	});
});

it('a first look that was cut short goes on: what is dated before it is old, what is dated that day or later is news', () => {
	const cut = detect(
		firstState('s', TODAY, 14),
		{ sightings: [at('a', '2026-05-10')], complete: false, nextPage: 2 },
		TODAY,
		RULES,
	).state;
	expect(cut).toMatchObject({ baseline: TODAY, resumePage: 2 });
	const { events, state } = detect(cut, whole(at('b', '2026-05-19'), at('c', TODAY)), TODAY, RULES);
	expect(keys(events)).toEqual(['c']);
	expect(state.baseline).toBeUndefined();
});

it('the same record with a later date is the same event', () => {
	const state = started(at('a', '2026-05-08'));
	const moved = detect(state, whole(at('a', '2026-05-20')), TODAY, RULES);
	expect(moved.events).toEqual([]);
	const later = detect(
		{ ...moved.state, cursor: '2026-05-28' },
		whole(at('a', '2026-05-20')),
		'2026-05-28',
		RULES,
	);
	expect(later.events).toEqual([]);
});

it('nothing of what waits for the next poll is marked as seen', () => {
	const { events, state } = detect(
		started(),
		{ sightings: [at('a', TODAY), at('b', TODAY), at('c', TODAY)], complete: false, nextPage: 1 },
		TODAY,
		{ ...RULES, maxItems: 2 },
	);
	expect(keys(events)).toEqual(['a', 'b']);
	expect(state).toMatchObject({ seen: { [TODAY]: ['a', 'b'] }, resumePage: 1 });
});

it('keys older than the overlap are forgotten, and their dates are not asked for again', () => {
	const state = started(at('old', '2026-05-07'), at('new', '2026-05-19'));
	const after = detect(state, whole(at('newest', '2026-05-30')), '2026-05-30', RULES).state;
	expect(after.seen).toEqual({ '2026-05-19': ['new'], '2026-05-30': ['newest'] });
	expect(windowStart(after, 14)).toBe('2026-05-16');
});

it.each<[string, unknown]>([
	['nothing', undefined],
	['an empty object', {}],
	['another version', { ...started(), v: 2 }],
	['another scope', { ...started(), scope: 'other' }],
	['a cursor that is no date', { ...started(), cursor: '2026-02-31' }],
	['keys that are no texts', { ...started(), seen: { [TODAY]: [1] } }],
	['a page that is no page', { ...started(), resumePage: 0 }],
])('a memory of %s is not believed', (_, data) => {
	expect(readState(data, 's')).toBeUndefined();
});

it('a memory survives being written down', () => {
	const state = started(at('a', TODAY));
	expect(readState(JSON.parse(JSON.stringify(state)), 's')).toEqual(state);
});

it('nothing within the overlap is lost or repeated, in whatever order, portions and dates it comes', () => {
	const step = fc.record({
		arrivals: fc.array(fc.integer({ min: -14, max: 40 }), { maxLength: 8 }),
		days: fc.integer({ min: 0, max: 3 }),
		maxItems: fc.integer({ min: 1, max: 5 }),
	});
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
			let today = TODAY;
			let state: TriggerState = started();
			const server: Sighting[] = [];
			const given: string[] = [];
			const poll = (maxItems: number) => {
				const from = windowStart(state, RULES.overlapDays);
				const result = detect(state, whole(...server.filter(({ date }) => date >= from)), today, {
					...RULES,
					maxItems,
				});
				state = JSON.parse(JSON.stringify(result.state)) as TriggerState;
				given.push(...keys(result.events));
				return result.events.length;
			};
			for (const { arrivals, days, maxItems } of steps) {
				today = addDays(today, days);
				// Late by up to the overlap, measured from the newest date the trigger has gone by.
				for (const offset of arrivals) {
					server.push(at(`r${server.length}`, addDays(offset < 0 ? state.cursor : today, offset)));
				}
				poll(maxItems);
			}
			while (poll(3) > 0);
			expect([...given].sort()).toEqual(keys(server).sort());
		}),
		{ numRuns: 2_000 },
	);
});
