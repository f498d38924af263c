import { validatePersonalId } from '../finnish/personalId';
import { foldText } from '../text/foldText';

/** Takes what must not be seen out of texts that Cash-In, or whatever answered in its place, has sent. */
export interface Redactor {
	/**
	 * A server's words as they may stand in a message, a hint or the log: one line of at most 600 characters, without
	 * the API key or a part of it, without personal identity codes, and without characters that act on a terminal or
	 * turn the direction of writing.
	 */
	redact(text: string): string;
	/**
	 * What a write was answered, as it may stand in an output: the same, with the API key replaced in every text and in
	 * the names of members. Nothing else is changed, and nothing is shortened.
	 */
	redactDeep<T>(value: T): T;
}

/**
 * @param apiKey as it is sent; '' where no key is involved
 */
export function createRedactor(apiKey: string): Redactor {
	const key = foldText(apiKey).folded;
	const secret = key.length >= SHORTEST_KEY;
	const spellings = [key, ...encodingsOf(apiKey)];
	const pieces = piecesOf(key);
	const whole = (folded: string) => spellings.flatMap((spelling) => spansOf(folded, spelling));
	const anyPart = (folded: string) => [...whole(folded), ...spansOfPieces(folded, pieces)];
	const withoutKey = (text: string, find: (folded: string) => Span[]) =>
		secret ? replaceSpans(text, inOriginal(text, find), KEY) : text;
	return {
		redact: (text) => {
			const looked = text.slice(0, LOOKED_AT).replace(TERMINAL, '');
			return shorten(visible(redactPersonalCodes(withoutKey(looked, anyPart))));
		},
		redactDeep: (value) => mapTexts(value, (text) => withoutKey(text, whole)),
	};
}

const KEY = '[API key]';

/** In characters. Anything shorter keeps no secret, and is part of many a word. */
const SHORTEST_KEY = 4;

/** How much of a server's words is looked at, in characters. */
const LOOKED_AT = 20_000;

/** How much of a server's words a message shows, in characters. */
const LONGEST = 600;

function shorten(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const ESCAPE = String.fromCharCode(27);

/** Sequences that colour a terminal, or clear it. */
const TERMINAL = new RegExp(`(${ESCAPE}\\[|\u009b)[0-?]*[ -/]*[@-~]`, 'g');

/** Control characters, line separators, and characters that set the direction of writing. */
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

function visible(text: string): string {
	return text.replace(ACTING, ' ').replace(/\s+/g, ' ').trim();
}

/** A part of a text: its first character, and the one after its last. */
type Span = [from: number, to: number];

/** Finds spans in the folded text, and tells where they are in the original. */
function inOriginal(text: string, find: (folded: string) => Span[]): Span[] {
	const { folded, start, end } = foldText(text);
	return find(folded).map(([from, to]): Span => [start(from), end(to - 1)]);
}

function spansOf(folded: string, spelling: string): Span[] {
	const spans: Span[] = [];
	for (let at = folded.indexOf(spelling); at !== -1; at = folded.indexOf(spelling, at + 1)) {
		spans.push([at, at + spelling.length]);
	}
	return spans;
}

/** Replaces spans; those that touch are one. */
function replaceSpans(text: string, spans: readonly Span[], by: string): string {
	let replaced = '';
	let done = 0;
	let reached = -1;
	for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
		if (from > reached) replaced += `${text.slice(done, from)}${by}`;
		reached = Math.max(reached, to);
		done = reached;
	}
	return replaced + text.slice(done);
}

/** The key in base64, wherever in the encoded bytes it begins, and in hexadecimal; in lower case, as it is searched. */
function encodingsOf(apiKey: string): string[] {
	const bytes = Buffer.from(apiKey);
	if (bytes.length < SHORTEST_PIECE) return [];
	const shifted = [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		// The characters at either end hold bits of what stands beside the key.
		return encoded.slice(
			Math.ceil((before * 8) / 6),
			Math.floor(((before + bytes.length) * 8) / 6),
		);
	});
	const urlSafe = shifted.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_'));
	const all = [...shifted, ...urlSafe, bytes.toString('hex')];
	return [...new Set(all)].map((text) => text.toLowerCase());
}

/** In characters: a part of the key that is shorter tells nobody anything, and may be a common word. */
const SHORTEST_PIECE = 8;
const LONGEST_PIECE = 16;

/** All parts of the key of one length: whatever longer part was left of the key consists of them. */
interface Pieces {
	length: number;
	texts: ReadonlySet<string>;
}

function piecesOf(key: string): Pieces {
	const third = Math.ceil(key.length / 3);
	const sensible = Math.min(Math.max(SHORTEST_PIECE, third), LONGEST_PIECE);
	const length = Math.min(key.length, sensible);
	const texts = new Set<string>();
	for (let at = 0; at + length <= key.length; at += 1) texts.add(key.slice(at, at + length));
	return { length, texts };
}

function spansOfPieces(folded: string, { length, texts }: Pieces): Span[] {
	const spans: Span[] = [];
	for (let at = 0; at + length <= folded.length; at += 1) {
		if (texts.has(folded.slice(at, at + length))) spans.push([at, at + length]);
	}
	return spans;
}

/** The same with every text in it changed, names of members too. Not by calls: an answer may be nested deeper. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
	const root: { value: T } = { value };
	const open: object[] = [root];
	for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
		for (const [name, inner] of Object.entries(holder) as Array<[string, unknown]>) {
			if (typeof inner === 'string') {
				Reflect.set(holder, name, change(inner));
			} else if (typeof inner === 'object' && inner !== null) {
				const copy = copyOf(inner, change);
				Reflect.set(holder, name, copy);
				open.push(copy);
			}
		}
	}
	return root.value;
}

function copyOf(value: object, change: (text: string) => string): object {
	if (Array.isArray(value)) return [...(value as unknown[])];
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [change(name), inner]));
}

const CODE = '[personal identity code]';

/** Takes anything that looks like a personal identity code out of a text. */
export function redactPersonalCodes(text: string): string {
	return replaceSpans(
		text,
		codesIn(text).map(({ span }) => span),
		CODE,
	);
}

/** Whether a value holds what may be a personal identity code, which has no place in an address: those are logged. */
export function holdsPersonalIdentityCode(text: string): boolean {
	return codesIn(text).some(({ likely }) => likely);
}

// A Finnish personal identity code (henkilötunnus): DDMMYY, a century sign, NNN and a check character. What a date, a
// T and a time with its zone end in (20260112T101500+0200) is written like one.
const PERSONAL_IDENTITY_CODE =
	/(?<!\d|\d{8}t)[0-3]\d[01]\d{3}[-+abcdefuvwxy]\d{3}[0-9a-y](?![a-z0-9])/g;

/**
 * What looks like a code. An invoice number such as `INV010126-1001` does as well: behind a letter or an underscore it
 * is likely to be one where its check character fits, as in `hetu_131052-308T`.
 */
function codesIn(text: string): Array<{ span: Span; likely: boolean }> {
	// A soft hyphen may be the sign itself, or only show where a line could end.
	const variants = text.includes('\u00ad') ? [text, text.replace(/\u00ad/g, '-')] : [text];
	return variants.flatMap((variant) => {
		const { folded, start, end } = foldText(variant);
		return [...folded.matchAll(PERSONAL_IDENTITY_CODE)].map(({ 0: code, index }) => {
			const attached = /[\p{L}_]/u.test(folded.charAt(index - 1));
			const span: Span = [start(index), end(index + code.length - 1)];
			return { span, likely: !attached || validatePersonalId(code).valid };
		});
	});
}
