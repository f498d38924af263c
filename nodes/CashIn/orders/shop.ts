import { SALES_INVOICE } from '../api/generated/fields';
import type { Findings } from '../invoicing/findings';
import type { Party } from '../invoicing/invoiceInput';
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
	 * @throws OrderError when an amount cannot be read, a rate cannot be told, or a part is missing
	 */
	read(order: ShopObject, rules: ShopRules, findings: Findings): Order;
	/**
	 * Makes the digits of an invoice number out of the number of an order or the ID of a refund: the same for the same
	 * order for ever, and those of no other order.
	 * @throws OrderError when other orders could get the same
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

/**
 * The address the goods go to, where it is another than the buyer's and whole: half a delivery address would
 * stop the invoice, which does not need one. Leaving it out is a finding.
 */
export function shippingParty(
	buyer: Readonly<Party>,
	shipping: Readonly<Party>,
	findings: Findings,
): Party | undefined {
	const given = ADDRESS.filter((name) => (shipping[name] ?? '') !== '');
	if (given.length === 0) return undefined;
	if (ADDRESS.every((name) => shipping[name] === buyer[name])) return undefined;
	const missing = NEEDED.filter((name) => (shipping[name] ?? '') === '');
	if (missing.length === 0) return { ...shipping };
	if (given.some((name) => name !== 'country' && shipping[name] !== buyer[name])) {
		findings.warn(
			'orderDeliveryLeftOut',
			SALES_INVOICE.deliveryName,
			`The delivery address of the order is incomplete and is left out: ${missing.join(', ')} missing.`,
		);
	}
	return undefined;
}

const NEEDED = ['name', 'streetAddress', 'postalCode', 'city', 'country'] as const;
const ADDRESS = [...NEEDED, 'name2', 'streetAddress2'] as const;
