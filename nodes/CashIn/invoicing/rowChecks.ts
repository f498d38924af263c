import { toNumber, toText } from './exactDecimal';
import { rowFinding } from './findings';
import type { Finding, FindingCode, Severity } from './findings';
import { readDecimal, readPercent } from './money';
import { ifReadable } from './unreadable';
import { firstText, textOf } from './salesInvoice';
import type { SalesInvoiceRow } from './salesInvoice';
import { vatRemark } from './vat';

/** What a row is judged against. */
export interface RowSurroundings {
	/** Currency of the invoice; `''` when it has none. */
	currency: string;
	/** Day taken for the delivery when the row has none, `YYYY-MM-DD`; `''` when it cannot be guessed. */
	deliveryDate: string;
	/** The invoice itself carries text that may say why there is no VAT. */
	hasText: boolean;
}

/** Looks at what a row says, its amounts apart: what may be a slip, and what bookkeeping will ask about. */
export function rowFindings(
	row: SalesInvoiceRow,
	index: number,
	surroundings: RowSurroundings,
): Finding[] {
	const findings: Finding[] = [];
	const say = (severity: Severity, code: FindingCode, member: string, message: string) => {
		findings.push(rowFinding(severity, code, index, member, message));
	};

	if (firstText(row, 'Description', 'Text') === '') {
		say('stop', 'noDescription', 'Description', 'there is no description of what is charged.');
	}
	const quantity = numberOf(row.Qty);
	const price = numberOf(row.Price);
	if (quantity === 0) {
		const priced = price !== undefined && price !== 0;
		say(
			priced ? 'stop' : 'warn',
			'quantityZero',
			'Qty',
			'the quantity is 0, so nothing is charged.',
		);
	}
	if (price !== undefined && price < 0) {
		say(
			'warn',
			'negativeUnitPrice',
			'Price',
			'the unit price is negative. Credits are better written with a negative quantity and a positive price.',
		);
	}
	discountFindings(row, quantity, price, say);
	vatFindings(row, surroundings, say);
	const currency = textOf(row.Currency);
	if (currency !== '' && surroundings.currency !== '' && currency !== surroundings.currency) {
		say(
			'stop',
			'rowCurrencyDiffers',
			'Currency',
			`its currency is ${currency} and the invoice is in ${surroundings.currency}.`,
		);
	}
	return findings;
}

type Say = (severity: Severity, code: FindingCode, member: string, message: string) => void;

function discountFindings(
	row: SalesInvoiceRow,
	quantity: number | undefined,
	price: number | undefined,
	say: Say,
): void {
	const percent = numberOf(row.DiscountPercent) ?? 0;
	const amount = numberOf(row.Discount) ?? 0;
	if (percent > 100) {
		say(
			'stop',
			'discountTooLarge',
			'DiscountPercent',
			`a discount of ${percent} % is more than the whole row.`,
		);
	} else if (amount > 0 && quantity !== undefined && price !== undefined) {
		const whole = Math.abs(quantity * price) * (1 - percent / 100);
		if (amount > whole + HALF_CENT) {
			say(
				'stop',
				'discountTooLarge',
				'Discount',
				`a discount of ${amount} is more than the whole row.`,
			);
		}
	}
	if (percent < 0 || amount < 0) {
		const member = percent < 0 ? 'DiscountPercent' : 'Discount';
		say('warn', 'discountNegative', member, 'the discount is negative, which raises the price.');
	}
}

function vatFindings(row: SalesInvoiceRow, surroundings: RowSurroundings, say: Say): void {
	const parsed = ifReadable(row.VatPercent, readPercent);
	if (parsed === undefined) return;
	const percent = toText(parsed);
	const rate = toNumber(parsed);
	if (rate > 0 && rate < 1) {
		say(
			'stop',
			'vatLooksLikeFraction',
			'VatPercent',
			`the VAT rate is ${percent} %. If it was meant as a fraction, multiply it by 100.`,
		);
		return;
	}
	if (rate > 100) {
		say('stop', 'vatTooHigh', 'VatPercent', `a VAT rate of ${percent} % exists nowhere.`);
		return;
	}
	if (rate === 0 && !surroundings.hasText && textOf(row.Text) === '') {
		say(
			'warn',
			'zeroVatWithoutReason',
			'VatPercent',
			'VAT is 0 % and no text says why, such as reverse charge, intra-Community supply or export.',
		);
	}
	const delivered =
		firstText(row, 'DeliveryDate', 'ShipDate', 'EndDate') || surroundings.deliveryDate;
	const remark = vatRemark(percent, delivered.slice(0, 10));
	if (remark.code !== '' && delivered !== '')
		say('warn', remark.code, 'VatPercent', remark.message);
}

/** A number for comparing only; nothing is computed from it that is sent. */
function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	const number = ifReadable(value, readDecimal);
	return number === undefined ? undefined : toNumber(number);
}

const HALF_CENT = 0.005;
