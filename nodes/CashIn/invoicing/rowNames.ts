import { rowFinding } from './findings';
import type { Finding } from './findings';
import { nearestName } from '../text/nearestName';
import { isEmpty } from './salesInvoice';
import type { SalesInvoiceRow } from './salesInvoice';

/**
 * Translates a row to the API's member names, key by key: `quantity` and `Qty` are the same, and both ways of
 * naming may stand in one row. Values are not touched; keys without a value (`''`, null, undefined) stay as
 * null if they have the API's name, and are left out if they have ours.
 *
 * An unknown key is kept as it is, since the API may know more than we do, and warned about with the nearest
 * name that is known. When both names of one thing are given with different values, ours counts and it is said.
 * @param warnings receives what is said
 */
export function apiRow(
	row: Readonly<Record<string, unknown>>,
	index: number,
	warnings: Finding[],
): SalesInvoiceRow {
	const members: SalesInvoiceRow = {};
	for (const key of Object.keys(row)) {
		const value = row[key];
		const member = ROW_NAMES[key];
		if (member === undefined || !isOwn(key)) {
			if (value !== undefined && !Object.hasOwn(members, key)) members[key] = value;
			if (!API_NAMES.has(key)) warnings.push(unknownKey(key, index));
			continue;
		}
		if (isEmpty(value)) continue;
		if (!isEmpty(row[member]) && row[member] !== value) warnings.push(keyTwice(key, member, index));
		members[member] = value;
	}
	return members;
}

/** Our name of a row member for messages: `Qty` → `quantity`; a member we have no name for keeps its own. */
export function plainRowName(member: string): string {
	return PLAIN_NAMES.get(member) ?? member;
}

function isOwn(key: string): boolean {
	return Object.hasOwn(ROW_NAMES, key);
}

function unknownKey(key: string, index: number): Finding {
	const near = nearestName(key, KNOWN_NAMES);
	const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
	return rowFinding(
		'warn',
		'unknownKey',
		index,
		key,
		`'${key}' is not a name known for rows; it is sent as it is.${hint}`,
	);
}

function keyTwice(key: string, member: string, index: number): Finding {
	return rowFinding(
		'stop',
		'keyTwice',
		index,
		member,
		`'${key}' and '${member}' are the same thing and have different values; '${key}' is used.`,
	);
}

/** Our names and the API's. */
export const ROW_NAMES: Readonly<Record<string, string>> = {
	description: 'Description',
	quantity: 'Qty',
	unitPrice: 'Price',
	vatPercent: 'VatPercent',
	unit: 'Unit',
	productCode: 'ProdCode',
	discountPercent: 'DiscountPercent',
	discountAmount: 'Discount',
	netAmount: 'Nto',
	vatAmount: 'Tax',
	totalAmount: 'Total',
	rounding: 'Round',
	text: 'Text',
	type: 'Type',
	vatType: 'VatType',
	currency: 'Currency',
	deliveryDate: 'DeliveryDate',
	shipDate: 'ShipDate',
	startDate: 'StartDate',
	endDate: 'EndDate',
	buyerArticleId: 'BuyerArticleId',
	eanCode: 'EanCode',
	serialNumber: 'SerialNumber',
	deliveryIdentifier: 'DeliveryIdentifier',
	manufacturerOrderId: 'ManufacturerOrderId',
	meterNumber: 'MeterNbr',
	meterStartValue: 'MeterStartValue',
	meterEndValue: 'MeterEndValue',
	meterTimePeriod: 'MeterTimePeriod',
};

const PLAIN_NAMES = new Map(Object.entries(ROW_NAMES).map(([plain, member]) => [member, plain]));
const API_NAMES = new Set(PLAIN_NAMES.keys());
const KNOWN_NAMES = [...Object.keys(ROW_NAMES), ...API_NAMES];
