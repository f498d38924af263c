import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import type { InvoiceInput } from '../../invoicing/invoiceInput';
import { isEmpty } from '../../invoicing/values';
import { readChoice, toDate, toList, toMember, toObject, toText } from '../shared/values';
import { readOtherMembers } from '../shared/fields';
import { BUYER_FIELDS, headerProperties } from './invoiceFields';

const REFERENCE_MODES = ['national', 'rf', 'given', 'none'] as const;

/**
 * What one item's fields say of its invoice, for the builder.
 * @throws InputError when the rows are no list of objects, a date or a choice is none, or a text has lost digits
 * as a number
 */
export function readInput(run: ExecuteRun, item: number): InvoiceInput {
	const get = (name: string, fallback: unknown = '') => run.parameter(name, item, fallback);
	const optionalDate = (name: string, label: string) =>
		isEmpty(get(name)) ? undefined : toDate(get(name), label);
	const { creditorIban, ...additional } = get('additionalFields', {}) as IDataObject;
	const dueDate = optionalDate('dueDate', "'Due Date'");
	return {
		invoiceNumber: toText(get('invoiceNumber') ?? '', "'Invoice Number'"),
		invoiceDate: optionalDate('invoiceDate', "'Invoice Date'"),
		dueDate,
		paymentTerms: dueDate === undefined ? (get('paymentTerms') as string | number) : undefined,
		currency: toText(get('currency') ?? '', "'Currency'"),
		buyer: readBuyer(get),
		rows: readRows(run, item),
		pricesIncludeVat: readPricesIncludeVat(get('pricesIncludeVat', false)),
		reference: {
			mode: readChoice(run, item, 'referenceMode', "'Reference Number'", REFERENCE_MODES),
			value: toText(get('reference') ?? '', "'Reference'"),
		},
		creditorIban: toText(creditorIban ?? '', "'Creditor IBAN'"),
		members: {
			...(isEmpty(get('deliveryType')) ? {} : { DeliveryType: get('deliveryType') }),
			...readCollection(additional),
		},
	};
}

/** An expression may give text, or nothing: taken for net, prices that include VAT would be charged it twice. */
function readPricesIncludeVat(value: unknown): boolean {
	if (value === null || value === undefined) {
		throw new InputError(
			"'Prices Include VAT' must be true or false, and its expression gives nothing. Let it give one of the two.",
		);
	}
	return toMember(value, { type: 'boolean' }, "'Prices Include VAT'") === true;
}

function readBuyer(get: (name: string) => unknown): InvoiceInput['buyer'] {
	const fields = Object.entries(BUYER_FIELDS).map(([parameter, name]): [string, string] => [
		name,
		toText(get(parameter) ?? '', `'${labelOf(parameter)}'`),
	]);
	return Object.fromEntries(fields);
}

function labelOf(parameter: string): string {
	return headerProperties.find(({ name }) => name === parameter)?.displayName ?? parameter;
}

function readRows(run: ExecuteRun, item: number): IDataObject[] {
	const given =
		run.parameter('rowsInput', item) === 'expression'
			? run.parameter('rowsArray', item)
			: run.parameter('rows.row', item, []);
	return toList(given, "'Rows'").map((row, index) =>
		readRow(toObject(row, `Row ${index + 1} of 'Rows'`)),
	);
}

function readRow(given: IDataObject): IDataObject {
	if (!('additionalFields' in given)) return withoutEmpty(given);
	const { additionalFields, ...row } = given;
	const more = typeof additionalFields === 'object' ? readCollection(Object(additionalFields)) : {};
	return { ...withoutEmpty(row), ...more };
}

/** "Additional Fields" as members of the API; what was added and left empty is not sent. */
export function readCollection(collection: IDataObject): IDataObject {
	const fields = Object.entries(collection)
		.filter(([name]) => name !== 'otherMembers')
		.map(([name, value]): [string, IDataObject[string]] => [memberName(name), value]);
	return { ...withoutEmpty(Object.fromEntries(fields)), ...readOtherMembers(collection) };
}

function memberName(parameter: string): string {
	return parameter.charAt(0).toUpperCase() + parameter.slice(1);
}

/** What was given itself, where nothing in it is empty. */
function withoutEmpty(values: IDataObject): IDataObject {
	if (!Object.values(values).some(isEmpty)) return values;
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
