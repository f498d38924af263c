import { toText } from '../invoicing/exactDecimal';
import { finding } from '../invoicing/findings';
import type { Finding } from '../invoicing/findings';
import { VAT_HISTORY } from '../invoicing/vat';
import type { Billed, Order } from './order';

/**
 * What is to be said about an invoice that was made of an order: what the builder found, what the reader of the
 * order did, and what only shows in both.
 *
 * A tax that is not its rate's is odd and no mistake here: stores round per piece, per line or per order, and
 * convert currencies, and the amounts are what the buyer agreed to.
 */
export function orderFindings(order: Order, billed: Billed, built: readonly Finding[]): Finding[] {
	return [
		...order.warnings,
		...foreignBuyer(order, billed),
		...built.map(
			(one): Finding =>
				one.code === 'rowVatIsNotItsRate'
					? { ...one, severity: 'warn', message: `${one.message} It is what the store charged.` }
					: one,
		),
	];
}

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
