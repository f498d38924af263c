import type { Order, OrderState } from './order';
import type { ShopObject } from './shopJson';

/**
 * A shop system whose orders become invoices. Everything that is known of one stands in its folder under `shops/`;
 * the list of them is `SHOPS`.
 */
export interface Shop {
	/** Value of 'Source'; saved workflows hold it. */
	id: string;
	/** As it writes its own name. */
	name: string;
	/** What of it counts as an order, for the editor. */
	orderIs: string;
	/** By which members its orders are recognised, for a message. */
	recognisedBy: string;
	/** Where its orders hold what has no member of its own, for the editor. */
	ownFields: string;
	/** States in which an order is not there to be paid: not placed, given up, or a test. Lower case. */
	skipStatuses: readonly string[];
	/** Those of them in which there can be no invoice to credit either. */
	neverInvoiced: readonly string[];
	/** Objects of it that are taken for an order, and what to do instead. */
	mistaken: readonly Mistaken[];
	/** Whether an object has the shape of one of its orders. */
	detect(given: ShopObject): boolean;
	/** Reads what decides whether the order is invoiced at all. Never throws. */
	state(order: ShopObject, rules: ShopRules): OrderState;
	/**
	 * Reads the order with its lines and refunds.
	 * @throws AmountProblem when an amount cannot be read, a rate cannot be told, or a part is missing
	 */
	read(order: ShopObject, rules: ShopRules): Order;
	/**
	 * Makes the digits of an invoice number out of the number of an order or the ID of a refund: the same for the same
	 * order for ever, and those of no other order.
	 * @throws NumberProblem when other orders could get the same
	 */
	invoiceDigits(base: string): string;
	/** The same where the shop counts all its orders in one sequence; see `sequenceDigits`, which is the usual way. */
	sequenceDigits?(base: string): string;
}

export interface Mistaken {
	detect(given: ShopObject): boolean;
	/** One sentence or two: what it is, and what to do. */
	advice(given: ShopObject): string;
}

/** What the shop's owner says of the shop, where its orders alone do not tell. */
export interface ShopRules {
	/** Payment methods by which the buyer is invoiced, in lower case. */
	invoiceMethods: readonly string[];
	/** Whose money the invoice is in, when the buyer paid in another currency than the shop's. */
	currency: 'buyer' | 'shop' | 'stop';
}
