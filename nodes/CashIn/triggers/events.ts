import type { IDataObject } from 'n8n-workflow';

import type { endpoints } from '../api/endpoints.generated';
import {
	allocationKey,
	creditLossKey,
	receivedPaymentKey,
	receivedPayments,
	settlementKey,
} from './recordKeys';
import { dateOf, textOf } from './recordParts';
import { isFailure, isTerminal } from './statusWords';

type Endpoints = typeof endpoints;
type Lists =
	| 'listAllocatedPaymentTransactions'
	| 'listReceivedPayments'
	| 'listSalesInvoices'
	| 'getInvoiceDeliveryInformation'
	| 'listSettlements'
	| 'listDirectSettlements'
	| 'getCollectionReceivablesStatus'
	| 'listCreditLossReceivables';

/** The query parameters of the contract for one endpoint. */
type Parameter<E extends Lists> = Endpoints[E]['queryParameters'][number];

interface Common<E extends Lists> {
	/** Part of the public surface: workflows name it. */
	value: string;
	name: string;
	description: string;
	endpoint: E;
	/** The query parameter that asks for records from a day on. */
	from: Parameter<E>;
	/** What a user may narrow the event down to. */
	filters: ReadonlyArray<Parameter<E>>;
	/** The kinds of contract with Cash-In that see it. */
	seenBy: string;
	/** How often it is worth asking. */
	often: string;
	/** What else a user should know. */
	note?: string;
	/** What to call what is watched for, when there is none. */
	plural: string;
}

/** Something that happened on a day and stays in Cash-In's list with that day. */
export interface DatedEvent<E extends Lists = Lists> extends Common<E> {
	family: 'dated';
	/** The last day of a window, where the list is long enough to be read in windows. */
	to?: Parameter<E>;
	/** The things that happened, where one row of the list holds several. */
	rows?: (record: IDataObject) => IDataObject[];
	/** What makes a record the same event when it is read again. */
	key: (record: IDataObject) => string;
	/** The member by which Cash-In numbers the records, where it does. */
	id?: string;
	/** The days the list may be filtered by, the one to show first. The latest of them counts for the window. */
	dates: ReadonlyArray<readonly string[]>;
	/** Amounts whose change can be given out as an update. */
	amounts?: ReadonlyArray<readonly string[]>;
	/** Days to look back for what was entered late, unless the user says otherwise. */
	overlapDays: number;
}

/** A state that changes, of something Cash-In lists as long as it is young enough. */
export interface WatchedEvent<E extends Lists = Lists> extends Common<E> {
	family: 'watched';
	/** Which invoice or case it is. */
	key: (record: IDataObject) => string;
	/** Its state now. An empty one is as good as none, and costs nothing to remember. */
	status: (record: IDataObject) => string;
	/** The day the list is filtered by; without it, that is not known, and the day of the poll counts. */
	date?: readonly string[];
	/** Whether the state is one that is not left again. */
	isTerminal: (status: string) => boolean;
	/** Whether users may ask for certain changes only. */
	filtersStatus: boolean;
	/** Days something is watched, by that day, unless the user says otherwise. */
	watchDays: number;
}

export type TriggerEvent = DatedEvent | WatchedEvent;

const dated = <E extends Lists>(row: DatedEvent<E>): DatedEvent<E> => row;
const watched = <E extends Lists>(row: WatchedEvent<E>): WatchedEvent<E> => row;

const MAY_MARK_READ =
	'If Cash-In marks settlements as read when their list is read, this event does so too; it never asks for unread ones only, so nothing hangs on that mark.';

/** Every event of the trigger, in the order of the editor. */
export const triggerEvents: readonly TriggerEvent[] = [
	watched({
		family: 'watched',
		value: 'caseStatusChanged',
		name: 'Case Status Changed',
		description: 'When a receivable in collection gets another status',
		plural: 'receivables in collection',
		endpoint: 'getCollectionReceivablesStatus',
		from: 'fromDate',
		filters: ['caseId', 'invoiceNumber'],
		key: (record) => `${textOf(record, 'CaseId')}|${textOf(record, 'InvoiceNumber')}`,
		status: (record) => textOf(record, 'Status'),
		isTerminal,
		filtersStatus: true,
		watchDays: 730,
		seenBy: 'Lifecycle and Debt Collection',
		often: 'once a day',
	}),
	dated({
		family: 'dated',
		value: 'creditLossPublished',
		name: 'Credit Loss Published',
		description: 'When Cash-In gives up a receivable (luottotappio)',
		plural: 'credit losses',
		endpoint: 'listCreditLossReceivables',
		from: 'fromDate',
		filters: [],
		key: creditLossKey,
		dates: [['CreditLossDate']],
		overlapDays: 70,
		seenBy: 'Debt Collection',
		often: 'once a month: Cash-In publishes them on the first',
	}),
	watched({
		family: 'watched',
		value: 'deliveryFailed',
		name: 'Delivery Failed',
		description: 'When an invoice could not be delivered to its buyer',
		plural: 'failed deliveries',
		endpoint: 'getInvoiceDeliveryInformation',
		from: 'fromInvDate',
		filters: ['invoiceNumber'],
		key: (record) => `${textOf(record, 'InvoiceNumber')}|${textOf(record, 'DeliveryType')}`,
		status: (record) => (isFailure(record) ? textOf(record, 'DeliveryStatus') || 'Failed' : ''),
		date: ['InvoiceDate'],
		isTerminal: () => false,
		filtersStatus: false,
		watchDays: 60,
		seenBy: 'Intermediation and Lifecycle',
		often: 'once a day, as Cash-In recommends',
	}),
	dated({
		family: 'dated',
		value: 'directSettlementPublished',
		name: 'Direct Settlement Published',
		description: 'When Cash-In has settled payments that came to your own account',
		plural: 'direct settlements',
		endpoint: 'listDirectSettlements',
		from: 'fromDate',
		filters: [],
		key: settlementKey,
		id: 'SettlementNumber',
		dates: [['SettlementDate']],
		amounts: [['SettlementAmount']],
		overlapDays: 30,
		seenBy: 'Lifecycle and Debt Collection (our reading: Cash-In only names this list)',
		often: 'one to three times a week',
		note: MAY_MARK_READ,
	}),
	watched({
		family: 'watched',
		value: 'invoiceStatusChanged',
		name: 'Invoice Status Changed',
		description: 'When an invoice gets another status, such as paid',
		plural: 'invoices',
		endpoint: 'listSalesInvoices',
		from: 'fromInvDate',
		filters: ['invoiceNumber'],
		key: (record) => textOf(record, 'InvoiceNumber') || JSON.stringify(record),
		status: (record) => textOf(record, 'Status'),
		date: ['InvoiceDate'],
		isTerminal,
		filtersStatus: true,
		watchDays: 365,
		seenBy: 'Intermediation and Lifecycle',
		often:
			'once an hour at most: every poll reads the whole list of the invoices watched, 100 to a request',
	}),
	dated({
		family: 'dated',
		value: 'paymentAllocated',
		name: 'Payment Allocated',
		description: 'When Cash-In has matched a payment, a rebate or a write-off to an invoice',
		plural: 'allocated payments',
		endpoint: 'listAllocatedPaymentTransactions',
		from: 'paymentDateFrom',
		to: 'paymentDateTo',
		filters: ['agency', 'caseId', 'currency', 'invoiceNumber'],
		key: allocationKey,
		id: 'AllocationId',
		dates: [['Dates', 'PaymentDate']],
		amounts: [
			['Amounts', 'PaymentAmount'],
			['Amounts', 'CapitalAmount'],
			['Amounts', 'InterestAmount'],
			['Amounts', 'CreditorCostsAmount'],
		],
		overlapDays: 14,
		seenBy: 'Lifecycle and Debt Collection',
		often: 'once an hour',
		note: 'Under Intermediation the money goes to your own bank account, and this event stays silent.',
	}),
	dated({
		family: 'dated',
		value: 'paymentReceived',
		name: 'Payment Received',
		description: 'When a payment has come in, before it is settled to you',
		plural: 'received payments',
		endpoint: 'listReceivedPayments',
		from: 'fromDate',
		filters: ['invoiceNumber'],
		rows: receivedPayments,
		key: receivedPaymentKey,
		dates: [['PaymentDate'], ['BookingDate']],
		overlapDays: 14,
		seenBy: 'Lifecycle and Debt Collection (our reading)',
		often: 'once a day',
		note: 'Cash-In gives these payments no number: one that is corrected later comes again as another.',
	}),
	dated({
		family: 'dated',
		value: 'settlementPublished',
		name: 'Settlement Published',
		description: 'When Cash-In has settled the payments it received, and pays them out (tilitys)',
		plural: 'settlements',
		endpoint: 'listSettlements',
		from: 'fromDate',
		filters: [],
		key: settlementKey,
		id: 'SettlementNumber',
		dates: [['SettlementDate']],
		amounts: [['SettlementAmount']],
		overlapDays: 30,
		seenBy: 'Lifecycle (one to three settlements a week) and Debt Collection (one a week)',
		often: 'once a day',
		note: MAY_MARK_READ,
	}),
];

/** The days of a record: the one to show, and the latest, by which it is in a window or not. */
export function daysOf(
	{ dates }: DatedEvent,
	record: IDataObject,
): { shown?: string; latest?: string } {
	const found = dates.map((path) => dateOf(record, ...path)).filter((day) => day !== undefined);
	return { shown: found[0], latest: [...found].sort().pop() };
}
