import { buildInvoice } from '../../nodes/CashIn/invoicing/build';
import type { BuiltInvoice } from '../../nodes/CashIn/invoicing/build';
import type { Finding } from '../../nodes/CashIn/invoicing/findings';
import { credited } from '../../nodes/CashIn/orders/credited';
import type { Billed, Order } from '../../nodes/CashIn/orders/order';
import { orderFindings } from '../../nodes/CashIn/orders/orderFindings';
import { orderInvoice } from '../../nodes/CashIn/orders/orderInvoice';
import { outstanding } from '../../nodes/CashIn/orders/outstanding';
import { readOrder } from '../../nodes/CashIn/orders/readOrder';
import { chosenRefund } from '../../nodes/CashIn/orders/refunds';
import type { StoreRules } from '../../nodes/CashIn/orders/storeRules';
import shopify from '../fixtures/orders/shopify.json';
import stripe from '../fixtures/orders/stripe.json';
import wooCommerce from '../fixtures/orders/wooCommerce.json';

/** An order of a store, and the invoice a bookkeeper would write for it; rows as description, pieces, %, net, VAT. */
export interface OrderFixture {
	name: string;
	order: Record<string, unknown>;
	total: number;
	rows: ExpectedRow[];
	rounding?: number;
	number?: string;
	/** Codes of all that is said of it. */
	warns?: string[];
	credit?: { id: string; total: number; rows: ExpectedRow[] };
}

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

export const STORE: StoreRules = { invoiceMethods: ['invoice'], currency: 'stop' };

/** The invoice of an order, or the credit of one of its refunds. */
export function invoiced(
	given: Record<string, unknown>,
	refundId?: string,
	store: StoreRules = STORE,
): { order: Order; billed: Billed; built: BuiltInvoice; findings: Finding[] } {
	const order = readOrder(given, 'auto', store);
	const billed =
		refundId === undefined ? outstanding(order) : credited(order, chosenRefund(order, refundId));
	const input = orderInvoice(order, billed, {
		invoiceNumber: 1042,
		invoiceDate: '2026-03-02',
		paymentTerms: 14,
		credits: refundId === undefined ? undefined : 900,
		keys: { businessId: '', eInvoiceAddress: '', eInvoiceOperator: '', purchaseOrder: '' },
		members: {},
	});
	const built = buildInvoice(input, { vatRounding: 'row' });
	return { order, billed, built, findings: orderFindings(order, billed, built.warnings) };
}

/** The rows of an invoice as fixtures write them. */
export function rowsOf({ invoice }: BuiltInvoice): unknown[][] {
	return invoice.InvoiceRows.map(({ Description, Qty, VatPercent, Nto, Tax }) => [
		Description,
		Qty,
		VatPercent,
		Nto,
		Tax,
	]);
}

function copyOf(order: Record<string, unknown>): Record<string, unknown> {
	return JSON.parse(JSON.stringify(order)) as Record<string, unknown>;
}
