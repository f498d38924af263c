import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { readOptions } from './options';

const HIDDEN = '[hidden]';

/** Under Options of an operation whose answer holds a key. */
export const showSecretsOption: INodeProperties = {
	displayName: 'Show Secrets',
	name: 'showSecrets',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether keys in the answer are shown. n8n keeps the output with the execution, where everyone with access to it can read it.',
};

/** Whether the user asks to see the keys. */
export function showsSecrets(run: ExecuteRun, item: number): boolean {
	return readOptions(run, item).showSecrets === true;
}

/** Members that name what is no secret. The names of the others are our reading, so they are not trusted to tell. */
const OPEN =
	/^(StatusDescription|CreditorIdentifier|CustomerCode|PaymentReferencePrefix|Status|IsValid)$/i;

/**
 * An answer that holds a key, without it. Where Cash-In puts the key is not documented – even in a message – so that
 * every text is hidden but those known to be harmless.
 */
export function hideSecrets(answer: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [name, OPEN.test(name) ? value : hide(value)]),
	);
}

function hide(value: unknown): IDataObject[string] {
	if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
	if (Array.isArray(value)) return value.map((entry) => hide(entry)) as IDataObject[];
	if (typeof value === 'object') return hideSecrets(value as IDataObject);
	return value === '' ? '' : HIDDEN;
}
