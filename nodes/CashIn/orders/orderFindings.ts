import { toText } from '../invoicing/exactDecimal';
import { finding } from '../invoicing/findings';
import type { Finding } from '../invoicing/findings';
import { centsToText } from '../invoicing/money';
import { VAT_HISTORY } from '../invoicing/vat';
import type { Billed, Order } from './order';
import { grossOf } from './orderLine';

/**
 * What is to be said about an invoice that was made of an order: what the builder found, what the reader of the
 * order did, and what only shows in both.
 *
 * A tax that is not its rate's is odd and no mistake here: shops round per piece, per line or per order, and
 * convert currencies, and the amounts are what the buyer agreed to.
 */
export function orderFindings(order: Order, billed: Billed, built: readonly Finding[]): Finding[] {
	return [
		...order.warnings,
		...billed.warnings,
		...largeRounding(order, billed),
		...foreignBuyer(order, billed),
		...built.map(
			(one): Finding =>
				one.code === 'rowVatIsNotItsRate'
					? { ...one, severity: 'warn', message: `${one.message} It is what the shop charged.` }
					: one,
		),
	];
}

/**
 * Cents that no row shows. Rounded per row instead of per rate, the VAT of an order is off by up to five cents, as the
 * totals of thousands of random orders show, and cash is rounded to five cents; more is worth a look.
 */
function largeRounding({ currency }: Order, { lines, totalCents }: Billed): Finding[] {
	const rounding = totalCents - grossOf(lines);
	if (Math.abs(rounding) <= USUAL_ROUNDING) return [];
	const side = rounding > 0 ? 'above' : 'below';
	return [
		finding(
			'warn',
			'orderRounding',
			'RoundAmount',
			`The total of the order is ${centsToText(Math.abs(rounding))} ${currency} ${side} its lines, which becomes rounding. Up to a cent for each line can be that; check that no fee or discount is missing.`,
		),
	];
}

/** Cents. */
const USUAL_ROUNDING = 5;

/** Finnish VAT may be right for a buyer abroad, within the threshold of distance sales, and often is not. */
function foreignBuyer({ buyer, delivery }: Order, { lines }: Billed): Finding[] {
	const country = delivery?.country || buyer.country || '';
	if (country === '' || country === 'FI') return [];
	const rate = lines
		.filter(({ vatCents }) => vatCents !== 0)
		.map(({ vatPercent }) => toText(vatPercent))
		.find((percent) => VAT_HISTORY.some(({ rates }) => rates.includes(percent)));
	if (rate === undefined) return [];
	return [
		finding(
			'warn',
			'orderForeignBuyer',
			'SalesCountry',
			`The goods go to ${country} and the order has ${rate} % VAT, a Finnish rate. Check which country's VAT applies.`,
		),
	];
}
