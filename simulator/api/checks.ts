import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';

import { unknownMember } from './unknownMembers';

/** Each check answers a sentence about the first thing wrong, or undefined when all is well. */
export interface Checks {
	/** Turns query and path values into the types the contract gives them, in place. */
	checkParameters(given: { path: Values; query: Values; header: Values }): string | undefined;
	/** `undefined` is a request without a body. */
	checkBody(body: unknown): string | undefined;
	/** Of a body and a query: something the contract does not know. Not an error unless one wants it. */
	checkUnknown(given: { body: unknown; query: Values }): string | undefined;
	/** `undefined` is an answer without a body. */
	checkAnswer(status: number, body: unknown): string | undefined;
}

/** A place in the contract document: what stands there, and the JSON pointer to it. */
export interface Place {
	pointer: string;
	node: { [member: string]: unknown };
}

type Values = { [name: string]: unknown };

interface Parts {
	parameters: readonly Place[];
	body: Place | undefined;
	answers: ReadonlyArray<{ status: string; place: Place }>;
}

const JSON_TYPE = 'application/json';
const PLACES = ['path', 'query', 'header'] as const;

/**
 * Makes checks out of places in the contract document. A schema is compiled when first needed, once.
 */
export function createCompiler(document: { [member: string]: unknown }) {
	// strict: false, because OpenAPI and its x- keywords are not JSON Schema's own.
	const bodies = new Ajv2020({ strict: false });
	const parameters = new Ajv2020({ strict: false, coerceTypes: 'array' });
	for (const ajv of [bodies, parameters]) {
		addFormats(ajv);
		// The whole document is one schema, so that every $ref in it resolves; it is not checked as one.
		ajv.addSchema(document, 'contract', undefined, false);
	}
	const compiled = new Map<string, ValidateFunction>();
	const at = (pointer: string) => {
		const known = compiled.get(pointer) ?? bodies.compile({ $ref: `contract${pointer}` });
		compiled.set(pointer, known);
		return known;
	};

	return {
		checksOf(parts: Parts): Checks {
			const validators = new Map<string, ValidateFunction>();
			const validatorOf = (place: (typeof PLACES)[number]) => {
				const known =
					validators.get(place) ?? parameters.compile(schemaOf(parts.parameters, place));
				validators.set(place, known);
				return known;
			};
			return {
				checkParameters: (given) => {
					for (const place of PLACES) {
						const validate = validatorOf(place);
						if (!validate(given[place]))
							return describe(validate.errors, `The ${place} parameters`);
					}
					return undefined;
				},
				checkBody: (body) => {
					if (parts.body === undefined) return undefined;
					if (body === undefined) {
						return parts.body.node.required === true ? 'The request has no body.' : undefined;
					}
					const validate = at(`${parts.body.pointer}/content/${mediaSegment}/schema`);
					return validate(body) ? undefined : describe(validate.errors, 'The request body');
				},
				checkUnknown: ({ body, query }) => {
					const known = parts.parameters.map(({ node }) => node.name);
					const stray = Object.keys(query).find((name) => !known.includes(name));
					if (stray !== undefined) return `The query parameter ${stray} is not known.`;
					const content = parts.body?.node.content as { [type: string]: Values } | undefined;
					const schema = content?.[JSON_TYPE]?.schema as Values | undefined;
					const member = schema && unknownMember(body, schema, (ref) => lookUp(document, ref));
					return member === undefined ? undefined : `The member ${member} is not known.`;
				},
				checkAnswer: (status, body) => {
					const answer =
						parts.answers.find((each) => each.status === String(status)) ??
						parts.answers.find((each) => each.status === 'default');
					if (answer === undefined) return `The contract has no answer with status ${status}.`;
					const content = answer.place.node.content as { [type: string]: unknown } | undefined;
					if (content?.[JSON_TYPE] === undefined) {
						return body === undefined ? undefined : `Status ${status} has no body in the contract.`;
					}
					if (body === undefined) return `Status ${status} has a body in the contract.`;
					const validate = at(`${answer.place.pointer}/content/${mediaSegment}/schema`);
					return validate(body) ? undefined : describe(validate.errors, 'The answer');
				},
			};
		},
	};
}

const mediaSegment = encodeURIComponent(JSON_TYPE.replace('/', '~1'));

/** What a reference within the document points to. */
export function lookUp(document: Values, pointer: string): Values {
	let node: unknown = document;
	for (const segment of pointer.replace(/^#\//, '').split('/')) {
		node = (node as Values)[decodeURIComponent(segment).replace(/~1/g, '/').replace(/~0/g, '~')];
	}
	return node as Values;
}

function schemaOf(parameters: readonly Place[], place: (typeof PLACES)[number]) {
	const ours = parameters.filter(({ node }) => node.in === place);
	// Node's header names are in lower case.
	const nameOf = ({ node }: Place) =>
		place === 'header' ? String(node.name).toLowerCase() : String(node.name);
	return {
		type: 'object',
		properties: Object.fromEntries(
			ours.map((parameter) => [nameOf(parameter), { $ref: `contract${parameter.pointer}/schema` }]),
		),
		required: ours.filter(({ node }) => node.required === true).map(nameOf),
	};
}

/**
 * A validation error as an API would word it: which item of an array body, which member, what is wrong.
 *
 * @param whole how to call the thing itself, when the error is not in a member of it
 */
function describe(errors: ErrorObject[] | null | undefined, whole: string): string {
	const error = errors?.[0];
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
