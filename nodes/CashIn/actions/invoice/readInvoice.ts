import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { buildInvoice, type BuiltInvoice } from '../../invoicing/build';
import { checkInvoice } from '../../invoicing/check';
import { helsinkiDate } from '../../invoicing/dates';
import { rowFinding, type Finding } from '../../invoicing/findings';
import { ROW_NAMES } from '../../invoicing/rowNames';
import { isEmpty } from '../../invoicing/salesInvoice';
import { settleTerms } from '../../invoicing/terms';
import type { Totals } from '../../invoicing/totals';
import { nearestName } from '../../text/nearestName';
import { toChoice } from '../shared/choices';
import { membersOf } from '../shared/fieldsFromContract';
import { itemParameter } from '../shared/itemParameter';
import { readOptions } from '../shared/options';
import { toObject } from '../shared/values';
import { readInput } from './invoiceInput';
import type { SalesInvoice } from './invoiceKinds';
import { AMOUNTS, ROW_AMOUNTS, typedInvoice } from './typedInvoice';

type Row = Readonly<Record<string, unknown>>;

/** One item's invoice, what it comes to, and all there is to say about it. */
export interface ReadInvoice {
	invoice: SalesInvoice;
	/** In cents; nothing for a JSON invoice that states its amounts and leaves out what they follow from. */
	totals?: Totals;
	findings: readonly Finding[];
}

const VAT_ROUNDINGS = ['row', 'rate'] as const;
const ROW_MEMBERS = [...membersOf('SalesInvoiceRow').keys()];
/** What a row charges. Under another name it would not arrive. */
const CHARGED = ['Qty', 'Price', 'VatPercent'];

/**
 * Reads one item's invoice, from its fields or from its JSON. Fields go through the builder; JSON is sent as it
 * is, and gains only the amounts and the due date it lacks – nothing at all with Validation off.
 * @throws InputProblem or InvoiceInputError, naming what cannot be read and the remedy
 */
export function readInvoice(context: IExecuteFunctions, item: number): ReadInvoice {
	if (context.getNodeParameter('inputMode', item) !== 'json') return readFields(context, item);
	const given = toObject(itemParameter(context, 'invoiceJson', item), "'Invoice (JSON)'");
	const invoice = typedInvoice(given, "'Invoice (JSON)': ");
	const asItIs = readOptions(context, item).validation === 'off';
	return readJson(invoice, asItIs);
}

function readFields(context: IExecuteFunctions, item: number): ReadInvoice {
	const { vatRounding } = readOptions(context, item);
	const built = buildInvoice(readInput(context, item), {
		vatRounding: toChoice(vatRounding ?? 'row', "'VAT Rounding'", VAT_ROUNDINGS),
		today: helsinkiDate(new Date()),
	});
	return {
		invoice: typedInvoice(built.invoice as IDataObject, ''),
		totals: built.totals,
		findings: built.warnings,
	};
}

function readJson(invoice: SalesInvoice, asItIs: boolean): ReadInvoice {
	const computed = computedFrom(invoice, asItIs);
	const complete = asItIs ? invoice : withDueDate(withAmounts(invoice, computed));
	const rows = complete.InvoiceRows ?? [];
	const findings = [
		...rows.flatMap(unknownMembers),
		...checkInvoice({ ...complete, InvoiceRows: rows }, {}),
	];
	return { invoice: complete, totals: computed?.totals, findings };
}

/** JSON goes out as it is, so that our own names for rows are as unknown there as any other. */
function unknownMembers(row: Row, index: number): Finding[] {
	const unknown = Object.keys(row).filter((name) => !ROW_MEMBERS.includes(name));
	return unknown.map((name) => {
		const plain = Object.hasOwn(ROW_NAMES, name) ? ROW_NAMES[name] : undefined;
		if (plain !== undefined && CHARGED.includes(plain) && isEmpty(row[plain])) {
			const message = `'${plain}' is missing: in JSON '${name}' must be named '${plain}', as Cash-In names it.`;
			return rowFinding('stop', 'unknownKey', index, name, message);
		}
		const meant = plain ?? nearestName(name, ROW_MEMBERS);
		const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
		const message = `'${name}' is not a member Cash-In documents; it is sent as it is.${hint}`;
		return rowFinding('warn', 'unknownKey', index, name, message);
	});
}

/** What the builder makes of a JSON invoice; nothing when it cannot, and need not, since no amount is to be added. */
function computedFrom(invoice: SalesInvoice, asItIs: boolean): BuiltInvoice | undefined {
	if (!asItIs && !statesAmounts(invoice)) return build(invoice);
	try {
		return build(invoice);
	} catch {
		return undefined;
	}
}

function build({ InvoiceNumber, InvoiceRows = [], ...members }: SalesInvoice): BuiltInvoice {
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

function withAmounts(invoice: SalesInvoice, computed: BuiltInvoice | undefined): SalesInvoice {
	if (computed === undefined) return invoice;
	const rows = (invoice.InvoiceRows ?? []).map((row, index) =>
		gain(row, computed.invoice.InvoiceRows[index] ?? {}, ROW_AMOUNTS),
	);
	return { ...gain(invoice, computed.invoice, AMOUNTS), InvoiceRows: rows };
}

/** A due date that follows from the invoice's own date and terms, where it has none. */
function withDueDate(invoice: SalesInvoice): SalesInvoice {
	const { InvoiceDate, PaymentTermsCode } = invoice;
	if (isEmpty(InvoiceDate)) return invoice;
	const { dueDate } = settleTerms(String(InvoiceDate), '', PaymentTermsCode);
	return dueDate === '' ? invoice : gain(invoice, { DueDate: dueDate }, ['DueDate']);
}

/** `target` with those of the members it lacks; what is empty is filled in where it stands. */
function gain<Target extends Row>(target: Target, source: object, names: string[]): Target {
	const found = Object.entries(source).filter(
		([name]) => names.includes(name) && isEmpty(target[name]),
	);
	return { ...target, ...Object.fromEntries(found) };
}
