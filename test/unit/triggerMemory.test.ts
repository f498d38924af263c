import { addDays } from '../../nodes/CashIn/invoicing/dates';
import {
	firstDatedMemory,
	packDated,
	unpackDated,
	type DatedMemory,
} from '../../nodes/CashIn/triggers/datedMemory';
import { detectDated, type DatedReading } from '../../nodes/CashIn/triggers/detectDated';
import type { Sighting } from '../../nodes/CashIn/triggers/sighting';
import {
	packWatched,
	unpackWatched,
	type WatchedMemory,
} from '../../nodes/CashIn/triggers/watchedMemory';

const TODAY = '2026-05-20';
const RULES = { overlapDays: 14, maxItems: 1_000, updates: false };
const at = (key: string, date: string, amounts?: string): Sighting => ({
	key,
	date,
	occurredAt: date,
	amounts,
	record: { AllocationId: key },
});
const reading = (sightings: Sighting[], more: Partial<DatedReading> = {}): DatedReading => ({
	sightings,
	latest: sightings
		.map(({ date }) => date)
		.filter((date) => date <= TODAY)
		.sort()
		.pop(),
	complete: true,
	nextPage: 1,
	today: TODAY,
	...more,
});
const begun = (...known: Sighting[]) =>
	detectDated(firstDatedMemory('s', TODAY, 14), reading(known), RULES).memory;
const keys = ({ news }: ReturnType<typeof detectDated>) => news.map(({ sighting }) => sighting.key);

it('the first look remembers and gives out nothing, whatever the dates', () => {
	const all = reading([at('a', '2026-05-10'), at('b', '2027-01-01')]);
	const { news, memory } = detectDated(firstDatedMemory('s', TODAY, 14), all, RULES);
	expect(news).toEqual([]);
	expect(memory).toMatchObject({ from: '2026-05-06', cursor: TODAY });
	expect([...memory.known.keys()]).toEqual(['a', 'b']);
});

it('a first look that was cut short goes on: what is dated before it is old, what is dated that day or later is news', () => {
	const cut = reading([at('a', '2026-05-10')], { complete: false, nextPage: 2 });
	const { memory } = detectDated(firstDatedMemory('s', TODAY, 14), cut, RULES);
	expect(memory).toMatchObject({ baseline: TODAY, pass: { page: 2 } });
	const next = detectDated(memory, reading([at('b', '2026-05-19'), at('c', TODAY)]), RULES);
	expect(keys(next)).toEqual(['c']);
	expect(next.memory.baseline).toBeUndefined();
});

it('nothing of what waits for the next poll is marked as known', () => {
	const three = reading([at('a', TODAY), at('b', TODAY), at('c', TODAY)], { complete: false });
	const { news, memory } = detectDated(begun(), three, { ...RULES, maxItems: 2 });
	expect(news.map(({ sighting }) => sighting.key)).toEqual(['a', 'b']);
	expect([...memory.known.keys()]).toEqual(['a', 'b']);
});

it('a list read whole gives its oldest first, whatever its order', () => {
	const desc = reading([at('c', TODAY), at('b', '2026-05-18'), at('a', '2026-05-12')]);
	expect(keys(detectDated(begun(), desc, { ...RULES, maxItems: 2 }))).toEqual(['a', 'b']);
});

it('a row dated before the window is left alone, even if Cash-In lists it every time', () => {
	expect(keys(detectDated(begun(), reading([at('old', '2026-05-05')]), RULES))).toEqual([]);
});

it('a date ahead moves no cursor', () => {
	const ahead = reading([at('a', '2026-07-01')], { latest: undefined });
	const { news, memory } = detectDated(begun(), ahead, RULES);
	expect([news.length, memory.cursor]).toEqual([1, TODAY]);
});

it('days that a pass has left behind are dropped with the pass after it, and cost nothing then', () => {
	const later = '2026-06-20';
	const pass = (memory: DatedMemory) =>
		detectDated(memory, reading([at('new', later)], { latest: later, today: later }), RULES).memory;
	const once = pass(begun(at('old', '2026-05-19')));
	expect([...once.known.keys()]).toEqual(['old', 'new']);
	const twice = pass(once);
	expect([...twice.known.keys()]).toEqual(['new']);
	expect(twice.from).toBe(addDays(later, -14));
});

it('a record seen with a later date is remembered until that day is left behind', () => {
	const memory = begun(at('a', '2026-05-08'));
	const moved = detectDated(memory, reading([at('a', TODAY)]), RULES);
	expect([moved.news, moved.memory.known.get('a')?.date]).toEqual([[], TODAY]);
});

describe('updates', () => {
	const updates = { ...RULES, updates: true };
	const first = detectDated(begun(), reading([at('a', TODAY, '100/100')]), updates).memory;

	it('come once for each change, with what was before', () => {
		const changed = detectDated(first, reading([at('a', TODAY, '90/90')]), updates);
		expect(changed.news).toMatchObject([{ update: { before: '100/100', changes: 1 } }]);
		const again = unpackDated(JSON.parse(JSON.stringify(packDated(changed.memory))), 's');
		if (again === undefined) throw new Error('The memory was not read back');
		expect(detectDated(again, reading([at('a', TODAY, '90/90')]), updates).news).toEqual([]);
		const back = detectDated(again, reading([at('a', TODAY, '100/100')]), updates);
		expect(back.news).toMatchObject([{ update: { before: '90/90', changes: 2 } }]);
	});

	it('do not come where nobody asked for them', () => {
		expect(detectDated(first, reading([at('a', TODAY, '90/90')]), RULES).news).toEqual([]);
	});

	it('begin with the amounts of the day they are switched on', () => {
		const without = detectDated(begun(), reading([at('a', TODAY, '100')]), RULES).memory;
		const on = detectDated(without, reading([at('a', TODAY, '90')]), updates);
		expect(on.news).toEqual([]);
		expect(detectDated(on.memory, reading([at('a', TODAY, '80')]), updates).news).toHaveLength(1);
	});
});

describe('what n8n kept', () => {
	const dated = packDated(begun(at('a', TODAY), at('b', '2026-05-19')));
	const watchedMemory: WatchedMemory = {
		scope: 's',
		turn: 3,
		from: '2025-05-01',
		first: false,
		known: new Map([
			['1042', { status: 'Open', changes: 0, month: '2026-05-01' }],
			['1043', { status: 'a:b "c"', changes: 12, month: '2026-04-01' }],
		]),
	};
	const watched = packWatched(watchedMemory);

	it('is read back as it was', () => {
		expect(unpackDated(JSON.parse(JSON.stringify(dated)), 's')?.known.size).toBe(2);
		expect(unpackWatched(JSON.parse(JSON.stringify(watched)), 's')).toEqual(watchedMemory);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['an empty object', {}],
		['the version before', { ...dated, v: 1 }],
		['another scope', { ...dated, scope: 'other' }],
		['a cursor that is no date', { ...dated, cursor: '2026-02-31' }],
		['keys that are no keys', { ...dated, seen: { [TODAY]: { n: { '¤': '"' } } } }],
		['a day that is none', { ...dated, seen: { today: {} } }],
		[
			'a page that is no page',
			{ ...dated, pass: { from: TODAY, page: 0, began: TODAY, latest: TODAY } },
		],
		['a turn that is none', { ...dated, turn: -1 }],
		['something watched', watched],
	])('is not believed when it is %s', (_, data) => {
		expect(unpackDated(data, 's')).toBeUndefined();
	});

	it.each<[string, unknown]>([
		['something that happened', dated],
		['another scope', { ...watched, scope: 'other' }],
		['a status without a number of changes', { ...watched, known: { [TODAY]: { Open: {} } } }],
		['a month that is none', { ...watched, known: { May: {} } }],
	])('is not believed when it is %s instead of something watched', (_, data) => {
		expect(unpackWatched(data, 's')).toBeUndefined();
	});
});

it('a hundred thousand watched invoices with their statuses fit into 1.5 MB, whatever their numbers', () => {
	const statuses = ['Open', 'PartlyPaid', 'Reminded', 'Paid'];
	const known: WatchedMemory['known'] = new Map();
	for (let index = 0; known.size < 100_000; index += 1) {
		const month = `2026-${String((index % 12) + 1).padStart(2, '0')}-01`;
		const number = String((index * 7_919_000_003) % 999_999_937);
		known.set(number, { status: statuses[index % 4] ?? '', changes: index % 3, month });
	}
	const state = packWatched({ scope: 's', turn: 1, from: '2026-01-01', first: false, known });
	expect(JSON.stringify(state).length).toBeLessThan(1_500_000);
	expect(unpackWatched(state, 's')?.known.size).toBe(100_000);
});
