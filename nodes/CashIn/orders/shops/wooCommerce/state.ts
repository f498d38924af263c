import { isNothing } from '../../amounts';
import type { OrderState, Payment } from '../../order';
import { plainText } from '../../plainText';
import type { ShopRules } from '../../shop';
import { textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';

/** What decides whether an order is invoiced. */
export function wooCommerceState(given: ShopObject, rules: ShopRules): OrderState {
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
