import type { Party } from '../../../invoicing/headerNames';
import { finding } from '../../../invoicing/findings';
import type { Finding } from '../../../invoicing/findings';
import { centsToText } from '../../../invoicing/money';
import { AmountProblem, negated, NOUGHT, ONE } from '../../amounts';
import { shippingParty } from '../../delivery';
import type { Order, OrderLine } from '../../order';
import { grossOf, withRates } from '../../orderLine';
import { oneLine } from '../../plainText';
import { asObject, listIn, objectIn, pairsOf, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { stripeCents } from './cents';
import { creditedBeforePayment, stripeCredits } from './refunds';
import { stripeLines } from './lines';
import { stripeState } from './state';
import { stripeRates } from './taxes';

/**
 * Reads an invoice of Stripe, whose amounts are whole numbers in the smallest unit of its currency.
 * Source: Stripe API reference, The Invoice object, before and after version 2025-03-31, which renamed its taxes.
 * @throws AmountProblem when an amount cannot be read or a rate cannot be told, or a list of lines is cut short
 */
export function readStripe(given: ShopObject): Order {
	const warnings: Finding[] = [];
	const currency = textIn(given, 'currency').toUpperCase();
	const rates = stripeRates(given);
	const sold = withRates(stripeLines(given, currency, rates, warnings));
	const lines = [...sold, ...balanceLine(given, currency, warnings)];
	const buyer = buyerOf(given);
	const shipping = asObject(given.shipping_details) ?? objectIn(given, 'customer_shipping');
	const shippingAddress = partyOf(asObject(shipping.address) ?? {}, textIn(shipping, 'name'));
	return {
		...stripeState(given),
		createdAt: instantOf(given.created),
		currency,
		buyer,
		delivery: shippingParty(buyer, shippingAddress, warnings),
		metadata: metadataOf(given),
		lines,
		totalCents:
			stripeCents(given.total, currency, "'total'") +
			grossOf(lines.filter(({ isPayment }) => isPayment)),
		vatCents: vatOf(given, currency),
		openCents:
			textIn(given, 'amount_remaining') === ''
				? undefined
				: stripeCents(given.amount_remaining, currency, "'amount_remaining'"),
		refunds: stripeCredits(given, currency, rates),
		warnings,
	};
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
		name: oneLine(name),
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

/**
 * What Stripe asks for more or less than the total of the invoice: the balance of the customer, who had money there
 * or owed some, and sums too small to be charged, which Stripe carries over. Neither holds VAT.
 * Source: Stripe API reference, The Invoice object, `amount_due` and `starting_balance`.
 * @throws AmountProblem when there is a balance and nobody says what is due
 */
function balanceLine(given: ShopObject, currency: string, warnings: Finding[]): OrderLine[] {
	const centsOf = (name: string) => stripeCents(given[name], currency, `'${name}'`);
	if (textIn(given, 'amount_due') === '') {
		if (centsOf('starting_balance') === 0) return [];
		throw new AmountProblem(
			"the customer has a balance ('starting_balance') and the invoice does not tell 'amount_due'. Pass the whole invoice on, as Stripe gives it.",
		);
	}
	const cents = centsOf('amount_due') - centsOf('total') + creditedBeforePayment(given, currency);
	if (cents === 0) return [];
	warnings.push(
		finding(
			'warn',
			'orderBalance',
			'InvoiceRows',
			`Stripe asks for another sum than the invoice's total: ${centsToText(cents)} ${currency} of the customer's balance stand in a row of their own, without VAT.`,
		),
	);
	return [
		{
			id: 'balance',
			description: 'Customer balance',
			productCode: '',
			quantity: cents < 0 ? negated(ONE) : ONE,
			netCents: cents,
			vatCents: 0,
			vatPercent: NOUGHT,
			isPayment: true,
		},
	];
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
