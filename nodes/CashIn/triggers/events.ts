import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../api/generated/endpoints';
import {
	ALLOCATED_PAYMENT_AMOUNTS as AMOUNTS,
	ALLOCATED_PAYMENT_DATES as DATES,
	ALLOCATED_PAYMENT_TRANSACTION as ALLOCATION,
	CREDIT_LOSS_RECEIVABLE as CREDIT_LOSS,
	DIRECT_SETTLEMENTS as DIRECT_SETTLEMENT,
	INVOICES_DELIVERY_INFORMATION as DELIVERY,
	ONLINE_SALES_INVOICES as INVOICE,
	PAYMENT_TYPE_CODE,
	RECEIVABLE_STATUS as RECEIVABLE,
	RECEIVED_PAYMENT_ROWS as PAYMENT,
	RECEIVED_PAYMENTS as PAYMENT_ENTRY,
	SETTLEMENT,
} from '../api/generated/fields';
import { displayName } from '../text/displayName';
import { centsOf, dateOf, fieldOf, textOf, type Path } from './record';

interface CommonEvent {
	/** Part of the public surface: workflows name it. */
	value: string;
	description: string;
	endpoint: EndpointId;
	/** The query parameter that asks for records from a day on. */
	from: string;
	/** The number Cash-In gives a record, where it does. */
	id?: string;
	/** What makes a record without a number the same when it is read again; by default all that is in it. */
	key?: (record: IDataObject) => string;
	/** The kinds of contract with Cash-In that see it. */
	seenBy: string;
	/** Recommended poll interval. */
	often: string;
	/** What else a user should know. */
	note?: string;
}

/** Something that happened on a day and stays in Cash-In's list with that day. */
export interface DatedEvent extends CommonEvent {
	family: 'dated';
	/** The query parameter for the last day of a window, where the list is long enough to be read in windows. */
	to?: string;
	/** The things that happened, where one row of the list holds several. */
	rows?: (record: IDataObject) => IDataObject[];
	/** The days the list may be filtered by, the one to show first. The latest of them counts for the window. */
	dates: readonly Path[];
	/** Amounts whose change can be given out as an update. */
	amounts?: readonly Path[];
	/** Days to look back for what was entered late, unless the user says otherwise. */
	overlapDays: number;
}

/** A status that changes, of something Cash-In lists as long as it is young enough. */
export interface WatchedEvent extends CommonEvent {
	family: 'watched';
	/** The status now. An empty one is as good as none, and costs nothing to remember. */
	status: (record: IDataObject) => string;
	/** The day the list is filtered by; without it, that is not known, and the day of the poll counts. */
	date?: Path;
	/** Whether it is Cash-In's own status, so that users may ask for certain changes only, and some are not left again. */
	filtersStatus: boolean;
	/** Days something is watched, by that day, unless the user says otherwise. */
	watchDays: number;
}

export type TriggerEvent = DatedEvent | WatchedEvent;

const MAY_MARK_READ =
	'If Cash-In marks settlements as read when their list is read, this event does so too; it never asks for unread ones only, so nothing hangs on that mark.';

/** What the editor calls an event. */
export function nameOf({ value }: TriggerEvent): string {
	return displayName(value);
}

/** Every event of the trigger, in the order of the editor. */
export const triggerEvents: readonly TriggerEvent[] = [
	{
		family: 'watched',
		value: 'caseStatusChanged',
		description: 'When a receivable in collection gets another status',
		endpoint: 'getCollectionReceivablesStatus',
		from: 'fromDate',
		key: (record) =>
			`${textOf(record, RECEIVABLE.caseId)}|${textOf(record, RECEIVABLE.invoiceNumber)}`,
		status: (record) => textOf(record, RECEIVABLE.status),
		filtersStatus: true,
		watchDays: 730,
		seenBy: 'Lifecycle and Debt Collection',
		often: 'once a day',
	},
	{
		family: 'dated',
		value: 'creditLossPublished',
		description: 'When Cash-In gives up a receivable (luottotappio)',
		endpoint: 'listCreditLossReceivables',
		from: 'fromDate',
		key: creditLossKey,
		dates: [[CREDIT_LOSS.creditLossDate]],
		overlapDays: 70,
		seenBy: 'Debt Collection',
		often: 'once a month: Cash-In publishes them on the first',
	},
	{
		family: 'watched',
		value: 'deliveryFailed',
		description: 'When an invoice could not be delivered to its buyer',
		endpoint: 'getInvoiceDeliveryInformation',
		from: 'fromInvDate',
		key: (record) =>
			`${textOf(record, DELIVERY.invoiceNumber)}|${textOf(record, DELIVERY.deliveryType)}`,
		status: (record) =>
			isFailure(record) ? textOf(record, DELIVERY.deliveryStatus) || 'Failed' : '',
		date: [DELIVERY.invoiceDate],
		filtersStatus: false,
		watchDays: 60,
		seenBy: 'Intermediation and Lifecycle',
		often: "once a day, Cash-In's own advice",
	},
	{
		family: 'dated',
		value: 'directSettlementPublished',
		description: 'When Cash-In has settled payments that came to your own account',
		endpoint: 'listDirectSettlements',
		from: 'fromDate',
		id: DIRECT_SETTLEMENT.settlementNumber,
		dates: [[DIRECT_SETTLEMENT.settlementDate]],
		amounts: [[DIRECT_SETTLEMENT.settlementAmount]],
		overlapDays: 30,
		seenBy: 'Lifecycle and Debt Collection (our reading: Cash-In only names this list)',
		often: 'one to three times a week',
		note: MAY_MARK_READ,
	},
	{
		family: 'watched',
		value: 'invoiceStatusChanged',
		description: 'When an invoice gets another status, such as paid',
		endpoint: 'listSalesInvoices',
		from: 'fromInvDate',
		id: INVOICE.invoiceNumber,
		status: (record) => textOf(record, INVOICE.status),
		date: [INVOICE.invoiceDate],
		filtersStatus: true,
		watchDays: 365,
		seenBy: 'Intermediation and Lifecycle',
		often:
			'once an hour at most: every poll reads the whole list of the invoices watched, 100 to a request',
	},
	{
		family: 'dated',
		value: 'paymentAllocated',
		description: 'When Cash-In has matched a payment, a rebate or a write-off to an invoice',
		endpoint: 'listAllocatedPaymentTransactions',
		from: 'paymentDateFrom',
		to: 'paymentDateTo',
		key: allocationKey,
		id: ALLOCATION.allocationId,
		dates: [[ALLOCATION.dates, DATES.paymentDate]],
		amounts: [
			[ALLOCATION.amounts, AMOUNTS.paymentAmount],
			[ALLOCATION.amounts, AMOUNTS.capitalAmount],
			[ALLOCATION.amounts, AMOUNTS.interestAmount],
			[ALLOCATION.amounts, AMOUNTS.creditorCostsAmount],
		],
		overlapDays: 14,
		seenBy: 'Lifecycle and Debt Collection',
		often: 'once an hour',
		note: 'Under Intermediation the money goes to your own bank account, and this event stays silent.',
	},
	{
		family: 'dated',
		value: 'paymentReceived',
		description: 'When a payment has come in, before it is settled to you',
		endpoint: 'listReceivedPayments',
		from: 'fromDate',
		rows: receivedPayments,
		key: receivedPaymentKey,
		dates: [[PAYMENT.paymentDate], [PAYMENT.bookingDate]],
		overlapDays: 14,
		seenBy: 'Lifecycle and Debt Collection (our reading)',
		often: 'once a day',
		note: 'Cash-In gives these payments no number: one that is corrected later comes again as another.',
	},
	{
		family: 'dated',
		value: 'settlementPublished',
		description: 'When Cash-In has settled the payments it received, and pays them out (tilitys)',
		endpoint: 'listSettlements',
		from: 'fromDate',
		id: SETTLEMENT.settlementNumber,
		dates: [[SETTLEMENT.settlementDate]],
		amounts: [[SETTLEMENT.settlementAmount]],
		overlapDays: 30,
		seenBy: 'Lifecycle (one to three settlements a week) and Debt Collection (one a week)',
		often: 'once a day',
		note: MAY_MARK_READ,
	},
];

/** What does not change about an allocation. */
function allocationKey(record: IDataObject): string {
	const date = dateOf(record, ALLOCATION.dates, DATES.paymentDate) ?? '';
	const amount = amountOf(record, ALLOCATION.amounts, AMOUNTS.paymentAmount);
	const type = textOf(record, ALLOCATION.paymentType, PAYMENT_TYPE_CODE.code);
	const currency = textOf(record, ALLOCATION.currency);
	const isTelling = date !== '' && amount !== '';
	return partsKey(record, ALLOCATION, isTelling, [type, date, amount, currency]);
}

/** Whose loss it is, when and how much; nothing in the list numbers them. */
function creditLossKey(record: IDataObject): string {
	const date = dateOf(record, CREDIT_LOSS.creditLossDate);
	const amount = amountOf(record, CREDIT_LOSS.capitalAmount);
	return partsKey(record, CREDIT_LOSS, true, [date, amount]);
}

/** Everything that tells one received payment from another; nothing in the list numbers them. */
function receivedPaymentKey(record: IDataObject): string {
	const amount = amountOf(record, PAYMENT.amount) || amountOf(record, PAYMENT_ENTRY.totalAmount);
	return partsKey(record, PAYMENT, amount !== '', [
		dateOf(record, PAYMENT.paymentDate),
		dateOf(record, PAYMENT.bookingDate),
		amount,
		textOf(record, PAYMENT.currency),
		textOf(record, PAYMENT.originalPaymentReference),
	]);
}

/**
 * A key of case, invoice and other parts, never the same for different parts. A record that names neither case nor
 * invoice, or is not telling otherwise, is told from others by everything in it: taking two payments for one would lose
 * one.
 */
function partsKey(
	record: IDataObject,
	fields: { caseId: string; invoiceNumber: string },
	isTelling: boolean,
	parts: ReadonlyArray<string | undefined>,
): string {
	const whose = [textOf(record, fields.caseId), textOf(record, fields.invoiceNumber)];
	if (!isTelling || whose.join('') === '') return JSON.stringify(record);
	return [...whose, ...parts].map((part = '') => part.replace(/[\\|]/g, '\\$&')).join('|');
}

/** An amount in cents, so that 10 and 10.00 are the same; as it stands where it cannot be read. */
function amountOf(record: IDataObject, ...path: Path): string {
	return String(centsOf(record, ...path) ?? textOf(record, ...path));
}

/** The payments of one entry, each with what the entry says of all of them. An entry without rows is one payment. */
function receivedPayments(entry: IDataObject): IDataObject[] {
	const found = fieldOf(entry, PAYMENT_ENTRY.receivedPaymentRows);
	const isObject = (row: unknown): row is IDataObject => typeof row === 'object' && row !== null;
	const rows = Array.isArray(found) ? found.filter(isObject) : [];
	if (rows.length === 0) return [entry];
	const { paymentDate, bookingDate, currency, accountName } = PAYMENT_ENTRY;
	const common = [paymentDate, bookingDate, currency, accountName]
		.map((name) => [name, fieldOf(entry, name)])
		.filter(([, value]) => value !== undefined);
	return rows.map((row) => ({ ...(Object.fromEntries(common) as IDataObject), ...row }));
}

/**
 * Whether a status is one that an invoice or a receivable does not leave again. Cash-In's own words are not known:
 * one that is missing here costs state for as long as the invoice is watched, and nothing else.
 */
export function isTerminal(status: string): boolean {
	return TERMINAL.test(status.toLowerCase().replace(/[^a-z]/g, ''));
}

const TERMINAL =
	/^(paid|fullypaid|closed|credited|creditloss|writtenoff|withdrawn|cancelled|canceled)$/;

/**
 * Whether a delivery failed: it says why, or its status sounds so. Cash-In's own words are not known; those of the
 * trade in English, and in Finnish, are here.
 */
export function isFailure(record: IDataObject): boolean {
	const status = textOf(record, DELIVERY.deliveryStatus);
	return textOf(record, DELIVERY.errorDescription) !== '' || FAILURE.test(status);
}

const FAILURE =
	/fail|error|reject|undeliver|not.?delivered|bounce|return|invalid|denied|epäonn|virhe|hylä|palaut/i;
