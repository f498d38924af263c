import { resource } from './shared/resource';
import { upload } from './shared/upload';

export const document = resource(
	'document',
	{ name: 'Document', description: 'Documents that Cash-In prints and delivers' },
	{
		createMeterReading: upload('createMeterReadingDocuments', {
			action: 'Create meter reading document',
			description: 'Make a document of the readings of a meter (mittarilukema) for a customer',
			noun: 'Document',
			failureKeys: [/^document_?(number|no|nbr)$/i, /^number$/i, /^id$/i],
			isIndependent: true,
			confirmation: {
				effect: 'The document is delivered to the customer, which costs money.',
				agent: 'An agent can then have documents delivered to real people, and each costs money.',
			},
		}),
	},
);
