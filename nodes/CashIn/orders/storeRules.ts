/** What the shop's owner says of the shop, where its orders alone do not tell. */
export interface StoreRules {
	/** WooCommerce: payment methods by which the buyer is invoiced, in lower case. */
	invoiceMethods: readonly string[];
	/** Shopify: whose money the invoice is in, when the buyer paid in another currency than the shop's. */
	currency: 'buyer' | 'shop' | 'stop';
}
