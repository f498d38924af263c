import type { IDataObject, INode } from 'n8n-workflow';

import { runCashIn, type Credential } from './engine';

/** Parameters of `invoice: createFromOrder` as the editor sets them, with a date that does not move. */
const DEFAULTS: IDataObject = {
	resource: 'invoice',
	operation: 'createFromOrder',
	source: 'auto',
	order: '={{ $json }}',
	invoiceFor: 'order',
	refundId: '',
	creditedInvoiceNumber: '',
	numberFrom: 'orderNumber',
	numberPrefix: '',
	invoiceNumber: '',
	invoiceDate: '2026-03-09',
	paymentTerms: 14,
	paidOrders: 'skip',
	deliveryType: '',
	referenceMode: 'national',
	reference: '',
	previewOnly: false,
	shopFields: {},
	additionalFields: {},
	options: {},
};

/** Invoices orders, one for each item; failed items leave by the error branch. */
export async function runOrders(
	baseUrl: string,
	items: object[],
	parameters: IDataObject = {},
	settings: Partial<INode> = {},
	credential: Credential = { baseUrl },
) {
	return await runCashIn(items as IDataObject[], { ...DEFAULTS, ...parameters }, credential, {
		onError: 'continueErrorOutput',
		...settings,
	});
}

/** The JSON of items. */
export function jsons(items: Array<{ json: IDataObject }>): IDataObject[] {
	return items.map(({ json }) => json);
}
