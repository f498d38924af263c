import { numberError, sequenceDigits } from '../../invoiceNumber';
import type { Shop } from '../../shop';
import { objectIn, textIn, type ShopObject } from '../../shopJson';
import { readStripe, stripeState } from './order';

/** The step that is right for an object of Stripe that is taken for an order. */
function adviceFor(given: ShopObject): string {
	const object = textIn(given, 'object');
	if (MONEY.has(object)) {
		return 'this is money that Stripe takes from the buyer, so that there is nothing to invoice. If it pays an invoice of Cash-In, report it with the resource Payment, Submit.';
	}
	if (/^subscription(?:_item|_schedule)?$/.test(object)) {
		return `a subscription has an invoice for each period. Start the workflow on 'invoice.finalized', and set 'collection_method' of the subscription to send_invoice; with charge_automatically Stripe charges the buyer itself.`;
	}
	switch (object) {
		case 'checkout.session':
			return `a checkout session is paid at the checkout, so that there is nothing to invoice. ${SEND} for what is to be paid by invoice.`;
		case 'refund':
			return "this is money that Stripe gives back, without lines and VAT. Make a credit note of it in Stripe ('/v1/credit_notes' with 'refund'), and pass its invoice on with 'credit_notes'.";
		case 'credit_note':
			return `this is a credit note and no invoice. Get its invoice (${request(given)}), put the list of its credit notes into it as 'credit_notes', set 'Invoice For' to Refund and 'Refund ID' to the number of this one.`;
		case 'quote':
			return `a quote becomes an invoice once it is accepted. Get it (${request(given)}).`;
		default:
			return `of Stripe's objects only an invoice has the lines and taxes an invoice needs. ${SEND}.`;
	}
}

const SEND =
	"Make an invoice in Stripe with 'collection_method' send_invoice and start the workflow on 'invoice.finalized'";

const MONEY = new Set([
	'charge',
	'payment_intent',
	'payment_method',
	'balance_transaction',
	'payout',
]);

/** The request for the invoice that an object names, in quotation marks. */
function request(holder: ShopObject): string {
	const id = textIn(holder, 'invoice') || textIn(objectIn(holder, 'invoice'), 'id') || '<id>';
	return `'GET https://api.stripe.com/v1/invoices/${id}'`;
}

/** Stripe, by the invoices of its API. */
export const stripe: Shop = {
	id: 'stripe',
	name: 'Stripe',
	orderIs: 'An invoice as the Stripe node, its trigger or a webhook gives it',
	recognisedBy: `'object' "invoice"`,
	ownFields: 'its metadata and custom fields',
	skipStatuses: ['draft', 'test', 'uncollectible', 'void'],
	neverInvoiced: ['draft', 'test'],
	mistaken: [
		{
			detect: ({ object }) => typeof object === 'string' && object !== 'list' && object !== 'event',
			advice: adviceFor,
		},
		{ detect: ({ object }) => object === 'event', advice: adviceFor },
	],
	detect: ({ object, lines }) => object === 'invoice' && lines !== undefined,
	state: stripeState,
	read: (given, _rules, findings) => readStripe(given, findings),
	invoiceDigits: stripeDigits,
	sequenceDigits: stripeSequence,
};

/**
 * The digits of an invoice number out of the number of an invoice or of a credit note. Stripe counts the invoices of
 * each customer apart, after a prefix that is the customer's, so that digits alone would come again: `0F2A9C1B-0001`.
 *
 * The prefix is read as a number with the 36 digits 0-9 and A-Z, of which 0 counts as 1 and Z as 36, so that no two
 * prefixes are the same number, whatever their length. 999 is added. After it stand the four digits of the count and
 * two of the credit note, 00 for the invoice itself. That are at least 10 digits and, with Stripe's eight characters,
 * 19 at most, which are what a reference number takes. Numbers of up to nine digits without a prefix stay as they are.
 * @throws OrderError for a number of another form, or one too long for that
 */
function stripeDigits(base: string): string {
	if (/^[1-9][0-9]*$/.test(base)) {
		if (base.length <= LONGEST_PLAIN) return base;
		throw numberError(
			`"${base}" has more than nine digits, which the number made of another invoice could have too.`,
		);
	}
	const [, prefix, count = '', note = '00'] = NUMBER.exec(base) ?? [];
	if (prefix === undefined) {
		throw numberError(
			`"${base}" is none that Stripe makes by itself: a prefix of up to eight capital letters and digits, and a count.`,
		);
	}
	if (count.length > 4 || note.length > 2) {
		throw numberError(
			`"${base}" counts beyond ${count.length > 4 ? '9999 invoices' : '99 credit notes'}, for which there is no room. If your account numbers all its invoices in one sequence, set 'Invoice Number From' to Sequence in the Order Number.`,
		);
	}
	return `${valueOf(prefix) + SHIFT}${count}${note}`;
}

/** The count alone; a credit note has none of its own, and keeps its whole number. */
function stripeSequence(base: string): string {
	return /-CN-[0-9]+$/.test(base) ? stripeDigits(base) : sequenceDigits(base);
}

function valueOf(prefix: string): number {
	let value = 0;
	for (const character of prefix) {
		value = value * CHARACTERS.length + CHARACTERS.indexOf(character) + 1;
	}
	return value;
}

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMBER = /^([0-9A-Z]{1,8})-((?:[0-9]{4}|[1-9][0-9]{4,}))(?:-CN-(0[1-9]|[1-9][0-9]+))?$/;
/** Keeps every number made of a prefix apart from those without. */
const SHIFT = 999;
const LONGEST_PLAIN = 9;
