'use strict';

const { generatedNotice, nameOf, operationsOf, resolve, typesOf } = require('./source');

/**
 * What the node builds its fields from: the members of every schema a request body may hold, the
 * path and query parameters of every operation, and which schema is whose body.
 */
function membersFile(contract) {
	const rows = operationsOf(contract);
	const bodies = Object.fromEntries(
		rows
			.filter(({ operation }) => operation.requestBody)
			.map(({ id, operation }) => [id, bodyOf(contract, operation)]),
	);
	const members = {};
	for (const { schema } of Object.values(bodies)) collect(contract, schema, members);
	const parametersIn = (place) =>
		rows
			.map(({ id, parameters }) => [id, parameters.filter((parameter) => parameter.in === place)])
			.filter(([, parameters]) => parameters.length > 0)
			.map(([id, parameters]) => [id, parameters.map(parameterMember)]);

	return {
		file: 'nodes/CashIn/api/members.generated.ts',
		content: `// ${generatedNotice}

export const members = ${JSON.stringify(members)} as const satisfies Record<string, readonly Member[]>;

export const queryMembers = ${JSON.stringify(Object.fromEntries(parametersIn('query')))} as const satisfies Record<string, readonly Member[]>;

export const pathMembers = ${JSON.stringify(Object.fromEntries(parametersIn('path')))} as const satisfies Record<string, readonly Member[]>;

export const requestBodies = ${JSON.stringify(bodies)} as const satisfies Record<string, RequestBody>;

export type SchemaName = keyof typeof members;

/** One member of a request body, or one parameter of the path or the query. */
export interface Member {
	readonly name: string;
	/** Ids the API may give as number or text are \`string\`. */
	readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
	readonly format?: 'date' | 'date-time';
	/** Schema of the object, or of the elements of the array. */
	readonly of?: string;
	/** Worth asking for; no claim that the server requires it. */
	readonly ask?: true;
	readonly description?: string;
	readonly example?: string | number | boolean;
	/** Values that are known; there may be others. */
	readonly knownValues?: ReadonlyArray<{
		readonly value: string | number;
		readonly meaning: string;
	}>;
}

/** Schema of one element (\`array\`) or of the whole body. */
export interface RequestBody {
	readonly schema: SchemaName;
	readonly array: boolean;
}
`,
	};
}

function bodyOf(contract, operation) {
	const { schema } = operation.requestBody.content['application/json'];
	const resolved = resolve(contract, schema);
	return resolved.type === 'array'
		? { schema: nameOf(resolved.items), array: true }
		: { schema: nameOf(schema), array: false };
}

function collect(contract, name, found) {
	if (found[name]) return;
	const properties = propertiesOf(contract, contract.components.schemas[name]);
	found[name] = Object.entries(properties).map(([member, schema]) => bodyMember(member, schema));
	for (const { of } of found[name]) if (of) collect(contract, of, found);
}

function propertiesOf(contract, schema) {
	const whole = resolve(contract, schema);
	const parts = (whole.allOf ?? []).map((part) => propertiesOf(contract, part));
	return Object.assign({}, ...parts, whole.properties);
}

function bodyMember(name, schema) {
	const isArray = typesOf(schema).includes('array');
	return {
		name,
		type: schema.$ref ? 'object' : singleType(schema),
		format: schema.format,
		of: isArray ? nameOf(schema.items) : nameOf(schema),
		...shared(schema, schema),
		example: schema.examples?.[0],
		knownValues: schema['x-known-values']?.map(({ value, meaning }) => ({ value, meaning })),
	};
}

const parameterMember = (parameter) => ({
	name: parameter.name,
	type: singleType(parameter.schema),
	format: parameter.schema.format,
	...shared(parameter, parameter.schema),
	example: parameter.example,
});

const shared = (marks, schema) => ({
	ask: marks['x-ask'],
	description: marks.description ?? schema.description,
});

const singleType = (schema) => {
	const types = typesOf(schema);
	return types.includes('string') ? 'string' : types[0];
};

module.exports = { membersFile };
