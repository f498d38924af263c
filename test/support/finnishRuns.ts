import type { IDataObject, INode } from 'n8n-workflow';

import { runCashIn } from './engine';

export type Operation = keyof typeof ASKED;

/** Runs an operation of the resource `finnish` without any credential; each item brings its own parameters. */
export async function runFinnish(
	operation: Operation,
	items: IDataObject[],
	onError?: INode['onError'],
) {
	return await runCashIn(items, parametersOf(operation), null, { onError });
}

/** The answers to items that are all usable, in their order. */
export async function answers(operation: Operation, items: IDataObject[]): Promise<IDataObject[]> {
	const { success, error } = await runFinnish(operation, items);
	expect(error).toBeUndefined();
	expect(success.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	return success.map(({ json }) => json);
}

export function parametersOf(operation: Operation): IDataObject {
	const asked = ASKED[operation].map((name) => [name, `={{ $json.${name} }}`]);
	return { resource: 'finnish', operation, ...Object.fromEntries(asked) };
}

const ASKED = {
	generateReference: ['base', 'format'],
	validateReference: ['reference'],
	generateBarcode: ['iban', 'reference', 'amount', 'dueDate'],
	validateIdentifier: ['type', 'value'],
};

/** A payment every part of which is right. */
export const PAYMENT = {
	iban: 'FI21 1234 5600 0007 85',
	reference: '1234561',
	amount: 10,
	dueDate: '2026-03-16',
};
