import { OrderError } from './order';
import type { Shop } from './shop';

/** How invoice numbers are made. */
export interface NumberRule {
	/** `sequence`: the digits at the end, where the shop counts all its orders in one sequence. */
	from: 'given' | 'orderNumber' | 'prefix' | 'sequence';
	/** Stands before the digits; mostly `''`. */
	prefix: string;
}

/**
 * An invoice number out of the number of an order or the ID of a refund, after a prefix. The same order always gives
 * the same number, by which a second invoice for it is noticed.
 * @throws OrderError when none can be made that no other order gets
 */
export function invoiceNumberOf(
	shop: Pick<Shop, 'invoiceDigits' | 'sequenceDigits'>,
	base: string,
	{ from, prefix }: NumberRule,
): string {
	if (from === 'sequence') return (shop.sequenceDigits ?? sequenceDigits)(base);
	return `${prefix.trim()}${shop.invoiceDigits(base)}`;
}

/** The error of an order number that no invoice number can be made of. */
export function numberError(why: string): OrderError {
	return new OrderError(`${why} Set 'Invoice Number From' to Given and enter an expression.`);
}

/**
 * The digits of a number that a shop counts up itself.
 * @throws OrderError when there are no digits, or letters stand between them: those of another order could then be
 * the same
 */
export function plainDigits(base: string): string {
	const digits = base.replace(/[^0-9]/g, '');
	if (digits === '') throw numberError(`"${base}" has no digits to make an invoice number of.`);
	if (/[0-9][^0-9]*\p{L}[^0-9]*[0-9]/u.test(base)) {
		throw numberError(
			`"${base}" has letters between its digits, so that its digits alone could be those of another order.`,
		);
	}
	return digits;
}

/** The digits at the end of a number. @throws OrderError when there are none */
export function sequenceDigits(base: string): string {
	const [digits] = /[0-9]+$/.exec(base.trim()) ?? [];
	if (digits !== undefined) return digits;
	throw numberError(`"${base}" has no digits at its end.`);
}
