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
		key: (record) => identity(record, 'AllocationId'),
		date: (record) => ifReadable(member(record, 'Dates', 'PaymentDate'), readDate),
		advice:
			'Cash-In knows payments under the Lifecycle and Collection services. Under Intermediation the money goes to your own bank account, and this event stays silent. Once an hour is often enough.',
	},
];

/** The id of a record, or, where Cash-In gives none, everything it says: the same record is the same event. */
function identity(record: IDataObject, name: string): string {
	const id = record[name];
	return typeof id === 'string' || typeof id === 'number' ? String(id) : JSON.stringify(record);
}

function member(record: IDataObject, ...path: string[]): unknown {
	return path.reduce<unknown>(
		(value, name) =>
			typeof value === 'object' && value !== null
				? new Map(Object.entries(value)).get(name)
				: undefined,
		record,
	);
}
