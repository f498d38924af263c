import type { IDataObject } from 'n8n-workflow';

import { centsOf, dateOf, keyOf, member, rowsIn, textOf } from './recordParts';

/**
 * The id of an allocation or, where Cash-In gives none, what does not change about it. A record that does not
 * even say whose payment it is, when and how much, is told from others by everything in it: taking two payments
 * for one would lose one.
 */
export function allocationKey(record: IDataObject): string {
	const id = textOf(record, 'AllocationId');
	if (id !== '') return id;
	const caseId = textOf(record, 'CaseId');
	const invoice = textOf(record, 'InvoiceNumber');
	const date = dateOf(record, 'Dates', 'PaymentDate') ?? '';
	const amount = amountOf(record, 'Amounts', 'PaymentAmount');
	const telling = (caseId !== '' || invoice !== '') && date !== '' && amount !== '';
	if (!telling) return JSON.stringify(record);
	const kind = textOf(record, 'PaymentType', 'Code');
	return keyOf(caseId, invoice, kind, date, amount, textOf(record, 'Currency'));
}

/** The number of a settlement. */
export function settlementKey(record: IDataObject): string {
	return textOf(record, 'SettlementNumber') || JSON.stringify(record);
}

/** Whose loss it is, when and how much; nothing in the list numbers them. */
export function creditLossKey(record: IDataObject): string {
	const caseId = textOf(record, 'CaseId');
	const invoice = textOf(record, 'InvoiceNumber');
	if (caseId === '' && invoice === '') return JSON.stringify(record);
	const date = dateOf(record, 'CreditLossDate');
	return keyOf(caseId, invoice, date, amountOf(record, 'CapitalAmount'));
}

/** The payments of one entry, each with what the entry says of all of them. An entry without rows is one payment. */
export function receivedPayments(entry: IDataObject): IDataObject[] {
	const rows = rowsIn(entry, 'ReceivedPaymentRows');
	if (rows.length === 0) return [entry];
	const common = Object.fromEntries(
		COMMON.map((name) => [name, member(entry, name)]).filter(([, value]) => value !== undefined),
	) as IDataObject;
	return rows.map((row) => ({ ...common, ...row }));
}

const COMMON = ['PaymentDate', 'BookingDate', 'Currency', 'AccountName'];

/** Everything that tells one received payment from another; nothing in the list numbers them. */
export function receivedPaymentKey(record: IDataObject): string {
	const caseId = textOf(record, 'CaseId');
	const invoice = textOf(record, 'InvoiceNumber');
	const amount = amountOf(record, 'Amount') || amountOf(record, 'TotalAmount');
	if ((caseId === '' && invoice === '') || amount === '') return JSON.stringify(record);
	return keyOf(
		caseId,
		invoice,
		dateOf(record, 'PaymentDate'),
		dateOf(record, 'BookingDate'),
		amount,
		textOf(record, 'Currency'),
		textOf(record, 'OriginalPaymentReference'),
	);
}

/** An amount in cents, so that 10 and 10.00 are the same; as it stands where it cannot be read. */
function amountOf(record: IDataObject, ...path: string[]): string {
	return String(centsOf(record, ...path) ?? textOf(record, ...path));
}
