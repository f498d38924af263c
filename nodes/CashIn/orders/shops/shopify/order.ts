import type { Party } from '../../../invoicing/headerNames';
import type { Finding } from '../../../invoicing/findings';
import { shippingParty } from '../../delivery';
import type { Order } from '../../order';
import { withRates } from '../../orderLine';
import { oneLine } from '../../plainText';
import { listIn, objectIn, pairsOf, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { AmountProblem } from '../../amounts';
import { cutList, restOrder } from './graphql';
import { shopifyLines } from './lines';
import { shopifyMoney } from './money';
import type { ShopifyMoney } from './money';
import { shopifyRefunds } from './refunds';
import { shopifyState } from './state';
import type { ShopRules } from '../../shop';

/**
 * Reads an order of Shopify's Admin API, in its REST form, which is also the body of its webhooks, or its GraphQL form.
 * Prices of lines are before discounts, with tax where `taxes_included`.
 * Source: Shopify REST Admin API, Order; Shopify GraphQL Admin API, Order.
 * @throws AmountProblem when an amount cannot be read, a rate cannot be told, or a list is cut short
 */
export function readShopify(order: ShopObject, rules: ShopRules): Order {
	const cut = cutList(order);
	if (cut !== '') {
		throw new AmountProblem(
			`it holds the first of its '${cut}' only. Query it with 'first: 250', or ask for the next page and put all of them into '${cut}'.`,
		);
	}
	const given = restOrder(order);
	const warnings: Finding[] = [];
	const money = shopifyMoney(given, rules, warnings);
	const lines = withRates(shopifyLines(given, money, warnings));
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
		openCents: openCents(given, money),
		refunds,
		warnings,
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
		email: textIn(given, 'email', 'contact_email') || textIn(customer, 'email'),
		phone: party.phone || textIn(given, 'phone') || textIn(customer, 'phone'),
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
	const pairs = pairsOf(listIn(given, 'note_attributes'), 'name', 'value');
	const purchaseOrder = textIn(given, 'po_number');
	if (purchaseOrder !== '') pairs.set('po_number', purchaseOrder);
	return pairs;
}
