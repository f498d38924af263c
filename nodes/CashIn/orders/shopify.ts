import type { Party } from '../invoicing/headerNames';
import type { Finding } from '../invoicing/findings';
import { shippingParty } from './delivery';
import type { Order, Payment } from './order';
import { withRates } from './orderLine';
import { plainText } from './plainText';
import { listIn, objectIn, pairsOf, textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { shopifyLines } from './shopifyLines';
import { shopifyMoney } from './shopifyMoney';
import { shopifyRefunds } from './shopifyRefunds';
import type { StoreRules } from './storeRules';

/**
 * Reads an order of Shopify's REST Admin API, which is also the body of its webhooks. Prices of lines are before
 * discounts, with tax where `taxes_included`.
 * Source: Shopify REST Admin API, Order.
 * @throws AmountProblem when an amount cannot be read or a rate cannot be told
 */
export function readShopify(given: ShopObject, rules: StoreRules): Order {
	const warnings: Finding[] = [];
	const money = shopifyMoney(given, rules);
	const lines = withRates(shopifyLines(given, money, warnings));
	const refunds = shopifyRefunds(given, money, lines);
	const buyer = buyerOf(given);
	const shipping = partyOf(objectIn(given, 'shipping_address'));
	const centsOf = (name: string) => (money.has(given, name) ? money.cents(given, name) : undefined);
	const changed = refunds.length > 0 && money.has(given, 'current_total_price');
	return {
		source: 'shopify',
		number: textIn(given, 'name', 'order_number', 'id'),
		numberBase: textIn(given, 'order_number', 'name'),
		createdAt: textIn(given, 'created_at', 'processed_at'),
		currency: money.currency,
		statuses: statusesOf(given),
		payment: paymentOf(given),
		buyer,
		delivery: shippingParty(buyer, shipping, warnings),
		metadata: metadataOf(given),
		lines,
		totalCents: money.total(given, 'total_price'),
		vatCents: centsOf('total_tax'),
		current: changed
			? {
					totalCents: money.total(given, 'current_total_price'),
					vatCents: centsOf('current_total_tax'),
				}
			: undefined,
		refunds,
		warnings,
	};
}

function statusesOf(given: ShopObject): string[] {
	return [
		textIn(given, 'financial_status').toLowerCase(),
		textIn(given, 'cancelled_at') === '' ? '' : 'cancelled',
		given.test === true ? 'test' : '',
	].filter((status) => status !== '');
}

/** An authorized payment is the shop's to take: an invoice beside it would be paid twice. */
function paymentOf(given: ShopObject): Payment {
	const status = textIn(given, 'financial_status').toLowerCase();
	const state = PAYMENT_STATES[status] ?? 'open';
	const gateways = given.payment_gateway_names;
	const with_ =
		Array.isArray(gateways) && gateways.length > 0 ? ` with ${gateways.join(', ')}` : '';
	const open = textIn(given, 'total_outstanding');
	const words: Readonly<Record<Payment['state'], string>> = {
		open: '',
		part: `partly paid${with_}${open === '' ? '' : `, ${open} is open`}`,
		paid: status === 'authorized' ? `paid by an authorized payment${with_}` : `paid${with_}`,
	};
	return { state, words: words[state] };
}

const PAYMENT_STATES: Readonly<Record<string, Payment['state'] | undefined>> = {
	authorized: 'paid',
	paid: 'paid',
	partially_paid: 'part',
	partially_refunded: 'paid',
	refunded: 'paid',
};

/** An order taken at a counter has no address, but may have a customer. */
function buyerOf(given: ShopObject): Party {
	const customer = objectIn(given, 'customer');
	const addresses = [
		objectIn(given, 'billing_address'),
		objectIn(given, 'shipping_address'),
		objectIn(customer, 'default_address'),
	];
	const address = addresses.find((one) => partyOf(one).name !== '') ?? customer;
	const party = partyOf(address);
	return {
		...party,
		email: textIn(given, 'email', 'contact_email') || textIn(customer, 'email'),
		phone: party.phone || textIn(given, 'phone') || textIn(customer, 'phone'),
	};
}

function partyOf(address: ShopObject): Party {
	const text = (...names: string[]) => plainText(textIn(address, ...names));
	const person = `${text('first_name')} ${text('last_name')}`.trim() || text('name');
	const company = text('company');
	return {
		name: company || person,
		name2: company === '' ? '' : person,
		streetAddress: text('address1'),
		streetAddress2: text('address2'),
		postalCode: text('zip'),
		city: text('city'),
		country: text('country_code').toUpperCase(),
		phone: text('phone'),
	};
}

/** What a shop asks beside the address stands in the cart's attributes; a purchase order number has its own place. */
function metadataOf(given: ShopObject): Map<string, string> {
	const pairs = pairsOf(listIn(given, 'note_attributes'), 'name', 'value');
	const purchaseOrder = textIn(given, 'po_number');
	if (purchaseOrder !== '') pairs.set('po_number', purchaseOrder);
	return pairs;
}
