import { paymentFindings } from '../../invoicing/claims';
import { textOf } from '../../invoicing/salesInvoice';
import { paymentValidation } from '../payment/paymentKind';
import { toObject } from '../shared/values';
import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** What is to be done about an invoice another system made: withdraw it, move its due date, pause collection. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'externalInvoice',
	operation: 'submitAction',
	thing: 'Action',
	layout: { schema: 'ExternalInvoiceAction', inline: ['Data'] },
	care: {
		effect:
			'An action can withdraw a case, move a due date or pause collection, and nothing is known that takes it back.',
		confirmed: true,
	},
	// The answer has no room for single actions, and one that is refused refuses all of its request.
	usualBatch: 1,
	key: ({ Data }) => toObject(Data ?? {}, "'Data'").InvoiceNumber,
	validation: {
		option: paymentValidation,
		// Of other actions an amount or a day may be of what is to come.
		findings: ({ Code, Data }, today) =>
			textOf(Code).toUpperCase() === 'DIRECTPAYMENT'
				? paymentFindings(toObject(Data ?? {}, "'Data'"), today, 'Data.')
				: [],
	},
	kind: {
		endpoint: 'submitExternalInvoiceAction',
		name: (number) => `Action on invoice ${number}`,
		plural: 'actions',
		done: 'submitted',
		keyLabel: "'Invoice Number'",
		keyMember: 'InvoiceNumber',
		unique: false,
		shown: ['Code', 'Data'],
		answer: answerNames('Actions'),
		silence: 'success',
		halve: false,
		wrap: (Actions) => ({ Actions }),
		resend: false,
	},
});
