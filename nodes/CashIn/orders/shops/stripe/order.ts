import { SALES_INVOICE } from '../../../api/generated/fields';
import type { Findings } from '../../../invoicing/findings';
import type { Party } from '../../../invoicing/invoiceInput';
import { centsToText } from '../../../invoicing/money';
import { isNothing } from '../../amounts';
import { grossOf, paymentLine, withRates } from '../../lines';
import { OrderError, type Order, type OrderLine, type OrderState, type Payment } from '../../order';
import { oneLine } from '../../plainText';
import { shippingParty } from '../../shop';
import { asObject, listIn, objectIn, pairsOf, textIn, type ShopObject } from '../../shopJson';
import { stripeLines } from './lines';
import { stripeMoney, type StripeMoney } from './money';
import { creditedBeforePayment, stripeCredits } from './refunds';

/**
 * Reads an invoice of Stripe, whose amounts are whole numbers in the smallest unit of its currency.
 * Source: Stripe API reference, The Invoice object, before and after version 2025-03-31, which renamed its taxes.
 * @throws OrderError when an amount cannot be read or a rate cannot be told, or a list of lines is cut short
 */
export function readStripe(given: ShopObject, findings: Findings): Order {
	const money = stripeMoney(given);
	const sold = withRates(stripeLines(given, money, findings));
	const lines = [...sold, ...balanceLine(given, money, findings)];
	const buyer = buyerOf(given);
	const shipping = asObject(given.shipping_details) ?? objectIn(given, 'customer_shipping');
	const shippingAddress = partyOf(objectIn(shipping, 'address'), textIn(shipping, 'name'));
	const isOpenTold = textIn(given, 'amount_remaining') !== '';
	return {
		...stripeState(given),
		createdAt: instantOf(given.created),
		currency: money.currency,
		buyer,
		delivery: shippingParty(buyer, shippingAddress, findings),
		metadata: metadataOf(given),
		lines,
		totalCents: money.cents(given, 'total') + grossOf(lines.filter(({ isPayment }) => isPayment)),
		vatCents: vatOf(given, money),
		openCents: isOpenTold ? money.cents(given, 'amount_remaining') : undefined,
		refunds: stripeCredits(given, money),
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
 * @throws OrderError when there is a balance and nobody says what is due
 */
function balanceLine(given: ShopObject, money: StripeMoney, findings: Findings): OrderLine[] {
	if (textIn(given, 'amount_due') === '') {
		if (money.cents(given, 'starting_balance') === 0) return [];
		throw new OrderError(
			"the customer has a balance ('starting_balance') and the invoice does not tell 'amount_due'. Pass the whole invoice on, as Stripe gives it.",
		);
	}
	const beyondTotal = money.cents(given, 'amount_due') - money.cents(given, 'total');
	const cents = beyondTotal + creditedBeforePayment(given, money);
	if (cents === 0) return [];
	findings.warn(
		'orderBalance',
		SALES_INVOICE.rows,
		`Stripe asks for another sum than the invoice's total: ${centsToText(cents)} ${money.currency} of the customer's balance stand in a row of their own, without VAT.`,
	);
	return [paymentLine('balance', 'Customer balance', cents)];
}

/** The tax of an invoice as one sum, under the names of its time; undefined when it tells none. */
function vatOf(given: ShopObject, money: StripeMoney): number | undefined {
	const name = ['total_taxes', 'total_tax_amounts'].find((list) => Array.isArray(given[list]));
	if (name !== undefined) {
		return listIn(given, name).reduce(
			(sum, { amount }) => sum + money.cents({ [name]: amount }, name),
			0,
		);
	}
	return textIn(given, 'tax') === '' ? undefined : money.cents(given, 'tax');
}

/** Seconds since 1970 as a date and time. */
function instantOf(seconds: unknown): string {
	const number = Number(seconds);
	return Number.isSafeInteger(number) && number > 0 && number < 1e11
		? new Date(number * 1_000).toISOString()
		: '';
}

/** Reads what decides whether an invoice of Stripe is invoiced. */
export function stripeState(given: ShopObject): OrderState {
	return {
		number: textIn(given, 'number', 'id'),
		numberBase: textIn(given, 'number', 'id'),
		statuses: [
			textIn(given, 'status').toLowerCase(),
			given.livemode === false ? 'test' : '',
		].filter((status) => status !== ''),
		payment: paymentOf(given),
		methods: [textIn(given, 'collection_method')].filter((method) => method !== ''),
		// What is due is nothing where the customer had the whole of it in credit.
		comesToNothing: isNothing(given.total) || isNothing(given.amount_due),
	};
}

function paymentOf(given: ShopObject): Payment {
	if (textIn(given, 'status').toLowerCase() === 'paid') return { state: 'paid', words: 'paid' };
	// Stripe takes the money by itself, or goes on trying to.
	if (textIn(given, 'collection_method') === 'charge_automatically') {
		return {
			state: 'paid',
			words:
				"charged by Stripe itself ('collection_method' is charge_automatically), so that an invoice would ask for the same money again",
		};
	}
	const paid = Number(textIn(given, 'amount_paid'));
	if (!(paid > 0)) return { state: 'open', words: '' };
	return textIn(given, 'amount_remaining') === '0'
		? { state: 'paid', words: 'paid' }
		: { state: 'part', words: 'partly paid' };
}
