import {
	detectWatched,
	type WatchedReading,
	type WatchedRules,
} from '../../nodes/CashIn/triggers/detectWatched';
import type { Sighting } from '../../nodes/CashIn/triggers/sighting';
import { isFailure, isTerminal } from '../../nodes/CashIn/triggers/statusWords';
import { firstWatchedMemory, type WatchedMemory } from '../../nodes/CashIn/triggers/watchedMemory';

const TODAY = '2026-05-20';
const RULES: WatchedRules = { watchDays: 365, maxItems: 1_000, isTerminal, wanted: () => true };
const at = (key: string, status: string, date = '2026-05-10'): Sighting => ({
	key,
	status,
	date,
	occurredAt: TODAY,
	record: { InvoiceNumber: key },
});
const reading = (sightings: Sighting[], more: Partial<WatchedReading> = {}): WatchedReading => ({
	sightings,
	unchanged: new Set(),
	complete: true,
	nextPage: 1,
	today: TODAY,
	...more,
});
const begun = (...known: Sighting[]) =>
	detectWatched(firstWatchedMemory('s', TODAY, 365), reading(known), RULES).memory;
const changes = (memory: WatchedMemory, read: WatchedReading, rules = RULES) =>
	detectWatched(memory, read, rules).news.map(
		({ sighting, previous }) => `${sighting.key}: ${previous} > ${sighting.status}`,
	);

it('the first look gives out nothing, and a change after it once, with what was before', () => {
	const memory = begun(at('1', 'Open'), at('2', 'Open'));
	const paid = reading([at('1', 'Open'), at('2', 'Paid')]);
	expect(changes(memory, paid)).toEqual(['2: Open > Paid']);
	expect(changes(detectWatched(memory, paid, RULES).memory, paid)).toEqual([]);
});

it('an invoice met for the first time has changed from nothing, so that none paid between two polls is missed', () => {
	expect(changes(begun(), reading([at('3', 'Paid')]))).toEqual(['3:  > Paid']);
});

it('paid, reversed and paid again are three changes that can be told apart', () => {
	let memory = begun(at('1', 'Open'));
	const counts: number[] = [];
	for (const status of ['Paid', 'Open', 'Paid']) {
		const result = detectWatched(memory, reading([at('1', status)]), RULES);
		counts.push(...result.news.map((one) => one.changes));
		memory = result.memory;
	}
	expect(counts).toEqual([1, 2, 3]);
});

it('a change nobody asked for is remembered and not given out', () => {
	const rules = { ...RULES, wanted: (_: string, status: string) => status === 'Paid' };
	const memory = begun(at('1', 'Open'));
	const reminded = detectWatched(memory, reading([at('1', 'Reminded')]), rules);
	expect(reminded.news).toEqual([]);
	expect(changes(reminded.memory, reading([at('1', 'Paid')]), rules)).toEqual([
		'1: Reminded > Paid',
	]);
});

it('what waits for the next poll is still a change then', () => {
	const memory = begun(at('1', 'Open'), at('2', 'Open'));
	const both = reading([at('1', 'Paid'), at('2', 'Paid')]);
	const first = detectWatched(memory, both, { ...RULES, maxItems: 1 });
	expect(first.memory.page).toBe(1);
	expect(changes(first.memory, both)).toEqual(['2: Open > Paid']);
});

it('while the first look is not through, what is met is no news, and what is known is watched', () => {
	const half = detectWatched(
		firstWatchedMemory('s', TODAY, 365),
		reading([at('1', 'Open')], { complete: false, nextPage: 2 }),
		RULES,
	).memory;
	expect(half).toMatchObject({ first: true, page: 2 });
	const rest = reading([at('1', 'Paid'), at('2', 'Paid')]);
	expect(changes(half, rest)).toEqual(['1: Open > Paid']);
});

it('a row that was met with its known state and with another is looked at again by the next poll', () => {
	const moved = reading([at('1', 'Paid')], { unchanged: new Set(['1']) });
	expect(changes(begun(at('1', 'Open')), moved)).toEqual([]);
});

it('a state that is not left again leaves the memory two months after the month of its invoice, and comes no more', () => {
	const memory = begun(at('1', 'Paid', '2026-02-10'), at('2', 'Open', '2026-02-10'));
	expect([...memory.known.keys()]).toEqual(['2']);
	const again = reading([at('1', 'Paid', '2026-02-10')]);
	expect(changes(memory, again)).toEqual([]);
	const late = reading([at('2', 'Paid', '2026-02-10')]);
	expect(changes(memory, late)).toEqual(['2: Open > Paid']);
	expect(detectWatched(memory, late, RULES).memory.known.size).toBe(0);
});

it('an invoice that is older than what is watched leaves the memory, and starts nothing', () => {
	const memory = begun(at('1', 'Open', '2025-05-10'));
	const later = detectWatched(memory, reading([], { today: '2026-06-20' }), RULES).memory;
	expect([later.known.size, later.from]).toEqual([0, '2025-06-01']);
	expect(changes(later, reading([at('1', 'Paid', '2025-05-10')]))).toEqual([]);
});

it('what Cash-In leaves out for once is not forgotten', () => {
	const memory = begun(at('1', 'Open'));
	const empty = detectWatched(memory, reading([]), RULES).memory;
	expect(changes(empty, reading([at('1', 'Open')]))).toEqual([]);
});

it.each([
	[{ DeliveryStatus: 'Failed' }, true],
	[{ DeliveryStatus: 'Delivered', ErrorDescription: 'Mailbox full' }, true],
	[{ deliveryStatus: 'EPÄONNISTUNUT' }, true],
	[{ DeliveryStatus: 'Delivered', ErrorDescription: null }, false],
	[{ DeliveryStatus: 'Pending' }, false],
	[{}, false],
])('%j is a failed delivery: %s', (record, failed) => {
	expect(isFailure(record)).toBe(failed);
});

it.each([
	['Paid', true],
	['CreditLoss', true],
	['Written off', true],
	['PartlyPaid', false],
	['Unpaid', false],
	['Open', false],
])('%s is not left again: %s', (status, terminal) => {
	expect(isTerminal(status)).toBe(terminal);
});
