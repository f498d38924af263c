import { answerNames } from '../shared/bulk/answerNames';
import type { BulkKind } from '../shared/bulk/kind';
import { validationOptionOf } from '../shared/validation';

/**
 * Payments the seller received itself. A second payment of the same invoice is as good as the first, and one that
 * is sent twice is booked twice, so that none is sent again by itself.
 */
export function paymentKind(
	endpoint: 'submitInvoicePayment' | 'createExternalDirectPayment',
	called: string,
	done: string,
): BulkKind {
	return {
		endpoint,
		name: (number) => `${called} of invoice ${number}`,
		plural: 'payments',
		done,
		keyLabel: "'Invoice Number'",
		keyMember: 'InvoiceNumber',
		unique: false,
		shown: ['InvoiceNumber', 'PaymentDate', 'Amount', 'Currency'],
		answer: answerNames('Payments'),
		silence: 'success',
		halve: false,
		wrap: (payments) => payments,
		resend: false,
	};
}

/** What is done about a payment that can be none. */
export const paymentValidation = validationOptionOf(
	'What happens when a payment is of zero or less, or of a day that is still to come',
	'Do not send a payment that can be none',
);
