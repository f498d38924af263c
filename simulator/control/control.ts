import type { z } from 'zod';

import type { LoggedRequest, RequestLog } from '../api/requestLog';
import { successOf, type Writer } from '../api/write';
import type { Contract } from '../contract';
import type { Fault, FaultBook, FaultInput } from '../faults/fault';
import { ALLOCATED, type Allocation, allocationsOf } from '../world/allocations';
import { endInvoice } from '../world/creditLosses';
import { findDebt } from '../world/debts';
import { failedDeliveriesOf } from '../world/deliveries';
import type { JsonObject } from '../world/handler';
import { invoicesOf, type StoredInvoice } from '../world/invoices';
import { documentsOf, messagesOf } from '../world/messages';
import { payInvoice } from '../world/payments';
import type { Settings } from '../world/settings';
import type { World } from '../world/world';
import * as inputs from './inputs';
import { seedExamples, seedWorld } from './seeds';
import { type AllocationView, createViews, type InvoiceView } from './views';

export type { InvoiceView } from './views';

interface Parts {
	contract: Contract;
	writer: Writer;
	world: World;
	faults: FaultBook;
	log: RequestLog;
	violations: string[];
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

export type Control = ReturnType<typeof createControl>;
export type StateCounts = ReturnType<Control['state']>;

/**
 * Drives the simulator, for tests in its process and, by way of routes.ts, over HTTP. Every function
 * throws an Error whose message says what to do when it does not understand.
 */
export function createControl(parts: Parts) {
	const { contract, world, faults, log, violations } = parts;
	const { clock, agenda } = world;
	const changes = createChanges(parts);
	const views = createViews(contract);
	/** Each reads its input itself. */
	const deferrable: { [name in inputs.Deferrable]: (input: never) => unknown } = {
		pay: changes.pay,
		'insert-allocations': changes.insertAllocations,
		'edit-allocation': changes.editAllocation,
		'remove-allocation': changes.removeAllocation,
		'end-invoice': changes.endInvoice,
		'fail-deliveries': changes.failDeliveries,
	};
	return {
		...changes,

		/** Makes one of the changes later: by the clock, or between two requests of an operation. */
		schedule: (input: z.input<typeof inputs.schedule>): { ok: true } => {
			const { when, do: name, with: order } = inputs.schedule.parse(input);
			const act = () => {
				try {
					deferrable[name](order as never);
				} catch (error) {
					// The one who ordered it is gone: a failure is listed with the violations.
					violations.push(`What was put off (${name}) failed: ${(error as Error).message}`);
				}
			};
			if ('afterSeconds' in when) {
				agenda.after(when.afterSeconds, act);
			} else if (contract.byId.has(when.afterAnswersOf)) {
				agenda.afterAnswersOf(when.afterAnswersOf, when.count, act);
			} else {
				throw new Error(`afterAnswersOf: the contract has no operation ${when.afterAnswersOf}.`);
			}
			return { ok: true };
		},

		setClock: (input: z.input<typeof inputs.clock>): { now: string; today: string } => {
			const given = inputs.clock.parse(input);
			if ('now' in given) {
				clock.stopAt(new Date(given.now));
			} else {
				const { advanceDays = 0, advanceSeconds = 0 } = given;
				clock.advance(advanceDays * DAY_MS + advanceSeconds * SECOND_MS);
			}
			agenda.catchUp();
			return { now: clock.timestamp(), today: clock.today() };
		},

		seed: (input: z.input<typeof inputs.seed>) => seedWorld(world, inputs.seed.parse(input)),

		/** Seeds the records the examples of the contract name, so that every example request works. */
		seedExamples: () => seedExamples(world),

		/** Members not given stay as they are. */
		configure: (input: z.input<typeof inputs.settings>): Settings => ({
			...Object.assign(world.settings, inputs.settings.parse(input)),
		}),

		/** As freshly started: no records, no faults, no log, clock and settings as at the start. */
		reset: () => {
			world.reset();
			faults.clear();
			log.clear();
			violations.length = 0;
		},

		/** Counts and clock. */
		state: () => ({
			now: clock.timestamp(),
			today: clock.today(),
			invoices: invoicesOf(world).all().length,
			allocations: allocationsOf(world).all().length,
			faults: faults.list().length,
			requests: log.list().length,
			/** Requests that are being worked on: what a client has broken off may still take effect. */
			atWork: log.atWork,
			/** The most requests that were open at the same time. */
			atOnce: log.atOnce,
			violations: violations.length,
		}),

		invoices: (): InvoiceView[] => invoicesOf(world).all().map(views.invoice),

		/** As the API lists them. */
		allocations: (): AllocationView[] => allocationsOf(world).all().map(views.allocation),

		/** Text messages that were sent, with the report on each. */
		messages: (): readonly object[] => messagesOf(world).map(views.message),

		/** Meter reading documents that were sent. */
		documents: (): readonly object[] => documentsOf(world).map(views.document),

		/** @param since a running number: only later ones */
		requests: (since?: number): readonly LoggedRequest[] => log.list(since),

		clearRequests: () => log.clear(),

		addFault: (input: FaultInput): Fault => {
			const { operationId } = input;
			if (operationId !== undefined && !contract.byId.has(operationId)) {
				throw new Error(`operationId: the contract has no operation ${operationId}.`);
			}
			return faults.add(input);
		},

		faults: (): readonly Fault[] => faults.list(),

		/** @param id without it: all */
		clearFaults: (id?: number) => faults.clear(id),

		/** Sentences about answers of the simulator that were not as the contract has them. */
		violations: (): readonly string[] => violations,
	};
}

/** The changes that can be made at once, or scheduled. */
function createChanges({ contract, writer, world }: Parts) {
	const views = createViews(contract);
	const find = (id: string): Allocation => {
		const record = allocationsOf(world).find(id);
		if (record === undefined) throw new Error(`There is no allocation ${id} here.`);
		return record;
	};
	/** Holds records against what the contract says of the list they will be shown in. */
	const check = (records: readonly JsonObject[]): void => {
		const operation = contract.operation(ALLOCATED);
		const [status, layout] = successOf(operation, 200);
		const counts = { page: 1, size: Math.max(1, records.length), total: records.length };
		const extras = { requestId: crypto.randomUUID(), timestamp: world.clock.timestamp() };
		const wrong = operation.checkAnswer(status, writer.listBody(layout, records, counts, extras));
		if (wrong === undefined) return;
		throw new Error(
			`${wrong} The contract does not allow this record; say "unchecked": true to let it in all the same.`,
		);
	};
	return {
		pay: (input: z.input<typeof inputs.pay>): AllocationView =>
			views.allocation(payInvoice(world, inputs.pay.parse(input))),

		insertAllocations: (input: z.input<typeof inputs.insert>): { inserted: number } => {
			const given = inputs.insert.parse(input);
			const records = given.allocations.map(views.kept);
			if (given.unchecked) records.forEach((each) => allocationsOf(world).exempt.add(each));
			else check(given.allocations);
			allocationsOf(world).add(records);
			return { inserted: records.length };
		},

		editAllocation: (input: z.input<typeof inputs.edit>): AllocationView => {
			const { id, set, unchecked } = inputs.edit.parse(input);
			const record = find(id);
			const changed = merge(record, views.kept(set));
			if (unchecked) allocationsOf(world).exempt.add(record);
			else check([views.allocation(changed)]);
			allocationsOf(world).replace(record, changed);
			return views.allocation(record);
		},

		removeAllocation: (input: z.input<typeof inputs.remove>): { removed: string } => {
			const { id } = inputs.remove.parse(input);
			allocationsOf(world).remove(find(id));
			return { removed: id };
		},

		/** Withdraws, credits or writes off an invoice. */
		endInvoice: (input: z.input<typeof inputs.end>): InvoiceView => {
			const ending = inputs.end.parse(input);
			endInvoice(world, ending);
			return views.invoice(findDebt(world, ending.invoiceNumber) as StoredInvoice);
		},

		/** Makes the delivery of these invoices fail, those sent later too; with `ok` it works again. */
		failDeliveries: (input: z.input<typeof inputs.failDeliveries>): { failing: string[] } => {
			const { invoiceNumbers, reason, ok } = inputs.failDeliveries.parse(input);
			const failures = failedDeliveriesOf(world);
			for (const number of invoiceNumbers.map(String)) {
				if (ok) failures.delete(number);
				else failures.set(number, reason);
			}
			return { failing: [...failures.keys()] };
		},
	};
}

/** Members in place of the old ones; objects such as Dates are merged one level deep. */
function merge(record: Allocation, set: JsonObject): Allocation {
	const merged: Allocation = { ...record };
	for (const [member, value] of Object.entries(set)) {
		const old = record[member];
		merged[member] = isObject(old) && isObject(value) ? { ...old, ...value } : value;
	}
	return merged;
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
