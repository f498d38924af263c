import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { validateIdentifier, type IdentifierType } from '../../finnish/identifier';
import { readChoice } from '../shared/choices';
import { updateDisplayOptions } from '../shared/displayOptions';
import { answer, readText } from './parameters';

const properties: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{
				name: 'Business ID (Y-Tunnus)',
				value: 'businessId',
				description: 'Of a company or association, e.g. 1234567-1',
			},
			{
				name: 'IBAN (Tilinumero)',
				value: 'iban',
				description: 'A bank account, Finnish or foreign, e.g. FI21 1234 5600 0007 85',
			},
			{
				name: 'OVT ID (OVT-Tunnus)',
				value: 'ovt',
				description: 'An e-invoice address, e.g. 003712345671',
			},
			{
				name: 'Personal Identity Code (Henkilötunnus, HETU)',
				value: 'personalId',
				description: 'Of a person. An invalid one is never repeated in the answer.',
			},
			{
				name: 'VAT Number (ALV-Tunnus)',
				value: 'vatNumber',
				description: 'Finnish, e.g. FI12345671; a foreign one is taken by its form only',
			},
		],
		default: 'iban',
		description: 'What kind of identifier it is',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. FI21 1234 5600 0007 85',
		description: 'The identifier to check. Spaces and lower case do not matter.',
	},
];

const displayOptions = { show: { resource: ['finnish'], operation: ['validateIdentifier'] } };

export const description = updateDisplayOptions(displayOptions, properties);

/**
 * Whether an identifier is valid. A wrong one is an answer and no failure. Nothing said here repeats the value:
 * it may be a personal identity code.
 */
export async function execute(run: ExecuteRun, item: number) {
	const type = readChoice(run, item, 'type', "'Type'", TYPES);
	const value = readText(run, item, 'value', "'Value'");
	const { valid, normalized, reason, warning } = validateIdentifier(type, value);
	return answer(item, { valid, normalized, reason, warning });
}

const TYPES: readonly IdentifierType[] = ['businessId', 'iban', 'ovt', 'personalId', 'vatNumber'];
