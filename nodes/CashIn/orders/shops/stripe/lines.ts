import type { Findings } from '../../../invoicing/findings';
import { ONE, storeDecimal } from '../../amounts';
import { orderLines, type LineParts, type LineTax } from '../../lines';
import { OrderError, type OrderLine } from '../../order';
import { oneLine } from '../../plainText';
import { listIn, objectIn, textIn, type ShopObject } from '../../shopJson';
import { stripeData, type StripeMoney } from './money';

/**
 * The lines of an invoice and its shipping. A line's amount is before discounts; it includes those of its taxes
 * that say so.
 * @throws OrderError when Stripe gave only the first of the lines, as it does with more than ten
 */
export function stripeLines(
	invoice: ShopObject,
	money: StripeMoney,
	findings: Findings,
): OrderLine[] {
	const list = objectIn(invoice, 'lines');
	const data = stripeData(invoice);
	if (list.has_more === true || Number(textIn(list, 'total_count')) > data.length) {
		const id = textIn(invoice, 'id') || '<id>';
		throw new OrderError(
			`it holds the first of its lines only. Ask Stripe for all of them ('GET https://api.stripe.com/v1/invoices/${id}/lines?limit=100', beyond 100 again with 'starting_after' and the id of the last one) and put the answer into the invoice as 'lines'. The example workflow 'Stripe invoice to invoice' does it.`,
		);
	}
	const other = data
		.map((line) => textIn(line, 'currency').toUpperCase())
		.find((code) => code !== '' && code !== money.currency);
	if (other !== undefined) {
		throw new OrderError(
			`one of its lines is in ${other} and the order in ${money.currency}. An invoice has one currency: invoice this order with Create.`,
		);
	}
	const goods = data.map((line): LineParts => {
		// A part of a month may be told as a decimal.
		const quantity = textIn(line, 'quantity_decimal', 'quantity');
		return {
			id: textIn(line, 'id'),
			name: nameOf(line),
			fallback: 'Product',
			quantity: quantity === '' ? ONE : storeDecimal(quantity, "'quantity'"),
			...stripeAmounts(line, money),
		};
	});
	return orderLines([...goods, ...stripeShipping(invoice, money)], findings);
}

/** The shipping of an invoice or of a credit note. */
export function stripeShipping(holder: ShopObject, money: StripeMoney): LineParts[] {
	const shipping = objectIn(holder, 'shipping_cost');
	if (textIn(shipping, 'amount_subtotal', 'amount_total') === '') return [];
	const told: LineTax[] = money.taxes(shipping);
	// Its taxes are told on request only, and whether they are in the subtotal is told by the total.
	const isTold = told.length > 0 || money.cents(shipping, 'amount_tax') === 0;
	const taxes = isTold ? told : [{ cents: money.cents(shipping, 'amount_tax') }];
	const vatCents = taxes.reduce((sum, { cents }) => sum + cents, 0);
	const grossCents =
		textIn(shipping, 'amount_total') === ''
			? money.cents(shipping, 'amount_subtotal') + vatCents
			: money.cents(shipping, 'amount_total');
	return [
		{
			id: 'shipping',
			name: oneLine(textIn(objectIn(shipping, 'shipping_rate'), 'display_name')),
			fallback: 'Shipping',
			quantity: ONE,
			netCents: grossCents - vatCents,
			vatCents,
			taxes,
		},
	];
}

/** Net and tax of what Stripe calls a line, discounts taken off. */
export function stripeAmounts(line: ShopObject, money: StripeMoney) {
	const taxes = money.taxes(line);
	const charged = money.cents(line, 'amount') - discounts(line, money);
	const included = taxes.reduce((sum, tax) => sum + (tax.included ? tax.cents : 0), 0);
	const vatCents = taxes.reduce((sum, { cents }) => sum + cents, 0);
	return { netCents: charged - included, vatCents, taxes };
}

/** Discounts and billing credits, both taken off before tax. Newer versions tell the discounts in both lists. */
function discounts(line: ShopObject, money: StripeMoney): number {
	const sumOf = (list: readonly ShopObject[], of: string) =>
		list.reduce((sum, one) => sum + money.cents(one, 'amount', ` of a ${of}`), 0);
	const before = listIn(line, 'pretax_credit_amounts');
	const credits = before.filter(({ type }) => type !== 'discount');
	const told = Array.isArray(line.discount_amounts)
		? listIn(line, 'discount_amounts')
		: before.filter(({ type }) => type === 'discount');
	return sumOf(told, 'discount') + sumOf(credits, 'billing credit');
}

function nameOf(line: ShopObject): string {
	const price = objectIn(line, 'price');
	return oneLine(
		textIn(line, 'description') ||
			textIn(objectIn(price, 'product'), 'name') ||
			textIn(price, 'nickname'),
	);
}
