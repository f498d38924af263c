import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as submitAction from './submitAction.operation';
import * as createDirectPayment from './createDirectPayment.operation';
import * as getAgreementStatus from './getAgreementStatus.operation';
import * as getDeliveryInformation from './getDeliveryInformation.operation';
import * as getPayments from './getPayments.operation';

/** Invoices that another system made and Cash-In delivers. */
export const externalInvoiceResource: ResourceRow = {
	name: 'External Invoice',
	value: 'externalInvoice',
	description: 'Invoices that another system made and Cash-In delivers',
	operations: [
		{
			name: 'Create Direct Payment',
			value: 'createDirectPayment',
			action: 'Create direct payment',
			description: 'Report a payment you received yourself for an invoice that another system made',
			run: { many: createDirectPayment as BatchOperation },
		},
		{
			name: 'Get Agreement Status',
			value: 'getAgreementStatus',
			action: 'Get status of external agreement',
			description: 'See whether an agreement is in force',
			run: { each: getAgreementStatus },
		},
		{
			name: 'Get Delivery Information',
			value: 'getDeliveryInformation',
			action: 'Get delivery information of external invoices',
			description: 'List how external invoices were delivered',
			run: { each: getDeliveryInformation },
		},
		{
			name: 'Get Payments',
			value: 'getPayments',
			action: 'Get payments of external invoices',
			description: 'List what was paid on external invoices',
			run: { each: getPayments },
		},
		{
			name: 'Submit Action',
			value: 'submitAction',
			action: 'Submit invoice action',
			description:
				'Withdraw a case, move a due date, pause collection or comment on an invoice that another system made',
			run: { many: submitAction as BatchOperation },
		},
	],
};
