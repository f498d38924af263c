import { centsToText } from '../../../invoicing/money';
import { AmountProblem, negated, ONE, storeDecimal } from '../../amounts';
import type { OrderRefund } from '../../order';
import { orderLines } from '../../orderLine';
import type { LineParts } from '../../orderLine';
import { oneLine } from '../../plainText';
import { listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { stripeCents } from './cents';
import { stripeAmounts, stripeShipping } from './lines';
import type { StripeRates } from './taxes';

/**
 * The credit notes of an invoice. Stripe keeps them apart; a workflow puts them into the invoice under
 * `credit_notes`, as the list Stripe gives.
 * Source: Stripe API reference, The Credit Note object.
 * @throws AmountProblem when the invoice says there are more than it holds, or one is cut short
 */
export function stripeCredits(
	invoice: ShopObject,
	currency: string,
	rates: StripeRates,
): OrderRefund[] {
	const notes = notesIn(invoice);
	const foreign = notes.find(({ invoice: of }) => isOfAnother(of, textIn(invoice, 'id')));
	if (foreign !== undefined) {
		throw new AmountProblem(
			`its credit note ${textIn(foreign, 'number', 'id')} belongs to another invoice (${invoiceIdOf(foreign.invoice)}). Put the credit notes of this one into 'credit_notes'.`,
		);
	}
	assertAllThere(invoice, notes, currency);
	return notes.map((note) => creditOf(note, currency, rates));
}

/** What credit notes have taken off an invoice before it was paid. */
export function creditedBeforePayment(invoice: ShopObject, currency: string): number {
	const member = 'pre_payment_credit_notes_amount';
	return stripeCents(invoice[member], currency, `'${member}'`);
}

function notesIn(invoice: ShopObject): ShopObject[] {
	return [
		...listIn(invoice, 'credit_notes'),
		...listIn(objectIn(invoice, 'credit_notes'), 'data'),
	].filter((note) => textIn(note, 'status') !== 'void');
}

function assertAllThere(invoice: ShopObject, notes: readonly ShopObject[], currency: string): void {
	const member = 'post_payment_credit_notes_amount';
	const told =
		creditedBeforePayment(invoice, currency) +
		stripeCents(invoice[member], currency, `'${member}'`);
	const listed = notes.reduce((sum, note) => sum + totalOf(note, currency), 0);
	const isCut = objectIn(invoice, 'credit_notes').has_more === true;
	if (!isCut && listed >= told) return;
	const missing =
		notes.length === 0
			? 'credit notes were made for it, and it does not hold them'
			: isCut
				? 'it holds the first of its credit notes only'
				: `its credit notes come to ${centsToText(told)} and those it holds to ${centsToText(listed)}`;
	const id = textIn(invoice, 'id') || '<id>';
	throw new AmountProblem(
		`${missing}. Ask Stripe for all of them ('GET /v1/credit_notes?invoice=${id}&limit=100') and put the answer into the invoice as 'credit_notes'.`,
	);
}

function creditOf(note: ShopObject, currency: string, rates: StripeRates): OrderRefund {
	const id = textIn(note, 'number', 'id');
	const list = objectIn(note, 'lines');
	if (list.has_more === true) {
		const noteId = textIn(note, 'id') || '<id>';
		throw new AmountProblem(
			`its credit note ${id} holds the first of its lines only. Ask Stripe for all of them ('GET /v1/credit_notes/${noteId}/lines?limit=100') and put the answer into that note of 'credit_notes' as 'lines'.`,
		);
	}
	const parts = [
		...listIn(list, 'data').map((line) => linePart(line, currency, rates)),
		...stripeShipping(note, currency, rates),
	];
	const lines = orderLines(parts.map(turned), []);
	const totalCents = -totalOf(note, currency);
	return {
		id,
		reason: oneLine(textIn(note, 'memo', 'reason')),
		totalCents,
		lines,
		lumpCents: lines.length === 0 ? totalCents : 0,
	};
}

/** Above zero. */
function totalOf(note: ShopObject, currency: string): number {
	return Math.abs(stripeCents(note.total ?? note.amount, currency, "'total' of a credit note"));
}

function linePart(line: ShopObject, currency: string, rates: StripeRates): LineParts {
	const quantity = textIn(line, 'quantity');
	return {
		id: textIn(line, 'invoice_line_item'),
		name: oneLine(textIn(line, 'description')),
		fallback: 'Credit',
		quantity: quantity === '' ? ONE : storeDecimal(quantity, "'quantity'"),
		...stripeAmounts(line, 'amount', currency, rates),
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
function invoiceIdOf(of: unknown): string {
	return typeof of === 'string' ? of : textIn(objectIn({ of }, 'of'), 'id');
}

function isOfAnother(of: unknown, id: string): boolean {
	const other = invoiceIdOf(of);
	return other !== '' && id !== '' && other !== id;
}
