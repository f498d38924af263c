import type { IDataObject } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import { completeHeader, completeRow, missingAmount } from '../../invoicing/amounts';
import { membersOf } from '../shared/fieldsFromContract';
import { toList, toMember, toObject } from '../shared/values';
import type { SalesInvoice } from './sendInvoices';

/** How a message names a member to the user. */
export interface Labels {
	header: (member: string) => string;
	row: (member: string, row: number) => string;
}

type Row = NonNullable<SalesInvoice['InvoiceRows']>[number];

const HEADER = membersOf('SalesInvoice');
const ROW = membersOf('SalesInvoiceRow');
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/**
 * An invoice as Cash-In wants it: every known member in its own kind, amounts that are missing computed from
 * the rows, everything else as given, unknown members included.
 * @throws InputProblem naming the first member that cannot be sent, and the remedy
 */
export function toSalesInvoice(given: IDataObject, labels: Labels): SalesInvoice {
	const rows = readRows(given.InvoiceRows, labels);
	const header: IDataObject = {};
	for (const [name, value] of Object.entries(given)) {
		if (value === undefined || name === 'InvoiceRows') continue;
		const member = HEADER.get(name);
		header[name] = member === undefined ? value : toMember(value, member, labels.header(name));
	}
	checkCurrency(header.Currency, labels.header('Currency'));
	const complete = completeHeader<IDataObject>(header, rows);
	return {
		...inPlace(given, complete),
		InvoiceNumber: invoiceNumber(given.InvoiceNumber, labels.header('InvoiceNumber')),
		InvoiceRows: rows,
	};
}

/** Members in the order they were given; computed ones come last. */
function inPlace(given: IDataObject, complete: IDataObject): IDataObject {
	const ordered: IDataObject = {};
	for (const name of Object.keys(given)) ordered[name] = complete[name];
	return { ...ordered, ...complete };
}

function readRows(given: unknown, labels: Labels): Row[] {
	const label = labels.header('InvoiceRows');
	if (given === undefined || given === null)
		throw new InputProblem(`${label}: the invoice has no rows. Add at least one.`);
	const list = toList(given, label);
	if (list.length === 0)
		throw new InputProblem(`${label}: the invoice has no rows. Add at least one.`);
	return list.map((row, index) =>
		readRow(toObject(row, `${label}, row ${index + 1},`), index, labels),
	);
}

function readRow(given: IDataObject, index: number, labels: Labels): Row {
	const row: IDataObject = {};
	for (const [name, value] of Object.entries(given)) {
		if (value === undefined) continue;
		const member = ROW.get(name);
		row[name] = member === undefined ? value : toMember(value, member, labels.row(name, index));
	}
	const missing = missingAmount(row);
	if (missing !== undefined) {
		throw new InputProblem(
			`${labels.row(missing, index)} is missing. Fill it in, or give the amounts of the row (Nto, Tax, Total).`,
		);
	}
	return completeRow(row);
}

/** A number where the sample has one and nothing is lost by it; text such as "INV-7" stays text. */
function invoiceNumber(value: unknown, label: string): string | number {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '')
		throw new InputProblem(`${label} is missing. Every invoice needs a number of its own.`);
	const number = Number(text);
	return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

function checkCurrency(value: unknown, label: string): void {
	if (value === undefined || value === null) return;
	if (typeof value === 'string' && CURRENCIES.has(value)) return;
	throw new InputProblem(
		`${label} must be a three-letter currency code such as EUR, and is "${String(value).slice(0, 20)}"`,
	);
}
