import type { Mistaken, Shop } from '../../shop';
import { objectIn, textIn, type ShopObject } from '../../shopJson';
import { stripeDigits, stripeSequence } from './numbers';
import { readStripe, stripeState } from './order';

/** Objects of Stripe that are taken for an order, and the step that is right for each. */
const MISTAKEN: readonly Mistaken[] = [
	{
		detect: ({ object }) => object === 'checkout.session',
		advice: () =>
			`a checkout session is paid at the checkout, so that there is nothing to invoice. ${SEND} for what is to be paid by invoice.`,
	},
	{
		detect: ({ object }) => typeof object === 'string' && MONEY.has(object),
		advice: () =>
			'this is money that Stripe takes from the buyer, so that there is nothing to invoice. If it pays an invoice of Cash-In, report it with the resource Payment, Submit.',
	},
	{
		detect: ({ object }) => object === 'refund',
		advice: () =>
			"this is money that Stripe gives back, without lines and VAT. Make a credit note of it in Stripe ('/v1/credit_notes' with 'refund'), and pass its invoice on with 'credit_notes'.",
	},
	{
		detect: ({ object }) => object === 'credit_note',
		advice: (note) =>
			`this is a credit note and no invoice. Get its invoice (${request(note)}), put the list of its credit notes into it as 'credit_notes', set 'Invoice For' to Refund and 'Refund ID' to the number of this one.`,
	},
	{
		detect: ({ object }) => object === 'quote',
		advice: (quote) =>
			`a quote becomes an invoice once it is accepted. Get it (${request(quote)}).`,
	},
	{
		detect: ({ object }) =>
			typeof object === 'string' && /^subscription(?:_item|_schedule)?$/.test(object),
		advice: () =>
			`a subscription has an invoice for each period. Start the workflow on 'invoice.finalized', and set 'collection_method' of the subscription to send_invoice; with charge_automatically Stripe charges the buyer itself.`,
	},
	{
		detect: ({ object }) => typeof object === 'string' && object !== 'list' && object !== 'event',
		advice: () => `${ONLY_INVOICES} ${SEND}.`,
	},
	{
		detect: ({ object }) => object === 'event',
		advice: () => `${ONLY_INVOICES} ${SEND}.`,
	},
];

const ONLY_INVOICES =
	"of Stripe's objects only an invoice has the lines and taxes an invoice needs.";
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
	mistaken: MISTAKEN,
	detect: ({ object, lines }) => object === 'invoice' && lines !== undefined,
	state: stripeState,
	read: (given, _rules, findings) => readStripe(given, findings),
	invoiceDigits: stripeDigits,
	sequenceDigits: stripeSequence,
};
