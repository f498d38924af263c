import type { Decimal } from '../../../invoicing/exactDecimal';
import { negated, ONE, storeDecimal } from '../../amounts';
import type { OrderLine } from '../../order';
import { oneLine } from '../../plainText';
import { listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import type { ShopifyMoney } from './money';

/** One part of a refund as Shopify tells it; amounts below zero go back to the buyer. */
export interface RefundPart {
	/** Goods, or else shipping and corrections. */
	kind: 'goods' | 'other';
	/** The order's line it takes back, where that is known. */
	of?: OrderLine;
	description: string;
	quantity: Decimal;
	/** With or without `tax`: see the reader of refunds. */
	cents: number;
	tax: number;
}

/** What one refund gives back. */
export interface RefundParts {
	parts: RefundPart[];
	/**
	 * Corrections that tell no tax, in sum: goodwill below zero, a fee that is kept above. They are what was paid less
	 * what was computed, and so hold the VAT that Shopify does not tell of them.
	 */
	lumpCents: number;
}

/**
 * Goods, shipping and corrections of one refund. Shipping stood among the corrections (`order_adjustments`)
 * before version 2024-10 of the API and has had a list of its own since.
 * Source: Shopify REST Admin API, Refund.
 */
export function shopifyRefundParts(
	refund: ShopObject,
	order: ShopObject,
	money: ShopifyMoney,
	lines: readonly OrderLine[],
): RefundParts {
	const lineOf = (id: string) => (id === '' ? undefined : lines.find((line) => line.id === id));
	// A correction does not say which shipping it takes back; an order mostly has one.
	const [firstShipping = {}] = listIn(order, 'shipping_lines');
	const shippingLine = lineOf(textIn(firstShipping, 'id'));
	const goods = listIn(refund, 'refund_line_items').map((item): RefundPart => {
		const of = lineOf(textIn(item, 'line_item_id'));
		return {
			kind: 'goods',
			of,
			description: of?.description ?? nameOf(item),
			quantity: negated(storeDecimal(item.quantity, "'quantity' of a refund")),
			cents: -Math.abs(money.cents(item, 'subtotal')),
			tax: -Math.abs(money.cents(item, 'total_tax')),
		};
	});
	const shipping = listIn(refund, 'refund_shipping_lines').map((item): RefundPart => {
		const id = textIn(objectIn(item, 'shipping_line'), 'id') || textIn(item, 'shipping_line_id');
		return other(
			lineOf(id),
			'Shipping',
			-Math.abs(firstCents(item, money, 'subtotal_amount', 'subtotal')),
			-Math.abs(firstCents(item, money, 'tax_amount', 'total_tax')),
		);
	});
	const adjustments = listIn(refund, 'order_adjustments');
	const corrections = adjustments
		.filter((item) => !isShipping(item) && !tellsTax(item, money))
		.reduce((sum, item) => sum + money.cents(item, 'amount'), 0);
	const told = adjustments
		.filter((item) => (isShipping(item) ? shipping.length === 0 : tellsTax(item, money)))
		.map((item): RefundPart => {
			const of = isShipping(item) ? shippingLine : undefined;
			const fallback = isShipping(item) ? 'Shipping' : 'Refund adjustment';
			return other(of, fallback, money.cents(item, 'amount'), money.cents(item, 'tax_amount'));
		});
	const parts = [...goods, ...shipping, ...told];
	return {
		parts: parts.filter(({ cents, tax }) => cents !== 0 || tax !== 0),
		lumpCents: corrections,
	};
}

function tellsTax(item: ShopObject, money: ShopifyMoney): boolean {
	return money.cents(item, 'tax_amount') !== 0;
}

function other(
	of: OrderLine | undefined,
	fallback: string,
	cents: number,
	tax: number,
): RefundPart {
	return {
		kind: 'other',
		of,
		description: of?.description ?? fallback,
		quantity: cents < 0 ? negated(ONE) : ONE,
		cents,
		tax,
	};
}

function isShipping(item: ShopObject): boolean {
	return textIn(item, 'kind') === 'shipping_refund' || SHIPPING.test(textIn(item, 'reason'));
}

function firstCents(item: ShopObject, money: ShopifyMoney, ...names: string[]): number {
	const name = names.find((candidate) => money.has(item, candidate));
	return name === undefined ? 0 : money.cents(item, name);
}

function nameOf(item: ShopObject): string {
	return oneLine(textIn(objectIn(item, 'line_item'), 'name', 'title')) || 'Product';
}

/** Newer versions tell the reason only. */
const SHIPPING = /^shipping[ _]refund$/i;
