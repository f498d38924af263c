import { SALES_INVOICE_ROW as ROW } from '../api/generated/fields';
import { readDate } from './dates';
import { powerOfTen, roundedQuotient, signOf, toNumber, type Decimal } from './exactDecimal';
import type { Findings } from './findings';
import type { SalesInvoiceRow } from './invoiceInput';
import { centsToNumber, inCents, readCents, readDecimal, readPercent } from './money';
import { rowLabel } from './rowNames';
import { isEmpty, type Reader } from './values';
import { vatInGross, vatOnNet } from './vat';

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
 * Computes one row: quantity × unit price, less the discount in percent, less the discount in money, rounded
 * once to cents. A net result gets its VAT added; a gross result (`pricesIncludeVat`) keeps its every cent and
 * has its VAT taken out of it. Discounts reduce the amount also where the quantity is negative.
 *
 * Amounts the row states itself (net, VAT, total) are kept, and the missing ones follow from them.
 * @param row under the API's names, as the user gave it; it is completed in place: numbers become numbers, days
 * lose their time, amounts are filled in
 * @param problems of that row: receives what is missing or unreadable; the amounts returned then mean nothing
 */
export function completeRow(
	row: SalesInvoiceRow,
	pricesIncludeVat: boolean,
	problems: Findings,
): RowAmounts {
	const read = <T>(member: string, reader: Reader<T>) =>
		problems.read(row[member], reader, member, rowLabel);
	const readAmount = (member: string) => {
		const cents = read(member, readCents);
		checkSize(cents, member, problems);
		return cents;
	};
	const quantity = read(ROW.quantity, readDecimal);
	const price = read(ROW.unitPrice, readDecimal);
	checkGiven(row, ROW.vatPercent, problems);
	const givenPercent = read(ROW.vatPercent, readPercent) ?? NOUGHT;
	const isNegative = signOf(givenPercent) < 0;
	if (isNegative) say('unreadable', ROW.vatPercent, 'cannot be negative', problems);
	const percent = isNegative ? NOUGHT : givenPercent;
	const stated = {
		net: readAmount(ROW.netAmount),
		vat: readAmount(ROW.vatAmount),
		gross: readAmount(ROW.totalAmount),
	};
	const isPriced = stated.net === undefined && stated.gross === undefined;
	if (isPriced) {
		checkGiven(row, ROW.quantity, problems);
		checkGiven(row, ROW.unitPrice, problems);
	}
	const discountPercent = read(ROW.discountPercent, readPercent);
	const discount = read(ROW.discountAmount, readDecimal);
	const discountCents = discount === undefined ? 0 : inCents(discount);
	let priced = 0;
	if (isPriced && quantity !== undefined && price !== undefined) {
		priced = linePrice(quantity, price, discountPercent, discountCents);
		checkSize(discountCents, ROW.discountAmount, problems);
		checkSize(priced, ROW.unitPrice, problems);
	}
	const amounts = rowAmounts(stated, priced, percent, pricesIncludeVat);
	const basis = pricesIncludeVat ? amounts.grossCents : amounts.netCents;
	// A row that states its amounts may leave out quantity and price: it is then one piece, or minus one.
	const pieces = quantity ?? (basis < 0 ? MINUS_ONE : ONE);
	row[ROW.quantity] = toNumber(pieces);
	row[ROW.unitPrice] = toNumber(price ?? unitPrice(basis, pieces));
	row[ROW.vatPercent] = toNumber(percent);
	if (discountPercent !== undefined) row[ROW.discountPercent] = toNumber(discountPercent);
	if (discount !== undefined) row[ROW.discountAmount] = toNumber(discount);
	row[ROW.netAmount] = centsToNumber(amounts.netCents);
	row[ROW.vatAmount] = centsToNumber(amounts.vatCents);
	row[ROW.totalAmount] = centsToNumber(amounts.grossCents);
	for (const member of DATES) {
		const date = read(member, readDate);
		if (date !== undefined) row[member] = date;
	}
	return amounts;
}

/**
 * Quantity × unit price, less the discount in percent, rounded once to whole cents (halves away from zero), less
 * the discount in money. Net or gross, as the price is. A discount reduces what a negative quantity credits, too.
 */
export function linePrice(
	quantity: Decimal,
	price: Decimal,
	discountPercent: Decimal = NOUGHT,
	discountCents = 0,
): number {
	// Cents are hundredths and so are percent: the two factors of a hundred cancel out.
	const left = 100n * powerOfTen(discountPercent.scale) - discountPercent.digits;
	const result = Number(
		roundedQuotient(
			quantity.digits * price.digits * left,
			powerOfTen(quantity.scale + price.scale + discountPercent.scale),
		),
	);
	const takesBack = quantity.digits < 0n !== price.digits < 0n;
	return takesBack ? result + discountCents : result - discountCents;
}

/** Amounts of a row in whole cents: those it states, and those that follow from them or from its price. */
function rowAmounts(
	stated: { net?: number; vat?: number; gross?: number },
	priced: number,
	percent: Decimal,
	pricesIncludeVat: boolean,
): RowAmounts {
	const { net, vat, gross } = stated;
	const isStated = net !== undefined || vat !== undefined || gross !== undefined;
	const isGross =
		gross === undefined
			? net === undefined && pricesIncludeVat
			: net === undefined || pricesIncludeVat;
	const difference = net === undefined || gross === undefined ? undefined : gross - net;
	if (isGross) {
		const grossCents = gross ?? priced;
		const vatCents = vat ?? difference ?? vatInGross(grossCents, percent);
		return {
			netCents: net ?? grossCents - vatCents,
			vatCents,
			grossCents,
			percent,
			stated: isStated,
		};
	}
	const netCents = net ?? priced;
	const vatCents = vat ?? difference ?? vatOnNet(netCents, percent);
	return {
		netCents,
		vatCents,
		grossCents: gross ?? netCents + vatCents,
		percent,
		stated: isStated,
	};
}

/** The price of a piece in a row that states its amount only. */
function unitPrice(cents: number, pieces: Decimal): Decimal {
	if (pieces.digits === 0n) return NOUGHT;
	const isNegative = pieces.digits < 0n;
	const digits = isNegative ? -pieces.digits : pieces.digits;
	// Six decimals, and so many more for thousands of pieces that together they come to the cent.
	const scale = Math.max(6, String(digits).length - pieces.scale + 3);
	const numerator = BigInt(cents) * powerOfTen(pieces.scale + scale - 2);
	return { digits: roundedQuotient(isNegative ? -numerator : numerator, digits), scale };
}

function checkGiven(row: SalesInvoiceRow, member: string, problems: Findings): void {
	if (isEmpty(row[member])) say('missing', member, 'is missing: fill it in', problems);
}

function checkSize(cents: number | undefined, member: string, problems: Findings): void {
	if (cents !== undefined && Math.abs(cents) > LARGEST_CENTS) {
		say('tooLarge', member, 'leads to an amount above 999,999,999,999.99', problems);
	}
}

function say(
	code: 'missing' | 'unreadable' | 'tooLarge',
	member: string,
	what: string,
	problems: Findings,
): void {
	problems.stop(code, member, `${rowLabel(member)} ${what}.`);
}

const NOUGHT: Decimal = { digits: 0n, scale: 0 };
const ONE: Decimal = { digits: 1n, scale: 0 };
const MINUS_ONE: Decimal = { digits: -1n, scale: 0 };
const LARGEST_CENTS = 99_999_999_999_999;
const DATES = [ROW.shipDate, ROW.startDate, ROW.endDate, ROW.deliveryDate];
