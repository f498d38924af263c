import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { redactPersonalCodes } from '../../api/redact';
import type { ExecuteRun } from '../../api/run';
import type { Finding } from '../../invoicing/findings';
import type { BulkEntry } from './bulk/kind';

/**
 * The option that says what is done about findings.
 * @param description what happens when, in one or two sentences
 * @param stop what is not sent, and what is only said
 */
export function validationOptionOf(description: string, stop: string): INodeProperties {
	return {
		displayName: 'Validation',
		name: 'validation',
		type: 'options',
		options: [
			{ name: 'Off', value: 'off', description: 'Send it as it is and say nothing' },
			{ name: 'Stop', value: 'stop', description: stop },
			{ name: 'Warn', value: 'warn', description: 'Send it all the same, and warn' },
		],
		default: 'stop',
		description,
	};
}

/**
 * The findings for which nothing is sent.
 * @param validation `stop`, `warn` or `off`; anything else counts as `stop`
 */
export function stopsOf(findings: readonly Finding[], validation: unknown = 'stop'): Finding[] {
	if (validation === 'off' || validation === 'warn') return [];
	return findings.filter(({ severity }) => severity === 'stop');
}

/**
 * What is to be said about a body that is sent.
 * @param validation as for `stopsOf`
 * @throws InputError when it is not to be sent
 */
export function judge(findings: readonly Finding[], validation: unknown = 'stop'): string[] {
	if (validation === 'off') return [];
	const stops = stopsOf(findings, validation);
	if (stops.length > 0) {
		throw new InputError(
			`${stops.map(({ message }) => message).join(' ')} Correct it, or set 'Validation' under Options to Warn to send it all the same.`,
		);
	}
	return findings.map(({ message }) => message);
}

/** How many a hint speaks of before it only counts. */
const MOST_SHOWN = 5;

/** Sentences of a hint, of which there may be thousands: the first few, and how many more. */
export function firstFew(sentences: readonly string[]): string {
	const more = sentences.length > MOST_SHOWN ? [`And ${sentences.length - MOST_SHOWN} more.`] : [];
	return [...sentences.slice(0, MOST_SHOWN), ...more].join(' ');
}

/**
 * Tells the user, beside the output, what goes out with warnings.
 * @param name how an entry is called, by its key: `Invoice 1042`
 */
export function hintEntries(
	run: ExecuteRun,
	entries: readonly BulkEntry[],
	name: (key: string) => string,
): void {
	const warned = entries.filter(({ warnings }) => warnings.length > 0);
	if (warned.length === 0) return;
	run.context.addExecutionHints({
		message: redactPersonalCodes(
			firstFew(warned.map(({ key, warnings }) => `${name(key)}: ${warnings.join(' ')}`)),
		),
		type: 'warning',
		location: 'outputPane',
	});
}
