import type { INodeProperties } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';
import { generateBarcode } from '../../finnish/barcode';
import { Rejected } from '../../finnish/validation';
import { readCents } from '../../invoicing/money';
import { Unreadable } from '../../invoicing/unreadable';
import { updateDisplayOptions } from '../shared/displayOptions';
import { toDate } from '../shared/values';
import { answer, inputProblem, readText } from './parameters';

const properties: INodeProperties[] = [
	{
		displayName: 'IBAN (Tilinumero)',
		name: 'iban',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. FI21 1234 5600 0007 85',
		description: 'The Finnish account the payment goes to',
	},
	{
		displayName: 'Reference Number (Viitenumero)',
		name: 'reference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234561',
		description: 'National, or RF without letters after its check digits',
	},
	{
		displayName: 'Amount (Summa)',
		name: 'amount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234.50',
		description:
			'What is to be paid, in euros, up to 999,999.99. Left empty, the payer fills it in.',
	},
	{
		displayName: 'Due Date (Eräpäivä)',
		name: 'dueDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'The day it is to be paid by. Left empty, the barcode carries none.',
	},
];

const displayOptions = { show: { resource: ['finnish'], operation: ['generateBarcode'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** The virtual barcode of a payment, its version, and the check symbol of its printed bars. */
export async function execute(run: ExecuteRun, item: number) {
	const made = generateBarcode({
		iban: readText(run, item, 'iban', "'IBAN'"),
		reference: readText(run, item, 'reference', "'Reference Number'"),
		amountCents: readAmount(run, item),
		dueDate: readDueDate(run, item),
	});
	if (made instanceof Rejected) throw inputProblem(made);
	return answer(item, {
		barcode: made.barcode,
		version: made.version,
		checkDigits: made.checkDigits,
	});
}

/** Cents; 0, which leaves the amount to the payer, when nothing is given. */
function readAmount(run: ExecuteRun, item: number): number {
	const value: unknown = run.context.getNodeParameter('amount', item, '');
	if (isEmpty(value)) return 0;
	const cents = readCents(value);
	if (cents instanceof Unreadable) throw new InputProblem(`'Amount' ${cents.why}`);
	return cents;
}

function readDueDate(run: ExecuteRun, item: number): string {
	const value: unknown = run.context.getNodeParameter('dueDate', item, '');
	return isEmpty(value) ? '' : toDate(value, "'Due Date'");
}

function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}
