import type { z } from 'zod';

import type { LoggedRequest, RequestLog } from '../api/requestLog';
import type { Contract } from '../contract';
import type { Fault, FaultInput } from '../faults/fault';
import type { FaultBook } from '../faults/faultBook';
import type { Allocation } from '../state/allocations';
import { findDebt } from '../state/collection';
import { endInvoice } from '../state/endInvoice';
import type { StoredInvoice } from '../state/invoices';
import { payInvoice } from '../state/payInvoice';
import { seedExamples } from '../state/seedExamples';
import { seedWorld } from '../state/seedWorld';
import type { Settings } from '../state/settings';
import type { World } from '../state/world';
import { checkAllocations } from './checkAllocations';
import {
	clockInput,
	editInput,
	endInput,
	failDeliveriesInput,
	insertInput,
	payInput,
	removeInput,
	scheduleInput,
	seedInput,
	settingsInput,
} from './inputs';
import type { Schedule } from './schedule';
import { laterAction } from './schedule';
import type { InvoiceView } from './views';
import { asView, merge } from './views';

/** How many of everything there is. */
export interface StateCounts {
	now: string;
	today: string;
	invoices: number;
	allocations: number;
	faults: number;
	requests: number;
	/** Requests that are being worked on: what a client has broken off may still take effect. */
	atWork: number;
	/** The most requests that were open at the same time. */
	atOnce: number;
	violations: number;
}

/**
 * The hands behind the simulator, for tests in its process and, by way of routes.ts, over HTTP.
 * Every function throws an Error whose message says what to do when it does not understand.
 */
export interface Control {
	pay(input: z.input<typeof payInput>): Allocation;
	setClock(input: z.input<typeof clockInput>): { now: string; today: string };
	seed(input: z.input<typeof seedInput>): { payments: number; invoices: number };
	insertAllocations(input: z.input<typeof insertInput>): { inserted: number };
	editAllocation(input: z.input<typeof editInput>): Allocation;
	removeAllocation(input: z.input<typeof removeInput>): { removed: string };
	/** Does one of the others later: by the clock, or between two requests of an operation. */
	schedule(input: z.input<typeof scheduleInput>): { ok: true };
	/** Withdraws, credits or writes off an invoice. */
	endInvoice(input: z.input<typeof endInput>): InvoiceView;
	/** Makes the delivery of these invoices fail, those sent later too; with `ok` it works again. */
	failDeliveries(input: z.input<typeof failDeliveriesInput>): { failing: string[] };
	/** What the examples of the contract speak of, so that every example request finds its thing. */
	seedExamples(): void;
	/** Members not given stay as they are. */
	configure(input: z.input<typeof settingsInput>): Settings;
	/** As freshly started: no records, no faults, no log, clock and settings as at the start. */
	reset(): void;
	state(): StateCounts;
	invoices(): InvoiceView[];
	allocations(): readonly Allocation[];
	/** Text messages that were sent, with the report on each. */
	messages(): readonly object[];
	/** Meter reading documents that were sent. */
	documents(): readonly object[];
	requests(since?: number): readonly LoggedRequest[];
	clearRequests(): void;
	addFault(input: FaultInput): Fault;
	faults(): readonly Fault[];
	/** @param id without it: all */
	clearFaults(id?: number): void;
	/** Sentences about answers of the simulator that were not as the contract has them. */
	violations(): readonly string[];
}

interface Parts {
	contract: Contract;
	world: World;
	faults: FaultBook;
	log: RequestLog;
	violations: string[];
	schedule: Schedule;
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

export function createControl(parts: Parts): Control {
	const { contract, world, faults, log, violations, schedule } = parts;
	const { clock, invoices, allocations } = world;
	const found = (id: string) => {
		const record = allocations.find(id);
		if (record === undefined) throw new Error(`There is no allocation ${id} here.`);
		return record;
	};
	const control: Control = {
		pay: (input) => payInvoice(world, payInput.parse(input)),
		setClock: (input) => {
			const given = clockInput.parse(input);
			if ('now' in given) {
				clock.stopAt(new Date(given.now));
			} else {
				const { advanceDays = 0, advanceSeconds = 0 } = given;
				clock.advance(advanceDays * DAY_MS + advanceSeconds * SECOND_MS);
			}
			world.agenda.catchUp();
			return { now: clock.now().toISOString(), today: clock.today() };
		},
		seed: (input) => seedWorld(world, seedInput.parse(input)),
		insertAllocations: (input) => {
			const given = insertInput.parse(input);
			const records = given.allocations.map((each): Allocation => ({ ...each }));
			if (given.unchecked) records.forEach((each) => allocations.exempt(each));
			else checkAllocations(contract, records);
			allocations.add(records);
			return { inserted: records.length };
		},
		editAllocation: (input) => {
			const { AllocationId, set, unchecked } = editInput.parse(input);
			const record = found(String(AllocationId));
			const changed = merge(record, set);
			if (unchecked) allocations.exempt(record);
			else checkAllocations(contract, [changed]);
			allocations.replace(record, changed);
			return record;
		},
		removeAllocation: (input) => {
			const id = String(removeInput.parse(input).AllocationId);
			allocations.remove(found(id));
			return { removed: id };
		},
		schedule: (input) => {
			const given = scheduleInput.parse(input);
			const { when } = given;
			if ('afterAnswersOf' in when && !contract.byId.has(when.afterAnswersOf)) {
				throw new Error(`afterAnswersOf: the contract has no operation ${when.afterAnswersOf}.`);
			}
			schedule.add(when, laterAction(control, violations, given));
			return { ok: true };
		},
		endInvoice: (input) => {
			const ending = endInput.parse(input);
			endInvoice(world, ending);
			return asView(findDebt(world, String(ending.InvoiceNumber)) as StoredInvoice);
		},
		failDeliveries: (input) => {
			const { invoiceNumbers, reason, ok } = failDeliveriesInput.parse(input);
			for (const number of invoiceNumbers.map(String)) {
				if (ok) world.failedDeliveries.delete(number);
				else world.failedDeliveries.set(number, reason);
			}
			return { failing: [...world.failedDeliveries.keys()] };
		},
		seedExamples: () => seedExamples(world),
		configure: (input) => ({ ...Object.assign(world.settings, settingsInput.parse(input)) }),
		reset: () => {
			world.clear();
			faults.clear();
			log.clear();
			violations.length = 0;
			schedule.clear();
		},
		state: () => ({
			now: clock.now().toISOString(),
			today: clock.today(),
			invoices: invoices.all().length,
			allocations: allocations.all().length,
			faults: faults.list().length,
			requests: log.list().length,
			atWork: log.atWork,
			atOnce: log.atOnce,
			violations: violations.length,
		}),
		invoices: () => invoices.all().map(asView),
		allocations: () => allocations.all(),
		messages: () => world.journal.messages,
		documents: () => world.journal.documents,
		requests: (since) => log.list(since),
		clearRequests: () => log.clear(),
		addFault: (input) => {
			const { operationId } = input;
			if (operationId !== undefined && !contract.byId.has(operationId)) {
				throw new Error(`operationId: the contract has no operation ${operationId}.`);
			}
			return faults.add(input);
		},
		faults: () => faults.list(),
		clearFaults: (id) => faults.clear(id),
		violations: () => violations,
	};
	return control;
}
