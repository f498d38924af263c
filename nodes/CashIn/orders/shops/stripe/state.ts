import { isNothing } from '../../amounts';
import type { OrderState, Payment } from '../../order';
import { textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';

/** What decides whether an invoice of Stripe is invoiced. */
export function stripeState(given: ShopObject): OrderState {
	return {
		number: textIn(given, 'number', 'id'),
		numberBase: textIn(given, 'number', 'id'),
		statuses: [
			textIn(given, 'status').toLowerCase(),
			given.livemode === false ? 'test' : '',
		].filter((status) => status !== ''),
		payment: paymentOf(given),
		methods: [textIn(given, 'collection_method')].filter((method) => method !== ''),
		// What is due is nothing where the customer had the whole of it in credit.
		comesToNothing: isNothing(given.total) || isNothing(given.amount_due),
	};
}

function paymentOf(given: ShopObject): Payment {
	if (textIn(given, 'status').toLowerCase() === 'paid') return { state: 'paid', words: 'paid' };
	// Stripe takes the money by itself, or goes on trying to.
	if (textIn(given, 'collection_method') === 'charge_automatically') {
		return {
			state: 'paid',
			words:
				"charged by Stripe itself ('collection_method' is charge_automatically), so that an invoice would ask for the same money again",
		};
	}
	const paid = Number(textIn(given, 'amount_paid'));
	if (!(paid > 0)) return { state: 'open', words: '' };
	return textIn(given, 'amount_remaining') === '0'
		? { state: 'paid', words: 'paid' }
		: { state: 'part', words: 'partly paid' };
}
