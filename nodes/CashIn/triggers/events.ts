import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../api/endpoints.generated';
import { readDate } from '../invoicing/dates';
import { ifReadable } from '../invoicing/unreadable';

/** One thing a workflow can wait for. */
export interface TriggerEvent {
	value: string;
	name: string;
	description: string;
	endpoint: Extract<EndpointId, 'listAllocatedPaymentTransactions'>;
	/** The query parameter that asks for records from a date on. */
	fromParameter: 'paymentDateFrom';
	/** What makes a record the same event when it is read again. */
	key: (record: IDataObject) => string;
	/** When it happened, as `YYYY-MM-DD`. */
	date: (record: IDataObject) => string | undefined;
	/** Shown to the user beside the event. */
	advice: string;
}

/** Every event of the trigger; the values are part of the public surface. */
export const triggerEvents: TriggerEvent[] = [
	{
		value: 'paymentAllocated',
		name: 'Payment Allocated',
		description: 'When Cash-In has matched a payment, a rebate or a write-off to an invoice',
		endpoint: 'listAllocatedPaymentTransactions',
		fromParameter: 'paymentDateFrom',
		key: allocationKey,
		date: paymentDate,
		advice:
			'Cash-In knows payments under the Lifecycle and Collection services. Under Intermediation the money goes to your own bank account, and this event stays silent. Once an hour is often enough.',
	},
];

/**
 * The id of an allocation or, where Cash-In gives none, what does not change about it. A record that does not
 * even say whose payment it is, when and how much, is told from others by everything in it: taking two payments
 * for one would lose one.
 */
function allocationKey(record: IDataObject): string {
	const id = text(member(record, 'AllocationId'));
	if (id !== '') return id;
	const caseId = text(member(record, 'CaseId'));
	const invoice = text(member(record, 'InvoiceNumber'));
	const kind = text(member(record, 'PaymentType', 'Code'));
	const date = paymentDate(record) ?? '';
	const amount = text(member(record, 'Amounts', 'PaymentAmount'));
	const currency = text(member(record, 'Currency'));
	const telling = (caseId !== '' || invoice !== '') && date !== '' && amount !== '';
	return JSON.stringify(telling ? [caseId, invoice, kind, date, amount, currency] : record);
}

function paymentDate(record: IDataObject): string | undefined {
	return ifReadable(member(record, 'Dates', 'PaymentDate'), readDate);
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A member by its path; its names may be written in any case. */
function member(record: IDataObject, ...path: string[]): unknown {
	return path.reduce<unknown>((value, name) => {
		if (typeof value !== 'object' || value === null) return undefined;
		const members = Object.entries(value);
		const found =
			members.find(([own]) => own === name) ??
			members.find(([own]) => own.toLowerCase() === name.toLowerCase());
		return found?.[1];
	}, record);
}
