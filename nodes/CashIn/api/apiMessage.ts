import { roles } from './generated/roles';

/**
 * Finds what the API says went wrong, whole and as it came: a redactor has to see it before it is shown or cut.
 * The members that the contract names are looked for first, then those that are common, wherever the body holds them,
 * then lists of field errors, then plain text. Returns '' when the body says nothing.
 */
export function apiMessage(body: unknown): string {
	if (typeof body === 'string') return isHtml(body) ? htmlTitle(body) : body.trim();
	const { headline, details } = read(body, 0);
	const extra = details.filter((detail) => !headline.includes(detail));
	return [headline, extra.join('; ')].filter((part) => part !== '').join(': ');
}

/** Whether a body is a web page, which no API answers with: a proxy, a login page, a wrong address. */
export function isHtml(text: string): boolean {
	return /^\s*(<!doctype html|<html|<head|<body)/i.test(text);
}

const { message, details: lists } = roles.ErrorMessage;

/** Compared as `plainName` gives them, in this order. */
const HEADLINES = plainNames(
	...[...message, 'message', 'errormessage', 'errordescription', 'detail', 'description', 'title'],
);
const NESTED = plainNames('error', 'fault', 'response', 'data', 'result');
const LISTS = plainNames(...lists, 'errors', 'modelstate', 'details');
const FIELD_NAMES = plainNames('field', 'member', 'path', 'propertyname', 'name');
const DEEPEST = 4;

function plainNames(...names: string[]): ReadonlySet<string> {
	return new Set(names.map(plainName));
}

/** Without capitals and underscores: `ErrorMessage`, `errorMessage`, `error_message`. */
export function plainName(name: string): string {
	return name.toLowerCase().replace(/_/g, '');
}

/** The values of members that go by one of some names, in the order of the names. */
function valuesNamed(members: object, names: ReadonlySet<string>): unknown[] {
	const entries = Object.entries(members).map(([name, value]): [string, unknown] => [
		plainName(name),
		value,
	]);
	return [...names].flatMap((wanted) =>
		entries.filter(([name]) => name === wanted).map(([, value]) => value),
	);
}

interface Found {
	headline: string;
	details: string[];
}

function read(value: unknown, depth: number): Found {
	if (typeof value === 'string') return { headline: value.trim(), details: [] };
	if (depth > DEEPEST || typeof value !== 'object' || value === null) {
		return { headline: '', details: [] };
	}
	if (Array.isArray(value)) return { headline: '', details: entryTexts(value, depth) };
	const nested = valuesNamed(value, NESTED).map((inner) => read(inner, depth + 1));
	const headline =
		valuesNamed(value, HEADLINES).find(isText) ??
		nested.map((found) => found.headline).find(isText) ??
		'';
	const details = [
		...valuesNamed(value, LISTS).flatMap((list) => listTexts(list, depth + 1)),
		...nested.flatMap((found) => [...found.details, found.headline]),
	].filter((detail) => detail !== '' && detail !== headline);
	return { headline: headline.trim(), details: [...new Set(details)] };
}

/** `["…"]`, `[{Field, Message}]` or `{Field: ["…"]}`. */
function listTexts(value: unknown, depth: number): string[] {
	if (isText(value)) return [value.trim()];
	if (Array.isArray(value)) return entryTexts(value, depth);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).map(([field, entry]) => {
		const text = Array.isArray(entry)
			? entry.map((one) => entryText(one, depth)).join(', ')
			: entryText(entry, depth);
		return text === '' ? '' : `${field}: ${text}`;
	});
}

function entryTexts(entries: unknown[], depth: number): string[] {
	return entries.map((entry) => entryText(entry, depth)).filter((text) => text !== '');
}

function entryText(entry: unknown, depth: number): string {
	const { headline, details } = read(entry, depth + 1);
	const text = headline !== '' ? headline : details.join(', ');
	if (text === '' || typeof entry !== 'object' || entry === null) return text;
	const field = valuesNamed(entry, FIELD_NAMES).find(isText);
	return field === undefined ? text : `${field}: ${text}`;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** How far into a web page its title is looked for, in characters. */
const WHERE_A_TITLE_IS = 20_000;

function htmlTitle(html: string): string {
	const start = html.slice(0, WHERE_A_TITLE_IS);
	const opened = start.search(/<title\b/i);
	const from = opened === -1 ? -1 : start.indexOf('>', opened);
	const to = from === -1 ? -1 : start.indexOf('<', from);
	const title = to === -1 ? '' : start.slice(from + 1, to).trim();
	return title === '' ? 'a web page' : `a web page titled "${title}"`;
}
