import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../api/generated/fields';
import { members, type Member } from '../../api/generated/members';
import { buildInvoice, type BuiltInvoice, type UnbuiltInvoice } from '../../invoicing/build';
import { checkInvoice } from '../../invoicing/check';
import { helsinkiDate } from '../../invoicing/dates';
import { Findings, type Finding } from '../../invoicing/findings';
import type { InvoiceInput, SalesInvoice } from '../../invoicing/invoiceInput';
import { settleTerms } from '../../invoicing/paymentTerms';
import { memberOf } from '../../invoicing/rowNames';
import type { Totals, VatRounding } from '../../invoicing/totals';
import { isEmpty } from '../../invoicing/values';
import { quotedLabel, withApiNames } from '../../text/labels';
import { nearestName } from '../../text/nearestName';
import { firstFew } from '../../upload/messages';
import { typedBody } from '../shared/bodies';
import { membersOf } from '../shared/fields';
import { toList, toMember, toObject } from '../shared/values';

type Row = Readonly<Record<string, unknown>>;

/** How messages call the parts of an invoice. */
interface Words {
	header: (name: string) => string;
	row: (index: number) => string;
	ofRow: (index: number, name: string) => string;
}

/** Of JSON, people know the API's names. */
export const JSON_WORDS: Words = {
	header: (name) => `'Invoice (JSON)': ${name}`,
	row: (index) => `'Invoice (JSON)': ${ROWS}[${index}]`,
	ofRow: (index, name) => `${JSON_WORDS.row(index)}.${name}`,
};

const FIELD_WORDS: Words = {
	header: (name) => (name === ROWS ? "'Rows'" : quotedLabel('SalesInvoice', name)),
	row: (index) => `Row ${index + 1}`,
	ofRow: (index, name) => `Row ${index + 1}: ${quotedLabel('SalesInvoiceRow', name)}`,
};

/** One item's invoice, what it comes to, and every finding about it. */
export interface ReadInvoice {
	invoice: SalesInvoice;
	/**
	 * In cents, worked out when asked for; nothing for a JSON invoice that states its amounts and leaves out what they
	 * follow from.
	 */
	totals: () => Totals | undefined;
	findings: readonly Finding[];
}

/** The amounts an invoice comes to, which can be computed where they are missing. */
const AMOUNTS = [SALES_INVOICE.netAmount, SALES_INVOICE.taxAmount, SALES_INVOICE.totalAmount];
/** The same of a row. */
const ROW_AMOUNTS = [
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
 * @param words how messages call the members
 * @throws InputError naming the first member that cannot be sent, and the remedy
 */
export function typedInvoice(given: IDataObject, words: Words): SalesInvoice {
	const rows = readRows(given[ROWS], words);
	const typed = typedBody(given, HEADER, words.header, readMember);
	checkCurrency(typed[CURRENCY], words.header(CURRENCY));
	const number = invoiceNumber(typed[NUMBER], words.header(NUMBER));
	if (typed[NUMBER] === number && typed[ROWS] === rows) return typed as SalesInvoice;
	return { ...typed, [NUMBER]: number, [ROWS]: rows };
}

function readMember(value: unknown, member: Member, label: string): IDataObject[string] {
	const { name } = member;
	if (name === ROWS || (value === '' && COMPUTABLE.has(name))) return value as IDataObject[string];
	const read = toMember(value, member, label);
	return name === NUMBER ? invoiceNumber(read, label) : read;
}

function readRows(given: unknown, words: Words): IDataObject[] {
	const label = words.header(ROWS);
	const list = given === undefined || given === null ? [] : toList(given, label);
	if (list.length === 0) {
		throw new InputError(`${label}: the invoice has no rows. Add at least one.`);
	}
	const rows = list.map((row, index) =>
		typedBody(toObject(row, words.row(index)), ROW, (name) => words.ofRow(index, name), readMember),
	);
	return rows.every((row, index) => row === list[index]) ? list : rows;
}

/** A number where Cash-In takes one and nothing is lost by it; text such as "INV-7" stays text. */
function invoiceNumber(value: unknown, label: string): string | number {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '') {
		throw new InputError(`${label} is missing. Every invoice needs a number of its own.`);
	}
	if (HEADER.get(NUMBER)?.type === 'string' && !HEADER.get(NUMBER)?.orNumber) return text;
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

/**
 * Builds an invoice, ready to be sent.
 * @throws InputError naming what is missing or unreadable and the remedy
 */
export function buildTyped(input: InvoiceInput, vatRounding: VatRounding): ReadInvoice {
	const { invoice, totals, findings } = assertBuilt(build(input, vatRounding));
	return {
		invoice: typedInvoice(invoice as IDataObject, FIELD_WORDS),
		totals: () => totals,
		findings,
	};
}

function build(input: InvoiceInput, vatRounding: VatRounding = 'row') {
	return buildInvoice(input, {
		vatRounding,
		// Only where it is needed: the first look at the time zone takes as long as hundreds of invoices.
		get today() {
			return helsinkiDate(new Date());
		},
	});
}

function assertBuilt(built: BuiltInvoice | UnbuiltInvoice): BuiltInvoice {
	if (built.invoice !== undefined) return built;
	throw unbuilt(built.findings);
}

const unbuilt = (findings: readonly Finding[]) =>
	new InputError(firstFew(findings.map(({ message }) => message)));

/** Whoever writes JSON knows members by the API's names. */
function ofJson(finding: Finding): Finding {
	const schema = finding.row === undefined ? 'SalesInvoice' : 'SalesInvoiceRow';
	return { ...finding, message: withApiNames(schema, finding.message) };
}

/** An invoice given as JSON, with what it lacks. */
export function completeJson(invoice: SalesInvoice, asItIs: boolean): ReadInvoice {
	const complete = asItIs ? invoice : withDueDate(withAmounts(invoice));
	const rows = rowsOf(complete);
	const findings = [
		...rows.flatMap(unknownMembers),
		...checkInvoice({ ...complete, [SALES_INVOICE.rows]: rows }).map(ofJson),
	];
	return { invoice: complete, totals: () => build(inputOf(invoice)).totals, findings };
}

function rowsOf({ [SALES_INVOICE.rows]: rows = [] }: SalesInvoice) {
	return rows;
}

const ROW_MEMBERS: readonly string[] = members.SalesInvoiceRow.map(({ name }) => name);
/** A row's amounts follow from these. Under another name they would not arrive. */
const CHARGED: readonly string[] = [
	SALES_INVOICE_ROW.quantity,
	SALES_INVOICE_ROW.unitPrice,
	SALES_INVOICE_ROW.vatPercent,
];

/** JSON goes out as it is, so that our own names for rows are as unknown there as any other. */
function unknownMembers(row: Row, index: number): Finding[] {
	const findings = new Findings();
	const ofRow = findings.ofRow(index);
	for (const name of Object.keys(row).filter((key) => !ROW_MEMBERS.includes(key))) {
		const member = memberOf(name);
		if (member !== undefined && CHARGED.includes(member) && isEmpty(row[member])) {
			const message = `'${member}' is missing: in JSON '${name}' must be named '${member}', as Cash-In names it.`;
			ofRow.stop('unknownKey', name, message);
			continue;
		}
		const meant = member ?? nearestName(name, ROW_MEMBERS);
		const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
		const message = `'${name}' is not a member Cash-In documents; it is sent as it is.${hint}`;
		ofRow.warn('unknownKey', name, message);
	}
	return findings.list;
}

/** An invoice given as JSON, for the builder, which fails where it states amounts and leaves out their reasons. */
function inputOf(invoice: SalesInvoice): InvoiceInput {
	const {
		[SALES_INVOICE.invoiceNumber]: invoiceNumber,
		[SALES_INVOICE.rows]: rows = [],
		...rest
	} = invoice;
	return { invoiceNumber, rows, pricesIncludeVat: false, members: rest };
}

function statesAmounts(invoice: SalesInvoice): boolean {
	const has = (holder: Row, names: string[]) => names.every((name) => !isEmpty(holder[name]));
	return has(invoice, AMOUNTS) && rowsOf(invoice).every((row) => has(row, ROW_AMOUNTS));
}

/** With the amounts it lacks, as the builder works them out. */
function withAmounts(invoice: SalesInvoice): SalesInvoice {
	if (statesAmounts(invoice)) return invoice;
	const made = build(inputOf(invoice));
	if (made.invoice === undefined) throw unbuilt(made.findings.map(ofJson));
	const built = made.invoice;
	const rows = rowsOf(invoice).map((row, index) =>
		gain(row, built[SALES_INVOICE.rows][index] ?? {}, ROW_AMOUNTS),
	);
	return { ...gain(invoice, built, AMOUNTS), [SALES_INVOICE.rows]: rows };
}

/** A due date that follows from the invoice's own date and terms, where it has none. */
function withDueDate(invoice: SalesInvoice): SalesInvoice {
	const { invoiceDate, dueDate, paymentTermsCode } = SALES_INVOICE;
	if (!isEmpty(invoice[dueDate]) || isEmpty(invoice[invoiceDate])) return invoice;
	const terms = settleTerms(String(invoice[invoiceDate]), '', invoice[paymentTermsCode]);
	return terms.dueDate === '' ? invoice : gain(invoice, { [dueDate]: terms.dueDate }, [dueDate]);
}

/** `target` with those of the members it lacks; what is empty is filled in where it stands. */
function gain<Target extends Row>(target: Target, source: Row, names: readonly string[]): Target {
	const lacking = names.filter((name) => isEmpty(target[name]) && name in source);
	return { ...target, ...Object.fromEntries(lacking.map((name) => [name, source[name]])) };
}
