import { shopNames } from '../../orders/shops/shops';
import { list } from '../shared/list';
import { record } from '../shared/record';
import { resource } from '../shared/resource';
import { write } from '../shared/write';
import * as create from './create.operation';
import * as createFromOrder from './createFromOrder.operation';
import * as createWithSeller from './createWithSeller.operation';
import { invoiceProperties } from './invoiceProperties';
import * as preview from './preview.operation';
import * as submitBatch from './submitBatch.operation';

export const invoice = resource(
	'invoice',
	{
		name: 'Invoice',
		description: 'Sales invoices (laskut) that Cash-In delivers',
		properties: invoiceProperties,
		initial: 'create',
	},
	{
		create: {
			action: 'Create invoice',
			description: 'Send an invoice to be delivered; many items go out in few requests',
			run: { many: create },
		},
		createFromOrder: {
			action: 'Create invoice from order',
			description: `Invoice an order of ${shopNames()}, or credit its refund`,
			run: { many: createFromOrder },
		},
		createWithSeller: {
			name: 'Create with Seller',
			action: 'Create invoice with seller',
			description:
				'Send an invoice in the name of a seller given with it; for software that invoices for several sellers',
			run: { many: createWithSeller },
		},
		getBatches: list('listInvoiceBatches', {
			action: 'Get invoice batches',
			description: 'List the batches of invoices that were uploaded, and what became of them',
		}),
		getDeliveryInformation: list('getInvoiceDeliveryInformation', {
			action: 'Get delivery information of invoices',
			description: 'List how deliveries went; asked once a day, it finds those that failed',
		}),
		getDeliveryStatistics: list('getDeliveryStatistics', {
			action: 'Get delivery statistics',
			description: 'Count the deliveries that succeeded and failed, by channel',
		}),
		getAll: list('listSalesInvoices', {
			action: 'Get many invoices',
			description: 'List the invoices in Cash-In. Its filters and answer are not yet confirmed.',
		}),
		getStatus: record('getInvoiceStatus', {
			action: 'Get status of invoice',
			description: 'See the state of an invoice, what is paid and what is open',
		}),
		preview: {
			action: 'Preview invoice',
			description:
				'See whether Create would send it, exactly what, the totals and every warning; nothing is sent',
			run: { many: preview },
		},
		submitBatch: {
			action: 'Submit invoice batch',
			description:
				'Upload invoices under a batch ID of your own, to follow with Get Batches. For everyday invoicing choose Create: its path and answer are documented, and it finds out by itself what became of an invoice after a broken connection.',
			run: { many: submitBatch },
		},
		update: write('updateInvoice', {
			action: 'Update invoice',
			description: 'Change the address, due date or delivery of an invoice that was sent',
		}),
	},
);
