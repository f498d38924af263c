import { SMS_DATA } from '../api/generated/fields';
import { memberAt } from './shared/fields';
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
			isKeySecret: true,
			failureKeys: [/^(phone|mobile)_?(number|no)?$/i, /^to$/i],
			beside: memberAt('SmsData', [SMS_DATA.sender]),
			// The reports of an answer are told apart by their phone numbers at best.
			batchSize: 1,
			confirmation: {
				effect: 'The message goes to a real phone, and costs money.',
				agent: 'An agent can then send text messages to real phones, and each costs money.',
				confirm: true,
			},
		}),
	},
);
