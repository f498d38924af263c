import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';
import { toText } from '../shared/values';

/** Text messages to debtors. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'sms',
	operation: 'send',
	thing: 'Message',
	layout: { schema: 'Messages' },
	care: {
		effect: 'The message goes to a real phone, and costs money.',
		confirmed: true,
	},
	// The reports of an answer are told apart by their phone numbers at best.
	usualBatch: 1,
	group: {
		fields: [
			{
				displayName: 'Sender',
				name: 'sender',
				type: 'string',
				default: '',
				placeholder: 'e.g. ExampleOy',
				description: 'Who the message is from, as the phone shows it',
			},
		],
		read: (run, item) =>
			toText(run.context.getNodeParameter('sender', item, '') ?? '', "'Sender'").trim(),
	},
	kind: {
		endpoint: 'sendSms',
		// A phone number is nobody's business.
		name: () => 'The message',
		plural: 'messages',
		done: 'sent',
		keyLabel: '',
		keyMember: 'PhoneNumber',
		unique: false,
		shown: ['Reference', 'InvoiceNumber', 'CaseId'],
		answer: {
			...answerNames('Messages', [/^(phone|mobile)_?(number|no)?$/i, /^to$/i]),
			taken: 'SentMessagesCount',
		},
		silence: 'success',
		halve: false,
		wrap: (Messages, Sender) => (Sender === '' ? { Messages } : { Messages, Sender }),
		resend: false,
	},
});
