import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { Finding } from '../../invoicing/findings';
import { choice } from './fields';
import { FORMER_NAME } from './formerNames';

/**
 * The option that says what is done about findings.
 * @param description what happens when, in one or two sentences
 * @param stop what is not sent, and what is only said
 */
export function validationOptionOf(description: string, stop: string): INodeProperties {
	return choice('validation', 'Validation', 'stop', description, [
		['Off', 'off', 'Send it as it is and say nothing'],
		['Stop', 'stop', stop],
		['Warn', 'warn', 'Send it all the same, and warn'],
	]);
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
 * The warnings of a body that is sent.
 * @param validation as for `stopsOf`
 * @param subject the body as messages call it: `Invoice 1042`
 * @throws InputError when it is not to be sent
 */
export function judge(
	findings: readonly Finding[],
	validation: unknown = 'stop',
	subject = '',
): string[] {
	if (validation === 'off') {
		// It is no judgement of what is sent, but of what was done with it.
		return findings.filter(({ code }) => code === FORMER_NAME).map(({ message }) => message);
	}
	const stops = stopsOf(findings, validation);
	if (stops.length > 0) {
		const message = stops.map((stop) => stop.message).join(' ');
		const advice = "Correct it, or set 'Validation' under Options to Warn to send it all the same.";
		throw new InputError(message, { advice }).about(subject);
	}
	return findings.map(({ message }) => message);
}
