import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../api/generated/fields';
import { members, type Member, type SchemaName } from '../../api/generated/members';
import { endpoints } from '../../api/generated/endpoints';
import type { ExecuteRun } from '../../api/run';
import type { Finding } from '../../invoicing/findings';
import type { InvoiceInput } from '../../invoicing/invoiceInput';
import { memberOf } from '../../invoicing/rowNames';
import { isEmpty } from '../../invoicing/values';
import type { UploadEntry, UploadSpec } from '../../upload/uploadSpec';
import { refuseRetryOnFail } from '../shared/confirmation';
import { withOtherMembers } from '../shared/bodies';
import { locatedValue } from '../shared/fields';
import { createRenameList, withCurrentNames, type OnRename } from '../shared/formerNames';
import { readOptions } from '../shared/options';
import { readSendOptions } from '../shared/sendOptions';
import { judge } from '../shared/validation';
import { readChoice, toChoice, toDate, toList, toMember, toObject, toText } from '../shared/values';
import { BUYER_FIELDS, headerProperties } from './fields';
import {
	buildTyped,
	completeJson,
	JSON_WORDS,
	typedInvoice,
	type ReadInvoice,
} from './typedInvoice';

/** The parts of an operation's entries beside the invoice. */
interface EntryParts {
	/** Members of the element that do not belong to the invoice. */
	beside?: IDataObject;
	group?: string;
	check?: (body: IDataObject) => readonly Finding[];
}

/**
 * Reads and checks one item's invoice, ready to be sent.
 * @throws InputError when it cannot be read or is not to be sent, and what `readSendOptions` throws
 */
export async function readEntry(
	run: ExecuteRun,
	item: number,
	spec: UploadSpec,
	{ beside, group = '', check = () => [] }: EntryParts = {},
): Promise<UploadEntry> {
	const { invoice, findings } = readInvoice(run, item, endpoints[spec.endpoint].body?.schema);
	const { validation } = readOptions(run, item);
	const options = await readSendOptions(run, item, spec);
	refuseUnsafeRetry(run, spec, options.checked);
	const plain = invoice as IDataObject;
	const body = beside === undefined ? plain : { ...plain, ...beside };
	const key = String(invoice[SALES_INVOICE.invoiceNumber]);
	const warnings = judge([...findings, ...check(body)], validation, `Invoice ${key}`);
	return { item, key, body, group, warnings, options };
}

/** Runs what is about one invoice; an error then names it. @param numberOf gives `''` where it has none */
function ofInvoice<T>(numberOf: () => string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		const number = error instanceof InputError ? numberOf() : '';
		throw error instanceof InputError && number !== '' ? error.about(`Invoice ${number}`) : error;
	}
}

/**
 * Lets n8n's Retry On Fail through only where the Duplicate Check is on and what it does not find is surely not there.
 * @throws InputError when it is switched on elsewhere: for each item, before anything is sent
 */
export function refuseUnsafeRetry(
	run: ExecuteRun,
	{ retryMissing, done, endpoint }: UploadSpec,
	isChecked: boolean,
): void {
	if (retryMissing && isChecked) return;
	const remedy = retryMissing
		? " Or set 'Duplicate Check' under Options to Before Sending: what is there is not sent again then."
		: '';
	refuseRetryOnFail(run, endpoint, `the invoices already ${done} would go out twice`, remedy);
}

/**
 * Reads one item's invoice, from its fields or from its JSON. Fields go through the builder; JSON is sent as it
 * is, and gains only the amounts and the due date it lacks – nothing at all with Validation off.
 * @throws InputError naming what cannot be read and the remedy
 */
export function readInvoice(
	run: ExecuteRun,
	item: number,
	schema: SchemaName = 'SalesInvoice',
): ReadInvoice {
	const { findings, onRename } = createRenameList();
	const read = ofInvoice(
		() => givenNumber(run, item),
		() => readNamed(run, item, schema, onRename),
	);
	return { ...read, findings: [...findings, ...read.findings] };
}

/** The number an item's invoice is given, as far as it can be read; `''` where it cannot. */
function givenNumber(run: ExecuteRun, item: number): string {
	const isJson = run.parameter('inputMode', item) === 'json';
	const json: unknown = isJson ? run.parameter('invoiceJson', item) : undefined;
	const number: unknown = isJson
		? Object(json)[SALES_INVOICE.invoiceNumber]
		: run.parameter('invoiceNumber', item, '');
	return typeof number === 'string' || typeof number === 'number' ? String(number).trim() : '';
}

function readNamed(
	run: ExecuteRun,
	item: number,
	schema: SchemaName,
	onRename: OnRename,
): ReadInvoice {
	const { validation, vatRounding } = readOptions(run, item);
	if (run.parameter('inputMode', item) === 'json') {
		const given = toObject(run.parameter('invoiceJson', item), "'Invoice (JSON)'");
		const label = "'Invoice (JSON)': ";
		const current = withCurrentNames(given, schema, label, onRename);
		return completeJson(typedInvoice(current, JSON_WORDS), validation === 'off');
	}
	const rounding = toChoice(vatRounding ?? 'row', "'VAT Rounding'", ['row', 'rate']);
	return buildTyped(readInput(run, item, onRename), rounding);
}

/**
 * Reads what one item's fields say of its invoice, for the builder.
 * @throws InputError when the rows are no list of objects, a date or a choice is none, or a text has lost digits
 * as a number
 */
function readInput(run: ExecuteRun, item: number, onRename: OnRename): InvoiceInput {
	const get = (name: string, fallback: unknown = '') => run.parameter(name, item, fallback);
	const text = (name: string) => toText(get(name) ?? '', `'${labelOf(name)}'`);
	const dueDate = optionalDate(get('dueDate'), "'Due Date'");
	return {
		invoiceNumber: text('invoiceNumber'),
		invoiceDate: optionalDate(get('invoiceDate'), "'Invoice Date'"),
		dueDate,
		paymentTerms: dueDate === undefined ? (get('paymentTerms') as string | number) : undefined,
		currency: text('currency'),
		buyer: Object.fromEntries(
			Object.entries(BUYER_FIELDS).map(([parameter, part]) => [part, text(parameter)]),
		),
		rows: readRows(run, item, onRename),
		pricesIncludeVat: readPricesIncludeVat(get('pricesIncludeVat', false)),
		...readPaymentAndMembers(run, item, onRename),
	};
}

function labelOf(parameter: string): string {
	return headerProperties.find(({ name }) => name === parameter)?.displayName ?? parameter;
}

export function optionalDate(value: unknown, label: string): string | undefined {
	return isEmpty(value) ? undefined : toDate(value, label);
}

/** How the invoice is paid, and the members that are sent as they are. */
export function readPaymentAndMembers(run: ExecuteRun, item: number, onRename: OnRename) {
	const get = (name: string, fallback: unknown = '') => run.parameter(name, item, fallback);
	const { creditorIban, ...additional } = get('additionalFields', {}) as IDataObject;
	const deliveryType = get('deliveryType');
	return {
		reference: {
			mode: readChoice(run, item, 'referenceMode', "'Reference Number'", REFERENCE_MODES),
			value: toText(get('reference') ?? '', "'Reference'"),
		},
		creditorIban: toText(creditorIban ?? '', "'Creditor IBAN'"),
		members: {
			...(isEmpty(deliveryType) ? {} : { [SALES_INVOICE.deliveryType]: deliveryType }),
			...readCollection('SalesInvoice', additional, onRename),
		},
	};
}

const REFERENCE_MODES = ['national', 'rf', 'given', 'none'] as const;

/** An expression may give text, or nothing: taken for net, prices that include VAT would be charged it twice. */
function readPricesIncludeVat(value: unknown): boolean {
	if (value === null || value === undefined) {
		throw new InputError(
			"'Prices Include VAT' must be true or false, and its expression gives nothing. Let it give one of the two.",
		);
	}
	return toMember(value, { type: 'boolean' }, "'Prices Include VAT'") === true;
}

function readRows(run: ExecuteRun, item: number, onRename: OnRename): IDataObject[] {
	const given =
		run.parameter('rowsInput', item) === 'expression'
			? run.parameter('rowsArray', item)
			: run.parameter('rows.row', item, []);
	return toList(given, "'Rows'").map((row, index) => {
		const name = `Row ${index + 1} of 'Rows'`;
		return readRow(withPlainVat(toObject(row, name)), `${name}: `, onRename);
	});
}

/** Sent as 0 where the form has none, as Cash-In's sample does. */
const DISCOUNTS = ['discountPercent', 'discountAmount'] as const;

function withPlainVat(row: IDataObject): IDataObject {
	const vatPercent = locatedValue(row.vatPercent);
	return vatPercent === row.vatPercent ? row : { ...row, vatPercent };
}

function readRow(given: IDataObject, prefix: string, onRename: OnRename): IDataObject {
	if (!('additionalFields' in given)) {
		// Rows go by our names as well as by the API's.
		const isOurs = (name: string) => memberOf(name) !== undefined;
		return withoutEmpty(
			withCurrentNames(given, 'SalesInvoiceRow', prefix, onRename, { isTaken: isOurs }),
		);
	}
	const { additionalFields, ...row } = given;
	const more =
		typeof additionalFields === 'object'
			? readCollection('SalesInvoiceRow', Object(additionalFields), onRename)
			: {};
	const undiscounted = DISCOUNTS.filter(
		(field) => isEmpty(row[field]) && !(SALES_INVOICE_ROW[field] in more),
	).map((field) => [field, 0]);
	return { ...withoutEmpty(row), ...more, ...Object.fromEntries(undiscounted) };
}

/** "Additional Fields" as members of the API; what was added and left empty is not sent. */
function readCollection(
	schema: 'SalesInvoice' | 'SalesInvoiceRow',
	collection: IDataObject,
	onRename: OnRename,
): IDataObject {
	const fields = Object.entries(collection)
		.filter(([parameter]) => parameter !== 'otherMembers')
		.map(([parameter, value]): [string, IDataObject[string]] => [
			memberName(schema, parameter),
			value,
		]);
	return withOtherMembers(withoutEmpty(Object.fromEntries(fields)), collection, schema, onRename);
}

function memberName(schema: 'SalesInvoice' | 'SalesInvoiceRow', parameter: string): string {
	const rows: readonly Member[] = members[schema];
	const member = rows.find(({ field, parameter: own = field }) => own === parameter);
	return member?.name ?? parameter.charAt(0).toUpperCase() + parameter.slice(1);
}

/** What was given itself, where nothing in it is empty. */
function withoutEmpty(values: IDataObject): IDataObject {
	if (!Object.values(values).some(isEmpty)) return values;
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
