import { resource } from './shared/resource';
import { upload } from './shared/upload';

export const sms = resource(
	'sms',
	{ name: 'SMS', description: 'Text messages (tekstiviestit) to debtors; needs a partner key' },
	{
		send: upload('sendSms', {
			action: 'Send SMS',
			description: 'Send a text message to the phone of a debtor',
			noun: 'Message',
			plural: 'messages',
			done: 'sent',
			layout: { schema: 'Messages' },
			key: 'PhoneNumber',
			isKeySecret: true,
			shown: ['Reference', 'InvoiceNumber', 'CaseId'],
			counted: 'Messages',
			taken: 'SentMessagesCount',
			failureKeys: [/^(phone|mobile)_?(number|no)?$/i, /^to$/i],
			wrappedIn: 'Messages',
			beside: {
				name: 'Sender',
				placeholder: 'e.g. ExampleOy',
				description: 'Who the message is from, as the phone shows it',
			},
			// The reports of an answer are told apart by their phone numbers at best.
			batchSize: 1,
			confirmation: {
				effect: 'The message goes to a real phone, and costs money.',
				confirm: true,
			},
		}),
	},
);
