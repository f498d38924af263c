import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { SALES_INVOICE, SALES_INVOICE_WITH_SELLER_INFO_DTO } from '../../api/generated/fields';
import { bankAccountFindings, withPlainAccounts } from '../../invoicing/bankAccounts';
import { shopNames } from '../../orders/shops/shops';
import type { UploadSpec } from '../../upload/uploadSpec';
import { readFields } from '../shared/bodies';
import { updateDisplayOptions } from '../shared/displayOptions';
import { bodyFields, type BodyLayout } from '../shared/fieldLayout';
import { text } from '../shared/fields';
import { warnOfRenames } from '../shared/formerNames';
import { list } from '../shared/list';
import type { Confirmation } from '../shared/confirmation';
import type { BatchOperation } from '../shared/operation';
import { optionsCollection } from '../shared/options';
import { record } from '../shared/record';
import { resource, type OperationRow, type OperationTexts } from '../shared/resource';
import { uploadOptions } from '../shared/sendOptions';
import { toText } from '../shared/values';
import { write } from '../shared/write';
import { invoiceProperties, validationOption, vatRoundingOption } from './fields';
import { prepareOrder } from './fromOrder';
import { invoiceBatch, invoicesWithSeller, orderInvoices, salesInvoices } from './invoiceUpload';
import { orderProperties } from './orderFields';
import { previewResult } from './preview';
import { readEntry, readInvoice } from './read';

/** The seller of an invoice. */
const SELLER: BodyLayout = { schema: 'SellerInfoDTO', labelPrefix: 'Seller' };

const { sellerInfo } = SALES_INVOICE_WITH_SELLER_INFO_DTO;

interface SendRow extends OperationTexts {
	/** As in a `Confirmation`. */
	agent: string;
}

/** A row of an operation that sends invoices. */
function sends(
	spec: UploadSpec,
	{ agent, ...texts }: SendRow,
	prepare: BatchOperation['prepare'],
	fields: INodeProperties[] = [],
): OperationRow {
	const { endpoint } = spec;
	const options = [...uploadOptions(spec), validationOption, vatRoundingOption];
	const description = [...fields, optionsCollection(options)];
	const confirmation = sending(agent);
	return { ...texts, run: { many: { endpoint, spec, description, prepare, confirmation } } };
}

/** A person who runs the workflow has decided that it sends; an AI agent has not. */
function sending(agent: string): Confirmation {
	return { effect: 'The invoice is delivered to its buyer, and that costs money.', agent };
}

export const invoice = resource(
	'invoice',
	{
		name: 'Invoice',
		description: 'Sales invoices (laskut) that Cash-In delivers',
		properties: invoiceProperties,
		initial: 'create',
	},
	{
		create: sends(
			salesInvoices,
			{
				action: 'Create invoice',
				description: 'Send an invoice to be delivered; many items go out in few requests',
				agent:
					'An agent can then send invoices to real people: each costs money, and is to be paid.',
			},
			async (run, item) => await readEntry(run, item, salesInvoices),
		),
		createFromOrder: {
			action: 'Create invoice from order',
			description: `Invoice an order of ${shopNames()}, or credit its refund`,
			run: {
				many: {
					endpoint: orderInvoices.endpoint,
					spec: orderInvoices,
					confirmation: sending(
						'An agent can then invoice orders, and credit refunds: real people get them, and each costs money.',
					),
					description: orderProperties,
					prepare: prepareOrder,
					alsoCounted: ['skipped', 'previewed'],
				},
			},
		},
		createWithSeller: sends(
			invoicesWithSeller,
			{
				name: 'Create with Seller',
				action: 'Create invoice with seller',
				description:
					'Send an invoice in the name of a seller given with it; for software that invoices for several sellers',
				agent:
					'An agent can then send invoices to real people in the name of any seller, and each costs money.',
			},
			async (run, item) => {
				// Given as JSON, the invoice holds its seller.
				const isJson = run.parameter('inputMode', item) === 'json';
				const seller = () => readFields(run, item, SELLER, warnOfRenames(run));
				const beside = isJson ? undefined : { [sellerInfo]: withPlainAccounts(seller()) };
				const check = ({ [sellerInfo]: given }: IDataObject) =>
					bankAccountFindings({ [sellerInfo]: given });
				return await readEntry(run, item, invoicesWithSeller, { beside, check });
			},
			updateDisplayOptions({ show: { inputMode: ['fields'] } }, bodyFields(SELLER)),
		),
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
			description: 'List the invoices in Cash-In',
			notice: 'Its filters and answer are not yet confirmed by Cash-In.',
		}),
		getStatus: record('getInvoiceStatus', {
			action: 'Get status of invoice',
			description: 'See the state of an invoice, what is paid and what is open',
		}),
		preview: {
			action: 'Preview invoice',
			description:
				'See whether Create would send it, exactly what, the totals and every warning; nothing is sent',
			run: {
				many: {
					spec: salesInvoices,
					description: [optionsCollection([vatRoundingOption])],
					prepare: async (run, item) => {
						const read = readInvoice(run, item);
						const name = `Invoice ${read.invoice[SALES_INVOICE.invoiceNumber]}`;
						return previewResult(item, name, read);
					},
				},
			},
		},
		submitBatch: sends(
			invoiceBatch,
			{
				action: 'Submit invoice batch',
				description: 'Upload invoices under a batch ID of your own, to follow with Get Batches',
				notice:
					'For everyday invoicing choose Create: its path and answer are documented, and it finds out by itself what became of an invoice after a broken connection.',
				agent:
					'An agent can then send batches of invoices to real people: each costs money, and is to be paid.',
			},
			async (run, item) => {
				const group = toText(run.parameter('batchId', item, '') ?? '', "'Batch ID'").trim();
				return await readEntry(run, item, invoiceBatch, { group });
			},
			[
				text('batchId', 'Batch ID', 'e.g. 2026-03-monthly', {
					description:
						"Your own name for the batch, the same for all its invoices. With it 'Get Batches' shows what became of them. Left empty, Cash-In gives one to each request.",
				}),
			],
		),
		update: write('updateInvoice', {
			action: 'Update invoice',
			description: 'Change the address, due date or delivery of an invoice that was sent',
			confirmation: {
				effect: 'An invoice that its buyer may have already is changed.',
				agent:
					'An agent can then change where invoices go and when they are due, after their buyers got them.',
			},
		}),
	},
);
