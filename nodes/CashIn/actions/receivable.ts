import { PAYMENT, RECEIVABLE } from '../api/generated/fields';
import { InputError } from '../api/errors';
import { paymentListFindings } from '../invoicing/claims';
import { paymentValidation } from './payment';
import { list } from './shared/list';
import { resource } from './shared/resource';
import { upload } from './shared/upload';

/** An update reports payments, or what is left to pay. */
const REPORTED = [
	RECEIVABLE.payments,
	RECEIVABLE.outstandingCapitalAmount,
	RECEIVABLE.outstandingInterestAmount,
	RECEIVABLE.outstandingCostsAmount,
];

export const receivable = resource(
	'receivable',
	{ name: 'Receivable', description: 'Receivables (saatavat) in collection' },
	{
		getCreditLosses: list('listCreditLossReceivables', {
			action: 'Get credit losses',
			description:
				'List receivables given up as credit losses; Cash-In publishes them on the first day of a month',
		}),
		getStatus: list('getCollectionReceivablesStatus', {
			action: 'Get status of receivables',
			description: 'List where receivables in collection stand',
		}),
		update: upload('updateCollectionReceivables', {
			action: 'Update receivable',
			description:
				'Report what you received from the debtor yourself, for a receivable in collection',
			noun: 'Receivable',
			called: 'Receivable of invoice',
			required: [RECEIVABLE.invoiceNumber],
			confirmation: {
				effect: 'The debtor is asked for less afterwards.',
				agent:
					'An agent can then lower what debtors are asked for, with payments that may never have come.',
			},
			assert(body) {
				if (REPORTED.some((name) => name in body)) return;
				throw new InputError(
					"Nothing is reported. Add 'Payments', or one of the 'Outstanding … Amount' fields, under Additional Fields.",
				);
			},
			validation: {
				...paymentValidation(PAYMENT),
				findings: (body, today) => paymentListFindings(body[RECEIVABLE.payments], today),
			},
		}),
	},
);
