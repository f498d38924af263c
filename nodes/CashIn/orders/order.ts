import type { Decimal } from '../invoicing/exactDecimal';
import type { Party } from '../invoicing/invoiceInput';

/** Decides whether an order is invoiced at all. Read without looking at its lines. */
export interface OrderState {
	/** As the shop writes it: `1042`, `#1001`, `INV-0007`. */
	number: string;
	/** Base of the invoice number; mostly the same. */
	numberBase: string;
	/** States in the shop's own words, lower case: `processing`, `cancelled`, `test`. */
	statuses: readonly string[];
	payment: Payment;
	/** Payment methods, by the IDs and names of the shop. */
	methods: readonly string[];
	/** The order states itself that it comes to 0.00, refunds not counted. */
	comesToNothing: boolean;
}

/**
 * An order of any shop in plain terms. All amounts are whole cents as the shop charged them; nothing is computed from
 * a rate.
 */
export interface Order extends OrderState {
	/** As the shop writes it, with or without a time zone; `''` when it tells none. */
	createdAt: string;
	/** Three letters. */
	currency: string;
	buyer: Party;
	/** Where the goods go; undefined when that is where the invoice goes. */
	delivery?: Party;
	/** Answers of the buyer beside the address, under the shop's own names. */
	metadata: ReadonlyMap<string, string>;
	/** Goods, shipping and fees, discounts taken off. */
	lines: readonly OrderLine[];
	/** What the order came to before any refund. */
	totalCents: number;
	/** The tax in it, where the order tells it as one sum. */
	vatCents?: number;
	/** What is left of both after refunds, where the shop tells it itself. */
	current?: { totalCents: number; vatCents?: number };
	/** What is left to pay of an order that is paid in part, where the shop tells it. */
	openCents?: number;
	refunds: readonly OrderRefund[];
}

export interface Payment {
	state: 'open' | 'part' | 'paid';
	/** How the shop says so, for a sentence: `paid on 2026-03-02 with Example Pay`. */
	words: string;
}

/** One line of an order or of a refund, discounts taken off. `netCents + vatCents` is what was charged for it. */
export interface OrderLine {
	/** The shop's id of it, `''` when it has none. */
	id: string;
	description: string;
	productCode: string;
	/** Of the sign of the amounts: what is taken back has a negative quantity. */
	quantity: Decimal;
	netCents: number;
	vatCents: number;
	vatPercent: Decimal;
	/** Not a sale but money: a gift card or a balance that pays a part of the order. Its VAT is 0 %. */
	isPayment?: boolean;
}

/** Money given back, or goods taken out of the order afterwards. Amounts are below zero. */
export interface OrderRefund {
	/** `''` for goods that were taken out without a refund of their own. */
	id: string;
	reason: string;
	/** What the shop says it came to; undefined when only the lines tell. */
	totalCents?: number;
	/** Each with the id of the order's line it takes back; none when the shop tells no more than a sum. */
	lines: readonly OrderLine[];
	/** What is given back beside the lines without telling its VAT; above zero where it is kept back. */
	lumpCents: number;
}

/** Lines to be invoiced or credited, and what the shop says they come to. Cents between the two are rounding. */
export interface Billed {
	lines: readonly OrderLine[];
	totalCents: number;
}

/** Why no invoice can be made of an order. The message follows the name of the order, see `aboutOrder`. */
export class OrderError extends Error {
	/** @param refundId of the refund it is about */
	constructor(
		message: string,
		readonly refundId?: string,
	) {
		super(message);
	}
}

/** A sentence with the name of its order before it: `Order 1042: it has no lines.` */
export function aboutOrder(
	number: string,
	{ message, refundId }: Pick<OrderError, 'message' | 'refundId'>,
): string {
	const refund = refundId === undefined ? '' : `, refund ${refundId}`;
	return `Order ${number === '' ? 'without a number' : number}${refund}: ${message}`;
}
