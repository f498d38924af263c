import { Findings, type Finding } from '../../nodes/CashIn/invoicing/findings';
import { openOrder } from '../../nodes/CashIn/orders/detectShop';
import type { Billed, Order } from '../../nodes/CashIn/orders/order';
import { asCharged, checkBilled, orderInvoice } from '../../nodes/CashIn/orders/orderInvoice';
import { outstanding } from '../../nodes/CashIn/orders/outstanding';
import { chosenRefund, creditLines } from '../../nodes/CashIn/orders/refunds';
import type { Shop, ShopRules } from '../../nodes/CashIn/orders/shop';
import shopify from '../fixtures/orders/shopify.json';
import stripe from '../fixtures/orders/stripe.json';
import wooCommerce from '../fixtures/orders/wooCommerce.json';
import { built, type Built } from './buildingInvoices';

/**
 * An order of a shop, and the invoice a bookkeeper would write for it, or why there is none. Rows are description,
 * pieces, %, net, VAT.
 */
export interface OrderFixture {
	name: string;
	order: Record<string, unknown>;
	/** Options of the node it takes. */
	options?: Record<string, string | boolean>;
	/** In the reason for which it is skipped. */
	skipped?: string;
	/** In the message with which it fails. */
	refused?: string;
	total?: number;
	rows?: ExpectedRow[];
	rounding?: number;
	number?: string;
	/** Codes of all that is said of it, see `SAID`. */
	warns?: string[];
	credit?: { id: string; total: number; rows: ExpectedRow[]; warns?: string[] };
}

/** What is said of an order, by the codes of the fixtures. */
export const SAID: Readonly<Record<string, RegExp>> = {
	orderBalance: /Stripe asks for another sum than the invoice's total/,
	orderForeignCurrency: /^The buyer saw the prices in/,
	orderNameFromEmail: /is made of the e-mail address/,
	orderPaidInPart: /are paid already and stand in a row|is spread over its VAT rates as a discount/,
	orderRateGuessed: /^The order does not tell the VAT rate of/,
	orderRefundWithoutLines: /^The shop does not tell the VAT of/,
	rowVatIsNotItsRate: /It is what the shop charged/,
	vatNotInForce: /was not in force on/,
	vatUnknown: /is not a Finnish VAT rate/,
	zeroVatWithoutReason: /0 %/,
};

type ExpectedRow = Array<string | number>;

export const ORDERS = {
	shopify: shopify as OrderFixture[],
	stripe: stripe as OrderFixture[],
	wooCommerce: wooCommerce as OrderFixture[],
};

/** The order of a fixture, with changes to its members. */
export function orderNamed(
	source: keyof typeof ORDERS,
	name: string,
	changes: Record<string, unknown> = {},
): Record<string, unknown> {
	const found = ORDERS[source].find((fixture) => fixture.name === name);
	if (found === undefined) throw new Error(`There is no order "${name}" of ${source}`);
	return { ...copyOf(found.order), ...changes };
}

/** An order of WooCommerce with nothing to be said about it, with changes to its members. */
export function plainOrder(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return orderNamed('wooCommerce', 'one line and shipping', changes);
}

export const STORE: ShopRules = { invoiceMethods: ['invoice'], currency: 'stop' };

const LUMPS = { refundsWithoutLines: 'stop', takenOff: 'stop' } as const;

/** The invoice of an order, or the credit of one of its refunds. */
export function invoiced(
	given: Record<string, unknown>,
	refundId?: string,
	store: ShopRules = STORE,
): { shop: Shop; order: Order; billed: Billed; built: Built; findings: Finding[] } {
	const { shop, read } = openOrder(given, 'auto', store);
	const said = new Findings();
	const order = read(said);
	const billed =
		refundId === undefined
			? outstanding(order, LUMPS, said)
			: creditLines(order, chosenRefund(order, refundId), LUMPS, said);
	const input = orderInvoice(order, billed, {
		invoiceNumber: 1042,
		invoiceDate: '2026-03-02',
		paymentTerms: 14,
		credits: refundId === undefined ? undefined : 900,
		keys: { businessId: '', eInvoiceAddress: '', eInvoiceOperator: '', purchaseOrder: '' },
		members: {},
	});
	const invoice = built(input, { vatRounding: 'row' });
	checkBilled(order, billed, said);
	const findings = [...said.list, ...asCharged(invoice.findings)];
	return { shop, order, billed, built: invoice, findings };
}

function copyOf(order: Record<string, unknown>): Record<string, unknown> {
	return JSON.parse(JSON.stringify(order)) as Record<string, unknown>;
}
