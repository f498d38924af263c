import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { buildInvoice, type BuiltInvoice } from '../../invoicing/build';
import { checkInvoice } from '../../invoicing/check';
import { helsinkiDate } from '../../invoicing/dates';
import { rowFinding, type Finding } from '../../invoicing/findings';
import { ROW_NAMES } from '../../invoicing/rowNames';
import type { Totals } from '../../invoicing/totals';
import { nearestName } from '../../text/nearestName';
import { membersOf } from '../shared/fieldsFromContract';
import { readOptions } from '../shared/options';
import { toObject } from '../shared/values';
import { readInput } from './invoiceInput';
import type { SalesInvoice } from './sendInvoices';
import { typedInvoice } from './typedInvoice';

/** One item's invoice, what it comes to, and all there is to say about it. */
export interface ReadInvoice {
	invoice: SalesInvoice;
	/** In cents; nothing for a JSON invoice that states its amounts and leaves out what they follow from. */
	totals?: Totals;
	findings: readonly Finding[];
}

const AMOUNTS = ['NetAmount', 'TaxAmount', 'TotalAmount'];
const ROW_AMOUNTS = ['Nto', 'Tax', 'Total'];
const ROW_MEMBERS = [...membersOf('SalesInvoiceRow').keys()];

/**
 * Reads one item's invoice, from its fields or from its JSON. Fields go through the builder; JSON is sent as it
 * is, and gains only the amounts it lacks.
 * @throws InputProblem or InvoiceInputError, naming what cannot be read and the remedy
 */
export function readInvoice(context: IExecuteFunctions, item: number): ReadInvoice {
	return context.getNodeParameter('inputMode', item) === 'json'
		? readJson(toObject(context.getNodeParameter('invoiceJson', item), "'Invoice (JSON)'"))
		: readFields(context, item);
}

function readFields(context: IExecuteFunctions, item: number): ReadInvoice {
	const { vatRounding = 'row' } = readOptions(context, item);
	const built = buildInvoice(readInput(context, item), {
		vatRounding: vatRounding === 'rate' ? 'rate' : 'row',
		today: helsinkiDate(new Date()),
	});
	return {
		invoice: typedInvoice(built.invoice as IDataObject, ''),
		totals: built.totals,
		findings: built.warnings,
	};
}

function readJson(given: IDataObject): ReadInvoice {
	const invoice = typedInvoice(given, "'Invoice (JSON)': ");
	const computed = computedFrom(invoice);
	const complete = withAmounts(invoice, computed);
	const rows = complete.InvoiceRows ?? [];
	const findings = [
		...rows.flatMap(unknownMembers),
		...checkInvoice({ ...complete, InvoiceRows: rows }, {}),
	];
	return { invoice: complete, totals: computed?.totals, findings };
}

/** JSON goes out as it is, so that our own names for rows are as unknown there as any other. */
function unknownMembers(row: object, index: number): Finding[] {
	const unknown = Object.keys(row).filter((name) => !ROW_MEMBERS.includes(name));
	return unknown.map((name) => {
		const meant = Object.hasOwn(ROW_NAMES, name) ? ROW_NAMES[name] : nearestName(name, ROW_MEMBERS);
		const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
		const message = `'${name}' is not a member Cash-In documents; it is sent as it is.${hint}`;
		return rowFinding('warn', 'unknownKey', index, name, message);
	});
}

/** What the builder makes of a JSON invoice; nothing when it cannot, and need not, since all amounts are given. */
function computedFrom(invoice: SalesInvoice): BuiltInvoice | undefined {
	if (!statesAmounts(invoice)) return build(invoice);
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
	const has = (holder: object, names: string[]) => names.every((name) => name in holder);
	return has(invoice, AMOUNTS) && (invoice.InvoiceRows ?? []).every((row) => has(row, ROW_AMOUNTS));
}

function withAmounts(invoice: SalesInvoice, computed: BuiltInvoice | undefined): SalesInvoice {
	if (computed === undefined) return invoice;
	const rows = (invoice.InvoiceRows ?? []).map((row, index) =>
		gain(row, computed.invoice.InvoiceRows[index] ?? {}, ROW_AMOUNTS),
	);
	return { ...gain(invoice, computed.invoice, AMOUNTS), InvoiceRows: rows };
}

/** `target` with those of the members it lacks; what it has stays where it stands, `null` included. */
function gain<Target extends object>(target: Target, source: object, names: string[]): Target {
	const found = Object.entries(source).filter(
		([name]) => names.includes(name) && !(name in target),
	);
	return { ...target, ...Object.fromEntries(found) };
}
