/** Plain text as one line: white space closed up. What looks like a tag is meant as it stands. */
export function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/**
 * What a shop writes for a web page, as a line of plain text: tags taken out, entities decoded, white space closed up.
 * Entities are decoded twice, since shops encode twice; a name that reads `&ndash;` is no name. A word in angle
 * brackets that is no tag is meant as it stands.
 */
export function plainText(html: string): string {
	const decoded = decode(decode(html.replace(TAG, ' ')));
	return decoded.replace(TAG, ' ').replace(/\s+/g, ' ').trim();
}

function decode(text: string): string {
	return text.replace(ENTITY, (whole, body: string) => {
		if (!body.startsWith('#')) return ENTITIES.get(body) ?? whole;
		const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
		const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
		return isCharacter ? String.fromCodePoint(WINDOWS_1252[code] ?? code) : ' ';
	});
}

/** Tags and comments that are written into names of products. */
const TAG =
	/<!--[^<>]*>|<\/?(?:a|abbr|b|bdi|big|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|s|small|span|strike|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,7});/g;

/** Entities that shops, their themes and editors emit. Soft hyphens and joiners are not for a line of text. */
// prettier-ignore
const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({
	amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ',
	shy: '', zwnj: '', zwj: '', ndash: '–', mdash: '—', minus: '−', hellip: '…', lsquo: '‘',
	rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»',
	lsaquo: '‹', rsaquo: '›', bull: '•', middot: '·', times: '×', divide: '÷', plusmn: '±',
	frac12: '½', frac14: '¼', frac34: '¾', sup2: '²', sup3: '³', deg: '°', micro: 'µ', permil: '‰',
	euro: '€', pound: '£', yen: '¥', cent: '¢', copy: '©', reg: '®', trade: '™', sect: '§',
	para: '¶', rarr: '→', larr: '←', auml: 'ä', Auml: 'Ä', ouml: 'ö', Ouml: 'Ö', aring: 'å',
	Aring: 'Å', uuml: 'ü', Uuml: 'Ü', szlig: 'ß', oslash: 'ø', Oslash: 'Ø', aelig: 'æ', AElig: 'Æ',
	eacute: 'é', Eacute: 'É', egrave: 'è', ecirc: 'ê', euml: 'ë', aacute: 'á', agrave: 'à',
	acirc: 'â', atilde: 'ã', iacute: 'í', iuml: 'ï', oacute: 'ó', ocirc: 'ô', otilde: 'õ',
	uacute: 'ú', ccedil: 'ç', ntilde: 'ñ', scaron: 'š', Scaron: 'Š', zcaron: 'ž', Zcaron: 'Ž',
}));

/** Numbers that browsers read as Windows-1252: punctuation pasted from an office program. */
// prettier-ignore
const WINDOWS_1252: Readonly<Record<number, number>> = {
	0x80: 0x20ac, 0x82: 0x201a, 0x84: 0x201e, 0x85: 0x2026, 0x91: 0x2018, 0x92: 0x2019,
	0x93: 0x201c, 0x94: 0x201d, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122,
};
