import { plainDigits } from '../../invoiceNumber';
import type { Shop } from '../../shop';
import { readWooCommerce, wooCommerceState } from './order';

/** WooCommerce, by its REST API v3. */
export const wooCommerce: Shop = {
	id: 'wooCommerce',
	name: 'WooCommerce',
	orderIs: 'An order as the WooCommerce node or its trigger gives it',
	recognisedBy: "'line_items' with 'billing'",
	ownFields: 'its metadata',
	skipStatuses: [
		'auto-draft',
		'cancelled',
		'checkout-draft',
		'draft',
		'failed',
		'pending',
		'refunded',
		'trash',
	],
	neverInvoiced: ['auto-draft', 'checkout-draft', 'draft', 'pending'],
	mistaken: [
		{
			detect: (given) => 'refunded_by' in given || 'refunded_payment' in given,
			advice: () =>
				"this is a refund of WooCommerce and no order. Get the order with the WooCommerce node, and give the refund's 'id' as 'Refund ID'.",
		},
	],
	detect: (given) =>
		Array.isArray(given.line_items) &&
		'total' in given &&
		['billing', 'prices_include_tax', 'order_key'].some((name) => name in given),
	state: wooCommerceState,
	read: readWooCommerce,
	invoiceDigits: plainDigits,
};
