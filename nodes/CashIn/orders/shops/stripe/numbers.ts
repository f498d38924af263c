import { numberError, sequenceDigits } from '../../invoiceNumber';

/**
 * The digits of an invoice number out of the number of an invoice or of a credit note. Stripe counts the invoices of
 * each customer apart, after a prefix that is the customer's, so that digits alone would come again: `0F2A9C1B-0001`.
 *
 * The prefix is read as a number with the 36 digits 0-9 and A-Z, of which 0 counts as 1 and Z as 36, so that no two
 * prefixes are the same number, whatever their length. 999 is added. After it stand the four digits of the count and
 * two of the credit note, 00 for the invoice itself. That are at least 10 digits and, with Stripe's eight characters,
 * 19 at most, which are what a reference number takes. Numbers of up to nine digits without a prefix stay as they are.
 * @throws OrderError for a number of another form, or one too long for that
 */
export function stripeDigits(base: string): string {
	if (/^[1-9][0-9]*$/.test(base)) {
		if (base.length <= LONGEST_PLAIN) return base;
		throw numberError(
			`"${base}" has more than nine digits, which the number made of another invoice could have too.`,
		);
	}
	const [, prefix, count = '', note = '00'] = NUMBER.exec(base) ?? [];
	if (prefix === undefined) {
		throw numberError(
			`"${base}" is none that Stripe makes by itself: a prefix of up to eight capital letters and digits, and a count.`,
		);
	}
	if (count.length > 4 || note.length > 2) {
		throw numberError(
			`"${base}" counts beyond ${count.length > 4 ? '9999 invoices' : '99 credit notes'}, for which there is no room. If your account numbers all its invoices in one sequence, set 'Invoice Number From' to Sequence in the Order Number.`,
		);
	}
	return `${valueOf(prefix) + SHIFT}${count}${note}`;
}

/** The count alone; a credit note has none of its own, and keeps its whole number. */
export function stripeSequence(base: string): string {
	return /-CN-[0-9]+$/.test(base) ? stripeDigits(base) : sequenceDigits(base);
}

function valueOf(prefix: string): number {
	let value = 0;
	for (const character of prefix) {
		value = value * CHARACTERS.length + CHARACTERS.indexOf(character) + 1;
	}
	return value;
}

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMBER = /^([0-9A-Z]{1,8})-((?:[0-9]{4}|[1-9][0-9]{4,}))(?:-CN-(0[1-9]|[1-9][0-9]+))?$/;
/** Keeps every number made of a prefix apart from those without. */
const SHIFT = 999;
const LONGEST_PLAIN = 9;
