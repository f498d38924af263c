import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

export const root = path.join(__dirname, '..', '..');
export const contractFile = 'contract/cash-in.openapi.yaml';
/** Our reading of the API, as it was before the first document was adopted: what tests of behaviour are written for. */
export const readingFile = 'contract/reading.openapi.yaml';
export const generatedNotice = `generated from ${contractFile} by \`npm run contract\`; do not edit`;

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export const EVIDENCE_IN_WORDS = {
	documented: 'Method and path documented',
	observed: "Method and path answered a user's key",
	partial: 'Method documented, path is our reading',
	inferred: 'Title documented, method and path are our reading',
} as const;
export type Evidence = keyof typeof EVIDENCE_IN_WORDS;

/** How far a part is known that the vendor's document does not have: what was seen stays seen. */
export const withoutDocument = (evidence: Evidence | undefined): Evidence =>
	evidence === 'observed' ? 'observed' : 'inferred';

/** A JSON Schema of the contract, as far as it is used. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	format?: string;
	description?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	allOf?: Schema[];
	examples?: unknown[];
	deprecated?: boolean;
	'x-field'?: string;
	/** The editor's parameter, where it is not the field name. */
	'x-parameter'?: string;
	'x-label'?: string;
	'x-role'?: string;
	'x-ask'?: boolean;
	'x-needed'?: boolean;
	/** Of a body that asks for something: a member by which it is looked for, or the page of the list. */
	'x-criterion'?: boolean;
	'x-first-page'?: number;
	'x-picker'?: string;
	'x-personal-code'?: boolean;
	/** Names that Cash-In's document had for it before. */
	'x-former-names'?: string[];
	/** Not in the vendor's document: our reading is all there is. */
	'x-absent'?: boolean;
	'x-evidence'?: Evidence;
	'x-known-values'?: Array<{ value: string | number; meaning: string; evidence?: string }>;
	[mark: `x-${string}`]: unknown;
}

export interface Message {
	$ref?: string;
	description?: string;
	content?: Record<string, { schema: Schema; example?: unknown }>;
	'x-media-type'?: string;
	'x-evidence'?: Evidence;
}

export interface Parameter {
	$ref?: string;
	name: string;
	in: 'path' | 'query';
	required?: boolean;
	deprecated?: boolean;
	description?: string;
	schema: Schema;
	example?: unknown;
	'x-field'?: string;
	'x-role'?: string;
	'x-picker'?: string;
	/** Must be filled in: without it everything would be asked for. */
	'x-needed'?: boolean;
	/** May be a personal identity code, which has no place in an address. */
	'x-personal-code'?: boolean;
	'x-former-names'?: string[];
	'x-absent'?: boolean;
	/** Number of the first page, where it is not 1. */
	'x-first-page'?: number;
	'x-evidence'?: Evidence;
	[mark: `x-${string}`]: unknown;
}

export interface Operation {
	operationId: string;
	summary: string;
	description?: string;
	deprecated?: boolean;
	tags?: string[];
	parameters?: Parameter[];
	requestBody?: Message;
	responses: Record<string, Message>;
	'x-evidence': Evidence;
	'x-evidence-note'?: string;
	'x-source'?: string;
	'x-action'?: string | string[];
	'x-shown'?: string[];
	/** It takes away what it names, by whatever method. */
	'x-deletes'?: boolean;
	'x-done'?: string;
	'x-simplify'?: Array<string | Record<string, string>>;
	'x-either-of'?: string[];
	'x-marks-as-read'?: string;
	'x-retry'?: 'never';
	'x-partner-key'?: boolean;
	'x-secret-response'?: boolean;
	/** Not in the vendor's document: it stays as it was. */
	'x-absent'?: boolean;
	/** Other paths to try, in the sandbox only: `/token/validate`, `/settlement?number=`, `POST /creditors`. */
	'x-alternatives'?: string[];
	'x-default-window'?: { days: number; from: string[]; to: string[]; 'x-evidence': string };
	[mark: `x-${string}`]: unknown;
}

export interface Contract {
	openapi: string;
	servers: Array<{ url: string }>;
	tags: Array<{ name: string }>;
	paths: Record<
		string,
		{ parameters?: Parameter[] } & Partial<Record<(typeof METHODS)[number], Operation>>
	>;
	components: { schemas: Record<string, Schema>; responses: Record<string, Message> };
}

/** One operation as a flat row. */
export interface OperationRow {
	id: string;
	title: string;
	tag: string;
	method: string;
	path: string;
	evidence: Evidence;
	note?: string;
	source?: string;
	/** Those of the path merged in, references resolved. */
	parameters: Parameter[];
	operation: Operation;
}

/**
 * Parses an OpenAPI document, YAML or JSON; references stay unresolved.
 * @param file path of the document; the contract of this repository when left out
 */
export function readContract(file = path.join(root, contractFile)): Contract {
	return YAML.parse(fs.readFileSync(file, 'utf8')) as Contract;
}

/** Every operation of a document, in the document's own order. */
export function operationsOf(contract: Contract): OperationRow[] {
	return Object.entries(contract.paths ?? {}).flatMap(([route, item]) =>
		METHODS.flatMap((method): OperationRow[] => {
			const operation = item[method];
			if (operation === undefined) return [];
			return [
				{
					id: operation.operationId,
					title: operation.summary,
					tag: operation.tags?.[0] ?? '',
					method: method.toUpperCase(),
					path: route,
					evidence: operation['x-evidence'],
					note: operation['x-evidence-note'],
					source: operation['x-source'],
					parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
						(parameter) => resolve(contract, parameter),
					),
					operation,
				},
			];
		}),
	);
}

/** The path of one operation of our contract, as `/invoices/{number}`. */
export function pathOf(id: string): string {
	ours ??= operationsOf(readContract());
	const row = ours.find((candidate) => candidate.id === id);
	if (row === undefined) throw new Error(`The contract has no operation ${id}`);
	return row.path;
}

/** Read once: it is a long document. */
let ours: OperationRow[] | undefined;

/** Follows `$ref` until there is none; anything else comes back as it is. */
export function resolve<T extends { $ref?: string }>(contract: Contract, node: T): T {
	let current = node;
	while (current.$ref !== undefined) {
		const keys = current.$ref.replace(/^#\//, '').split('/').map(unescapePointer);
		const found = keys.reduce<unknown>((value, key) => Object(value)[key] as unknown, contract);
		if (found === undefined) throw new Error(`The reference ${current.$ref} leads nowhere`);
		current = found as T;
	}
	return current;
}

const unescapePointer = (key: string) =>
	decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~');

/** The last part of a reference: `#/components/schemas/Invoice` -> `Invoice`. */
export const nameOf = (schema: Schema | undefined) => schema?.$ref?.split('/').pop();

/** The types a schema allows beside null. */
export const typesOf = (schema: Schema | undefined) =>
	[schema?.type ?? []].flat().filter((type) => type !== 'null');

export const isList = (schema: Schema) => typesOf(schema).includes('array');

/** The members of a schema, those of its `allOf` parts first. */
export function propertiesOf(contract: Contract, schema: Schema): Record<string, Schema> {
	const whole = resolve(contract, schema);
	const parts = (whole.allOf ?? []).map((part) => propertiesOf(contract, part));
	return Object.assign({}, ...parts, whole.properties) as Record<string, Schema>;
}

/** The JSON of a body or answer; undefined where it has none. */
export function jsonOf(contract: Contract, message: Message | undefined) {
	return message === undefined
		? undefined
		: resolve(contract, message).content?.['application/json'];
}

/** The answer of an operation that was done, the first that has a body; undefined where none has. */
export function successOf(contract: Contract, { id, operation }: OperationRow) {
	const codes = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
	if (codes.length === 0) throw new Error(`${id} has no answer for success`);
	return codes
		.map((code) => jsonOf(contract, operation.responses[code]))
		.find((json) => json !== undefined);
}

/** The stable name of a member or parameter. @throws when the contract gives none */
export function fieldOf(holder: string, name: string, mark: { 'x-field'?: string }): string {
	const field = mark['x-field'];
	if (field !== undefined && /^[a-z][A-Za-z0-9]*$/.test(field)) return field;
	throw new Error(`${holder}.${name} needs an x-field, a name such as invoiceNumber`);
}

/** The wire name on the way to a field: `dates.paymentDate` -> `['Dates', 'PaymentDate']`. @throws when there is none */
export function wirePath(contract: Contract, schema: Schema, field: string, of: string): string[] {
	const [first = '', ...rest] = field.split('.');
	const found = Object.entries(propertiesOf(contract, schema)).find(
		([, member]) => member['x-field'] === first,
	);
	if (found === undefined) throw new Error(`${of}: no member has the x-field ${first} (${field})`);
	const [name, member] = found;
	if (rest.length === 0) return [name];
	return [name, ...wirePath(contract, member, rest.join('.'), of)];
}
