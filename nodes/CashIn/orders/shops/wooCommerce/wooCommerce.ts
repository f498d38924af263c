import type { Decimal } from '../../../invoicing/exactDecimal';
import { Findings } from '../../../invoicing/findings';
import type { Party } from '../../../invoicing/invoiceInput';
import { isNothing, ONE, storeCents, storeDecimal, wholeCents } from '../../amounts';
import { plainDigits } from '../../invoiceNumber';
import {
	grossOf,
	orderLines,
	paymentLine,
	percentOf,
	reversed,
	withRates,
	type LineParts,
	type LineTax,
} from '../../lines';
import type { Order, OrderLine, OrderRefund, OrderState, Payment } from '../../order';
import { plainText } from '../../plainText';
import { shippingParty, type Shop, type ShopRules } from '../../shop';
import { listIn, objectIn, pairsOf, textIn, type ShopObject } from '../../shopJson';

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

/**
 * Reads an order of WooCommerce's REST API v3, which is also the body of its webhooks. Amounts of lines are
 * without tax and after coupons, whatever the shop's prices include; `coupon_lines` say again what is in them.
 * Source: WooCommerce REST API documentation, order properties.
 * @throws OrderError when an amount cannot be read or a rate cannot be told
 */
function readWooCommerce(given: ShopObject, rules: ShopRules, findings: Findings): Order {
	const lines = withRates([...linesOf(given, findings), ...giftCards(given)]);
	const buyer = partyOf(objectIn(given, 'billing'));
	return {
		...wooCommerceState(given, rules),
		createdAt: createdAt(given),
		currency: textIn(given, 'currency').toUpperCase(),
		buyer,
		delivery: shippingParty(buyer, partyOf(objectIn(given, 'shipping')), findings),
		metadata: pairsOf(listIn(given, 'meta_data'), 'key', 'value'),
		lines,
		totalCents: wholeCents(given.total, "'total'"),
		vatCents:
			given.total_tax === undefined ? undefined : storeCents(given.total_tax, "'total_tax'"),
		refunds: refundsOf(given, lines),
	};
}

/** The time in UTC, where the order tells it: `date_created` is in the shop's own zone and does not say which. */
function createdAt(given: ShopObject): string {
	const utc = textIn(given, 'date_created_gmt');
	return utc === '' ? textIn(given, 'date_created') : `${utc.replace(/Z$/, '')}Z`;
}

/** Company first, with the person as contact; a person stands for himself. */
function partyOf(address: ShopObject): Party {
	const text = (...names: string[]) => plainText(textIn(address, ...names));
	const person = `${text('first_name')} ${text('last_name')}`.trim();
	const company = text('company');
	return {
		name: company || person,
		name2: company === '' ? '' : person,
		streetAddress: text('address_1'),
		streetAddress2: text('address_2'),
		postalCode: text('postcode'),
		city: text('city'),
		country: text('country').toUpperCase(),
		email: text('email'),
		phone: text('phone'),
	};
}

/** The Gift Cards extension takes cards off the total as payment, so that the VAT stays: a row without VAT. */
function giftCards(given: ShopObject): OrderLine[] {
	return listIn(given, 'gift_cards').flatMap((card) => {
		const cents = Math.abs(storeCents(card.amount, "'amount' of a gift card"));
		return cents === 0 ? [] : paymentLine(`gift card ${textIn(card, 'id')}`, 'Gift card', -cents);
	});
}

/**
 * The lines of an order or of a refund: goods, shipping, fees (which may be below zero).
 * @param order whose `tax_lines` tell the rates, where they are not the holder's own
 */
function linesOf(holder: ShopObject, findings: Findings, order: ShopObject = holder): OrderLine[] {
	const rates = ratesOf(order);
	const parts = KINDS.flatMap(({ list, names, fallback, counted }) =>
		listIn(holder, list).map((line): LineParts => {
			const name = textIn(line, ...names);
			const of = name === '' ? '' : ` of "${name.slice(0, 40)}"`;
			return {
				id: originalId(line),
				name: plainText(name),
				fallback: fallbackName(line, fallback),
				productCode: textIn(line, 'sku'),
				quantity: counted ? storeDecimal(line.quantity, `'quantity'${of}`) : ONE,
				netCents: storeCents(line.total, `'total'${of}`),
				vatCents: storeCents(line.total_tax, `'total_tax'${of}`),
				taxes: taxesOf(line, rates),
			};
		}),
	);
	return orderLines(parts, findings);
}

interface Rate {
	percent?: Decimal;
	compound: boolean;
}

/** By rate id: the rate is what the order says, and never a quotient of amounts. */
function ratesOf(order: ShopObject): Map<string, Rate> {
	return new Map(
		listIn(order, 'tax_lines').map((line): [string, Rate] => [
			textIn(line, 'rate_id'),
			{ percent: percentOf(line.rate_percent), compound: line.compound === true },
		]),
	);
}

function taxesOf(line: ShopObject, rates: ReadonlyMap<string, Rate>): LineTax[] {
	const taxes = listIn(line, 'taxes')
		// An empty total says that the rate does not apply to this line.
		.filter((tax) => textIn(tax, 'total') !== '')
		.map((tax) => ({
			cents: storeCents(tax.total, "'total' of a tax"),
			...rates.get(textIn(tax, 'id')),
			rateId: textIn(tax, 'id'),
		}));
	const vatCents = storeCents(line.total_tax, "'total_tax'");
	if (vatCents === 0 || taxes.some(({ cents }) => cents !== 0)) return taxes;
	// Taxed, and no tax says how: the only rate there is, or one to be told from the amounts.
	const only = rates.size === 1 ? [...rates.values()][0] : undefined;
	return [{ cents: vatCents, ...only, rateId: 'untold' }];
}

/** A line of a refund names the line it takes back in its metadata. */
function originalId(line: ShopObject): string {
	const refunded = listIn(line, 'meta_data').find(
		(entry) => textIn(entry, 'key') === '_refunded_item_id',
	);
	return refunded === undefined ? textIn(line, 'id') : textIn(refunded, 'value');
}

function fallbackName(line: ShopObject, fallback: string): string {
	const sku = textIn(line, 'sku', 'product_id');
	return sku === '' || sku === '0' ? fallback : `${fallback} ${sku}`;
}

const KINDS = [
	{ list: 'line_items', names: ['name', 'parent_name'], fallback: 'Product', counted: true },
	{ list: 'shipping_lines', names: ['method_title'], fallback: 'Shipping', counted: false },
	{ list: 'fee_lines', names: ['name'], fallback: 'Fee', counted: false },
] as const;

/**
 * The refunds of an order. The order itself tells no more than their sums; in the place of each may stand the
 * whole refund, as `GET /orders/<id>/refunds` gives it, which has lines.
 */
function refundsOf(order: ShopObject, ordered: readonly OrderLine[]): OrderRefund[] {
	return listIn(order, 'refunds').map((refund) => {
		const totalCents = -Math.abs(
			refund.amount === undefined
				? storeCents(refund.total, "'total' of a refund")
				: storeCents(refund.amount, "'amount' of a refund"),
		);
		const lines = takenBack(linesOf(refund, new Findings(), order), ordered);
		return {
			id: textIn(refund, 'id'),
			reason: plainText(textIn(refund, 'reason')),
			totalCents,
			lines,
			lumpCents: lines.length === 0 ? totalCents : 0,
		};
	});
}

/** Lines of refunds are below zero in the REST API; some plugins give them above. Rates follow the order's own. */
function takenBack(lines: readonly OrderLine[], ordered: readonly OrderLine[]): OrderLine[] {
	const turn = grossOf(lines) > 0;
	return lines
		.filter(({ netCents, vatCents }) => netCents !== 0 || vatCents !== 0)
		.map((line) => {
			const original = ordered.find(({ id }) => id !== '' && id === line.id);
			const vatPercent = original?.vatPercent ?? line.vatPercent;
			return { ...(turn ? reversed(line) : line), vatPercent };
		});
}

/** Reads what decides whether an order is invoiced. */
function wooCommerceState(given: ShopObject, rules: ShopRules): OrderState {
	return {
		number: textIn(given, 'number', 'id'),
		numberBase: textIn(given, 'number', 'id'),
		statuses: [statusOf(given)],
		payment: paymentOf(given, rules),
		methods: [...new Set([textIn(given, 'payment_method'), title(given)])].filter(
			(method) => method !== '',
		),
		comesToNothing: isNothing(given.total),
	};
}

/**
 * WooCommerce sets `date_paid` as soon as an order is being processed, also where the buyer is to be invoiced.
 * So for the methods that mean an invoice, only a transaction of a payment service shows that money came.
 */
function paymentOf(given: ShopObject, { invoiceMethods }: ShopRules): Payment {
	const paidOn = textIn(given, 'date_paid', 'date_paid_gmt').slice(0, 10);
	const method = textIn(given, 'payment_method');
	const byInvoice = invoiceMethods.includes(method.toLowerCase());
	const isPaid = textIn(given, 'transaction_id') !== '' || (paidOn !== '' && !byInvoice);
	if (PAID_IN_PART.includes(statusOf(given))) return { state: 'part', words: 'partly paid' };
	if (!isPaid) return { state: 'open', words: '' };
	const name = title(given);
	const on = paidOn === '' ? '' : ` on ${paidOn}`;
	return { state: 'paid', words: `paid${on}${name === '' ? '' : ` with ${name}`}` };
}

function statusOf(given: ShopObject): string {
	return textIn(given, 'status').toLowerCase().replace(/^wc-/, '');
}

function title(given: ShopObject): string {
	return plainText(textIn(given, 'payment_method_title', 'payment_method'));
}

/** States of plugins that take a deposit. */
const PAID_IN_PART = ['partial-payment', 'partially-paid'];
