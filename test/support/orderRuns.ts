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

/** What a preview shows of an invoice: rows as description, pieces, %, net and VAT. */
export interface Previewed {
	total: unknown;
	rounding: unknown;
	credits: unknown;
	number: unknown;
	rows: unknown[][];
	warnings: unknown[];
	invoice: IDataObject;
}

/** The invoices that would be sent of orders, or of their refunds; an order that fails or is skipped is an error. */
export async function previewOrders(
	items: object[],
	parameters: IDataObject = {},
): Promise<Previewed[]> {
	const nowhere = 'http://127.0.0.1:9';
	const { success, failed } = await runOrders(nowhere, items, { previewOnly: true, ...parameters });
	const [first] = failed;
	if (first !== undefined) throw new Error(String(first.json.error));
	return success.map(({ json }) => previewedOf(json));
}

/** Why nothing is made of an order. */
export async function refusalOf(order: object, parameters: IDataObject = {}): Promise<string> {
	const nowhere = 'http://127.0.0.1:9';
	const { failed } = await runOrders(nowhere, [order], { previewOnly: true, ...parameters });
	return String(failed[0]?.json.error ?? 'an invoice was made');
}

function previewedOf(json: IDataObject): Previewed {
	if (json.invoice === undefined) throw new Error(String(json.reason));
	const invoice = json.invoice as IDataObject;
	const rows = invoice.InvoiceRows as IDataObject[];
	const warnings = json.warnings as IDataObject[];
	return {
		invoice,
		total: invoice.TotalAmount,
		rounding: invoice.RoundAmount,
		credits: invoice.CreditedInvoiceInformation,
		number: invoice.InvoiceNumber,
		rows: rows.map(({ Description, Qty, VatPercent, Nto, Tax }) => [
			Description,
			Qty,
			VatPercent,
			Nto,
			Tax,
		]),
		warnings: warnings.map(({ message }) => message),
	};
}
