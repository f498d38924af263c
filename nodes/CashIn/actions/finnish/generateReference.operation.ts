import type { INodeProperties } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';
import { generateReference, type ReferenceFormat } from '../../finnish/reference';
import { Rejected } from '../../finnish/validation';
import { readChoice } from '../shared/choices';
import { updateDisplayOptions } from '../shared/displayOptions';
import { answer, inputProblem, readText } from './parameters';

const properties: INodeProperties[] = [
	{
		displayName: 'Base',
		name: 'base',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026001',
		description:
			'What the reference number (viitenumero) is made from, for instance the invoice number. Its digits are used, at most 19, without leading zeros; everything else is left out.',
	},
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{
				name: 'National (Viitenumero)',
				value: 'national',
				description: 'The Finnish reference number, e.g. 1234561',
			},
			{
				name: 'RF (Kansainvälinen Viite)',
				value: 'rf',
				description: 'The international creditor reference (ISO 11649), e.g. RF341234561',
			},
		],
		default: 'national',
		description: 'Which kind of reference number to make',
	},
];

const displayOptions = { show: { resource: ['finnish'], operation: ['generateReference'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** A reference number with its check digit, as sent and as printed. */
export async function execute(run: ExecuteRun, item: number) {
	const format = readChoice(run, item, 'format', "'Format'", FORMATS);
	const made = generateReference(readBase(run, item), format);
	if (made instanceof Rejected) throw inputProblem(made);
	return answer(item, { reference: made.reference, formatted: made.formatted });
}

/** The digits of 1234.5 or -5 would make the reference of another number, so those are no base. */
function readBase(run: ExecuteRun, item: number): string {
	const value: unknown = run.context.getNodeParameter('base', item, '');
	if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) {
		throw new InputProblem(
			`'Base' must be text or a whole number such as 2026001, and is ${value}`,
		);
	}
	return readText(run, item, 'base', "'Base'");
}

const FORMATS: readonly ReferenceFormat[] = ['national', 'rf'];
