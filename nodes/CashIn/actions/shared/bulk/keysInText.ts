/**
 * The one sent key that a text names, e.g. "1042" or "Invoice 1042: postal code missing". A number that
 * merely occurs, as in "at most 100 characters", names nothing. Of a long text only the beginning is looked at.
 */
export function keyNamed(text: string, sent: ReadonlySet<string>): string | undefined {
	if (sent.has(text.trim())) return text.trim();
	const words = beginningOf(text);
	const named = [...words.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)]
		.filter(([word]) => sent.has(word))
		.filter(({ index }) =>
			/^\W*$|(invoice|lasku|product|tuote|customer|asiakas|document|code|number|numero|nbr|no\.?)\W*$/i.test(
				words.slice(0, index),
			),
		)
		.map(([word]) => word);
	return new Set(named).size === 1 ? named[0] : undefined;
}

/** How much of a reason is read, in characters. */
const MOST_READ = 2_000;

/** No word of it is cut in half: half a key may be another. */
function beginningOf(text: string): string {
	return text.length > MOST_READ ? text.slice(0, MOST_READ).replace(/[\p{L}\p{N}-]*$/u, '') : text;
}

/** The keys in a text that is nothing but a list of them, "1042, 1043": those sent, and how many others. */
export function keysListed(
	words: string,
	sent: ReadonlySet<string>,
): { known: string[]; unknown: number } | undefined {
	const parts = words.split(/[\s,;]+/).filter((part) => part !== '');
	if (parts.length < 2 || !parts.every((part) => sent.has(part) || /^\d+$/.test(part))) {
		return undefined;
	}
	const known = parts.filter((part) => sent.has(part));
	return { known, unknown: parts.length - known.length };
}
