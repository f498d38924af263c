import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../api/generated/fields';
import { InputError } from '../../api/errors';
import type { Member } from '../../api/generated/members';
import type { SalesInvoice } from '../../invoicing/invoiceInput';
import { typedBody } from '../shared/bodies';
import { membersOf } from '../shared/fields';
import { toList, toMember, toObject } from '../shared/values';

/** The amounts an invoice comes to, which can be computed where they are missing. */
export const AMOUNTS = [
	SALES_INVOICE.netAmount,
	SALES_INVOICE.taxAmount,
	SALES_INVOICE.totalAmount,
];
/** The same of a row. */
export const ROW_AMOUNTS = [
	SALES_INVOICE_ROW.netAmount,
	SALES_INVOICE_ROW.vatAmount,
	SALES_INVOICE_ROW.totalAmount,
];

const { invoiceNumber: NUMBER, currency: CURRENCY, rows: ROWS } = SALES_INVOICE;
const HEADER = membersOf('SalesInvoice');
const ROW = membersOf('SalesInvoiceRow');
const COMPUTABLE = new Set<string>([...AMOUNTS, ...ROW_AMOUNTS]);
/** Read on first use: every start of n8n loads this file. */
let currencies: ReadonlySet<string> | undefined;

/**
 * An invoice with every member the contract knows in its own kind: numbers given as text become numbers, dates
 * lose their time. Everything else stays as given: unknown members, order, `null`, and amounts left empty.
 * Where nothing had to change it is what was given, and not to be changed.
 * @param prefix how a message begins, e.g. `'Invoice (JSON)': `
 * @throws InputError naming the first member that cannot be sent, and the remedy
 */
export function typedInvoice(given: IDataObject, prefix: string): SalesInvoice {
	const rows = readRows(given[ROWS], `${prefix}${ROWS}`);
	const typed = typedBody(given, HEADER, prefix, readMember);
	checkCurrency(typed[CURRENCY], `${prefix}${CURRENCY}`);
	const number = invoiceNumber(typed[NUMBER], `${prefix}${NUMBER}`);
	if (typed[NUMBER] === number && typed[ROWS] === rows) return typed as SalesInvoice;
	return { ...typed, [NUMBER]: number, [ROWS]: rows };
}

function readMember(value: unknown, member: Member, label: string): IDataObject[string] {
	const { name } = member;
	if (name === ROWS || (value === '' && COMPUTABLE.has(name))) return value as IDataObject[string];
	const read = toMember(value, member, label);
	return name === NUMBER ? invoiceNumber(read, label) : read;
}

function readRows(given: unknown, label: string): IDataObject[] {
	const list = given === undefined || given === null ? [] : toList(given, label);
	if (list.length === 0) {
		throw new InputError(`${label}: the invoice has no rows. Add at least one.`);
	}
	const rows = list.map((row, index) =>
		typedBody(toObject(row, `${label}[${index}]`), ROW, `${label}[${index}].`, readMember),
	);
	return rows.every((row, index) => row === list[index]) ? list : rows;
}

/** A number where the sample has one and nothing is lost by it; text such as "INV-7" stays text. */
function invoiceNumber(value: unknown, label: string): string | number {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '') {
		throw new InputError(`${label} is missing. Every invoice needs a number of its own.`);
	}
	const number = Number(text);
	return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

function checkCurrency(value: unknown, label: string): void {
	if (value === undefined || value === null) return;
	currencies ??= new Set(Intl.supportedValuesOf('currency'));
	if (typeof value === 'string' && currencies.has(value)) return;
	throw new InputError(
		`${label} must be a three-letter currency code such as EUR, and is "${String(value).slice(0, 20)}"`,
	);
}
