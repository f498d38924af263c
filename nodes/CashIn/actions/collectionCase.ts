import { RECEIVABLE } from '../api/generated/fields';
import { claimFindings } from '../invoicing/claims';
import { record } from './shared/record';
import { resource } from './shared/resource';
import { upload } from './shared/upload';

export const collectionCase = resource(
	'collectionCase',
	{ name: 'Collection Case', description: 'Debt collection cases (perintä) at Cash-In' },
	{
		create: upload('createCollectionCases', {
			action: 'Create collection case',
			description:
				'Hand an unpaid receivable over for debt collection (perintä); letters to the debtor follow',
			noun: 'Receivable',
			called: 'Receivable of invoice',
			isKeyUnique: true,
			omit: [
				RECEIVABLE.caseId,
				RECEIVABLE.outstandingCapitalAmount,
				RECEIVABLE.outstandingInterestAmount,
				RECEIVABLE.outstandingCostsAmount,
			],
			confirmation: {
				effect:
					'Debt collection begins: letters go to the debtor, costs are added, and nothing is known that takes it back.',
				agent:
					'An agent can then begin debt collection of real people: they get letters and pay for them.',
				confirm: true,
			},
			validation: {
				description:
					'What happens when a receivable is not due yet, was due only lately, or is of nothing',
				stop: 'Do not hand over a receivable before its due date; warn when it was due less than 7 days ago for a company, or 14 days for anyone else',
				findings: claimFindings,
			},
		}),
		get: record('getCollectionCase', {
			action: 'Get collection case',
			description: 'Get a case with its receivables, by case ID or by invoice number',
		}),
		getBatchStatus: record('getCaseBatchStatus', {
			action: 'Get status of collection case batch',
			description: 'See how far Cash-In is with a batch of new cases',
		}),
	},
);
