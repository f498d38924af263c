import type { IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { InputError } from '../../api/errors';
import { buildInvoice, type BuiltInvoice, type UnbuiltInvoice } from '../../invoicing/build';
import { checkInvoice } from '../../invoicing/check';
import { helsinkiDate } from '../../invoicing/dates';
import { Findings, type Finding } from '../../invoicing/findings';
import { settleTerms } from '../../invoicing/paymentTerms';
import { memberOf } from '../../invoicing/rowNames';
import type { Totals } from '../../invoicing/totals';
import { isEmpty } from '../../invoicing/values';
import { nearestName } from '../../text/nearestName';
import { toChoice, toObject } from '../shared/values';
import { membersOf } from '../shared/fields';
import { readOptions } from '../shared/options';
import { firstFew } from '../shared/validation';
import { readInput } from './invoiceInput';
import type { SalesInvoice } from './invoiceKinds';
import { AMOUNTS, ROW_AMOUNTS, typedInvoice } from './typedInvoice';

type Row = Readonly<Record<string, unknown>>;

/** One item's invoice, what it comes to, and all there is to say about it. */
export interface ReadInvoice {
	invoice: SalesInvoice;
	/**
	 * In cents, worked out when asked for; nothing for a JSON invoice that states its amounts and leaves out what they
	 * follow from.
	 */
	totals: () => Totals | undefined;
	findings: readonly Finding[];
}

const VAT_ROUNDINGS = ['row', 'rate'] as const;
const ROW = membersOf('SalesInvoiceRow');
/** What a row charges. Under another name it would not arrive. */
const CHARGED = ['Qty', 'Price', 'VatPercent'];

/**
 * Reads one item's invoice, from its fields or from its JSON. Fields go through the builder; JSON is sent as it
 * is, and gains only the amounts and the due date it lacks – nothing at all with Validation off.
 * @throws InputError naming what cannot be read and the remedy
 */
export function readInvoice(run: ExecuteRun, item: number): ReadInvoice {
	if (run.parameter('inputMode', item) !== 'json') return readFields(run, item);
	const given = toObject(run.parameter('invoiceJson', item), "'Invoice (JSON)'");
	const invoice = typedInvoice(given, "'Invoice (JSON)': ");
	const asItIs = readOptions(run, item).validation === 'off';
	return readJson(invoice, asItIs);
}

function readFields(run: ExecuteRun, item: number): ReadInvoice {
	const { vatRounding } = readOptions(run, item);
	const rules = {
		vatRounding: toChoice(vatRounding ?? 'row', "'VAT Rounding'", VAT_ROUNDINGS),
		today: helsinkiDate(new Date()),
	};
	const built = assertBuilt(buildInvoice(readInput(run, item), rules));
	return {
		invoice: typedInvoice(built.invoice as IDataObject, ''),
		totals: () => built.totals,
		findings: built.findings,
	};
}

function readJson(invoice: SalesInvoice, asItIs: boolean): ReadInvoice {
	const complete = asItIs ? invoice : withDueDate(withAmounts(invoice));
	const rows = complete.InvoiceRows ?? [];
	const findings = [
		...rows.flatMap(unknownMembers),
		...checkInvoice({ ...complete, InvoiceRows: rows }),
	];
	return { invoice: complete, totals: () => build(invoice).totals, findings };
}

/** JSON goes out as it is, so that our own names for rows are as unknown there as any other. */
function unknownMembers(row: Row, index: number): Finding[] {
	const findings = new Findings();
	const ofRow = findings.ofRow(index);
	for (const name of Object.keys(row).filter((key) => !ROW.has(key))) {
		const plain = memberOf(name);
		if (plain !== undefined && CHARGED.includes(plain) && isEmpty(row[plain])) {
			ofRow.stop(
				'unknownKey',
				name,
				`'${plain}' is missing: in JSON '${name}' must be named '${plain}', as Cash-In names it.`,
			);
			continue;
		}
		const meant = plain ?? nearestName(name, [...ROW.keys()]);
		const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
		const message = `'${name}' is not a member Cash-In documents; it is sent as it is.${hint}`;
		ofRow.warn('unknownKey', name, message);
	}
	return findings.list;
}

/** @throws InputError with all that is missing or unreadable, where no invoice could be built */
export function assertBuilt(built: BuiltInvoice | UnbuiltInvoice): BuiltInvoice {
	if (built.invoice !== undefined) return built;
	throw new InputError(firstFew(built.findings.map(({ message }) => message)));
}

/** The builder cannot tell the totals of an invoice that states its amounts and leaves out what they follow from. */
function build({ InvoiceNumber, InvoiceRows = [], ...members }: SalesInvoice) {
	const input = {
		invoiceNumber: InvoiceNumber,
		rows: InvoiceRows,
		pricesIncludeVat: false,
		members,
	};
	return buildInvoice(input, { vatRounding: 'row', today: helsinkiDate(new Date()) });
}

function statesAmounts(invoice: SalesInvoice): boolean {
	const has = (holder: Row, names: string[]) => names.every((name) => !isEmpty(holder[name]));
	return has(invoice, AMOUNTS) && (invoice.InvoiceRows ?? []).every((row) => has(row, ROW_AMOUNTS));
}

/** With the amounts it lacks, as the builder works them out. */
function withAmounts(invoice: SalesInvoice): SalesInvoice {
	if (statesAmounts(invoice)) return invoice;
	const built = assertBuilt(build(invoice)).invoice;
	const rows = (invoice.InvoiceRows ?? []).map((row, index) =>
		gain(row, built.InvoiceRows[index] ?? {}, ROW_AMOUNTS),
	);
	return { ...gain(invoice, built, AMOUNTS), InvoiceRows: rows };
}

/** A due date that follows from the invoice's own date and terms, where it has none. */
function withDueDate(invoice: SalesInvoice): SalesInvoice {
	const { InvoiceDate, DueDate, PaymentTermsCode } = invoice;
	if (!isEmpty(DueDate) || isEmpty(InvoiceDate)) return invoice;
	const { dueDate } = settleTerms(String(InvoiceDate), '', PaymentTermsCode);
	return dueDate === '' ? invoice : gain(invoice, { DueDate: dueDate }, ['DueDate']);
}

/** `target` with those of the members it lacks; what is empty is filled in where it stands. */
function gain<Target extends Row>(target: Target, source: Row, names: string[]): Target {
	const lacking = names.filter((name) => isEmpty(target[name]) && name in source);
	return { ...target, ...Object.fromEntries(lacking.map((name) => [name, source[name]])) };
}
