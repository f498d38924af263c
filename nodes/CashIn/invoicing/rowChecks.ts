import { SALES_INVOICE_ROW as ROW } from '../api/generated/fields';
import { toNumber, toText } from './exactDecimal';
import type { Findings } from './findings';
import type { SalesInvoiceRow } from './invoiceInput';
import { readDecimal, readPercent } from './money';
import { firstText, readOptional, textOf } from './values';
import { checkVatRate } from './vat';

/** The invoice around a row. */
export interface RowSurroundings {
	/** Currency of the invoice; `''` when it has none. */
	currency: string;
	/** Day taken for the delivery when the row has none, `YYYY-MM-DD`; `''` when it cannot be guessed. */
	deliveryDate: string;
	/** The invoice itself carries text that may say why there is no VAT. */
	hasText: boolean;
}

/** Checks a row, its amounts apart: what may be a slip, and what bookkeeping will ask about. */
export function checkRow(
	row: SalesInvoiceRow,
	surroundings: RowSurroundings,
	findings: Findings,
): void {
	if (firstText(row, ROW.description, ROW.text) === '') {
		findings.stop('noDescription', ROW.description, 'there is no description of what is charged.');
	}
	const quantity = numberOf(row[ROW.quantity]);
	const price = numberOf(row[ROW.unitPrice]);
	if (quantity === 0) {
		findings.add(
			price === undefined || price === 0 ? 'warn' : 'stop',
			'quantityZero',
			ROW.quantity,
			'the quantity is 0, so nothing is charged.',
		);
	}
	if (price !== undefined && price < 0) {
		findings.warn(
			'negativeUnitPrice',
			ROW.unitPrice,
			'the unit price is negative. Credits are better written with a negative quantity and a positive price.',
		);
	}
	checkDiscounts(row, quantity, price, findings);
	checkVat(row, surroundings, findings);
	const currency = textOf(row[ROW.currency]);
	if (currency !== '' && surroundings.currency !== '' && currency !== surroundings.currency) {
		findings.stop(
			'rowCurrencyDiffers',
			ROW.currency,
			`its currency is ${currency} and the invoice is in ${surroundings.currency}.`,
		);
	}
}

function checkDiscounts(
	row: SalesInvoiceRow,
	quantity: number | undefined,
	price: number | undefined,
	findings: Findings,
): void {
	const percent = numberOf(row[ROW.discountPercent]) ?? 0;
	const amount = numberOf(row[ROW.discountAmount]) ?? 0;
	if (percent > 100) {
		const message = `a discount of ${percent} % is more than the whole row.`;
		findings.stop('discountTooLarge', ROW.discountPercent, message);
	} else if (amount > 0 && quantity !== undefined && price !== undefined) {
		const whole = Math.abs(quantity * price) * (1 - percent / 100);
		if (amount > whole + HALF_CENT) {
			const message = `a discount of ${amount} is more than the whole row.`;
			findings.stop('discountTooLarge', ROW.discountAmount, message);
		}
	}
	if (percent < 0 || amount < 0) {
		const member = percent < 0 ? ROW.discountPercent : ROW.discountAmount;
		findings.warn('discountNegative', member, 'the discount is negative, which raises the price.');
	}
}

function checkVat(row: SalesInvoiceRow, surroundings: RowSurroundings, findings: Findings): void {
	const parsed = readOptional(row[ROW.vatPercent], readPercent);
	if (parsed === undefined) return;
	const percent = toText(parsed);
	const rate = toNumber(parsed);
	if (rate > 0 && rate < 1) {
		const message = `the VAT rate is ${percent} %. If it was meant as a fraction, multiply it by 100.`;
		findings.stop('vatLooksLikeFraction', ROW.vatPercent, message);
		return;
	}
	if (rate > 100) {
		findings.stop('vatTooHigh', ROW.vatPercent, `a VAT rate of ${percent} % exists nowhere.`);
		return;
	}
	if (rate === 0 && !surroundings.hasText && textOf(row[ROW.text]) === '') {
		findings.warn(
			'zeroVatWithoutReason',
			ROW.vatPercent,
			'VAT is 0 % and no text says why, such as reverse charge, intra-Community supply or export.',
		);
	}
	const delivered =
		firstText(row, ROW.deliveryDate, ROW.shipDate, ROW.endDate) || surroundings.deliveryDate;
	if (delivered !== '') checkVatRate(percent, delivered.slice(0, 10), ROW.vatPercent, findings);
}

/** A number for comparing only; nothing is computed from it that is sent. */
function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	const number = readOptional(value, readDecimal);
	return number === undefined ? undefined : toNumber(number);
}

const HALF_CENT = 0.005;
