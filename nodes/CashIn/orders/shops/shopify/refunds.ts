import { signOf, toNumber } from '../../../invoicing/exactDecimal';
import { difference, negated, ONE, shareOf, storeDecimal } from '../../amounts';
import type { OrderLine, OrderRefund } from '../../order';
import { oneLine } from '../../plainText';
import { lineRate } from '../../rates';
import { listIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import type { ShopifyMoney } from './money';
import { shopifyRefundParts, type RefundPart } from './refundParts';

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
	const { parts, lumpCents } = shopifyRefundParts(refund, order, money, lines);
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
		vatPercent: of?.vatPercent ?? lineRate(netCents, [{ cents: tax }], description, []),
	};
}

/** What went back to the buyer in the invoice's currency, below zero; undefined when nothing is told of it. */
function paidBack(refund: ShopObject, money: ShopifyMoney): number | undefined {
	const back = listIn(refund, 'transactions').filter(
		(transaction) =>
			textIn(transaction, 'kind') === 'refund' && textIn(transaction, 'status') === 'success',
	);
	const foreign = back.some((transaction) => {
		const currency = textIn(transaction, 'currency').toUpperCase();
		return currency !== '' && currency !== money.currency;
	});
	if (back.length === 0 || foreign) return undefined;
	// The amount of a transaction is in its own currency, and has no `_set` beside it.
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
