/** A text as a reader takes it in, and where in the original each of its characters is written. */
export interface FoldedText {
	/** Lower case, escapes decoded, invisible characters left out, every dash `-`, full-width letters and digits plain. */
	folded: string;
	/** Where the original writes a character of `folded`. */
	start(at: number): number;
	end(at: number): number;
}

/** Zero-width characters, byte order mark, soft hyphen: pasted along unseen. */
export const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g;

/**
 * Undoes what may stand between a secret and its echo: percent-encoding (twice, too), escapes of JSON and HTML,
 * look-alike dashes and digits, invisible characters.
 */
export function foldText(text: string): FoldedText {
	if (/^[ !"#$'-[\]-~]*$/.test(text)) {
		return { folded: text.toLowerCase(), start: (at) => at, end: (at) => at + 1 };
	}
	let folded = '';
	const starts: number[] = [];
	const ends: number[] = [];
	for (const { 0: written, index, groups = {} } of text.matchAll(CHARACTERS)) {
		for (const character of plain(meant(written, groups))) {
			folded += character;
			starts.push(index);
			ends.push(index + written.length);
		}
	}
	return { folded, start: (at) => starts[at] ?? 0, end: (at) => ends[at] ?? text.length };
}

// What introduces an escape may be percent-encoded itself.
const BACKSLASH = String.raw`(?:\\|%(?:25)*5c)+`;
const AMPERSAND = '(?:&|%(?:25)*26)(?:amp;)*';
const NUMBER = `${AMPERSAND}(?:#|%(?:25)*23)`;
const END = '(?:;|%(?:25)*3b)';

const CHARACTERS = new RegExp(
	[
		`${BACKSLASH}u(?<unicode>[0-9a-f]{4})`,
		`${BACKSLASH}x(?<hex>[0-9a-f]{2})`,
		`${NUMBER}x(?<entityHex>[0-9a-f]{1,6})${END}`,
		`${NUMBER}(?<entity>[0-9]{1,7})${END}`,
		`${AMPERSAND}(?<named>lt|gt|quot|apos|amp)${END}`,
		'(?<bytes>%(?:25)*[c-f][0-9a-f](?:%(?:25)*[89ab][0-9a-f]){1,3}|%(?:25)*[0-9a-f]{2})',
		'[^]',
	].join('|'),
	'giu',
);

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function meant(written: string, groups: Record<string, string | undefined>): string {
	const { bytes, unicode, hex, entityHex, entity, named } = groups;
	if (bytes !== undefined) return decodeBytes(bytes.replace(/%(?:25)*/g, '')).replace('\\', '');
	const sixteen = unicode ?? hex ?? entityHex;
	if (sixteen !== undefined) return character(parseInt(sixteen, 16));
	if (entity !== undefined) return character(Number(entity));
	if (named !== undefined) return NAMED[named.toLowerCase()] ?? written;
	// JSON puts one before a slash or a quotation mark.
	return written === '\\' ? '' : written;
}

function decodeBytes(hex: string): string {
	return Buffer.from(hex, 'hex').toString('utf8');
}

function character(code: number): string {
	return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Invisible, or a sign to a terminal or to the writing; what ends a line or a word is neither. */
const UNSEEN = new RegExp(
	`${INVISIBLE.source}|[\\u061c\\u202a-\\u202e\\u2066-\\u2069]|(?![\\t\\n\\r])\\p{Cc}`,
	'gu',
);

/** In units of UTF-16, as they are counted in a text. */
function plain(text: string): string[] {
	if (/^[ -~]$/.test(text)) return [text.toLowerCase()];
	const seen = text.replace(UNSEEN, '');
	if (/^[\p{Pd}\u2212]$/u.test(seen)) return ['-'];
	return seen.normalize('NFKC').toLowerCase().split('');
}
