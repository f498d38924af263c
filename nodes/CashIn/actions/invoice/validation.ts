import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { Finding } from '../../invoicing/findings';
import type { BulkEntry } from '../shared/bulk/kind';

/** What is done about an invoice that is wrong, or cannot reach its buyer. */
export const validationOption: INodeProperties = {
	displayName: 'Validation',
	name: 'validation',
	type: 'options',
	options: [
		{ name: 'Off', value: 'off', description: 'Send it as it is and say nothing' },
		{
			name: 'Stop',
			value: 'stop',
			description:
				'Do not send an invoice that is wrong or cannot be delivered; warn about the rest',
		},
		{ name: 'Warn', value: 'warn', description: 'Send it all the same, and warn' },
	],
	default: 'stop',
	description:
		'What happens when an invoice does not add up, cannot be delivered, or looks odd. What cannot be read at all always stops it.',
};

/**
 * What is to be said about an invoice that is sent.
 * @param validation `stop`, `warn` or `off`
 * @throws InputProblem when it is not to be sent
 */
export function judge(findings: readonly Finding[], validation: unknown = 'stop'): string[] {
	if (validation === 'off') return [];
	const stops = findings.filter(({ severity }) => severity === 'stop');
	if (validation !== 'warn' && stops.length > 0) {
		throw new InputProblem(
			`${stops.map(({ message }) => message).join(' ')} Correct it, or set 'Validation' under Options to Warn to send it all the same.`,
		);
	}
	return findings.map(({ message }) => message);
}

/** How many invoices a hint speaks of before it only counts. */
const MOST_SHOWN = 5;

/** Tells the user, beside the output, which invoices go out with warnings. */
export function hintWarnings(context: IExecuteFunctions, entries: BulkEntry[]): void {
	const warned = entries.filter(({ warnings }) => warnings.length > 0);
	if (warned.length === 0) return;
	const shown = warned
		.slice(0, MOST_SHOWN)
		.map(({ key, warnings }) => `Invoice ${key}: ${warnings.join(' ')}`);
	const more = warned.length > MOST_SHOWN ? [`And ${warned.length - MOST_SHOWN} more.`] : [];
	context.addExecutionHints({
		message: [...shown, ...more].join(' '),
		type: 'warning',
		location: 'outputPane',
	});
}
