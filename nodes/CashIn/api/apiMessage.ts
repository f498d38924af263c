/**
 * Finds what the API says went wrong, whole and as it came: a redactor has to see it before it is shown or cut.
 * It is found wherever the body holds it: the members of the error schema are
 * not documented, so the plausible ones are tried in turn, then lists of field errors, then plain text.
 * Returns '' when the body says nothing.
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

const HEADLINES = [
	'Message',
	'message',
	'StatusDescription',
	'ErrorMessage',
	'errorMessage',
	'ErrorDescription',
	'error_description',
	'detail',
	'Description',
	'title',
] as const;
const NESTED = ['error', 'Error', 'fault', 'Fault', 'response', 'Data', 'data', 'result'] as const;
const LISTS = ['Errors', 'errors', 'ModelState', 'modelState', 'Details', 'details'] as const;
const FIELD_NAMES = ['Field', 'field', 'Member', 'path', 'PropertyName', 'name'] as const;
const DEEPEST = 4;

interface Found {
	headline: string;
	details: string[];
}

function read(value: unknown, depth: number): Found {
	if (typeof value === 'string') return { headline: value.trim(), details: [] };
	if (depth > DEEPEST || typeof value !== 'object' || value === null) {
		return { headline: '', details: [] };
	}
	if (Array.isArray(value)) {
		return { headline: '', details: value.map((entry) => entryText(entry, depth)).filter(Boolean) };
	}
	const members: Record<string, unknown> = { ...value };
	const nested = NESTED.map((name) => read(members[name], depth + 1));
	const headline =
		HEADLINES.map((name) => members[name]).find(isText) ??
		nested.map((found) => found.headline).find(isText) ??
		'';
	const details = [
		...LISTS.flatMap((name) => listTexts(members[name], depth + 1)),
		...nested.flatMap((found) => [...found.details, found.headline]),
	].filter((detail) => detail !== '' && detail !== headline);
	return { headline: headline.trim(), details: [...new Set(details)] };
}

/** `["…"]`, `[{Field, Message}]` or `{Field: ["…"]}`. */
function listTexts(value: unknown, depth: number): string[] {
	if (isText(value)) return [value.trim()];
	if (Array.isArray(value)) return value.map((entry) => entryText(entry, depth)).filter(Boolean);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).map(([field, entry]) => {
		const text = Array.isArray(entry)
			? entry.map((one) => entryText(one, depth)).join(', ')
			: entryText(entry, depth);
		return text === '' ? '' : `${field}: ${text}`;
	});
}

function entryText(entry: unknown, depth: number): string {
	const { headline, details } = read(entry, depth + 1);
	const text = headline !== '' ? headline : details.join(', ');
	if (text === '' || typeof entry !== 'object' || entry === null) return text;
	const members: Record<string, unknown> = { ...entry };
	const field = FIELD_NAMES.map((name) => members[name]).find(isText);
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
