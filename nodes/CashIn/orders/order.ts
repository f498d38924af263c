import type { Party } from '../invoicing/headerNames';
import type { Decimal } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';

/** What decides whether an order is invoiced at all. It is read without looking at its lines. */
export interface OrderState {
	/** As the shop writes it: `1042`, `#1001`, `INV-0007`. */
	number: string;
	/** What the invoice number is made from; mostly the same. */
	numberBase: string;
	/** What the shop says of its state, in its own words, lower case: `processing`, `cancelled`, `test`. */
	statuses: readonly string[];
	payment: Payment;
	/** How it is paid, by the IDs and names of the shop. */
	methods: readonly string[];
	/** Whether it says itself that it comes to 0.00, refunds not counted. */
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
	/** Where the goods go; nothing when that is where the invoice goes. */
	delivery?: Party;
	/** What the shop asked the buyer beside the address, under the shop's own names. */
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
	/** What is to be said about the order. */
	warnings: readonly Finding[];
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
	/** What is to be said about it, beside what is said about the order. */
	warnings: readonly Finding[];
}
