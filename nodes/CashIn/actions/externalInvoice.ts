import {
	EXTERNAL_INVOICE_ACTION,
	EXTERNAL_INVOICE_ACTION_DATA,
	INTERMEDIATION_INVOICE_DIRECT_PAYMENTS,
} from '../api/generated/fields';
import { paymentFindings } from '../invoicing/claims';
import { textOf } from '../invoicing/values';
import { paymentUpload, paymentValidation } from './payment';
import { list } from './shared/list';
import { record } from './shared/record';
import { resource } from './shared/resource';
import { upload } from './shared/upload';
import { toObject } from './shared/values';

export const externalInvoice = resource(
	'externalInvoice',
	{
		name: 'External Invoice',
		description: 'Invoices that another system made and Cash-In delivers',
	},
	{
		createDirectPayment: upload('createExternalDirectPayment', {
			...paymentUpload(
				INTERMEDIATION_INVOICE_DIRECT_PAYMENTS,
				'An agent can then book payments of invoices of other systems: buyers are not asked for them any more.',
			),
			action: 'Create direct payment',
			description: 'Report a payment you received yourself for an invoice that another system made',
			called: 'Direct payment of invoice',
		}),
		getAgreementStatus: record('getExternalAgreementStatus', {
			action: 'Get status of external agreement',
			description: 'See whether an agreement is in force',
		}),
		getDeliveryInformation: list('getExternalInvoiceDeliveryInformation', {
			action: 'Get delivery information of external invoices',
			description: 'List how external invoices were delivered',
		}),
		getPayments: list('getExternalInvoicePaymentInformation', {
			action: 'Get payments of external invoices',
			description: 'List what was paid on external invoices',
		}),
		submitAction: upload('submitExternalInvoiceAction', {
			action: 'Submit invoice action',
			description:
				'Withdraw a case, move a due date, pause collection or comment on an invoice that another system made',
			noun: 'Action',
			called: 'Action on invoice',
			inline: [EXTERNAL_INVOICE_ACTION.data],
			// The answer has no room for single actions, and one that is refused refuses all of its request.
			batchSize: 1,
			confirmation: {
				effect:
					'An action can withdraw a case, move a due date or pause collection, and nothing is known that takes it back.',
				agent:
					'An agent can then withdraw cases, move due dates and pause collection, for good as far as is known.',
				confirm: true,
			},
			validation: {
				...paymentValidation(EXTERNAL_INVOICE_ACTION_DATA),
				// The amount or day of any other action may lie in the future.
				findings: (body, today) => {
					const { code, data } = EXTERNAL_INVOICE_ACTION;
					if (textOf(body[code]).toUpperCase() !== 'DIRECTPAYMENT') return [];
					const payment = toObject(body[data] ?? {}, `'${data}'`);
					return paymentFindings(payment, EXTERNAL_INVOICE_ACTION_DATA, today, `${data}.`);
				},
			},
		}),
	},
);
