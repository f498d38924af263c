import { addDays } from '../../nodes/CashIn/invoicing/dates';
import { dated, type DatedState } from '../../nodes/CashIn/triggers/dated';
import type { Settings } from '../../nodes/CashIn/triggers/fields';
import type { Reading } from '../../nodes/CashIn/triggers/list';
import type { Observation } from '../../nodes/CashIn/triggers/observation';
import { watched, type WatchedState } from '../../nodes/CashIn/triggers/watched';

const TODAY = '2026-05-20';
const RULES: Settings = {
	filters: {},
	overlapDays: 14,
	watchDays: 0,
	maxItems: 1_000,
	updates: false,
	statusFilter: '',
	wantsChange: () => true,
	isTerminal: () => false,
};
const at = (key: string, date: string, amounts?: string): Observation => ({
	key,
	date,
	occurredAt: date,
	amounts,
	record: { AllocationId: key },
});
const reading = (observations: Observation[], more: Partial<Reading> = {}): Reading => ({
	observations,
	latest: observations
		.map(({ date }) => date)
		.filter((date) => date <= TODAY)
		.sort()
		.pop(),
	unchanged: new Set(),
	complete: true,
	nextPage: 1,
	today: TODAY,
	...more,
});
const first = () => dated.start('s', TODAY, RULES, false);
const begun = (...known: Observation[]) => dated.detect(first(), reading(known), RULES).state;
const keys = ({ events }: ReturnType<typeof dated.detect>) =>
	events.map(({ observation }) => observation.key);

it('the first look remembers and gives out nothing, whatever the dates', () => {
	const all = reading([at('a', '2026-05-10'), at('b', '2027-01-01')]);
	const { events, state } = dated.detect(first(), all, RULES);
	expect(events).toEqual([]);
	expect(state).toMatchObject({ from: '2026-05-06', cursor: TODAY });
	expect([...state.known.keys()]).toEqual(['a', 'b']);
});

it('a first look that was cut short goes on: what is dated before it is old, what is dated that day or later is news', () => {
	const cut = reading([at('a', '2026-05-10')], { complete: false, nextPage: 2 });
	const { state } = dated.detect(first(), cut, RULES);
	expect(state).toMatchObject({ baseline: TODAY, scan: { page: 2 } });
	const next = dated.detect(state, reading([at('b', '2026-05-19'), at('c', TODAY)]), RULES);
	expect(keys(next)).toEqual(['c']);
	expect(next.state.baseline).toBeUndefined();
});

it('nothing of what waits for the next poll is marked as known', () => {
	const three = reading([at('a', TODAY), at('b', TODAY), at('c', TODAY)], { complete: false });
	const { events, state } = dated.detect(begun(), three, { ...RULES, maxItems: 2 });
	expect(events.map(({ observation }) => observation.key)).toEqual(['a', 'b']);
	expect([...state.known.keys()]).toEqual(['a', 'b']);
});

it('a list read whole gives its oldest first, whatever its order', () => {
	const desc = reading([at('c', TODAY), at('b', '2026-05-18'), at('a', '2026-05-12')]);
	expect(keys(dated.detect(begun(), desc, { ...RULES, maxItems: 2 }))).toEqual(['a', 'b']);
});

it('a row dated before the window is left alone, even if Cash-In lists it every time', () => {
	expect(keys(dated.detect(begun(), reading([at('old', '2026-05-05')]), RULES))).toEqual([]);
});

it('a date ahead moves no cursor', () => {
	const ahead = reading([at('a', '2026-07-01')], { latest: undefined });
	const { events, state } = dated.detect(begun(), ahead, RULES);
	expect([events.length, state.cursor]).toEqual([1, TODAY]);
});

it('days that a scan has left behind are dropped with the scan after it, and cost nothing then', () => {
	const later = '2026-06-20';
	const scan = (state: DatedState) =>
		dated.detect(state, reading([at('new', later)], { latest: later, today: later }), RULES).state;
	const once = scan(begun(at('old', '2026-05-19')));
	expect([...once.known.keys()]).toEqual(['old', 'new']);
	const twice = scan(once);
	expect([...twice.known.keys()]).toEqual(['new']);
	expect(twice.from).toBe(addDays(later, -14));
});

it('a record seen with a later date is remembered until that day is left behind', () => {
	const state = begun(at('a', '2026-05-08'));
	const moved = dated.detect(state, reading([at('a', TODAY)]), RULES);
	expect([moved.events, moved.state.known.get('a')?.date]).toEqual([[], TODAY]);
});

describe('updates', () => {
	const updates = { ...RULES, updates: true };
	const first = dated.detect(begun(), reading([at('a', TODAY, '100/100')]), updates).state;

	it('come once for each change, with what was before', () => {
		const changed = dated.detect(first, reading([at('a', TODAY, '90/90')]), updates);
		expect(changed.events).toMatchObject([{ before: '100/100', changes: 1 }]);
		const again = dated.load(JSON.parse(JSON.stringify(dated.save(changed.state))), 's');
		if (again === undefined) throw new Error('The state was not read back');
		expect(dated.detect(again, reading([at('a', TODAY, '90/90')]), updates).events).toEqual([]);
		const back = dated.detect(again, reading([at('a', TODAY, '100/100')]), updates);
		expect(back.events).toMatchObject([{ before: '90/90', changes: 2 }]);
	});

	it('do not come where nobody asked for them', () => {
		expect(dated.detect(first, reading([at('a', TODAY, '90/90')]), RULES).events).toEqual([]);
	});

	it('begin with the amounts of the day they are switched on', () => {
		const without = dated.detect(begun(), reading([at('a', TODAY, '100')]), RULES).state;
		const on = dated.detect(without, reading([at('a', TODAY, '90')]), updates);
		expect(on.events).toEqual([]);
		expect(dated.detect(on.state, reading([at('a', TODAY, '80')]), updates).events).toHaveLength(1);
	});
});

describe('what n8n kept', () => {
	const savedDated = dated.save(begun(at('a', TODAY), at('b', '2026-05-19')));
	const state: WatchedState = {
		scope: 's',
		revision: 3,
		from: '2025-05-01',
		first: false,
		known: new Map([
			['1042', { status: 'Open', changes: 0, month: '2026-05-01' }],
			['1043', { status: 'a:b "c"', changes: 12, month: '2026-04-01' }],
		]),
	};
	const savedWatched = watched.save(state);

	it('is read back as it was', () => {
		expect(dated.load(JSON.parse(JSON.stringify(savedDated)), 's')?.known.size).toBe(2);
		expect(watched.load(JSON.parse(JSON.stringify(savedWatched)), 's')).toEqual(state);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['an empty object', {}],
		['the version before', { ...savedDated, v: 1 }],
		['another scope', { ...savedDated, scope: 'other' }],
		['a cursor that is no date', { ...savedDated, cursor: '2026-02-31' }],
		['keys that are no keys', { ...savedDated, seen: { [TODAY]: { n: { '¤': '"' } } } }],
		['a day that is none', { ...savedDated, seen: { today: {} } }],
		[
			'a page that is no page',
			{ ...savedDated, pass: { from: TODAY, page: 0, began: TODAY, latest: TODAY } },
		],
		['a turn that is none', { ...savedDated, turn: -1 }],
		['something watched', savedWatched],
	])('is not believed when it is %s', (_, data) => {
		expect(dated.load(data, 's')).toBeUndefined();
	});

	it.each<[string, unknown]>([
		['something that happened', savedDated],
		['another scope', { ...savedWatched, scope: 'other' }],
		['a status without a number of changes', { ...savedWatched, known: { [TODAY]: { Open: {} } } }],
		['a month that is none', { ...savedWatched, known: { May: {} } }],
	])('is not believed when it is %s instead of something watched', (_, data) => {
		expect(watched.load(data, 's')).toBeUndefined();
	});
});

it('a hundred thousand watched invoices with their statuses fit into 1.5 MB, whatever their numbers', () => {
	const statuses = ['Open', 'PartlyPaid', 'Reminded', 'Paid'];
	const known: WatchedState['known'] = new Map();
	for (let index = 0; known.size < 100_000; index += 1) {
		const month = `2026-${String((index % 12) + 1).padStart(2, '0')}-01`;
		const number = String((index * 7_919_000_003) % 999_999_937);
		known.set(number, { status: statuses[index % 4] ?? '', changes: index % 3, month });
	}
	const state = watched.save({ scope: 's', revision: 1, from: '2026-01-01', first: false, known });
	expect(JSON.stringify(state).length).toBeLessThan(1_500_000);
	expect(watched.load(state, 's')?.known.size).toBe(100_000);
});
