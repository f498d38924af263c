import { Findings } from '../../../invoicing/findings';
import { centsToText } from '../../../invoicing/money';
import { negated, ONE, storeDecimal } from '../../amounts';
import { orderLines, type LineParts } from '../../lines';
import { OrderError, type OrderRefund } from '../../order';
import { oneLine } from '../../plainText';
import { listIn, objectIn, textIn, type ShopObject } from '../../shopJson';
import { stripeAmounts, stripeShipping } from './lines';
import type { StripeMoney } from './money';

/**
 * The credit notes of an invoice. Stripe keeps them apart; a workflow puts them into the invoice under
 * `credit_notes`, as the list Stripe gives.
 * Source: Stripe API reference, The Credit Note object.
 * @throws OrderError when the invoice says there are more than it holds, or one is cut short
 */
export function stripeCredits(invoice: ShopObject, money: StripeMoney): OrderRefund[] {
	const notes = [
		...listIn(invoice, 'credit_notes'),
		...listIn(objectIn(invoice, 'credit_notes'), 'data'),
	].filter((note) => textIn(note, 'status') !== 'void');
	const id = textIn(invoice, 'id');
	const foreign = notes.find((note) => id !== '' && !['', id].includes(invoiceIdOf(note)));
	if (foreign !== undefined) {
		throw new OrderError(
			`its credit note ${textIn(foreign, 'number', 'id')} belongs to another invoice (${invoiceIdOf(foreign)}). Put the credit notes of this one into 'credit_notes'.`,
		);
	}
	assertAllThere(invoice, notes, money);
	return notes.map((note) => creditOf(note, money));
}

/** What credit notes have taken off an invoice before it was paid. */
export function creditedBeforePayment(invoice: ShopObject, money: StripeMoney): number {
	return money.cents(invoice, 'pre_payment_credit_notes_amount');
}

function assertAllThere(
	invoice: ShopObject,
	notes: readonly ShopObject[],
	money: StripeMoney,
): void {
	const told =
		creditedBeforePayment(invoice, money) +
		money.cents(invoice, 'post_payment_credit_notes_amount');
	const listed = notes.reduce((sum, note) => sum + totalOf(note, money), 0);
	const isCut = objectIn(invoice, 'credit_notes').has_more === true;
	if (!isCut && listed >= told) return;
	const missing =
		notes.length === 0
			? 'credit notes were made for it, and it does not hold them'
			: isCut
				? 'it holds the first of its credit notes only'
				: `its credit notes come to ${centsToText(told)} and those it holds to ${centsToText(listed)}`;
	const id = textIn(invoice, 'id') || '<id>';
	throw new OrderError(
		`${missing}. Ask Stripe for all of them ('GET /v1/credit_notes?invoice=${id}&limit=100') and put the answer into the invoice as 'credit_notes'.`,
	);
}

function creditOf(note: ShopObject, money: StripeMoney): OrderRefund {
	const id = textIn(note, 'number', 'id');
	const list = objectIn(note, 'lines');
	if (list.has_more === true) {
		const noteId = textIn(note, 'id') || '<id>';
		throw new OrderError(
			`its credit note ${id} holds the first of its lines only. Ask Stripe for all of them ('GET /v1/credit_notes/${noteId}/lines?limit=100') and put the answer into that note of 'credit_notes' as 'lines'.`,
		);
	}
	const parts = [
		...listIn(list, 'data').map((line) => linePart(line, money)),
		...stripeShipping(note, money),
	];
	const lines = orderLines(parts.map(turned), new Findings());
	const totalCents = -totalOf(note, money);
	return {
		id,
		reason: oneLine(textIn(note, 'memo', 'reason')),
		totalCents,
		lines,
		lumpCents: lines.length === 0 ? totalCents : 0,
	};
}

/** Above zero. */
function totalOf({ total, amount }: ShopObject, money: StripeMoney): number {
	return Math.abs(money.cents({ total: total ?? amount }, 'total', ' of a credit note'));
}

function linePart(line: ShopObject, money: StripeMoney): LineParts {
	const quantity = textIn(line, 'quantity');
	return {
		id: textIn(line, 'invoice_line_item'),
		name: oneLine(textIn(line, 'description')),
		fallback: 'Credit',
		quantity: quantity === '' ? ONE : storeDecimal(quantity, "'quantity'"),
		...stripeAmounts(line, money),
	};
}

function turned(part: LineParts): LineParts {
	return {
		...part,
		quantity: negated(part.quantity),
		netCents: -part.netCents,
		vatCents: -part.vatCents,
		taxes: part.taxes.map((tax) => ({ ...tax, cents: -tax.cents })),
	};
}

/** The invoice of a note is its id, or the invoice itself where that was expanded. */
function invoiceIdOf(note: ShopObject): string {
	return typeof note.invoice === 'string' ? note.invoice : textIn(objectIn(note, 'invoice'), 'id');
}
