import type { OrderSource } from './order';
import { OrderProblem } from './orderProblem';
import { asObject, textIn } from './shopJson';
import type { ShopObject } from './shopJson';

/**
 * Finds the order in what an item holds, and which store it is of: as it is, in the `body` of a webhook, under
 * `order`, or in a Stripe event.
 * @throws OrderProblem when there is none, saying what the item looks like
 */
export function orderIn(
	given: ShopObject,
	wanted: OrderSource | 'auto',
): { source: OrderSource; order: ShopObject } {
	const candidates = unwrapped(given);
	for (const order of candidates) {
		const source = SHAPES.find(({ fits }) => fits(order))?.source;
		if (source === undefined) continue;
		if (wanted === 'auto' || wanted === source) return { source, order };
		throw new OrderProblem(
			textIn(order, 'name', 'number', 'id'),
			`it looks like an order of ${STORE_NAMES[source]}, and 'Source' is ${STORE_NAMES[wanted]}. Choose the other one, or Detect Automatically.`,
		);
	}
	for (const { hint, fits } of MISTAKEN) {
		const mistaken = candidates.find(fits);
		if (mistaken !== undefined)
			throw new OrderProblem(textIn(mistaken, 'name', 'number', 'id'), hint);
	}
	throw new OrderProblem(
		textIn(given, 'number', 'id'),
		`this is no order of WooCommerce, Shopify or Stripe: it has neither 'line_items' with 'billing' (WooCommerce), nor 'line_items' with 'total_price' (Shopify), nor 'object' "invoice" (Stripe). Let 'Order' give the whole order as the store's node gives it.`,
	);
}

/** The item, and what workflows and webhooks wrap around an order, from the outside in. */
function unwrapped(given: ShopObject): ShopObject[] {
	const body = asObject(given.body);
	const outer = body === undefined ? [given] : [given, body];
	const inner = outer.flatMap(({ order, invoice, data }) => [
		asObject(order) ?? {},
		asObject(invoice) ?? {},
		asObject(asObject(data)?.object) ?? {},
	]);
	return [...outer, ...inner];
}

type Fits = (order: ShopObject) => boolean;

const has = (order: ShopObject, ...names: string[]) => names.some((name) => name in order);

const SHAPES: ReadonlyArray<{ source: OrderSource; fits: Fits }> = [
	{ source: 'stripe', fits: ({ object, lines }) => object === 'invoice' && lines !== undefined },
	{
		source: 'shopify',
		fits: (order) =>
			Array.isArray(order.line_items) && has(order, 'total_price', 'total_price_set'),
	},
	{
		source: 'wooCommerce',
		fits: (order) =>
			Array.isArray(order.line_items) &&
			has(order, 'total') &&
			has(order, 'billing', 'prices_include_tax', 'order_key'),
	},
];

/** What people take for an order. */
const MISTAKEN: ReadonlyArray<{ hint: string; fits: Fits }> = [
	{
		fits: (order) => Array.isArray(order.refund_line_items),
		hint: "this is a refund of Shopify and no order. Get the order it belongs to ('order_id') with the Shopify node, and give its 'id' as 'Refund ID'.",
	},
	{
		fits: (order) => has(order, 'refunded_by', 'refunded_payment'),
		hint: "this is a refund of WooCommerce and no order. Get the order with the WooCommerce node, and give the refund's 'id' as 'Refund ID'.",
	},
	{
		fits: (order) => has(order, 'lineItems', 'totalPriceSet'),
		hint: "this is an order of Shopify's GraphQL API, whose members have other names. Get it with the Shopify node or a webhook, which use the REST form.",
	},
	{
		fits: ({ object }) => typeof object === 'string' && object !== 'list',
		hint: "of Stripe's objects only an invoice has the lines and taxes an invoice needs. Get the invoice, for example on the event 'invoice.finalized'.",
	},
	{
		fits: ({ orders, data, object }) =>
			Array.isArray(orders) || (object === 'list' && Array.isArray(data)),
		hint: 'this is a list. Give one order for each item, for example with a Split Out node before this one.',
	},
];

/** The stores by their own names. */
export const STORE_NAMES: Readonly<Record<OrderSource, string>> = {
	shopify: 'Shopify',
	stripe: 'Stripe',
	wooCommerce: 'WooCommerce',
};
