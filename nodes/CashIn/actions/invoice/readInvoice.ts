import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { displayName } from '../shared/fieldsFromContract';
import { readOtherMembers } from '../shared/otherMembers';
import { toList, toObject } from '../shared/values';
import { headerFields, rowFields, rowList } from './invoiceFields';
import { toSalesInvoice, type Labels } from './toSalesInvoice';
import type { InvoiceEntry } from './sendInvoices';

/**
 * One item's invoice, from its fields or from its JSON, ready to send.
 * @throws InputProblem naming the parameter and the remedy
 */
export function readInvoice(context: IExecuteFunctions, item: number): InvoiceEntry {
	const invoice =
		context.getNodeParameter('inputMode', item) === 'json'
			? toSalesInvoice(
					toObject(context.getNodeParameter('invoiceJson', item), "'Invoice (JSON)'"),
					jsonLabels,
				)
			: toSalesInvoice(readFields(context, item), fieldLabels);
	return { item, number: String(invoice.InvoiceNumber), invoice };
}

function readFields(context: IExecuteFunctions, item: number): IDataObject {
	const own = headerFields.map(({ member, property }): [string, IDataObject[string]] => [
		member,
		context.getNodeParameter(property.name, item, '') as IDataObject[string],
	]);
	const additional = context.getNodeParameter('additionalFields', item, {}) as IDataObject;
	return {
		...withoutEmpty(Object.fromEntries(own)),
		...readCollection(additional),
		InvoiceRows: readRows(context, item),
	};
}

function readRows(context: IExecuteFunctions, item: number): IDataObject[] {
	const given =
		context.getNodeParameter('rowsInput', item) === 'expression'
			? context.getNodeParameter('rowsArray', item)
			: context.getNodeParameter('rows.row', item, []);
	return toList(given, "'Rows'").map((row, index) =>
		readRow(toObject(row, `Row ${index + 1} of 'Rows'`)),
	);
}

/** A row under our plain names, under the API's own, or under both. */
function readRow({ additionalFields, ...row }: IDataObject): IDataObject {
	const plain = new Map(rowFields.map(({ member, property }) => [property.name, member]));
	const named = Object.entries(row).map(([name, value]): [string, IDataObject[string]] => [
		plain.get(name) ?? name,
		value,
	]);
	const more = typeof additionalFields === 'object' ? readCollection(Object(additionalFields)) : {};
	return { ...withoutEmpty(Object.fromEntries(named)), ...more };
}

/** "Additional Fields" as members of the API; what was added and left empty is not sent. */
function readCollection(collection: IDataObject): IDataObject {
	const fields = Object.entries(collection)
		.filter(([name]) => name !== 'otherMembers')
		.map(([name, value]): [string, IDataObject[string]] => [memberName(name), value]);
	return { ...withoutEmpty(Object.fromEntries(fields)), ...readOtherMembers(collection) };
}

function memberName(parameter: string): string {
	return parameter.charAt(0).toUpperCase() + parameter.slice(1);
}

function withoutEmpty(values: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(values).filter(
			([, value]) => value !== '' && value !== undefined && value !== null,
		),
	);
}

const headerLabels = new Map([
	...headerFields.map(({ member, property }): [string, string] => [member, property.displayName]),
	['InvoiceRows', rowList.displayName],
]);
const rowLabels = new Map(rowFields.map(({ member, property }) => [member, property.displayName]));

const fieldLabels: Labels = {
	header: (member) => `'${headerLabels.get(member) ?? displayName(member)}'`,
	row: (member, row) => `'${rowLabels.get(member) ?? displayName(member)}' of row ${row + 1}`,
};

const jsonLabels: Labels = {
	header: (member) => `'Invoice (JSON)': ${member}`,
	row: (member, row) => `'Invoice (JSON)': InvoiceRows[${row}].${member}`,
};
