import { isFailure, isTerminal } from '../../nodes/CashIn/triggers/events';
import type { Settings } from '../../nodes/CashIn/triggers/fields';
import type { Reading } from '../../nodes/CashIn/triggers/list';
import type { Observation } from '../../nodes/CashIn/triggers/observation';
import { watched, type WatchedState } from '../../nodes/CashIn/triggers/watched';
import { createFakeCashIn, createFakeTrigger } from '../support/fakeCashIn';

const TODAY = '2026-05-20';

afterEach(() => jest.restoreAllMocks());

const RULES: Settings = {
	filters: {},
	overlapDays: 0,
	watchDays: 365,
	maxItems: 1_000,
	updates: false,
	statusFilter: '',
	wantsChange: () => true,
	isTerminal,
};
const at = (key: string, status: string, date = '2026-05-10'): Observation => ({
	key,
	status,
	date,
	occurredAt: TODAY,
	record: { InvoiceNumber: key },
});
const reading = (observations: Observation[], more: Partial<Reading> = {}): Reading => ({
	observations,
	unchanged: new Set(),
	complete: true,
	nextPage: 1,
	today: TODAY,
	...more,
});
const first = () => watched.start('s', TODAY, RULES, false);
const begun = (...known: Observation[]) => watched.detect(first(), reading(known), RULES).state;
const changes = (state: WatchedState, read: Reading, rules = RULES) =>
	watched
		.detect(state, read, rules)
		.events.map(
			({ observation, before }) => `${observation.key}: ${before} > ${observation.status}`,
		);

it('the first look gives out nothing, and a change after it once, with what was before', () => {
	const state = begun(at('1', 'Open'), at('2', 'Open'));
	const paid = reading([at('1', 'Open'), at('2', 'Paid')]);
	expect(changes(state, paid)).toEqual(['2: Open > Paid']);
	expect(changes(watched.detect(state, paid, RULES).state, paid)).toEqual([]);
});

it('an invoice met for the first time has changed from nothing, so that none paid between two polls is missed', () => {
	expect(changes(begun(), reading([at('3', 'Paid')]))).toEqual(['3:  > Paid']);
});

it('paid, reversed and paid again are three changes that can be told apart', () => {
	let state = begun(at('1', 'Open'));
	const counts: number[] = [];
	for (const status of ['Paid', 'Open', 'Paid']) {
		const result = watched.detect(state, reading([at('1', status)]), RULES);
		counts.push(...result.events.map((one) => one.changes));
		state = result.state;
	}
	expect(counts).toEqual([1, 2, 3]);
});

it('a change nobody asked for is remembered and not given out', () => {
	const rules = { ...RULES, wantsChange: (_: string, status: string) => status === 'Paid' };
	const state = begun(at('1', 'Open'));
	const reminded = watched.detect(state, reading([at('1', 'Reminded')]), rules);
	expect(reminded.events).toEqual([]);
	expect(changes(reminded.state, reading([at('1', 'Paid')]), rules)).toEqual([
		'1: Reminded > Paid',
	]);
});

it('what waits for the next poll is still a change then', () => {
	const state = begun(at('1', 'Open'), at('2', 'Open'));
	const both = reading([at('1', 'Paid'), at('2', 'Paid')]);
	const first = watched.detect(state, both, { ...RULES, maxItems: 1 });
	expect(first.state.page).toBe(1);
	expect(changes(first.state, both)).toEqual(['2: Open > Paid']);
});

it('while the first look is not through, what is met is no news, and what is known is watched', () => {
	const half = watched.detect(
		first(),
		reading([at('1', 'Open')], { complete: false, nextPage: 2 }),
		RULES,
	).state;
	expect(half).toMatchObject({ first: true, page: 2 });
	const rest = reading([at('1', 'Paid'), at('2', 'Paid')]);
	expect(changes(half, rest)).toEqual(['1: Open > Paid']);
});

it('a row that was met with its known state and with another is looked at again by the next poll', () => {
	const moved = reading([at('1', 'Paid')], { unchanged: new Set(['1']) });
	expect(changes(begun(at('1', 'Open')), moved)).toEqual([]);
});

it('a state that is not left again leaves the memory two months after the month of its invoice, and comes no more', () => {
	const state = begun(at('1', 'Paid', '2026-02-10'), at('2', 'Open', '2026-02-10'));
	expect([...state.known.keys()]).toEqual(['2']);
	const again = reading([at('1', 'Paid', '2026-02-10')]);
	expect(changes(state, again)).toEqual([]);
	const late = reading([at('2', 'Paid', '2026-02-10')]);
	expect(changes(state, late)).toEqual(['2: Open > Paid']);
	expect(watched.detect(state, late, RULES).state.known.size).toBe(0);
});

it('an invoice that is older than what is watched leaves the state, and starts nothing', () => {
	const state = begun(at('1', 'Open', '2025-05-10'));
	const later = watched.detect(state, reading([], { today: '2026-06-20' }), RULES).state;
	expect([later.known.size, later.from]).toEqual([0, '2025-06-01']);
	expect(changes(later, reading([at('1', 'Paid', '2025-05-10')]))).toEqual([]);
});

it('paid invoices that left the state are no reason to read a list in parts', async () => {
	const fake = Object.assign(createFakeCashIn(), { now: Date.parse(`${TODAY}T09:00:00Z`) });
	jest.spyOn(Date, 'now').mockReturnValue(fake.now);
	const insert = (id: string, Status: string, date: string) =>
		fake.rows.push({ id, date, record: { InvoiceNumber: id, InvoiceDate: date, Status } });
	for (const id of ['1', '2', '3', '4']) insert(id, 'Paid', '2026-02-10');
	const trigger = createFakeTrigger(fake);
	const poll = async () =>
		await trigger.poll({ event: 'invoiceStatusChanged', options: { maxItems: 1 } });
	await poll();
	insert('9', 'Open', TODAY);
	expect(await poll()).toMatchObject([{ InvoiceNumber: '9' }]);
	expect(JSON.parse(trigger.save())).not.toHaveProperty('page');
});

it('what Cash-In leaves out for once is not forgotten', () => {
	const state = begun(at('1', 'Open'));
	const empty = watched.detect(state, reading([]), RULES).state;
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
