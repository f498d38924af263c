import type { IDataObject } from 'n8n-workflow';

import {
	ALLOCATED_PAYMENT_DATES,
	ALLOCATED_PAYMENT_TRANSACTION,
	CREDIT_LOSS_RECEIVABLE,
	DEBTOR,
	DIRECT_SETTLEMENTS,
	INVOICES_DELIVERY_INFORMATION,
	ONLINE_SALES_INVOICES,
	PAYMENT_TYPE_CODE,
	RECEIVABLE,
	RECEIVABLE_STATUS,
	RECEIVED_PAYMENT_ROWS,
	SALES_INVOICE,
	SALES_INVOICE_PAYMENT,
	SALES_INVOICE_ROW,
	SETTLEMENT,
} from '../../nodes/CashIn/api/generated/fields';
import { triggerEvents } from '../../nodes/CashIn/triggers/events';
import { eventually } from '../../scripts/n8n/eventually.cts';
import type { Simulator } from '../../scripts/n8n/simulator.cts';
import { invoice } from '../support/invoices';
import { KEY } from '../support/n8n';
import { send } from '../support/wire';

const DAY_MS = 86_400_000;
const FIRST_NUMBER = 1001;
/** After the last day of the story: a month ends in it, so that credit losses are published, and settlements are paid out. */
const DAYS_AFTER = 31;

/** How many invoices each thing happens to, over all days. */
const COUNTS = {
	pay: 160,
	end: 40,
	lose: 20,
	fail: 30,
	payDirectly: 20,
	collect: 20,
	untouched: 10,
};
type Happening = keyof typeof COUNTS;

/** Those of the trigger: the ids of their workflows too. */
export const EVENTS = triggerEvents.map(({ value }) => value);

/** For each event what its workflow has to have given: keys, which `keyOf` finds in an item. */
export type Ledger = Record<string, { due: string[]; keyOf(item: IDataObject): string }>;

/** As the simulator's control interface takes it. */
interface Fault {
	kind: number | string;
	count?: number;
	/** Seconds. */
	retryAfter?: number;
}

/** What Cash-In does in between; a fault each day, mild and hard ones in turn. */
const FAULTS: Fault[] = [
	{ kind: 429, retryAfter: 1 },
	{ kind: 503, retryAfter: 600 },
	{ kind: 'reset' },
	{ kind: 503, count: 2 },
	{ kind: 'truncatedJson' },
	{ kind: 'reset', count: 4 },
	{ kind: 429, retryAfter: 600 },
	{ kind: 'html502' },
];

/**
 * What happens in Cash-In over the days, the same for the same seed: whatever is watched changes once at most, so that
 * no change can be passed over between two polls.
 */
export function createStory(
	simulator: Simulator,
	{ seed, days, faults = FAULTS }: { seed: number; days: number; faults?: Fault[] },
) {
	const random = randomOf(seed);
	const numbers = numbersFrom(FIRST_NUMBER);
	const left = { ...mapEntries(numbers, (_what, keys) => [...keys]), untouched: [] };
	/** What had come about before the first day. */
	let old: Record<string, Set<string>> = {};
	let ordered = 0;

	/** A share of what is left, so that nothing is left after the last day. */
	const shareOf = (what: Happening, day: number) =>
		left[what].splice(0, Math.ceil(left[what].length / (days - day + 1)));
	const today = async () =>
		(await simulator.ask<{ now: string }>('state')).now.slice(0, 'YYYY-MM-DD'.length);

	/** Of each event the keys of all that has come about. */
	async function happened(): Promise<Record<string, string[]>> {
		const { allocationId, invoiceNumber, dates, paymentType } = ALLOCATED_PAYMENT_TRANSACTION;
		const allocations = await simulator.ask<IDataObject[]>('allocations');
		const isDirect = (one: IDataObject) =>
			(one[paymentType] as IDataObject | undefined)?.[PAYMENT_TYPE_CODE.code] === 'DIRECT';
		const received = allocations.filter((one) => !isDirect(one));
		const now = await today();
		// All is of one currency: a day of settlement is a settlement.
		const settlements = (some: IDataObject[]) =>
			[
				...new Set(
					some.map((one) =>
						String((one[dates] as IDataObject)[ALLOCATED_PAYMENT_DATES.settlementDate]),
					),
				),
			].filter((day) => day <= now);
		const invoices = await simulator.invoices();
		const ended = invoices.filter(({ Status }) => Status !== 'Open');
		const isPaid = (number: number) =>
			allocations.some((one) => String(one[invoiceNumber]) === String(number));
		const isThere = (keys: number[], stillLeft: number[]) =>
			keys.filter((key) => !stillLeft.includes(key)).map(String);
		return {
			paymentAllocated: allocations.map((one) => String(one[allocationId])),
			paymentReceived: received.map((one) => String(one[invoiceNumber])),
			invoiceStatusChanged: ended.map(
				({ InvoiceNumber, Status }) => `${InvoiceNumber} Open>${Status}`,
			),
			deliveryFailed: isThere(numbers.fail, left.fail),
			settlementPublished: settlements(received),
			directSettlementPublished: settlements(allocations.filter(isDirect)),
			caseStatusChanged: numbers.collect.filter(isPaid).map((number) => `${number} Open>Paid`),
			creditLossPublished: invoices
				.filter(({ Status }) => Status === 'CreditLoss')
				.map(({ InvoiceNumber }) => String(InvoiceNumber)),
		};
	}

	return {
		/** Invoices, and what has happened before the workflows: none of it is news. */
		async begin() {
			const now = new Date(Date.now() - (days + DAYS_AFTER + 2) * DAY_MS);
			await simulator.ask('clock', { now: now.toISOString() });
			const { collect, ...others } = numbers;
			const all = Object.values(others).flat();
			const api = { url: simulator.url, key: KEY };
			for (let at = 0; at < all.length; at += 100) {
				const invoices = all.slice(at, at + 100).map((number) => invoiceOn(number, now));
				await send(api, 'createInvoice', invoices);
			}
			await send(
				api,
				'createCollectionCases',
				collect.map((number) => receivableOn(number, now)),
			);
			// They are taken one after the other, by the simulator's clock.
			await simulator.ask('clock', { advanceDays: 1 });
			for (const InvoiceNumber of numbers.untouched.slice(0, 5))
				await simulator.ask('pay', { InvoiceNumber });
			await simulator.ask('fail-deliveries', { invoiceNumbers: numbers.untouched.slice(5) });
			old = mapEntries(await happened(), (_event, keys) => new Set(keys));
		},
		/**
		 * Until each of the lists was read, and read once more after a full minute: until then the first look, which takes
		 * what it meets for old, may still be on its way.
		 */
		async polledTwice() {
			await polledSince(simulator, 0);
			const minute = Math.ceil(Date.now() / 60_000) * 60_000;
			await polledSince(simulator, minute);
		},
		async day(day: number) {
			await simulator.ask('clock', { advanceDays: 1 });
			const now = await today();
			const fault = faults[day % faults.length];
			const list = LISTS[Math.floor(random() * LISTS.length)];
			await simulator.ask('faults', { ...fault, operationId: list });
			ordered += 1;
			for (const InvoiceNumber of shareOf('pay', day)) {
				const late = random() < 0.3 ? Math.floor(random() * 13) : 0;
				const paid = new Date(Date.parse(now) - late * DAY_MS).toISOString().slice(0, 10);
				await simulator.ask('pay', { InvoiceNumber, PaymentDate: paid });
			}
			for (const InvoiceNumber of shareOf('collect', day))
				await simulator.ask('pay', { InvoiceNumber });
			for (const InvoiceNumber of shareOf('end', day)) {
				const Status = random() < 0.5 ? 'Credited' : 'Withdrawn';
				await simulator.ask('end-invoice', { InvoiceNumber, Status });
			}
			for (const InvoiceNumber of shareOf('lose', day))
				await simulator.ask('end-invoice', { InvoiceNumber, Status: 'CreditLoss' });
			const failing = shareOf('fail', day);
			if (failing.length > 0) await simulator.ask('fail-deliveries', { invoiceNumbers: failing });
			const direct = shareOf('payDirectly', day);
			if (direct.length > 0) {
				const payments = direct.map((number) => directPayment(number, now));
				await send({ url: simulator.url, key: KEY }, 'submitInvoicePayment', payments);
			}
		},
		faults: () => ordered,
		/** The month after the last day, without faults. */
		async end() {
			await fetch(`${simulator.control}/faults`, { method: 'DELETE' });
			await simulator.ask('clock', { advanceDays: DAYS_AFTER });
		},
		async ledger(): Promise<Ledger> {
			return mapEntries(await happened(), (event, keys) => ({
				due: keys.filter((key) => old[event]?.has(key) !== true),
				keyOf: KEYS[event] ?? (() => ''),
			}));
		},
	};
}

/** How an item of an event is told from others: by what the simulator knows, not by what the trigger makes of it. */
const KEYS: Record<string, (item: IDataObject) => string> = {
	paymentAllocated: (item) => String(item[ALLOCATED_PAYMENT_TRANSACTION.allocationId]),
	paymentReceived: (item) => String(item[RECEIVED_PAYMENT_ROWS.invoiceNumber]),
	invoiceStatusChanged: (item) =>
		`${item[ONLINE_SALES_INVOICES.invoiceNumber]} ${item.previousStatus}>${item.newStatus}`,
	deliveryFailed: (item) => String(item[INVOICES_DELIVERY_INFORMATION.invoiceNumber]),
	settlementPublished: (item) => String(item[SETTLEMENT.settlementDate]),
	directSettlementPublished: (item) => String(item[DIRECT_SETTLEMENTS.settlementDate]),
	caseStatusChanged: (item) =>
		`${item[RECEIVABLE_STATUS.invoiceNumber]} ${item.previousStatus}>${item.newStatus}`,
	creditLossPublished: (item) => String(item[CREDIT_LOSS_RECEIVABLE.invoiceNumber]),
};

/** The lists of the events. */
const LISTS: string[] = triggerEvents.map(({ endpoint }) => endpoint);

function mapEntries<Name extends string, T, U>(
	record: Record<Name, T>,
	map: (name: string, value: T) => U,
): Record<Name, U> {
	const entries = Object.entries<T>(record).map(([name, value]) => [name, map(name, value)]);
	return Object.fromEntries(entries) as Record<Name, U>;
}

/** Numbers in a row for each of the things that happen. */
function numbersFrom(first: number): Record<Happening, number[]> {
	let next = first;
	const take = (count: number) => Array.from({ length: count }, () => next++);
	const { pay, end, lose, fail, payDirectly, collect, untouched } = COUNTS;
	return {
		pay: take(pay),
		end: take(end),
		lose: take(lose),
		fail: take(fail),
		payDirectly: take(payDirectly),
		collect: take(collect),
		untouched: take(untouched),
	};
}

/** Until every list was read at a moment or later. @param time milliseconds since 1970 */
export async function polledSince(simulator: Simulator, time: number) {
	await eventually(
		async () => {
			const requests = await simulator.requests();
			const answered = requests.filter(
				({ status, at }) => status === 200 && Date.parse(at) >= time,
			);
			const read = new Set(answered.map(({ operationId }) => operationId));
			return LISTS.every((list) => read.has(list)) || undefined;
		},
		240_000,
		'the workflows have not polled',
	);
}

const amountOf = (number: number) => 100 + (number % 50);

const dayAfter = (now: Date, days: number) =>
	new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

function invoiceOn(number: number, now: Date) {
	return invoice(number, {
		[SALES_INVOICE.invoiceDate]: dayAfter(now, 0),
		[SALES_INVOICE.dueDate]: dayAfter(now, 14),
		[SALES_INVOICE.deliveryType]: 'E',
		[SALES_INVOICE.totalAmount]: amountOf(number),
		[SALES_INVOICE.rows]: [
			{
				[SALES_INVOICE_ROW.description]: 'Example work',
				[SALES_INVOICE_ROW.quantity]: 1,
				[SALES_INVOICE_ROW.unitPrice]: 100,
				[SALES_INVOICE_ROW.vatPercent]: 0,
			},
		],
	});
}

function receivableOn(number: number, now: Date): IDataObject {
	return {
		[RECEIVABLE.invoiceNumber]: String(number),
		[RECEIVABLE.invoiceDate]: dayAfter(now, -30),
		[RECEIVABLE.dueDate]: dayAfter(now, -16),
		[RECEIVABLE.capitalAmount]: amountOf(number),
		[RECEIVABLE.debtor]: {
			[DEBTOR.name]: 'Example Buyer Oy',
			[DEBTOR.streetAddress]: 'Esimerkkikatu 1',
			[DEBTOR.postalCode]: '00100',
			[DEBTOR.city]: 'Helsinki',
		},
	};
}

function directPayment(number: number, day: string): IDataObject {
	return {
		[SALES_INVOICE_PAYMENT.invoiceNumber]: String(number),
		[SALES_INVOICE_PAYMENT.amount]: amountOf(number),
		[SALES_INVOICE_PAYMENT.paymentDate]: day,
		[SALES_INVOICE_PAYMENT.currency]: 'EUR',
	};
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}
