/**
 * Strips what people and programs add to an identifier without meaning anything by it: every kind of space
 * (a web page copies no-break spaces, a PDF zero-width ones), soft hyphens, lower case, and the typographic
 * dashes a word processor puts in place of a hyphen. What is left is judged strictly.
 */
export function tidy(text: string): string {
	return text.replace(INVISIBLE, '').replace(DASHES, '-').toUpperCase();
}

/** `text` cut into groups, counted from its beginning: `('RF341234561', 4)` → `RF34 1234 561`. */
export function groupFromLeft(text: string, size: number): string {
	const groups: string[] = [];
	for (let start = 0; start < text.length; start += size) {
		groups.push(text.slice(start, start + size));
	}
	return groups.join(' ');
}

/** `text` cut into groups, counted from its end: `('1234561', 5)` → `12 34561`. */
export function groupFromRight(text: string, size: number): string {
	const groups: string[] = [];
	for (let end = text.length; end > 0; end -= size) {
		groups.unshift(text.slice(Math.max(0, end - size), end));
	}
	return groups.join(' ');
}

const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u2060]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
