import { membersOf, follow, type Node } from './checks';

/** What a schema says of the value itself. */
export interface Form {
	/** Without null; none: any. */
	types: readonly string[];
	nullable: boolean;
	/** Wire names of the members that must be there. */
	required: readonly string[];
	format: string | undefined;
	pattern: RegExp | undefined;
	values: readonly unknown[];
}

/** The schema itself, what it refers to and what it is put together from. */
function partsOf(document: Node, schema: Node): Node[] {
	const own = follow(document, schema);
	const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((each) => (own[each] ?? []) as Node[]);
	return [schema, own, ...parts.flatMap((part) => partsOf(document, part))];
}

export function formOf(document: Node, schema: Node): Form {
	const parts = partsOf(document, schema);
	const types = [...new Set(parts.flatMap(({ type }) => type ?? []) as string[])];
	const first = (name: string) => parts.find((part) => part[name] !== undefined)?.[name];
	const pattern = first('pattern');
	// A member that one of several forms alone needs is not needed.
	const needed = [
		follow(document, schema),
		...((follow(document, schema).allOf ?? []) as Node[]).flatMap((part) =>
			partsOf(document, part),
		),
	];
	return {
		types: types.filter((type) => type !== 'null'),
		nullable: types.length === 0 || types.includes('null'),
		required: [...new Set(needed.flatMap(({ required }) => (required ?? []) as string[]))],
		format: first('format') as string | undefined,
		pattern: pattern === undefined ? undefined : new RegExp(String(pattern)),
		values: (first('enum') ?? []) as unknown[],
	};
}

/** A value of the world as a schema wants it, where that can be told; otherwise as it is. */
export function fitScalar(form: Form, value: unknown): unknown {
	if (value === null || value === undefined || typeof value === 'object') return value;
	const { types } = form;
	if (types.length === 0) return value;
	if (types.includes(typeof value) || (types.includes('integer') && Number.isInteger(value))) {
		return typeof value === 'string' ? fitText(form, value) : value;
	}
	if (types.includes('array')) return [value];
	if (types.includes('string')) return fitText(form, textOf(form, value));
	if (types.includes('boolean')) return !NO.test(String(value));
	const number = Number(value);
	if (Number.isNaN(number)) return value;
	return types.includes('number') ? number : Math.round(number);
}

const NO = /^(0|false|no|n|ei|e|)$/i;
/** Words for yes and no, as a code may have them. */
const WORDS = [
	['true', 'false'],
	['yes', 'no'],
	['y', 'n'],
	['1', '0'],
] as const;

function textOf({ pattern, values }: Form, value: unknown): string {
	if (typeof value === 'boolean') {
		const words = WORDS.map(([yes, no]) => (value ? yes : no));
		const known = values.find((each) => words.some((word) => isSame(each, word)));
		return String(known ?? value);
	}
	const plain = String(value);
	// Money as text has its cents.
	if (typeof value === 'number' && pattern?.test(plain) === false) return value.toFixed(2);
	return plain;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function fitText({ format, values }: Form, text: string): unknown {
	if (format === 'date' && !DAY.test(text)) return text.slice(0, 10);
	if (format === 'date-time' && DAY.test(text)) return `${text}T00:00:00Z`;
	if (values.length === 0 || values.includes(text)) return text;
	return values.find((each) => isSame(each, text)) ?? text;
}

function isSame(one: unknown, other: unknown): boolean {
	return String(one).toLowerCase() === String(other).toLowerCase();
}

/** A value for a member that must be there and that the world knows nothing of. */
export function sampleOf(document: Node, schema: Node): unknown {
	const form = formOf(document, schema);
	const parts = partsOf(document, schema);
	for (const part of parts) {
		const examples = [part.const, part.example, ...((part.examples ?? []) as unknown[])];
		const found = [...examples, part.default, ...((part.enum ?? []) as unknown[])].find(
			(each) => each !== undefined,
		);
		if (found !== undefined) return found;
	}
	if (form.nullable && form.types.length > 0) return null;
	const [type = 'string'] = form.types;
	if (type === 'object') {
		const { members } = membersOf(document, schema);
		return Object.fromEntries(
			form.required.map((name) => [name, sampleOf(document, members.get(name) ?? {})]),
		);
	}
	if (type === 'string' && form.format !== undefined) return SAMPLES[form.format] ?? '';
	return { array: [], boolean: true, string: '' }[type] ?? 0;
}

const SAMPLES: { [format: string]: string } = {
	date: '2026-01-01',
	'date-time': '2026-01-01T00:00:00Z',
	uuid: '00000000-0000-4000-8000-000000000000',
	uri: 'https://example.com/',
	email: 'office@example.com',
};
