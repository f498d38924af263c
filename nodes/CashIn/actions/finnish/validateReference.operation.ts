import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { validateReference } from '../../finnish/reference';
import { updateDisplayOptions } from '../shared/displayOptions';
import { answer, readText } from './parameters';

const properties: INodeProperties[] = [
	{
		displayName: 'Reference Number (Viitenumero)',
		name: 'reference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234561',
		description:
			'The reference number to check, Finnish or international (RF). Spaces do not matter.',
	},
];

const displayOptions = { show: { resource: ['finnish'], operation: ['validateReference'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/** What a reference number is. A wrong one is an answer and no failure. */
export async function execute(run: ExecuteRun, item: number) {
	const reference = readText(run, item, 'reference', "'Reference Number'");
	const { valid, kind, normalized, formatted, reason } = validateReference(reference);
	return answer(item, { valid, kind, normalized, formatted, reason });
}
