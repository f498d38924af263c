import type { Party } from '../invoicing/headerNames';
import type { Finding } from '../invoicing/findings';
import { shippingParty } from './delivery';
import type { Order, Payment } from './order';
import { withRates } from './orderLine';
import { plainText } from './plainText';
import { asObject, listIn, objectIn, pairsOf, textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { stripeCents } from './stripeCents';
import { stripeCredits } from './stripeCredits';
import { stripeLines } from './stripeLines';
import { stripeRates } from './stripeTaxes';

/**
 * Reads an invoice of Stripe, whose amounts are whole numbers in the smallest unit of its currency.
 * Source: Stripe API reference, The Invoice object, before and after version 2025-03-31, which renamed its taxes.
 * @throws AmountProblem when an amount cannot be read or a rate cannot be told, or a list of lines is cut short
 */
export function readStripe(given: ShopObject): Order {
	const warnings: Finding[] = [];
	const currency = textIn(given, 'currency').toUpperCase();
	const rates = stripeRates(given);
	const lines = withRates(stripeLines(given, currency, rates, warnings));
	const buyer = buyerOf(given);
	const shipping = asObject(given.shipping_details) ?? objectIn(given, 'customer_shipping');
	const shippingAddress = partyOf(asObject(shipping.address) ?? {}, textIn(shipping, 'name'));
	return {
		source: 'stripe',
		number: textIn(given, 'number', 'id'),
		numberBase: textIn(given, 'number', 'id'),
		createdAt: instantOf(given.created),
		currency,
		statuses: [
			textIn(given, 'status').toLowerCase(),
			given.livemode === false ? 'test' : '',
		].filter((status) => status !== ''),
		payment: paymentOf(given, currency),
		buyer,
		delivery: shippingParty(buyer, shippingAddress, warnings),
		metadata: metadataOf(given),
		lines,
		totalCents: stripeCents(given.total, currency, "'total'"),
		vatCents: vatOf(given, currency),
		refunds: stripeCredits(given, currency, rates),
		warnings,
	};
}

function paymentOf(given: ShopObject, currency: string): Payment {
	const paid = stripeCents(given.amount_paid, currency, "'amount_paid'");
	const remaining = textIn(given, 'amount_remaining');
	const paidText = `${(paid / 100).toFixed(2)} ${currency}`;
	if (textIn(given, 'status') === 'paid') return { state: 'paid', words: 'paid' };
	if (paid <= 0) return { state: 'open', words: '' };
	return remaining === '0'
		? { state: 'paid', words: 'paid' }
		: { state: 'part', words: `partly paid, ${paidText} so far` };
}

function buyerOf(given: ShopObject): Party {
	const customer = objectIn(given, 'customer');
	const address = asObject(given.customer_address) ?? objectIn(customer, 'address');
	return {
		...partyOf(address, textIn(given, 'customer_name') || textIn(customer, 'name')),
		email: textIn(given, 'customer_email') || textIn(customer, 'email'),
		phone: textIn(given, 'customer_phone') || textIn(customer, 'phone'),
	};
}

function partyOf(address: ShopObject, name: string): Party {
	return {
		name: plainText(name),
		streetAddress: textIn(address, 'line1'),
		streetAddress2: textIn(address, 'line2'),
		postalCode: textIn(address, 'postal_code'),
		city: textIn(address, 'city'),
		country: textIn(address, 'country').toUpperCase(),
	};
}

/** Metadata, the custom fields of the invoice, and the customer's tax id under the kind Stripe gives it. */
function metadataOf(given: ShopObject): Map<string, string> {
	const metadata = objectIn(given, 'metadata');
	const plain = Object.keys(metadata).map((key): [string, string] => [key, textIn(metadata, key)]);
	return new Map([
		...pairsOf(listIn(given, 'customer_tax_ids'), 'type', 'value'),
		...pairsOf(listIn(given, 'custom_fields'), 'name', 'value'),
		...plain.filter(([, value]) => value !== ''),
	]);
}

/** The tax of an invoice as one sum, under the names of its time; undefined when it tells none. */
function vatOf(given: ShopObject, currency: string): number | undefined {
	const lists = ['total_taxes', 'total_tax_amounts'].filter((name) => Array.isArray(given[name]));
	const [name] = lists;
	if (name !== undefined) {
		return listIn(given, name).reduce(
			(sum, tax) => sum + stripeCents(tax.amount, currency, `'${name}'`),
			0,
		);
	}
	return textIn(given, 'tax') === '' ? undefined : stripeCents(given.tax, currency, "'tax'");
}

/** Seconds since 1970 as a date and time. */
function instantOf(seconds: unknown): string {
	const number = Number(seconds);
	return Number.isSafeInteger(number) && number > 0 && number < 1e11
		? new Date(number * 1_000).toISOString()
		: '';
}
