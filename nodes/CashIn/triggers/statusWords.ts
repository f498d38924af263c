import type { IDataObject } from 'n8n-workflow';

import { textOf } from './recordParts';

/**
 * Whether a status is one that an invoice or a receivable does not leave again. Cash-In's own words are not known:
 * one that is missing here costs memory for as long as the invoice is watched, and nothing else.
 */
export function isTerminal(status: string): boolean {
	return TERMINAL.has(status.toLowerCase().replace(/[^a-z]/g, ''));
}

const TERMINAL = new Set([
	'paid',
	'fullypaid',
	'closed',
	'credited',
	'creditloss',
	'writtenoff',
	'withdrawn',
	'cancelled',
	'canceled',
]);

/**
 * Whether a delivery failed: it says why, or its status sounds so. Cash-In's own words are not known; those of the
 * trade in English, and in Finnish, are here.
 */
export function isFailure(record: IDataObject): boolean {
	return (
		textOf(record, 'ErrorDescription') !== '' || FAILURE.test(textOf(record, 'DeliveryStatus'))
	);
}

const FAILURE =
	/fail|error|reject|undeliver|not.?delivered|bounce|return|invalid|denied|epäonn|virhe|hylä|palaut/i;
