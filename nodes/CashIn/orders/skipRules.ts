import { OrderError, type OrderState } from './order';
import type { Shop } from './shop';

/** What is done with orders that need no invoice. */
export interface SkipRules {
	paid: 'invoice' | 'skip' | 'stop';
	/** States of an order that are not invoiced, in lower case; the shop's usual ones where not given. */
	skipStatuses?: readonly string[];
	/** Payment methods whose orders are invoiced, in lower case; all where empty. */
	onlyMethods: readonly string[];
}

/**
 * Why an order is not to be invoiced, as a sentence; `''` when it is, or when that only shows once it is read.
 * @throws OrderError for a paid order where that is to stop
 */
export function skipReason(
	shop: Pick<Shop, 'skipStatuses'>,
	state: OrderState,
	rules: SkipRules,
): string {
	const { number, statuses, payment, comesToNothing } = state;
	const skipped = rules.skipStatuses ?? shop.skipStatuses;
	const status = statuses.find((one) => skipped.includes(one));
	if (status !== undefined) {
		return `Order ${number} is ${status}, which is not invoiced. See 'Skip Statuses' under Options.`;
	}
	if (comesToNothing) return nothingToInvoice(number);
	const other = otherMethod(state, rules);
	if (other !== '') return other;
	if (rules.paid === 'invoice' || payment.state !== 'paid') return '';
	if (rules.paid === 'skip') return `Order ${number} is ${payment.words}.`;
	throw new OrderError(`it is ${payment.words}, and 'Orders Already Paid' is Stop.`);
}

/**
 * Why a refund is not to be credited, as a sentence; `''` when it is. An order that is cancelled or refunded by now may
 * have been invoiced before; one that was never placed, or a test, was not.
 */
export function refundSkipReason(
	shop: Pick<Shop, 'skipStatuses' | 'neverInvoiced'>,
	state: OrderState,
	rules: SkipRules,
): string {
	const { number, statuses } = state;
	const skipped = rules.skipStatuses ?? shop.skipStatuses;
	const status = statuses.find((one) => skipped.includes(one) && shop.neverInvoiced.includes(one));
	if (status === undefined) return otherMethod(state, rules);
	return `Order ${number} is ${status}, so that there is no invoice of it to credit. See 'Skip Statuses' under Options.`;
}

/** In a sentence, that an order has nothing to pay. */
export function nothingToInvoice(number: string): string {
	return `Order ${number} comes to 0.00: there is nothing to invoice.`;
}

/** Whether an order is paid in part, and that makes a difference. */
export function isPaidInPart({ payment }: OrderState, { paid }: SkipRules): boolean {
	return payment.state === 'part' && paid !== 'invoice';
}

function otherMethod({ number, methods }: OrderState, { onlyMethods }: SkipRules): string {
	if (onlyMethods.length === 0) return '';
	if (methods.some((method) => onlyMethods.includes(method.trim().toLowerCase()))) return '';
	const how =
		methods.length === 0
			? 'does not tell its payment method'
			: `is to be paid by ${methods.join(', ')}`;
	return `Order ${number} ${how}, which is not among 'Only These Payment Methods' under Options.`;
}
