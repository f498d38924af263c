import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../nodes/CashIn/invoicing/dates';
import { detect, type Sighting } from '../../nodes/CashIn/triggers/detect';
import { triggerEvents } from '../../nodes/CashIn/triggers/events';
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

it('after a first look that failed, what waits for the next poll is still news then', () => {
	const unread = { ...firstState('s', TODAY, 14), resumePage: 1 };
	const all = whole(at('a', TODAY), at('old', '2026-05-19'), at('b', TODAY), at('c', TODAY));
	const rules = { ...RULES, maxItems: 2 };
	const first = detect(unread, all, TODAY, rules);
	expect(keys(first.events)).toEqual(['a', 'b']);
	expect(first.state).toMatchObject({ baseline: TODAY, resumePage: 1 });
	expect(keys(detect(first.state, all, TODAY, rules).events)).toEqual(['c']);
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

it('nothing within the overlap is lost or repeated, in whatever order, portions and dates it comes, or after a failed first poll', () => {
	const step = fc.record({
		arrivals: fc.array(fc.integer({ min: -14, max: 40 }), { maxLength: 8 }),
		days: fc.integer({ min: 0, max: 3 }),
		maxItems: fc.integer({ min: 1, max: 5 }),
	});
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), (steps, failed) => {
			let today = TODAY;
			let state: TriggerState = failed
				? { ...firstState('s', TODAY, 14), resumePage: 1 }
				: started();
			const server: Sighting[] = [];
			const news: string[] = [];
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
					const date = addDays(offset < 0 ? state.cursor : today, offset);
					// Until the first pass is through, what is dated before the activation may have been there.
					if (state.baseline === undefined || date >= TODAY) news.push(`r${server.length}`);
					server.push(at(`r${server.length}`, date));
				}
				poll(maxItems);
			}
			while (poll(3) > 0);
			expect([...given].sort()).toEqual([...news].sort());
		}),
		{ numRuns: 2_000 },
	);
});

describe('a payment is told from others', () => {
	const key = (record: IDataObject) => triggerEvents[0]?.key(record);
	const payment = {
		CaseId: 'CASE-1',
		InvoiceNumber: '1042',
		PaymentType: { Code: '8' },
		Dates: { PaymentDate: '2026-05-20' },
		Amounts: { PaymentAmount: 125.5 },
		Currency: 'EUR',
	};

	it.each<[string, IDataObject]>([
		['text', { AllocationId: '17' }],
		['a number', { AllocationId: 17 }],
		['a member in lower case', { allocationId: '17' }],
	])('by its id as %s', (_, id) => {
		expect(key({ ...id, ...payment })).toBe('17');
		expect(key({ ...id, Status: 'changed' })).toBe('17');
	});

	it.each<[string, IDataObject]>([
		['none', {}],
		['an empty one', { AllocationId: '' }],
		['a blank one', { AllocationId: ' ' }],
		['null', { AllocationId: null }],
	])('without an id (%s) by what does not change about it', (_, id) => {
		const known = key({ ...id, ...payment });
		expect(key({ ...payment, ...id, FetchedAt: 2, Status: 'changed' })).toBe(known);
		const others: IDataObject[] = [
			{ CaseId: 'CASE-2' },
			{ InvoiceNumber: '1043' },
			{ PaymentType: { Code: '9' } },
			{ Dates: { PaymentDate: '2026-05-21' } },
			{ Amounts: { PaymentAmount: 125.51 } },
			{ Currency: 'SEK' },
		];
		const all = [known, ...others.map((other) => key({ ...id, ...payment, ...other }))];
		expect(new Set(all).size).toBe(7);
	});

	it.each<[string, IDataObject]>([
		['whose', { CaseId: null, InvoiceNumber: '' }],
		['when', { Dates: {} }],
		['how much', { Amounts: null }],
	])('by everything in it when it does not say %s', (_, gap) => {
		expect(key({ ...payment, ...gap, Text: 'a' })).not.toBe(key({ ...payment, ...gap, Text: 'b' }));
	});
});
