import { claimFindings } from '../../invoicing/claims';
import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';
import { validationOptionOf } from '../shared/validation';

/** Unpaid receivables, handed over for collection. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'collectionCase',
	operation: 'create',
	thing: 'Receivable',
	layout: {
		schema: 'Receivable',
		left: [
			'CaseId',
			'OutstandingCapitalAmount',
			'OutstandingInterestAmount',
			'OutstandingCostsAmount',
		],
	},
	care: {
		effect:
			'Debt collection begins: letters go to the debtor, costs are added, and nothing is known that takes it back.',
		confirmed: true,
	},
	validation: {
		option: validationOptionOf(
			'What happens when a receivable is not due yet, was due only lately, or is of nothing',
			'Do not hand over a receivable before its due date; warn when it was due less than 7 days ago for a company, or 14 days for anyone else',
		),
		findings: claimFindings,
	},
	kind: {
		endpoint: 'createCollectionCases',
		name: (number) => `Receivable of invoice ${number}`,
		plural: 'receivables',
		done: 'submitted',
		keyLabel: "'Invoice Number'",
		keyMember: 'InvoiceNumber',
		unique: true,
		shown: ['InvoiceNumber', 'DueDate', 'CapitalAmount', 'Currency'],
		answer: answerNames('Receivables'),
		silence: 'success',
		halve: false,
		wrap: (Receivables) => ({ Receivables }),
		resend: false,
	},
});
