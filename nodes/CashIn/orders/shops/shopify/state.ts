import { isNothing } from '../../amounts';
import type { OrderState, Payment } from '../../order';
import { objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';

/** What decides whether an order is invoiced. */
export function shopifyState(given: ShopObject): OrderState {
	return {
		number: textIn(given, 'name', 'order_number', 'id'),
		numberBase: textIn(given, 'order_number', 'name'),
		statuses: statusesOf(given),
		payment: paymentOf(given),
		methods: gatewaysOf(given),
		comesToNothing: isNothing(
			given.total_price ?? objectIn(objectIn(given, 'total_price_set'), 'shop_money').amount,
		),
	};
}

function statusesOf(given: ShopObject): string[] {
	return [
		textIn(given, 'financial_status').toLowerCase(),
		textIn(given, 'cancelled_at') === '' ? '' : 'cancelled',
		given.test === true ? 'test' : '',
	].filter((status) => status !== '');
}

/** An authorized payment is the shop's to take: an invoice beside it would be paid twice. */
function paymentOf(given: ShopObject): Payment {
	const status = textIn(given, 'financial_status').toLowerCase();
	const state = PAYMENT_STATES[status] ?? 'open';
	const gateways = gatewaysOf(given);
	const with_ = gateways.length > 0 ? ` with ${gateways.join(', ')}` : '';
	const open = textIn(given, 'total_outstanding');
	const words: Readonly<Record<Payment['state'], string>> = {
		open: '',
		part: `partly paid${with_}${open === '' ? '' : `, ${open} is open`}`,
		paid: status === 'authorized' ? `paid by an authorized payment${with_}` : `paid${with_}`,
	};
	return { state, words: words[state] };
}

const PAYMENT_STATES: Readonly<Record<string, Payment['state'] | undefined>> = {
	authorized: 'paid',
	paid: 'paid',
	partially_paid: 'part',
	partially_refunded: 'paid',
	refunded: 'paid',
};

function gatewaysOf({ payment_gateway_names: names }: ShopObject): string[] {
	if (!Array.isArray(names)) return [];
	return names.filter((name): name is string => typeof name === 'string' && name !== '');
}
