import type { IDataObject } from 'n8n-workflow';

import { addDays, helsinkiDate } from '../../nodes/CashIn/invoicing/dates';
import { createFakeCashIn, createFakeTrigger, type FakeRow } from './fakeCashIn';

/** What may happen to Cash-In's list; `which` counts its rows from the newest, round and round. Offsets are days from today there. */
export type Mutation =
	| { kind: 'insert'; offset: number }
	| { kind: 'amount'; which: number }
	| { kind: 'date'; which: number; offset: number }
	| { kind: 'remove'; which: number };

export type Step =
	| { kind: 'change'; mutations: Mutation[] }
	| {
			kind: 'poll';
			maxItems: number;
			/** Between two requests of this poll. */
			during: Array<{ request: number; mutation: Mutation }>;
			fault?: { request: number; kind: '503' | '404' | 'reset' };
			/** Two polls at once. */
			twice: boolean;
	  }
	| { kind: 'time'; hours: number }
	/** By how many days this machine's clock is wrong from now on. */
	| { kind: 'clock'; days: number }
	/** n8n starts again from what it saved; `beforeSave`: what it gave out last was not saved yet. */
	| { kind: 'crash'; beforeSave: boolean };

export interface HistorySetting {
	start: string;
	overlapDays: number;
	pageSize: number;
	order: 'asc' | 'desc';
	tellsTotal: boolean;
	updates: boolean;
	/** Days, from the start, of what is there before the workflow is activated. */
	before: number[];
	/** Whether Cash-In is in trouble at the first poll. */
	firstFails: boolean;
}

const HOUR = 3_600_000;

/**
 * One history of a list and of a trigger that watches it, beside a plain account of what has to come out: every row
 * is `due`, `old` (must not come) or `either`, where the trigger cannot know.
 * Every function throws what is wrong as soon as it is.
 */
export function createHistory(setting: HistorySetting) {
	const fake = createFakeCashIn();
	Object.assign(fake, {
		pageSize: setting.pageSize,
		order: setting.order,
		tellsTotal: setting.tellsTotal,
	});
	fake.now = Date.parse(setting.start);
	const trigger = createFakeTrigger(fake);
	const verdicts = new Map<string, 'due' | 'old' | 'either'>();
	const ever = new Set<string>();
	/** Key → the amount it was told with last; what a crash takes back, is taken back here too. */
	let told = new Map<string, unknown>();
	let saves = { last: { memory: '', told }, previous: { memory: '', told } };
	let skewDays = 0;
	let ids = 0;
	const counts = { polls: 0, items: 0, updates: 0, crashes: 0 };

	const today = () => helsinkiDate(new Date(fake.now));
	const memory = () => JSON.parse(trigger.save()) as { baseline?: string; pass?: object };
	const amountOf = ({ record }: FakeRow) => (record.Amounts as IDataObject).PaymentAmount;
	const rowOf = (id: string) => fake.rows.find((row) => row.id === id);

	function insert(offset: number, verdict: 'due' | 'old' | 'either') {
		const id = String((ids += 1));
		const date = addDays(today(), offset);
		const record = {
			AllocationId: id,
			Dates: { PaymentDate: date },
			Amounts: { PaymentAmount: 10 },
		};
		fake.rows.push({ id, date, record });
		verdicts.set(id, verdict);
		return id;
	}

	/** Rows recent enough for the trigger to look at, newest first. */
	const recent = () =>
		fake.rows.filter(({ date }) => date >= addDays(today(), -setting.overlapDays)).reverse();

	function mutate(mutation: Mutation) {
		if (mutation.kind === 'insert') {
			// Until the first pass is through, what is dated before it counts as old.
			const { baseline } = memory();
			const date = addDays(today(), mutation.offset);
			insert(mutation.offset, baseline !== undefined && date < baseline ? 'either' : 'due');
			return;
		}
		// Old rows may go too: what is left slips forward to a page that was read.
		const rows = mutation.kind === 'remove' ? [...fake.rows].reverse() : recent();
		const row = rows[mutation.which % Math.max(1, rows.length)];
		if (row === undefined) return;
		if (mutation.kind === 'amount') {
			row.record = { ...row.record, Amounts: { PaymentAmount: Number(amountOf(row)) + 1 } };
		} else if (mutation.kind === 'date') {
			row.date = addDays(today(), mutation.offset);
			row.record = { ...row.record, Dates: { PaymentDate: row.date } };
			if (memory().baseline !== undefined) verdicts.set(row.id, 'either');
		} else {
			fake.rows.splice(fake.rows.indexOf(row), 1);
			verdicts.set(row.id, 'either');
		}
	}

	function receive(items: IDataObject[], maxItems: number) {
		if (items.length > maxItems) throw new Error(`${items.length} items instead of ${maxItems}`);
		const dates = items.map(({ occurredAt }) => String(occurredAt));
		if (String(dates) !== String([...dates].sort())) throw new Error(`Out of order: ${dates}`);
		for (const item of items) {
			const id = String(item.AllocationId);
			const amount = (item.Amounts as IDataObject).PaymentAmount;
			if (item.updated === true) {
				counts.updates += 1;
				if (told.get(id) === amount) throw new Error(`The update of ${id} came twice`);
			} else {
				counts.items += 1;
				if (told.has(id)) throw new Error(`${id} came twice`);
				if (verdicts.get(id) === 'old') throw new Error(`${id} is old and came`);
			}
			ever.add(id);
			told.set(id, amount);
		}
		if (items.length === 0) return;
		const { last } = saves;
		saves = { last: { memory: trigger.save(), told: new Map(told) }, previous: last };
	}

	async function poll(maxItems: number, mayFail: boolean) {
		counts.polls += 1;
		const options = { maxItems, overlapDays: setting.overlapDays, emitUpdates: setting.updates };
		const polled = trigger.poll({ event: 'paymentAllocated', options });
		return await (mayFail ? polled.catch(() => []) : polled);
	}

	const faults = {
		'503': () => ({ statusCode: 503, headers: { 'retry-after': '600' }, body: '{}' }),
		'404': () => ({ statusCode: 404, headers: {}, body: '{}' }),
		reset: () => {
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		},
	};

	return {
		fake,
		counts,
		localNow: () => fake.now + skewDays * 24 * HOUR,

		/** The first poll. */
		async activate() {
			for (const offset of setting.before) insert(offset, setting.firstFails ? 'either' : 'old');
			if (setting.firstFails) fake.beforeRequest = faults['503'];
			receive(await poll(1, false), 1);
			fake.beforeRequest = undefined;
			for (const { id, record } of fake.rows) {
				if (verdicts.get(id) === 'old') told.set(id, (record.Amounts as IDataObject).PaymentAmount);
			}
			const save = { memory: trigger.save(), told: new Map(told) };
			saves = { last: save, previous: save };
		},

		async take(step: Step) {
			if (step.kind === 'change') step.mutations.forEach(mutate);
			if (step.kind === 'time') fake.now += step.hours * HOUR;
			if (step.kind === 'clock') skewDays = step.days;
			if (step.kind === 'crash') {
				counts.crashes += 1;
				const save = step.beforeSave ? saves.previous : saves.last;
				trigger.restore(save.memory);
				told = new Map(save.told);
				saves = { last: save, previous: save };
				const { baseline } = memory();
				for (const { id, date } of fake.rows) {
					if (baseline !== undefined && date < baseline) verdicts.set(id, 'either');
				}
			}
			if (step.kind !== 'poll') return;
			const { fault } = step;
			fake.beforeRequest = (number) => {
				for (const { request, mutation } of step.during) if (request === number) mutate(mutation);
				return fault !== undefined && number >= fault.request ? faults[fault.kind]() : undefined;
			};
			const both = step.twice ? [1, 2] : [1];
			const results = await Promise.all(both.map(() => poll(step.maxItems, fault !== undefined)));
			fake.beforeRequest = undefined;
			for (const items of results) receive(items, step.maxItems);
		},

		/** Polls on, with nothing happening, until there is nothing more to come. */
		async settle(maxItems = 3) {
			let quiet = 0;
			for (let polls = 0; quiet < 3; polls += 1) {
				if (polls > 300) throw new Error('It never comes to rest');
				const items = await poll(maxItems, false);
				receive(items, maxItems);
				quiet = items.length === 0 && memory().pass === undefined ? quiet + 1 : 0;
			}
		},

		/** Rows that had to come and did not, and updates that did not. */
		lost() {
			const due = [...verdicts].filter(([id, verdict]) => verdict === 'due' && !ever.has(id));
			const stale = recent().filter((row) => {
				const last = told.get(row.id);
				return setting.updates && last !== undefined && last !== amountOf(row);
			});
			return [
				...due.map(([id]) => `${id} of ${rowOf(id)?.date}`),
				...stale.map(({ id }) => `update of ${id}`),
			];
		},

		/** The dates of what a backlog gives, in the order it comes. */
		async drain(dates: string[], maxItems: number) {
			const mine = new Set(
				dates.map((date) => {
					const id = insert(0, 'due');
					const row = rowOf(id);
					if (row !== undefined) {
						row.date = date;
						row.record = { ...row.record, Dates: { PaymentDate: date } };
					}
					return id;
				}),
			);
			const given: string[] = [];
			for (let polls = 0; given.length < dates.length && polls < 100; polls += 1) {
				const items = await poll(maxItems, false);
				receive(items, maxItems);
				for (const item of items) {
					if (mine.has(String(item.AllocationId))) given.push(String(item.occurredAt));
				}
			}
			return given;
		},
	};
}
