import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** A node of the contract document. */
export type Node = { [member: string]: unknown };

/** Each check answers a sentence about the first thing wrong, or undefined when all is well. */
export interface Checks {
	/** Turns query and path values into the types the contract gives them, in place. */
	checkParameters(given: { path: Node; query: Node; header: Node }): string | undefined;
	/** `undefined` is a request without a body. */
	checkBody(body: unknown): string | undefined;
	/** Of a body and a query: something the contract does not know. Not an error unless one wants it. */
	checkUnknown(given: { body: unknown; query: Node }): string | undefined;
	/** `undefined` is an answer without a body. */
	checkAnswer(status: number, body: unknown): string | undefined;
}

/** The parts of an operation, references followed. */
interface Parts {
	parameters: readonly Node[];
	/** Empty: it takes none. */
	body: Node;
	/** By status. */
	answers: ReadonlyMap<string, Node>;
}

/** The document's name in references: `contract#/components/schemas/Payment`. */
export const CONTRACT = 'contract';

const PLACES = ['path', 'query', 'header'] as const;

/** Makes the checks of operations. A schema is compiled when first needed, once. */
export function createChecker(document: Node): (parts: Parts) => Checks {
	// Not strict, because OpenAPI and its x- keywords are not JSON Schema's own.
	const options = { strict: false, validateSchema: false };
	const bodies = new Ajv2020(options);
	const values = new Ajv2020({ ...options, coerceTypes: 'array' });
	for (const ajv of [bodies, values]) {
		addFormats(ajv);
		// The whole document is one schema, so that every reference resolves.
		ajv.addSchema(document, CONTRACT);
	}
	return ({ parameters, body, answers }) => {
		const names = parameters.map(({ name }) => name);
		const places = PLACES.map((place) => ({ place, schema: schemaOf(parameters, place) }));
		return {
			checkParameters: (given) => {
				for (const { place, schema } of places) {
					const wrong = check(values.compile(schema), given[place], `The ${place} parameters`);
					if (wrong !== undefined) return wrong;
				}
				return undefined;
			},
			checkBody: (given) => {
				const schema = jsonSchemaOf(body);
				if (schema === undefined) return undefined;
				if (given !== undefined) return check(bodies.compile(schema), given, 'The request body');
				return body.required === true ? 'The request has no body.' : undefined;
			},
			checkUnknown: (given) => {
				const stray = Object.keys(given.query).find((name) => !names.includes(name));
				if (stray !== undefined) return `The query parameter ${stray} is not known.`;
				const schema = jsonSchemaOf(body);
				const member = schema && unknownMember(document, given.body, schema);
				return member === undefined ? undefined : `The member ${member} is not known.`;
			},
			checkAnswer: (status, given) => {
				const answer = answers.get(String(status)) ?? answers.get('default');
				if (answer === undefined) return `The contract has no answer with status ${status}.`;
				const schema = jsonSchemaOf(answer);
				if (schema === undefined) {
					return given === undefined ? undefined : `Status ${status} has no body in the contract.`;
				}
				if (given === undefined) return `Status ${status} has a body in the contract.`;
				return check(bodies.compile(schema), given, 'The answer');
			},
		};
	};
}

/** A node, or what it refers to. */
export function follow(document: Node, node: Node): Node {
	if (typeof node.$ref !== 'string') return node;
	const segments = node.$ref.replace(/^[^#]*#\//, '').split('/');
	let target = document;
	for (const segment of segments) target = target[segment] as Node;
	return follow(document, target);
}

/** What of a body or an answer is JSON: its schema, and examples; undefined for one that has none. */
export function jsonOf({ content }: Node): Node | undefined {
	const types = (content ?? {}) as { [type: string]: Node };
	return (
		types['application/json'] ?? Object.entries(types).find(([type]) => /json/.test(type))?.[1]
	);
}

function jsonSchemaOf(node: Node): Node | undefined {
	return jsonOf(node)?.schema as Node | undefined;
}

function schemaOf(parameters: readonly Node[], place: string): Node {
	const own = parameters
		.filter((parameter) => parameter.in === place)
		.map(({ name, required, schema }) => ({
			// Node's header names are in lower case.
			name: place === 'header' ? String(name).toLowerCase() : String(name),
			required,
			schema,
		}));
	return {
		type: 'object',
		properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
		required: own.filter(({ required }) => required === true).map(({ name }) => name),
	};
}

function check(validate: ValidateFunction, value: unknown, whole: string): string | undefined {
	return validate(value) ? undefined : describe(validate.errors?.[0], whole);
}

/**
 * A validation error as an API would word it: which item of an array body, which member, what is wrong.
 *
 * @param whole how to call the thing itself, when the error is not in a member of it
 */
function describe(error: ErrorObject | undefined, whole: string): string {
	if (error === undefined) return `${whole} is not valid.`;
	const segments = error.instancePath.split('/').slice(1);
	const missing = error.params.missingProperty as string | undefined;
	if (missing !== undefined) segments.push(missing);
	const wrong = missing === undefined ? (error.message ?? 'is not valid') : 'is required';

	const item = /^\d+$/.test(segments[0] ?? '') ? `Item ${segments.shift()}` : undefined;
	const member = segments.reduce(
		(path, segment) => (/^\d+$/.test(segment) ? `${path}[${segment}]` : `${path}.${segment}`),
		'',
	);
	const where = [item, member === '' ? undefined : member.slice(1)].filter(Boolean).join(', ');
	return `${where === '' ? whole : where} ${wrong}.`;
}

/**
 * The first member of a value that its schema does not name: for the strict mode, since the contract's
 * own objects are open.
 *
 * @returns the member's path, `InvoiceRows[0].Colour`; undefined when all are known
 */
function unknownMember(
	document: Node,
	value: unknown,
	schema: Node,
	path = '',
): string | undefined {
	const { members, items } = membersOf(document, schema);
	if (Array.isArray(value)) {
		if (items === undefined) return undefined;
		return firstOf(value.entries(), (item, index) =>
			unknownMember(document, item, items, `${path}[${index}]`),
		);
	}
	// A schema without members is one that says nothing about them.
	if (typeof value !== 'object' || value === null || members.size === 0) return undefined;
	return firstOf(Object.entries(value), (inner, name) => {
		const place = path === '' ? name : `${path}.${name}`;
		const member = members.get(name);
		return member === undefined ? place : unknownMember(document, inner, member, place);
	});
}

/** Members and items of a schema, of what it refers to and of what it is put together from. */
export function membersOf(document: Node, schema: Node) {
	const members = new Map<string, Node>();
	let items = schema.items as Node | undefined;
	const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((each) => (schema[each] ?? []) as Node[]);
	if (schema.$ref !== undefined) parts.push(follow(document, schema));
	for (const part of parts) {
		const inner = membersOf(document, part);
		for (const [name, member] of inner.members) members.set(name, member);
		items ??= inner.items;
	}
	for (const [name, member] of Object.entries((schema.properties ?? {}) as Record<string, Node>)) {
		members.set(name, member);
	}
	return { members, items };
}

function firstOf<Key, Value>(
	entries: Iterable<[Key, Value]>,
	look: (value: Value, key: Key) => string | undefined,
): string | undefined {
	for (const [key, value] of entries) {
		const found = look(value, key);
		if (found !== undefined) return found;
	}
	return undefined;
}
