import { InputProblem } from '../../api/problems';
import { paymentListFindings } from '../../invoicing/claims';
import { paymentValidation } from '../payment/paymentKind';
import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** What is reported: payments, or what is left to pay. */
const REPORTED = [
	'Payments',
	'OutstandingCapitalAmount',
	'OutstandingInterestAmount',
	'OutstandingCostsAmount',
];

/** What the creditor received from the debtor itself, for a receivable that is in collection. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'receivable',
	operation: 'update',
	thing: 'Receivable',
	layout: { schema: 'Receivable', asked: ['InvoiceNumber'] },
	care: { effect: 'The debtor is asked for less afterwards.', confirmed: false },
	check(body) {
		if (REPORTED.some((name) => name in body)) return;
		throw new InputProblem(
			"Nothing is reported. Add 'Payments', or one of the 'Outstanding … Amount' fields, under Additional Fields.",
		);
	},
	validation: {
		option: paymentValidation,
		findings: ({ Payments }, today) => paymentListFindings(Payments, today),
	},
	kind: {
		endpoint: 'updateCollectionReceivables',
		name: (number) => `Receivable of invoice ${number}`,
		plural: 'receivables',
		done: 'updated',
		keyLabel: "'Invoice Number'",
		keyMember: 'InvoiceNumber',
		unique: false,
		shown: ['InvoiceNumber', 'CaseId'],
		answer: answerNames('Receivables'),
		silence: 'success',
		halve: false,
		wrap: (Receivables) => ({ Receivables }),
		resend: false,
	},
});
