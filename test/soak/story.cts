import type { IDataObject } from 'n8n-workflow';

import {
	ALLOCATED_PAYMENT_TRANSACTION,
	INVOICES_DELIVERY_INFORMATION,
	ONLINE_SALES_INVOICES,
	SALES_INVOICE,
	SALES_INVOICE_ROW,
} from '../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../scripts/n8n/eventually.cts';
import type { Simulator } from '../../scripts/n8n/simulator.cts';
import { invoice } from '../support/invoices';
import { KEY } from '../support/n8n';
import { send } from '../support/wire';

const DAY_MS = 86_400_000;
const PAYMENTS = 200;
const ENDINGS = 40;
const FAILURES = 30;
const FIRST_NUMBER = 1001;
/** The events of the soak, which are the ids of their workflows too, and the list each is read from. */
const LISTS = {
	paymentAllocated: 'listAllocatedPaymentTransactions',
	invoiceStatusChanged: 'listSalesInvoices',
	deliveryFailed: 'getInvoiceDeliveryInformation',
};

export type Event = keyof typeof LISTS;
export const EVENTS: Event[] = ['paymentAllocated', 'invoiceStatusChanged', 'deliveryFailed'];

/** What each workflow has to have given: keys, which `keyOf` finds in an item. */
export type Ledger = Record<Event, { due: string[]; keyOf(item: IDataObject): string }>;

/** What Cash-In does in between; a fault each day, mild and hard ones in turn. */
const FAULTS = [
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
 * What happens in Cash-In over the days, the same for the same seed: every invoice changes once at most, so that
 * no change can be passed over between two polls.
 */
export function createStory(simulator: Simulator, { seed, days }: { seed: number; days: number }) {
	const random = randomOf(seed);
	const numbers = Array.from(
		{ length: PAYMENTS + ENDINGS + FAILURES + 10 },
		(_, i) => FIRST_NUMBER + i,
	);
	const toPay = numbers.splice(0, PAYMENTS);
	const toEnd = numbers.splice(0, ENDINGS);
	const toFail = numbers.splice(0, FAILURES);
	let faults = 0;

	/** A share of what is left, so that nothing is left after the last day. */
	const shareOf = (list: number[], day: number) =>
		list.splice(0, Math.ceil(list.length / (days - day + 1)));

	return {
		/** Invoices, and what has happened before the workflows: none of it is news. */
		async begin() {
			const now = new Date(Date.now() - (days + 3) * DAY_MS);
			await simulator.ask('clock', { now: now.toISOString() });
			const all = [...toPay, ...toEnd, ...toFail, ...numbers];
			for (let at = 0; at < all.length; at += 100) {
				const invoices = all.slice(at, at + 100).map((number) => invoiceOn(number, now));
				await send({ url: simulator.url, key: KEY }, 'createInvoice', invoices);
			}
			for (const InvoiceNumber of numbers.slice(0, 5))
				await simulator.ask('pay', { InvoiceNumber });
			await simulator.ask('fail-deliveries', { invoiceNumbers: numbers.slice(5) });
		},
		/**
		 * Until each of the lists was read, and read once more at a full minute: until then the first look, which takes
		 * what it meets for old, may still be on its way.
		 */
		async polledTwice() {
			await readSince(simulator, 0);
			const minute = Math.ceil(Date.now() / 60_000) * 60_000;
			await readSince(simulator, minute);
		},
		async day(day: number) {
			await simulator.ask('clock', { advanceDays: 1 });
			const { now } = await simulator.ask<{ now: string }>('state');
			const ids = Object.values(LISTS);
			const fault = FAULTS[day % FAULTS.length];
			await simulator.ask('faults', {
				...fault,
				operationId: ids[Math.floor(random() * ids.length)],
			});
			faults += 1;
			for (const InvoiceNumber of shareOf(toPay, day)) {
				const late = random() < 0.3 ? Math.floor(random() * 13) : 0;
				const paid = new Date(Date.parse(now) - late * DAY_MS).toISOString().slice(0, 10);
				await simulator.ask('pay', { InvoiceNumber, PaymentDate: paid });
			}
			for (const InvoiceNumber of shareOf(toEnd, day)) {
				const Status = random() < 0.5 ? 'Credited' : 'Withdrawn';
				await simulator.ask('end-invoice', { InvoiceNumber, Status });
			}
			const failing = shareOf(toFail, day);
			if (failing.length > 0) await simulator.ask('fail-deliveries', { invoiceNumbers: failing });
		},
		faults: () => faults,
		async calm() {
			await fetch(`${simulator.control}/faults`, { method: 'DELETE' });
		},
		async ledger(): Promise<Ledger> {
			const old = new Set(numbers.map(String));
			const { allocationId, invoiceNumber } = ALLOCATED_PAYMENT_TRANSACTION;
			const all = await simulator.ask<IDataObject[]>('allocations');
			const allocations = all.filter((one) => !old.has(String(one[invoiceNumber])));
			const changed = (await simulator.invoices()).filter(
				({ InvoiceNumber, Status }) => Status !== 'Open' && !old.has(String(InvoiceNumber)),
			);
			const failed = Array.from(
				{ length: FAILURES },
				(_, i) => FIRST_NUMBER + PAYMENTS + ENDINGS + i,
			);
			return {
				paymentAllocated: {
					due: allocations.map((one) => String(one[allocationId])),
					keyOf: (item) => String(item[allocationId]),
				},
				invoiceStatusChanged: {
					due: changed.map(({ InvoiceNumber, Status }) => `${InvoiceNumber} Open>${Status}`),
					keyOf: (item) =>
						`${item[ONLINE_SALES_INVOICES.invoiceNumber]} ${item.previousStatus}>${item.newStatus}`,
				},
				deliveryFailed: {
					due: failed.map(String),
					keyOf: (item) => String(item[INVOICES_DELIVERY_INFORMATION.invoiceNumber]),
				},
			};
		},
	};
}

async function readSince(simulator: Simulator, time: number) {
	await eventually(
		async () => {
			const requests = await simulator.requests();
			const answered = requests.filter(
				({ status, at }) => status === 200 && Date.parse(at) >= time,
			);
			const read = new Set(answered.map(({ operationId }) => operationId));
			return Object.values(LISTS).every((list) => read.has(list)) || undefined;
		},
		240_000,
		'the workflows have not polled',
	);
}

function invoiceOn(number: number, now: Date) {
	const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
	return invoice(number, {
		[SALES_INVOICE.invoiceDate]: day(0),
		[SALES_INVOICE.dueDate]: day(14),
		[SALES_INVOICE.deliveryType]: 'E',
		[SALES_INVOICE.totalAmount]: 100 + (number % 50),
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

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}
