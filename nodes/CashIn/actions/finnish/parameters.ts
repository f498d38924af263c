import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';
import type { Rejected } from '../../finnish/validation';
import { toText } from '../shared/values';

/**
 * An item's parameter as text; `''` where an expression gave nothing.
 * @throws InputProblem naming `label`, for a list, an object, or a number too long to have kept its digits
 */
export function readText(run: ExecuteRun, item: number, name: string, label: string): string {
	const value: unknown = run.context.getNodeParameter(name, item, '');
	return value === undefined || value === null ? '' : toText(value, label);
}

/** The error of a rejected argument: its parameter's name, the reason, and the remedy. */
export function inputProblem({ part, reason }: Rejected): InputProblem {
	const [label, remedy] = ADVICE[part];
	return new InputProblem(`'${label}': ${reason} ${remedy}`);
}

/** The one output item of an input item. */
export function answer(item: number, json: IDataObject): INodeExecutionData[] {
	return [{ json, pairedItem: { item } }];
}

const ADVICE: Record<Rejected['part'], [label: string, remedy: string]> = {
	base: ['Base', 'An invoice number will do.'],
	iban: ['IBAN', 'Give the Finnish account the payment goes to.'],
	reference: ['Reference Number', 'The operation Generate Reference makes one that fits.'],
	amount: ['Amount', 'Left empty, the payer fills it in.'],
	dueDate: ['Due Date', 'Left empty, the barcode carries none.'],
};
