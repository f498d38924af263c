import { signOf, toNumber, type Decimal } from '../../../invoicing/exactDecimal';
import { Findings } from '../../../invoicing/findings';
import { difference, negated, ONE, shareOf, storeDecimal } from '../../amounts';
import { lineRate } from '../../lines';
import type { OrderLine, OrderRefund } from '../../order';
import { oneLine } from '../../plainText';
import { listIn, objectIn, textIn, type ShopObject } from '../../shopJson';
import type { ShopifyMoney } from './money';

/** The refunds of an order, and what was taken out of it without one. */
export function shopifyRefunds(
	order: ShopObject,
	money: ShopifyMoney,
	lines: readonly OrderLine[],
): OrderRefund[] {
	const refunds = listIn(order, 'refunds')
		.map((refund) => refundOf(refund, order, money, lines))
		.filter(
			({ lines: back, totalCents, lumpCents }) =>
				back.length > 0 || lumpCents !== 0 || totalCents !== undefined,
		);
	const removed = removedLines(order, lines, refunds);
	return removed.length === 0
		? refunds
		: [...refunds, { id: '', reason: 'Taken out of the order', lines: removed, lumpCents: 0 }];
}

function refundOf(
	refund: ShopObject,
	order: ShopObject,
	money: ShopifyMoney,
	lines: readonly OrderLine[],
): OrderRefund {
	const totalCents = paidBack(refund, money);
	const { parts, lumpCents } = partsOf(refund, order, money, lines);
	const ofParts = totalCents === undefined ? undefined : totalCents - lumpCents;
	const reading = readingOf(parts, order.taxes_included === true, ofParts);
	return {
		id: textIn(refund, 'id'),
		reason: oneLine(textIn(refund, 'note')),
		totalCents,
		lines: parts.map((part) => lineOf(part, reading[part.kind])),
		// Money that went back with nothing told of it.
		lumpCents: parts.length === 0 && lumpCents === 0 ? (totalCents ?? 0) : lumpCents,
	};
}

type Reading = Readonly<Record<RefundPart['kind'], boolean>>;

/**
 * Whether the amounts of a refund include their tax. Shopify's documentation does not say how that is in a shop
 * whose prices do. Goods are compared with what was charged for them; where money went back, the reading that
 * comes to that sum is the right one.
 */
function readingOf(
	parts: readonly RefundPart[],
	included: boolean,
	totalCents: number | undefined,
): Reading {
	if (!included) return { goods: false, other: false };
	const likely = { goods: looksGross(parts), other: false };
	if (totalCents === undefined) return likely;
	const readings = [
		likely,
		{ goods: likely.goods, other: true },
		{ goods: !likely.goods, other: false },
		{ goods: !likely.goods, other: true },
	];
	const sum = (reading: Reading) =>
		parts.reduce((total, { cents, tax, kind }) => total + cents + (reading[kind] ? 0 : tax), 0);
	return readings.find((reading) => sum(reading) === totalCents) ?? likely;
}

function looksGross(parts: readonly RefundPart[]): boolean {
	let offGross = 0;
	let offNet = 0;
	for (const { kind, cents, quantity, of } of parts) {
		if (kind !== 'goods' || of === undefined || signOf(of.quantity) === 0) continue;
		const share = (whole: number) => shareOf(whole, quantity, of.quantity);
		offGross += Math.abs(cents - share(of.netCents + of.vatCents));
		offNet += Math.abs(cents - share(of.netCents));
	}
	return offGross <= offNet;
}

function lineOf(part: RefundPart, included: boolean): OrderLine {
	const { of, cents, tax, description } = part;
	const netCents = included ? cents - tax : cents;
	const quantity = signOf(part.quantity) === 0 ? ONE : part.quantity;
	const sign = Math.sign(netCents === 0 ? tax : netCents);
	return {
		id: of?.id ?? '',
		description,
		productCode: of?.productCode ?? '',
		quantity: signOf(quantity) === sign ? quantity : negated(quantity),
		netCents,
		vatCents: tax,
		vatPercent: of?.vatPercent ?? lineRate(netCents, [{ cents: tax }], description, new Findings()),
	};
}

/** What went back to the buyer in the invoice's currency, below zero; undefined when nothing is told of it. */
function paidBack(refund: ShopObject, money: ShopifyMoney): number | undefined {
	const back = listIn(refund, 'transactions').filter(
		(transaction) =>
			textIn(transaction, 'kind').toLowerCase() === 'refund' &&
			textIn(transaction, 'status').toLowerCase() === 'success',
	);
	const foreign = back.some((transaction) => {
		const told = objectIn(objectIn(transaction, 'amount_set'), 'shop_money');
		const currency = textIn(transaction, 'currency') || textIn(told, 'currency_code');
		return currency !== '' && currency.toUpperCase() !== money.currency;
	});
	if (back.length === 0 || foreign) return undefined;
	// The amount of a transaction is in its own currency.
	return -back.reduce((sum, transaction) => sum + money.total(asPlain(transaction), 'amount'), 0);
}

function asPlain(transaction: ShopObject): ShopObject {
	const amount = transaction.amount;
	return { amount, amount_set: { shop_money: { amount }, presentment_money: { amount } } };
}

/** Edited orders keep removed lines: what `current_quantity` lacks and no refund explains is gone. */
function removedLines(
	order: ShopObject,
	lines: readonly OrderLine[],
	refunds: readonly OrderRefund[],
): OrderLine[] {
	return listIn(order, 'line_items').flatMap((item) => {
		const line = lines.find(({ id }) => id !== '' && id === textIn(item, 'id'));
		if (line === undefined || textIn(item, 'current_quantity') === '') return [];
		const ordered = storeDecimal(item.quantity, "'quantity'");
		const current = storeDecimal(item.current_quantity, "'current_quantity'");
		const refunded = refunds
			.flatMap((refund) => refund.lines)
			.filter(({ id }) => id === line.id)
			.reduce((sum, { quantity }) => sum + Math.abs(toNumber(quantity)), 0);
		const removed = toNumber(difference(ordered, current)) - refunded;
		if (removed <= 0) return [];
		const quantity = { digits: BigInt(-Math.round(removed)), scale: 0 };
		return [
			{
				...line,
				quantity,
				netCents: shareOf(line.netCents, quantity, ordered),
				vatCents: shareOf(line.vatCents, quantity, ordered),
			},
		];
	});
}

/** One part of a refund as Shopify tells it; amounts below zero go back to the buyer. */
interface RefundPart {
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
interface RefundParts {
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
function partsOf(
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
		const of = lineOf(textIn(item, 'line_item_id') || textIn(objectIn(item, 'line_item'), 'id'));
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
	return (
		textIn(item, 'kind').toLowerCase() === 'shipping_refund' ||
		SHIPPING.test(textIn(item, 'reason'))
	);
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
