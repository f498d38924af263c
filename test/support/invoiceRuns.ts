import type { IDataObject, INode } from 'n8n-workflow';

import { runCashIn, type RunResult } from './engine';

/** One invoice filled in field by field, with nothing to be said about it. */
export const FILLED_IN = {
	invoiceNumber: '1042',
	invoiceDate: '2026-03-02',
	dueDate: '',
	paymentTerms: 14,
	currency: 'EUR',
	buyerName: 'Example Buyer Oy',
	buyerStreetAddress: 'Esimerkkikatu 1',
	buyerPostalCode: '00100',
	buyerCity: 'Helsinki',
	buyerCountry: 'FI',
	buyerEmail: 'buyer@example.com',
	deliveryType: '',
	pricesIncludeVat: false,
	referenceMode: 'national',
	reference: '',
	rows: [{ description: 'Example work', quantity: 1, unitPrice: 100, vatPercent: 25.5 }],
};

/** Members of the collections that an item may bring along; n8n takes expressions inside of them only. */
const ADDITIONAL = [
	'billingEmailAddress',
	'creditedInvoiceInformation',
	'creditorIban',
	'description',
	'finvoiceAccount',
	'salesIdentifier',
];
const OPTIONS = ['validation', 'vatRounding'];

/** A row as above, with changes. */
export function row(changes: IDataObject = {}): IDataObject {
	return { ...FILLED_IN.rows[0], ...changes };
}

/** An item that fills in the fields, with changes. */
export function filledIn(changes: IDataObject = {}): IDataObject {
	return { ...FILLED_IN, ...changes };
}

/**
 * Parameters of a node whose every item brings its own invoice, see `filledIn`.
 * @param operation `create` or `preview`
 */
export function fromFields(operation: 'create' | 'preview'): IDataObject {
	const { rows, ...plain } = asked(Object.keys(FILLED_IN));
	return {
		resource: 'invoice',
		operation,
		inputMode: 'fields',
		...plain,
		rowsInput: 'expression',
		rowsArray: rows,
		additionalFields: asked(ADDITIONAL),
		options: asked(OPTIONS),
	};
}

function asked(names: string[]): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));
}

/** Parameters of a node whose every item is an invoice in the API's own form. */
export function fromJson(operation: 'create' | 'preview', options: IDataObject = {}): IDataObject {
	return {
		resource: 'invoice',
		operation,
		inputMode: 'json',
		invoiceJson: '={{ $json }}',
		options,
	};
}

/** Runs `invoice: preview` without any credential. */
export async function preview(
	items: IDataObject[],
	parameters: IDataObject,
	settings: Partial<INode> = {},
): Promise<RunResult> {
	return await runCashIn(items, parameters, null, settings);
}

/** What n8n shows beside the output of the node. */
export function hintsOf({ run }: RunResult) {
	return run.data.resultData.runData['Cash-In']?.[0]?.hints ?? [];
}
