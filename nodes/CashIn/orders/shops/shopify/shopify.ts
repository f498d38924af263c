import { numberError, plainDigits } from '../../invoiceNumber';
import type { Shop } from '../../shop';
import { isGraphqlOrder, restOrder } from './graphql';
import { readShopify, shopifyState } from './order';

/** Shopify, by its Admin API. */
export const shopify: Shop = {
	id: 'shopify',
	name: 'Shopify',
	orderIs: 'An order as the Shopify node, its trigger, a webhook or the GraphQL API gives it',
	recognisedBy: "'line_items' with 'total_price', or 'lineItems' with 'totalPriceSet'",
	ownFields: 'its cart attributes',
	skipStatuses: ['cancelled', 'expired', 'refunded', 'test', 'voided'],
	neverInvoiced: ['test'],
	mistaken: [
		{
			detect: (given) => Array.isArray(given.refund_line_items),
			advice: () =>
				"this is a refund of Shopify and no order. Get the order it belongs to ('order_id') with the Shopify node, and give its 'id' as 'Refund ID'.",
		},
		{
			detect: (given) => 'refundLineItems' in given,
			advice: () =>
				"this is a refund of Shopify and no order. Query the order it belongs to with its 'lineItems' and 'refunds', and give the refund's 'id' as 'Refund ID'.",
		},
		{
			detect: (given) => 'lineItems' in given || 'totalPriceSet' in given,
			advice: () =>
				"this is a part of an order of Shopify's GraphQL API. Query it with 'totalPriceSet' and 'lineItems { nodes { … } }'; which members an invoice needs is on the page about Shopify.",
		},
	],
	detect: (given) =>
		isGraphqlOrder(given) ||
		(Array.isArray(given.line_items) &&
			['total_price', 'total_price_set'].some((name) => name in given)),
	state: (given) => shopifyState(restOrder(given)),
	read: readShopify,
	invoiceDigits: (base) => {
		// The name of an order may hold more digits than its number, by the prefix and suffix the shop chose.
		if ((base.match(/[0-9]+/g) ?? []).length > 1) {
			throw numberError(
				`"${base}" has several groups of digits, of which none is surely the order's number. Pass the order on with its 'order_number', which is 'number' in the GraphQL API.`,
			);
		}
		return plainDigits(base);
	},
};
