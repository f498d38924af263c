import type { Decimal } from '../../../invoicing/exactDecimal';
import type { Finding } from '../../../invoicing/findings';
import { AmountProblem, ONE, storeDecimal } from '../../amounts';
import type { OrderLine } from '../../order';
import { orderLines } from '../../orderLine';
import type { LineParts } from '../../orderLine';
import { oneLine } from '../../plainText';
import { asObject, listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { stripeCents } from './cents';
import { stripeTaxes } from './taxes';
import type { StripeRates } from './taxes';

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
	const data = stripeData(invoice);
	if (list.has_more === true || Number(textIn(list, 'total_count')) > data.length) {
		const id = textIn(invoice, 'id') || '<id>';
		throw new AmountProblem(
			`it holds the first of its lines only. Ask Stripe for all of them ('GET https://api.stripe.com/v1/invoices/${id}/lines?limit=100', beyond 100 again with 'starting_after' and the id of the last one) and put the answer into the invoice as 'lines'. The example workflow 'Stripe invoice to invoice' does it.`,
		);
	}
	const foreign = data.map((line) => textIn(line, 'currency').toUpperCase());
	const other = foreign.find((code) => code !== '' && code !== currency);
	if (other !== undefined) {
		throw new AmountProblem(
			`one of its lines is in ${other} and the order in ${currency}. An invoice has one currency: invoice this order with Create.`,
		);
	}
	const goods = data.map(
		(line): LineParts => ({
			id: textIn(line, 'id'),
			name: nameOf(line),
			fallback: 'Product',
			quantity: quantityOf(line),
			...stripeAmounts(line, 'amount', currency, rates),
		}),
	);
	return orderLines([...goods, ...stripeShipping(invoice, currency, rates)], warnings);
}

/** The shipping of an invoice or of a credit note. */
export function stripeShipping(
	holder: ShopObject,
	currency: string,
	rates: StripeRates,
): LineParts[] {
	const shipping = objectIn(holder, 'shipping_cost');
	if (textIn(shipping, 'amount_subtotal', 'amount_total') === '') return [];
	const cents = (name: string) => stripeCents(shipping[name], currency, `'${name}'`);
	const told = stripeTaxes(shipping, currency, rates);
	// Its taxes are told on request only, and whether they are in the subtotal is told by the total.
	const isTold = told.length > 0 || cents('amount_tax') === 0;
	const taxes = isTold ? told : [{ cents: cents('amount_tax') }];
	const vatCents = taxes.reduce((sum, tax) => sum + tax.cents, 0);
	const grossCents =
		textIn(shipping, 'amount_total') === ''
			? cents('amount_subtotal') + vatCents
			: cents('amount_total');
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

/** The lines of an invoice as Stripe lists them, or as a plain list that a workflow made of several answers. */
export function stripeData(invoice: ShopObject): ShopObject[] {
	return [...listIn(invoice, 'lines'), ...listIn(objectIn(invoice, 'lines'), 'data')];
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

/** Discounts and billing credits, both taken off before tax. Newer versions tell the discounts in both lists. */
function discounts(line: ShopObject, currency: string): number {
	const sumOf = (list: readonly ShopObject[], of: string) =>
		list.reduce((sum, one) => sum + stripeCents(one.amount, currency, `'amount' of a ${of}`), 0);
	const before = listIn(line, 'pretax_credit_amounts');
	const credits = before.filter(({ type }) => type !== 'discount');
	const told = Array.isArray(line.discount_amounts)
		? listIn(line, 'discount_amounts')
		: before.filter(({ type }) => type === 'discount');
	return sumOf(told, 'discount') + sumOf(credits, 'billing credit');
}

/** A part of a month may be told as a decimal. */
function quantityOf(line: ShopObject): Decimal {
	const told = textIn(line, 'quantity_decimal', 'quantity');
	return told === '' ? ONE : storeDecimal(told, "'quantity'");
}

function nameOf(line: ShopObject): string {
	const product = asObject(objectIn(line, 'price').product) ?? {};
	return oneLine(
		textIn(line, 'description') ||
			textIn(product, 'name') ||
			textIn(objectIn(line, 'price'), 'nickname'),
	);
}
