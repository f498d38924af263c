import {
	fieldOf,
	generatedNotice,
	isList,
	jsonOf,
	nameOf,
	operationsOf,
	propertiesOf,
	resolve,
	typesOf,
	type Contract,
	type Parameter,
	type Schema,
} from './source.cts';

/** What of a member or parameter the editor shows, and under which names. */
export function memberOf(holder: string, name: string, schema: Schema, marks: Schema | Parameter) {
	const types = typesOf(schema);
	const isText = types.includes('string');
	return {
		field: fieldOf(holder, name, marks),
		name,
		parameter: 'x-parameter' in marks ? marks['x-parameter'] : undefined,
		label: 'x-label' in marks ? marks['x-label'] : undefined,
		type: schema.$ref === undefined ? singleType(schema) : 'object',
		orNumber: isText && types.some((type) => NUMBERS.includes(type)) ? true : undefined,
		format: DAYS.includes(schema.format ?? '') ? schema.format : undefined,
		of: isList(schema) ? nameOf(schema.items) : nameOf(schema),
		role: marks['x-role'],
		ask: marks['x-ask'],
		description: marks.description ?? schema.description,
		example: plainOf('example' in marks ? marks.example : schema.examples?.[0]),
		knownValues: schema['x-known-values']?.map(({ value, meaning }) => ({ value, meaning })),
	};
}

/** What else is said of it. */
export function marksOf(marks: Schema | Parameter) {
	return {
		needed: marks['x-needed'],
		picker: marks['x-picker'],
		personalCode: marks['x-personal-code'],
		formerNames: marks['x-former-names'],
		absent: marks['x-absent'],
	};
}

const NUMBERS = ['integer', 'number'];
const DAYS = ['date', 'date-time'];

const plainOf = (example: unknown) => (typeof example === 'object' ? undefined : example);

/** Ids the API may give as number or text are text, and so is what may be anything. */
function singleType(schema: Schema): string {
	const types = typesOf(schema);
	return types.includes('string') ? 'string' : (types[0] ?? 'string');
}

/** Tables of the members of request bodies, schema by schema. */
export function membersFile(contract: Contract) {
	const found: Record<string, unknown[]> = {};
	for (const { operation } of operationsOf(contract)) {
		const body = jsonOf(contract, operation.requestBody)?.schema;
		if (body === undefined) continue;
		const resolved = resolve(contract, body);
		collect(contract, nameOf(isList(resolved) ? resolved.items : body), found);
	}
	return {
		file: 'nodes/CashIn/api/generated/members.ts',
		content: `// ${generatedNotice}

export type SchemaName = ${Object.keys(found)
			.map((name) => `'${name}'`)
			.join(' | ')};

/** The members of request bodies, in the contract's order. */
export const members: Readonly<Record<SchemaName, readonly Member[]>> = ${JSON.stringify(found)};

/** One member of a request body. */
export interface Member {
	/** The name that stays, whatever the API calls it: \`buyerName\`. */
	readonly field: string;
	/** The API's own name: \`SalesName\`. */
	readonly name: string;
	/** The editor's parameter, where it is not the field name. */
	readonly parameter?: string;
	/** What the editor calls it, where that does not follow from the parameter: \`Buyer Phone\`. */
	readonly label?: string;
	/** Ids the API may give as number or text are \`string\`. */
	readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
	/** Text that is sent as a number where it is one: the API takes either. */
	readonly orNumber?: true;
	readonly format?: 'date' | 'date-time';
	/** Schema of the object, or of the elements of the array. */
	readonly of?: SchemaName;
	readonly role?: string;
	/** Worth asking for; no claim that the server requires it. */
	readonly ask?: true;
	readonly description?: string;
	readonly example?: string | number | boolean;
	/** Values that are known; there may be others. */
	readonly knownValues?: ReadonlyArray<{
		readonly value: string | number;
		readonly meaning: string;
	}>;
	/** Must be filled in: without it everything would be asked for. */
	readonly needed?: true;
	/** The list of Cash-In it is chosen from. */
	readonly picker?: string;
	/** May be a personal identity code, which has no place in an address. */
	readonly personalCode?: true;
	/** Names the API had for it before: users' JSON and overrides may still have them. */
	readonly formerNames?: readonly string[];
	/** Not in the vendor's document: the API may not know it. */
	readonly absent?: true;
}
`,
	};
}

function collect(
	contract: Contract,
	name: string | undefined,
	found: Record<string, unknown[]>,
): void {
	if (name === undefined || found[name] !== undefined) return;
	const properties = propertiesOf(contract, contract.components.schemas[name] ?? {});
	const rows = Object.entries(properties).map(([member, schema]) => ({
		...memberOf(name, member, schema, schema),
		...marksOf(schema),
	}));
	found[name] = rows;
	for (const { of } of rows) collect(contract, of, found);
}
