/**
 * What an OpenAPI 3.1 document says of the API, one fact a line, so that two documents can be compared without knowing
 * how they are written: `POST /invoices body [].Number: string required`.
 */
type Json = Record<string, unknown>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const MOST_DEEP = 6;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export interface FactOptions {
	/** Leaves out what is marked as absent from the vendor's document, and what is only our reading. */
	ofVendor?: boolean;
}

export function factsOf(document: Json, options: FactOptions = {}): string[] {
	const facts: string[] = [];
	for (const [path, item] of Object.entries(objectOf(document.paths))) {
		for (const method of METHODS) {
			const operation = objectOf(item)[method];
			if (!isObject(operation)) continue;
			if (options.ofVendor === true && operation['x-absent'] === true) continue;
			const shared = listOf(objectOf(item).parameters);
			factsOfOperation(
				document,
				`${method.toUpperCase()} ${path}`,
				operation,
				shared,
				facts,
				options,
			);
		}
	}
	return [...new Set(facts)].sort();
}

function factsOfOperation(
	document: Json,
	key: string,
	operation: Json,
	shared: unknown[],
	facts: string[],
	options: FactOptions,
): void {
	facts.push(key);
	if (operation.deprecated === true) facts.push(`${key} deprecated`);
	for (const node of [...shared, ...listOf(operation.parameters)]) {
		const parameter = objectOf(follow(document, node));
		if (options.ofVendor === true && parameter['x-absent'] === true) continue;
		const place = `${key} ${String(parameter.in)} ${String(parameter.name)}`;
		facts.push(
			`${place}: ${typeOf(document, parameter.schema)}${parameter.required === true ? ' required' : ''}`,
		);
		factsOfValues(document, place, parameter.schema, facts);
	}
	const body = objectOf(follow(document, operation.requestBody));
	const [media] = Object.values(objectOf(body.content));
	if (media !== undefined) {
		facts.push(`${key} body${body.required === true ? ' required' : ''}`);
		factsOfSchema(document, `${key} body `, objectOf(media).schema, facts, options);
	}
	for (const [status, node] of Object.entries(objectOf(operation.responses))) {
		const answer = objectOf(follow(document, node));
		const evidence = objectOf(node)['x-evidence'] ?? answer['x-evidence'];
		if (options.ofVendor === true && evidence === 'inferred') continue;
		const [content] = Object.values(objectOf(answer.content));
		if (content === undefined) continue;
		const place = `${key} ${status} `;
		factsOfSchema(document, place, objectOf(content).schema, facts, options);
	}
}

function factsOfSchema(
	document: Json,
	place: string,
	node: unknown,
	facts: string[],
	options: FactOptions,
	depth = 0,
): void {
	const schema = whole(document, node);
	if (depth > MOST_DEEP) return;
	if (schema.items !== undefined) {
		facts.push(`${place}[]`);
		factsOfSchema(document, `${place}[].`, schema.items, facts, options, depth + 1);
		return;
	}
	for (const [name, member] of Object.entries(objectOf(schema.properties))) {
		const flat = whole(document, member);
		if (options.ofVendor === true && flat['x-absent'] === true) continue;
		const required = listOf(schema.required).includes(name) ? ' required' : '';
		const deprecated = flat.deprecated === true ? ' deprecated' : '';
		facts.push(`${place}${name}: ${typeOf(document, member)}${required}${deprecated}`);
		factsOfValues(document, `${place}${name}`, member, facts);
		factsOfSchema(document, `${place}${name}.`, member, facts, options, depth + 1);
	}
}

/** Closed lists in one document are known values in the other. */
function factsOfValues(document: Json, place: string, node: unknown, facts: string[]): void {
	const schema = whole(document, node);
	const known = listOf(schema['x-known-values']).map(objectOf);
	const values = Array.isArray(schema.enum)
		? schema.enum
		: known.filter(({ evidence }) => evidence === 'documented').map(({ value }) => value);
	for (const value of values) if (value !== null) facts.push(`${place} = ${String(value)}`);
}

function typeOf(document: Json, node: unknown): string {
	const schema = whole(document, node);
	if (schema.properties !== undefined) return 'object';
	if (schema.items !== undefined) return 'array';
	const types = [schema.type ?? 'any'].flat().map(String).sort().join('|');
	return schema.format === undefined ? types : `${types} (${String(schema.format)})`;
}

/** A schema with its parts and references taken together. */
function whole(document: Json, node: unknown): Json {
	const own = objectOf(node);
	const target =
		own.$ref === undefined ? {} : whole(document, follow(document, { $ref: own.$ref }));
	const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((part) => listOf(own[part]));
	const merged = parts
		.map((part) => whole(document, part))
		.reduce(
			(all, part) => ({
				...all,
				...part,
				properties: { ...objectOf(all.properties), ...objectOf(part.properties) },
			}),
			{},
		);
	const all: Json = { ...target, ...merged, ...own };
	const properties = {
		...objectOf(target.properties),
		...objectOf(merged.properties),
		...objectOf(own.properties),
	};
	if (Object.keys(properties).length > 0) all.properties = properties;
	else delete all.properties;
	return all;
}

function follow(document: Json, node: unknown): unknown {
	let current = node;
	while (isObject(current) && typeof current.$ref === 'string') {
		const keys = current.$ref.replace(/^#\//, '').split('/').map(decodeURIComponent);
		current = keys.reduce<unknown>(
			(holder, key) => objectOf(holder)[key.replace(/~1/g, '/').replace(/~0/g, '~')],
			document,
		);
	}
	return current;
}
