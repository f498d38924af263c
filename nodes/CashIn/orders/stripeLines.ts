import type { Decimal } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';
import { AmountProblem, ONE, storeDecimal } from './amounts';
import type { OrderLine } from './order';
import { orderLine } from './orderLine';
import { asObject, listIn, objectIn, textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { stripeCents } from './stripeCents';
import { stripeTaxes } from './stripeTaxes';
import type { StripeRates } from './stripeTaxes';

/**
 * The lines of an invoice and its shipping. A line's amount is before discounts; it includes those of its taxes
 * that say so.
 * @throws AmountProblem when Stripe gave only the first of the lines, as it does with more than ten
 */
export function stripeLines(
	invoice: ShopObject,
	currency: string,
	rates: StripeRates,
	warnings: Finding[],
): OrderLine[] {
	const list = objectIn(invoice, 'lines');
	if (list.has_more === true) {
		throw new AmountProblem(
			"it holds the first of its lines only. Ask Stripe for all of them ('/v1/invoices/<id>/lines') and put them into 'lines.data' with 'has_more' false.",
		);
	}
	const data = listIn(list, 'data');
	const foreign = data.map((line) => textIn(line, 'currency').toUpperCase());
	const other = foreign.find((code) => code !== '' && code !== currency);
	if (other !== undefined) {
		throw new AmountProblem(
			`one of its lines is in ${other} and the order in ${currency}. An invoice has one currency: invoice this order with Create.`,
		);
	}
	const lines = data.flatMap((line) =>
		orderLine(
			{
				id: textIn(line, 'id'),
				name: nameOf(line),
				fallback: 'Product',
				productCode: '',
				quantity: quantityOf(line),
				...stripeAmounts(line, 'amount', currency, rates),
			},
			warnings,
		),
	);
	const shipping = objectIn(invoice, 'shipping_cost');
	return [
		...lines,
		...orderLine(
			{
				id: '',
				name: textIn(objectIn(shipping, 'shipping_rate'), 'display_name'),
				fallback: 'Shipping',
				quantity: textIn(shipping, 'amount_subtotal') === '' ? { digits: 0n, scale: 0 } : ONE,
				...stripeAmounts(shipping, 'amount_subtotal', currency, rates),
			},
			warnings,
		),
	];
}

/** Net and tax of what Stripe calls a line, discounts taken off. */
export function stripeAmounts(
	line: ShopObject,
	member: string,
	currency: string,
	rates: StripeRates,
) {
	const taxes = stripeTaxes(line, currency, rates);
	const charged = stripeCents(line[member], currency, `'${member}'`) - discounts(line, currency);
	const included = taxes.reduce((sum, tax) => sum + (tax.included ? tax.cents : 0), 0);
	const vatCents = taxes.reduce((sum, { cents }) => sum + cents, 0);
	return { netCents: charged - included, vatCents, taxes };
}

function discounts(line: ShopObject, currency: string): number {
	return listIn(line, 'discount_amounts').reduce(
		(sum, discount) => sum + stripeCents(discount.amount, currency, "'amount' of a discount"),
		0,
	);
}

/** A part of a month may be told as a decimal. */
function quantityOf(line: ShopObject): Decimal {
	const told = textIn(line, 'quantity_decimal', 'quantity');
	return told === '' ? ONE : storeDecimal(told, "'quantity'");
}

function nameOf(line: ShopObject): string {
	const product = asObject(objectIn(line, 'price').product) ?? {};
	return (
		textIn(line, 'description') ||
		textIn(product, 'name') ||
		textIn(objectIn(line, 'price'), 'nickname')
	);
}
