import type { Findings } from '../../../invoicing/findings';
import type { Party } from '../../../invoicing/invoiceInput';
import { isNothing } from '../../amounts';
import { withRates } from '../../lines';
import { OrderError, type Order, type OrderState, type Payment } from '../../order';
import { oneLine } from '../../plainText';
import { shippingParty, type ShopRules } from '../../shop';
import { listIn, objectIn, pairsOf, textIn, type ShopObject } from '../../shopJson';
import { cutList, restOrder } from './graphql';
import { shopifyLines } from './lines';
import { shopifyMoney, type ShopifyMoney } from './money';
import { shopifyRefunds } from './refunds';

/**
 * Reads an order of Shopify's Admin API, in its REST form, which is also the body of its webhooks, or its GraphQL form.
 * Prices of lines are before discounts, with tax where `taxes_included`.
 * Source: Shopify REST Admin API, Order; Shopify GraphQL Admin API, Order.
 * @throws OrderError when an amount cannot be read, a rate cannot be told, or a list is cut short
 */
export function readShopify(order: ShopObject, rules: ShopRules, findings: Findings): Order {
	const cut = cutList(order);
	if (cut !== '') {
		throw new OrderError(
			`it holds the first of its '${cut}' only. Query it with 'first: 250', or ask for the next page and put all of them into '${cut}'.`,
		);
	}
	const given = restOrder(order);
	const money = shopifyMoney(given, rules, findings);
	const lines = withRates(shopifyLines(given, money, findings));
	const refunds = shopifyRefunds(given, money, lines);
	const buyer = buyerOf(given);
	const shipping = partyOf(objectIn(given, 'shipping_address'));
	const centsOf = (name: string) => (money.has(given, name) ? money.cents(given, name) : undefined);
	const changed = refunds.length > 0 && money.has(given, 'current_total_price');
	return {
		...shopifyState(given),
		createdAt: inUtc(textIn(given, 'created_at', 'processed_at')),
		currency: money.currency,
		buyer,
		delivery: shippingParty(buyer, shipping, findings),
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
		openCents: openCents(given, money),
		refunds,
	};
}

/** The REST form writes a time in the shop's zone and the GraphQL form in UTC: one instant is to be one text. */
function inUtc(time: string): string {
	const instant = /T.*(?:Z|[+-][0-9]{2}:?[0-9]{2})$/.test(time) ? Date.parse(time) : NaN;
	return Number.isNaN(instant) ? time : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** Asked for only where it counts: the sum stands in the shop's currency, and not always in the buyer's. */
function openCents(given: ShopObject, money: ShopifyMoney): number | undefined {
	const isShops = money.currency === textIn(given, 'currency').toUpperCase();
	const isPart = shopifyState(given).payment.state === 'part';
	if (!isPart || !(isShops || 'total_outstanding_set' in given)) return undefined;
	return money.has(given, 'total_outstanding')
		? money.cents(given, 'total_outstanding')
		: undefined;
}

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
		email:
			textIn(given, 'email', 'contact_email') ||
			textIn(customer, 'email') ||
			textIn(objectIn(customer, 'default_email_address'), 'email_address'),
		phone:
			party.phone ||
			textIn(given, 'phone') ||
			textIn(customer, 'phone') ||
			textIn(objectIn(customer, 'default_phone_number'), 'phone_number'),
	};
}

function partyOf(address: ShopObject): Party {
	const text = (...names: string[]) => oneLine(textIn(address, ...names));
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
	const attributes = listIn(given, 'note_attributes');
	const pairs = new Map([
		...pairsOf(attributes, 'name', 'value'),
		...pairsOf(attributes, 'key', 'value'),
	]);
	const purchaseOrder = textIn(given, 'po_number');
	if (purchaseOrder !== '') pairs.set('po_number', purchaseOrder);
	return pairs;
}

/** Reads what decides whether an order is invoiced. */
export function shopifyState(given: ShopObject): OrderState {
	return {
		number: textIn(given, 'name', 'order_number', 'id'),
		numberBase: textIn(given, 'order_number', 'name'),
		statuses: statusesOf(given),
		payment: paymentOf(given),
		methods: gatewaysOf(given),
		comesToNothing: isNothing(
			given.total_price ?? objectIn(objectIn(given, 'total_price_set'), 'shop_money').amount,
		),
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
	const gateways = gatewaysOf(given);
	const how = gateways.length > 0 ? ` with ${gateways.join(', ')}` : '';
	const open = textIn(given, 'total_outstanding');
	const words: Readonly<Record<Payment['state'], string>> = {
		open: '',
		part: `partly paid${how}${open === '' ? '' : `, ${open} is open`}`,
		paid: status === 'authorized' ? `paid by an authorized payment${how}` : `paid${how}`,
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

function gatewaysOf({ payment_gateway_names: names }: ShopObject): string[] {
	if (!Array.isArray(names)) return [];
	return names.filter((name): name is string => typeof name === 'string' && name !== '');
}
