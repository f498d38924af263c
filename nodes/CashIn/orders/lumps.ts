import { SALES_INVOICE } from '../api/generated/fields';
import { toText, type Decimal } from '../invoicing/exactDecimal';
import type { Findings } from '../invoicing/findings';
import { centsToText } from '../invoicing/money';
import { NOUGHT, shareOf } from './amounts';
import { grossOf, paymentLine, sumLine } from './lines';
import { OrderError, type Order, type OrderLine } from './order';

/** What is done about sums that an order does not split into lines. */
export interface LumpRules {
	/** Refunds of an order with several VAT rates. */
	refundsWithoutLines: 'spread' | 'stop';
	/** Sums taken off the total that no line shows, and part payments. */
	takenOff: 'paymentRow' | 'spread' | 'stop';
}

/**
 * The rows of a sum given back, or kept back, whose VAT the shop does not tell. With one VAT rate in the order it is
 * taken out of the sum at that rate. With several it is either refused or spread over the rates in proportion to what
 * was charged at each.
 * @throws OrderError where it is to be refused
 */
export function lumpLines(
	order: Order,
	cents: number,
	description: string,
	rules: LumpRules,
	findings: Findings,
): OrderLine[] {
	if (cents === 0) return [];
	const charged = grossByRate(order.lines);
	const { currency } = order;
	const percents = charged.map(({ percent }) => toText(percent)).join(', ');
	if (charged.length > 1 && rules.refundsWithoutLines === 'stop') {
		throw new OrderError(
			`it has a refund of ${centsToText(-cents)} ${currency} without lines, and several VAT rates (${percents} %), so that the VAT of the refund cannot be told. Refund by lines in the shop and pass the refund on with them, or set 'Refunds Without Lines' under Options to Spread over the VAT Rates.`,
		);
	}
	if (charged.length === 0) return [sumLine(LUMP, description, cents, NOUGHT)];
	if (charged.some(({ percent }) => percent.digits !== 0n)) {
		const how =
			charged.length === 1
				? `taken out at ${percents} %, the one rate of the order`
				: `spread over the rates of the order (${percents} %) in proportion to what was charged at each`;
		findings.warn(
			'orderRefundWithoutLines',
			SALES_INVOICE.rows,
			`The shop does not tell the VAT of "${description}" (${centsToText(cents)} ${currency}); it is ${how}.`,
		);
	}
	return spread(cents, charged, { description });
}

/**
 * The rows of what is taken off an order's total and that no line shows: a payment without VAT, or a discount.
 * @param cents below zero
 */
export function takenOffLines(
	order: Order,
	cents: number,
	how: 'paymentRow' | 'spread',
	findings: Findings,
): OrderLine[] {
	const sum = `${centsToText(-cents)} ${order.currency}`;
	findings.warn(
		'orderPaidInPart',
		SALES_INVOICE.rows,
		how === 'paymentRow'
			? `${sum} are paid already and stand in a row of their own, without VAT.`
			: `The total of the order is ${sum} below its lines; that is spread over its VAT rates as a discount.`,
	);
	return how === 'paymentRow'
		? [paymentLine('', 'Paid already', cents)]
		: spread(cents, grossByRate(order.lines), { description: 'Discount' });
}

/** A sum over the rates in proportion to what was charged at each, to the cent. */
function spread(
	cents: number,
	charged: readonly RateShare[],
	{ description }: Pick<OrderLine, 'description'>,
): OrderLine[] {
	let weight = charged.reduce((sum, { grossCents }) => sum + grossCents, 0);
	let left = cents;
	return charged.flatMap(({ percent, grossCents }) => {
		// Each rate takes its share of what is left, so that the last one takes the rest.
		const part = shareOf(left, wholeNumber(grossCents), wholeNumber(weight));
		weight -= grossCents;
		left -= part;
		return part === 0 ? [] : [sumLine(LUMP, description, part, percent)];
	});
}

/** What was charged at one rate, above zero. */
interface RateShare {
	percent: Decimal;
	grossCents: number;
}

/** What was sold at each rate, dearest rate first; payments are no sale. */
function grossByRate(lines: readonly OrderLine[]): RateShare[] {
	const sums = new Map<string, RateShare>();
	for (const line of lines) {
		if (line.isPayment === true) continue;
		const key = toText(line.vatPercent);
		const before = sums.get(key)?.grossCents ?? 0;
		sums.set(key, { percent: line.vatPercent, grossCents: before + grossOf([line]) });
	}
	return [...sums.values()]
		.filter(({ grossCents }) => grossCents > 0)
		.sort((one, other) => other.grossCents - one.grossCents);
}

function wholeNumber(cents: number): Decimal {
	return { digits: BigInt(cents), scale: 0 };
}

/** Stands for a line's id, which no shop's can be. */
export const LUMP = '\u0000lump';
