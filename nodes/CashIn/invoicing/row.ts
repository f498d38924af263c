import { toNumber } from './exactDecimal';
import type { Decimal } from './exactDecimal';
import type { Finding } from './findings';
import { centsToNumber } from './money';
import { isEmpty } from './salesInvoice';
import { RowReader } from './rowReader';
import type { SalesInvoiceRow } from './salesInvoice';
import { vatInGross, vatOnNet } from './vatAmount';

/** What a row comes to, in whole cents; `netCents + vatCents = grossCents` unless the user's own amounts differ. */
export interface RowAmounts {
	netCents: number;
	vatCents: number;
	grossCents: number;
	percent: Decimal;
	/** The user gave net, VAT or total: they are not computed anew, not even per rate. */
	stated: boolean;
}

/**
 * Works out one row: quantity × unit price, less the discount in percent, less the discount in money, rounded
 * once to cents. A net result gets its VAT added; a gross result (`pricesIncludeVat`) keeps its every cent and
 * has its VAT taken out of it. Discounts reduce the amount also where the quantity is negative.
 *
 * Amounts the row states itself (`Nto`, `Tax`, `Total`) are kept, and the missing ones follow from them.
 * @param row under the API's names, as the user gave it; it is completed in place: numbers become numbers, days
 * lose their time, amounts are filled in
 * @param problems receives what is missing or unreadable; the amounts returned then mean nothing
 */
export function completeRow(
	row: SalesInvoiceRow,
	index: number,
	pricesIncludeVat: boolean,
	problems: Finding[],
): RowAmounts {
	const reader = new RowReader(row, index, problems);
	const amounts = rowAmounts(reader, pricesIncludeVat);
	const { quantity, price } = reader.quantityAndPrice(
		pricesIncludeVat ? amounts.grossCents : amounts.netCents,
	);
	row.Qty = toNumber(quantity);
	row.Price = toNumber(price);
	row.VatPercent = toNumber(amounts.percent);
	if (!isEmpty(row.DiscountPercent)) row.DiscountPercent = reader.plainNumber('DiscountPercent');
	if (!isEmpty(row.Discount)) row.Discount = reader.plainNumber('Discount');
	row.Nto = centsToNumber(amounts.netCents);
	row.Tax = centsToNumber(amounts.vatCents);
	row.Total = centsToNumber(amounts.grossCents);
	for (const member of DATE_MEMBERS) {
		if (!isEmpty(row[member])) row[member] = reader.date(member);
	}
	return amounts;
}

function rowAmounts(reader: RowReader, pricesIncludeVat: boolean): RowAmounts {
	const percent = reader.vatPercent();
	const net = reader.cents('Nto');
	const vat = reader.cents('Tax');
	const gross = reader.cents('Total');
	const stated = net !== undefined || vat !== undefined || gross !== undefined;
	if (gross !== undefined && (pricesIncludeVat || net === undefined)) {
		const inGross = vat ?? (net === undefined ? vatInGross(gross, percent) : gross - net);
		return {
			netCents: net ?? gross - inGross,
			vatCents: inGross,
			grossCents: gross,
			percent,
			stated,
		};
	}
	if (net !== undefined) {
		const onNet = vat ?? (gross === undefined ? vatOnNet(net, percent) : gross - net);
		return { netCents: net, vatCents: onNet, grossCents: gross ?? net + onNet, percent, stated };
	}
	const priced = reader.pricedCents();
	const own = vat ?? (pricesIncludeVat ? vatInGross : vatOnNet)(priced, percent);
	return pricesIncludeVat
		? { netCents: priced - own, vatCents: own, grossCents: priced, percent, stated }
		: { netCents: priced, vatCents: own, grossCents: priced + own, percent, stated };
}

/** Members of a row that hold a day. */
export const DATE_MEMBERS = ['ShipDate', 'StartDate', 'EndDate', 'DeliveryDate'];
