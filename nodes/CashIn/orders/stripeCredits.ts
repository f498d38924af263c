import { AmountProblem, negated, ONE, storeDecimal } from './amounts';
import type { OrderLine, OrderRefund } from './order';
import { orderLine } from './orderLine';
import { plainText } from './plainText';
import { listIn, objectIn, textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { stripeCents } from './stripeCents';
import { stripeAmounts } from './stripeLines';
import type { StripeRates } from './stripeTaxes';

/**
 * The credit notes of an invoice. Stripe keeps them apart; a workflow puts them into the invoice under
 * `credit_notes`, as the list Stripe gives.
 * Source: Stripe API reference, The Credit Note object.
 * @throws AmountProblem when the invoice says there are some and does not hold them
 */
export function stripeCredits(
	invoice: ShopObject,
	currency: string,
	rates: StripeRates,
): OrderRefund[] {
	const notes = [
		...listIn(invoice, 'credit_notes'),
		...listIn(objectIn(invoice, 'credit_notes'), 'data'),
	].filter((note) => textIn(note, 'status') !== 'void');
	const told =
		stripeCents(
			invoice.pre_payment_credit_notes_amount,
			currency,
			"'pre_payment_credit_notes_amount'",
		) +
		stripeCents(
			invoice.post_payment_credit_notes_amount,
			currency,
			"'post_payment_credit_notes_amount'",
		);
	if (notes.length === 0 && told !== 0) {
		throw new AmountProblem(
			"credit notes were made for it, and it does not hold them. Ask Stripe for them ('/v1/credit_notes?invoice=<id>') and put the answer into the invoice as 'credit_notes'.",
		);
	}
	return notes.map((note) => ({
		id: textIn(note, 'number', 'id'),
		reason: plainText(textIn(note, 'memo', 'reason')),
		totalCents: -Math.abs(
			stripeCents(note.total ?? note.amount, currency, "'total' of a credit note"),
		),
		lines: listIn(objectIn(note, 'lines'), 'data').flatMap((line) =>
			creditLine(line, currency, rates),
		),
	}));
}

function creditLine(line: ShopObject, currency: string, rates: StripeRates): OrderLine[] {
	const { netCents, vatCents, taxes } = stripeAmounts(line, 'amount', currency, rates);
	const quantity = textIn(line, 'quantity');
	return orderLine(
		{
			id: textIn(line, 'invoice_line_item'),
			name: textIn(line, 'description'),
			fallback: 'Credit',
			quantity: negated(quantity === '' ? ONE : storeDecimal(quantity, "'quantity'")),
			netCents: -netCents,
			vatCents: -vatCents,
			taxes: taxes.map((tax) => ({ ...tax, cents: -tax.cents })),
		},
		[],
	);
}
