import { shopNames } from '../../orders/shops/shops';
import type { ResourceRow } from '../shared/catalogueRow';
import * as update from './update.operation';
import * as submitBatch from './submitBatch.operation';
import * as createWithSeller from './createWithSeller.operation';
import type { BatchOperation } from '../shared/operation';
import * as create from './create.operation';
import * as createFromOrder from './createFromOrder.operation';
import * as getAll from './getAll.operation';
import * as getBatches from './getBatches.operation';
import * as getDeliveryInformation from './getDeliveryInformation.operation';
import * as getDeliveryStatistics from './getDeliveryStatistics.operation';
import * as getStatus from './getStatus.operation';
import { invoiceProperties } from './invoiceProperties';
import * as preview from './preview.operation';

/** Sales invoices that Cash-In delivers. */
export const invoiceResource: ResourceRow = {
	name: 'Invoice',
	value: 'invoice',
	description: 'Sales invoices (laskut) that Cash-In delivers',
	properties: invoiceProperties,
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create invoice',
			description: 'Send an invoice to be delivered; many items go out in few requests',
			run: { many: create as BatchOperation },
		},
		{
			name: 'Create From Order',
			value: 'createFromOrder',
			action: 'Create invoice from order',
			description: `Invoice an order of ${shopNames()}, or credit its refund`,
			run: { many: createFromOrder as BatchOperation },
		},
		{
			name: 'Create with Seller',
			value: 'createWithSeller',
			action: 'Create invoice with seller',
			description:
				'Send an invoice in the name of a seller given with it; for software that invoices for several sellers',
			run: { many: createWithSeller as BatchOperation },
		},
		{
			name: 'Get Batches',
			value: 'getBatches',
			action: 'Get invoice batches',
			description: 'List the batches of invoices that were uploaded, and what became of them',
			run: { each: getBatches },
		},
		{
			name: 'Get Delivery Information',
			value: 'getDeliveryInformation',
			action: 'Get delivery information of invoices',
			description: 'List how deliveries went; asked once a day, it finds those that failed',
			run: { each: getDeliveryInformation },
		},
		{
			name: 'Get Delivery Statistics',
			value: 'getDeliveryStatistics',
			action: 'Get delivery statistics',
			description: 'Count the deliveries that succeeded and failed, by channel',
			run: { each: getDeliveryStatistics },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many invoices',
			description: 'List the invoices in Cash-In. Its filters and answer are not yet confirmed.',
			run: { each: getAll },
		},
		{
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get status of invoice',
			description: 'See the state of an invoice, what is paid and what is open',
			run: { each: getStatus },
		},
		{
			name: 'Preview',
			value: 'preview',
			action: 'Preview invoice',
			description:
				'See whether Create would send it, exactly what, the totals and every warning; nothing is sent',
			run: { many: preview as BatchOperation },
		},
		{
			name: 'Submit Batch',
			value: 'submitBatch',
			action: 'Submit invoice batch',
			description:
				'Upload invoices under a batch ID of your own, to follow with Get Batches. For everyday invoicing choose Create: its path and answer are documented, and it finds out by itself what became of an invoice after a broken connection.',
			run: { many: submitBatch as BatchOperation },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update invoice',
			description: 'Change the address, due date or delivery of an invoice that was sent',
			run: { each: update },
		},
	],
};
