import { overriddenPath } from './buildUrl';
import type { Connection, Problem } from './connection';
import { endpoints, type Endpoint, type EndpointId } from './generated/endpoints';

/** A path that a user has typed, as a server may read it. */
export interface OwnPath {
	/** Between its slashes, decoded. */
	parts: readonly string[];
	/** As it is sent. */
	path: string;
	/** Placeholders that were filled in. */
	filled: readonly string[];
}

/**
 * Reads a typed path. Whatever could be read in two ways is refused instead of put right: `/products/` and `/products//`
 * are the list of products for one server and a product without a key for another.
 * @param values of its placeholders, by name; encoded, so that none can lead to another path
 */
export function readOwnPath(
	typed: unknown,
	values: ReadonlyMap<string, string>,
): OwnPath | Problem {
	const text = typeof typed === 'string' ? typed.trim() : '';
	if (text === '')
		return { problem: "'Path' is empty. Enter what follows 'Base URL', e.g. /customers." };
	if (/^[a-z][a-z\d+.-]*:/i.test(text) || /^[/\\]{2}/.test(text)) {
		return {
			problem:
				"'Path' is a whole address. The API key goes to 'Base URL' of the credential only: enter what follows it, e.g. /customers.",
		};
	}
	if (!text.startsWith('/')) return { problem: "'Path' must begin with a slash, e.g. /customers." };
	if (/[?#]/.test(text)) {
		return { problem: "'Path' holds a ? or #. Enter the query under 'Parameters'." };
	}
	const parts: string[] = [];
	const filled: string[] = [];
	for (const raw of text.slice(1).split('/')) {
		if (raw === '') {
			return {
				problem:
					"'Path' ends in a slash or has two in a row, which may stand for a key that is missing. Enter it without.",
			};
		}
		const part = readPart(raw, values, filled);
		if (typeof part !== 'string') return part;
		parts.push(part);
	}
	return { parts, filled, path: `/${parts.map(encodePart).join('/')}` };
}

const PLACEHOLDER = /(\{[^{}]*\})/;

function readPart(
	raw: string,
	values: ReadonlyMap<string, string>,
	filled: string[],
): string | Problem {
	let part = '';
	for (const [index, piece] of raw.split(PLACEHOLDER).entries()) {
		if (index % 2 === 0) {
			const text = decode(piece);
			if (text === undefined) return { problem: ODD_CHARACTERS };
			part += text;
			continue;
		}
		const name = piece.slice(1, -1).trim();
		const value = (values.get(name) ?? '').trim();
		if (value === '') {
			return {
				problem: `{${name}} in 'Path' is empty. Fill it in under 'Parameters', or check the expression that gives it.`,
			};
		}
		filled.push(name);
		part += value;
	}
	return part.split(/[/\\]/).some((name) => /^\s*\.{0,2}\s*$/.test(name))
		? { problem: "'Path' leads elsewhere, by a part that is empty, . or .. Enter the whole path." }
		: part;
}

const ODD_CHARACTERS =
	"'Path' holds a character that servers may take for another, such as a space, a backslash, a semicolon, a brace or an encoded slash. Put a {placeholder} there, and its value under 'Parameters': it is encoded.";

/** Typed text as a server reads it; undefined for what servers read differently. */
function decode(text: string): string | undefined {
	try {
		const decoded = decodeURIComponent(text);
		return /[\s\\/;%?#{}\p{C}]/u.test(decoded) ? undefined : decoded;
	} catch {
		return undefined;
	}
}

/** Encodes what would end a part; signs such as `:` stay, since some APIs have them in their paths. */
function encodePart(part: string): string {
	return encodeURIComponent(part).replace(/%(3A|40|24|26|2B|2C|3D)/g, decodeURIComponent);
}

export interface KnownRequest {
	endpoint: EndpointId;
	/** What stands in place of its path's parameters, by the API's own names. */
	values: Readonly<Record<string, string>>;
}

/**
 * The operation of the contract that a request is, by the contract's path, the one that the credential gives instead, or
 * one under which the operation may turn out to be. Letters count alike in capitals: so they do for some servers.
 */
export function findOperation(
	method: string,
	{ parts }: OwnPath,
	overrides: Connection['overrides'],
): KnownRequest | undefined {
	const found = templatesOf(method, overrides).flatMap(({ endpoint, template, isGuess }) => {
		const values = matchParts(template, parts);
		return values === undefined ? [] : [{ endpoint, values, isGuess }];
	});
	const rank = ({ isGuess, values, endpoint }: (typeof found)[number]) =>
		Number(isGuess) * 100 + Object.keys(values).length * 10 - strictness(endpoints[endpoint]);
	return found.sort((a, b) => rank(a) - rank(b))[0];
}

/** Of two operations that one request may be, the one with more rules counts. */
function strictness({ retry, secretResponse }: Endpoint): number {
	return Number(retry === 'never') + Number(secretResponse);
}

/** The operation whose path a request has but for the key at its end: `DELETE /products` would delete all. */
export function findWithoutKey(
	method: string,
	{ parts }: OwnPath,
	overrides: Connection['overrides'],
): EndpointId | undefined {
	return templatesOf(method, overrides).find(({ template }) => {
		const before = partsOf(template);
		while (/^\{[^{}]*\}$/.test(before[before.length - 1] ?? '')) {
			before.pop();
			if (matchParts(`/${before.join('/')}`, parts) !== undefined) return true;
		}
		return false;
	})?.endpoint;
}

interface Template {
	endpoint: EndpointId;
	template: string;
	/** Whether it is only where the operation may turn out to be. */
	isGuess: boolean;
}

function templatesOf(method: string, overrides: Connection['overrides']): Template[] {
	return (Object.keys(endpoints) as EndpointId[]).flatMap((endpoint) => {
		const { method: own, path, alternatives = [] } = endpoints[endpoint];
		const override = overriddenPath(endpoint, overrides);
		const known = [path, ...('problem' in override ? [] : [override.path])];
		const guesses = alternatives.map((text) => {
			const [first = '', second] = text.split(' ');
			return second === undefined ? { verb: own, path: first } : { verb: first, path: second };
		});
		return [
			...(own === method ? known : []).map((template) => ({ endpoint, template, isGuess: false })),
			...guesses
				.filter(({ verb }) => verb === method)
				.map((guess) => ({ endpoint, template: guess.path, isGuess: true })),
		];
	});
}

function partsOf(template: string): string[] {
	return (template.split('?')[0] ?? '').replace(/^\//, '').split('/');
}

/** The values of a template's placeholders in a path; undefined where the path is another. */
function matchParts(
	template: string,
	parts: readonly string[],
): Record<string, string> | undefined {
	const wanted = partsOf(template);
	if (wanted.length !== parts.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, one] of wanted.entries()) {
		const names: string[] = [];
		const pattern = one
			.split(PLACEHOLDER)
			.map((piece, at) => {
				if (at % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
				names.push(piece.slice(1, -1));
				return '(.+)';
			})
			.join('');
		const match = new RegExp(`^${pattern}$`, 'isu').exec(parts[index] ?? '');
		if (match === null) return undefined;
		for (const [at, name] of names.entries()) values[name] = match[at + 1] ?? '';
	}
	return values;
}
