import YAML from 'yaml';

import { isObject, Refusal, type Json } from './json.cts';

/** Parses JSON or YAML. @throws Refusal for what is neither */
export function parse(text: string, name: string): unknown {
	const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	try {
		return /^\s*\{/.test(plain) ? parseJson(plain) : YAML.parse(plain, { merge: true });
	} catch (error) {
		const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
		throw new Refusal(`${name} cannot be read: ${reason}`);
	}
}

/** A document in braces may still be YAML. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return YAML.parse(text, { merge: true }) as unknown;
	}
}

export function isOpenApi(document: unknown): document is Json {
	if (!isObject(document)) return false;
	return /^3\./.test(String(document.openapi)) || /^2/.test(String(document.swagger));
}
