import type { ResourceRow } from '../shared/catalogueRow';
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
	],
};
