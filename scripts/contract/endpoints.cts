import { rolesOf } from './fields.cts';
import { marksOf, memberOf } from './members.cts';
import {
	fieldOf,
	generatedNotice,
	isList,
	jsonOf,
	nameOf,
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	wirePath,
	type Contract,
	type OperationRow,
	type Parameter,
	type Schema,
} from './source.cts';

/** The endpoint table: everything code knows of an operation, in one row. */
export function endpointsFile(contract: Contract) {
	const operations = operationsOf(contract);
	const rows = Object.fromEntries(operations.map((row) => [row.id, endpointsRow(contract, row)]));
	return {
		file: 'nodes/CashIn/api/generated/endpoints.ts',
		content: `// ${generatedNotice}

import type { Member, SchemaName } from './members';

export type EndpointId = ${operations.map(({ id }) => `'${id}'`).join(' | ')};

export const endpoints: Readonly<Record<EndpointId, Endpoint>> = ${JSON.stringify(rows)};

/** The address that paths come after. */
export const productionUrl = ${JSON.stringify(contract.servers[0]?.url)};

/** One operation of the API; \`path\` comes after the base URL and holds its parameters in braces. */
export interface Endpoint {
	/** The operation's title in Cash-In's docs. */
	readonly title: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: string;
	/** documented: method and path were read; observed: they answered; partial: the method was read; inferred: only the title was. */
	readonly evidence: 'documented' | 'observed' | 'partial' | 'inferred';
	readonly parameters: readonly Parameter[];
	readonly body?: RequestBody;
	readonly answer: Answer;
	/** Whether it needs the key of a software partner. */
	readonly partnerKey: boolean;
	/** read: may be repeated; ifRefused: only when the answer says that nothing was taken; never: not at all. */
	readonly retry: 'read' | 'ifRefused' | 'never';
	/** Whether the answer holds a secret, which no log and no error may show. */
	readonly secretResponse: boolean;
	/** It takes away what it names, by whatever method. */
	readonly deletes?: true;
	/** What becomes of what is sent: \`created\`. */
	readonly done?: string;
	/** Members of what was sent that the output shows. */
	readonly shown?: readonly string[];
	/** The members of a simplified row, each with where it stands in the row; the first is what a row is known by. */
	readonly simplify?: ReadonlyArray<readonly [name: string, path: readonly string[]]>;
	/**
	 * Every field of a row that can be simplified, each with where it stands; the first is what a row is known by. A
	 * field in an object is named with those on the way to it: \`amounts.paymentAmount\`.
	 */
	readonly fields?: ReadonlyArray<readonly [field: string, path: readonly string[]]>;
	/** Fields of which one must be filled in. */
	readonly eitherOf?: readonly string[];
	/** What reading may mark as read at Cash-In: \`settlements\`. */
	readonly marksAsRead?: string;
	/** What a list gives when it is asked without dates. */
	readonly window?: DefaultWindow;
	/** Not in the vendor's document: all of it is our reading. */
	readonly absent?: true;
	/** Other paths under which it may turn out to be, with a method where that is another: \`POST /creditors\`. */
	readonly alternatives?: readonly string[];
}

/** One parameter of the path or the query, or a member of the body that says what it is about. */
export interface Parameter extends Omit<Member, 'of'> {
	readonly in: 'path' | 'query' | 'body';
	readonly required?: true;
	/** Number of the first page, where it is not 1. */
	readonly firstPage?: number;
}

/** What a request holds. */
export interface RequestBody {
	/** array: a list of elements; wrapped: an object around such a list; object: one thing. */
	readonly kind: 'array' | 'wrapped' | 'object';
	/** Of one element, or of the object. */
	readonly schema: SchemaName;
	/** The member that holds the elements of a wrapped list, and the schema of the object around it. */
	readonly items?: string;
	readonly wrapper?: SchemaName;
	/** Where an element says what it is known by. */
	readonly id?: readonly string[];
	/** The media type, where it is not \`application/json\`. */
	readonly mediaType?: string;
}

/** What an answer holds, and where. Paths are of the API's own names. */
export interface Answer {
	readonly kind: 'list' | 'record' | 'none';
	/** Schema of a row of a list, or of the record. */
	readonly schema?: string;
	/** Where the rows are; empty when the answer is the list itself. */
	readonly rows?: readonly string[];
	/** Rows in all, this page, rows on a full page. */
	readonly rowCount?: readonly string[];
	readonly page?: readonly string[];
	readonly pageSize?: readonly string[];
	/** Where the record is, when it is wrapped; the names below are of its members. */
	readonly at?: readonly string[];
	/** How many of an upload were taken, and how many not; the list of those that were not. */
	readonly taken?: string;
	readonly failed?: string;
	readonly failures?: string;
	/** What an entry of that list is known by, and why it was not taken. */
	readonly failureKeys?: readonly string[];
	readonly failureTexts?: readonly string[];
	/** What Cash-In says of it all. */
	readonly messages?: readonly string[];
	/** Members that hold no secret in an answer that does. */
	readonly harmless?: readonly string[];
}

/** What a list gives without dates, and the fields of the query that change it. */
export interface DefaultWindow {
	/** Days up to today. */
	readonly days: number;
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** documented: read in Cash-In's docs; inferred: our reading. */
	readonly evidence: 'documented' | 'inferred';
}
`,
	};
}

/** One row of the table. */
export function endpointsRow(contract: Contract, row: OperationRow) {
	const { title, method, path, evidence, operation } = row;
	const body = jsonOf(contract, operation.requestBody)?.schema;
	return {
		title,
		method,
		path,
		evidence,
		parameters: [
			...row.parameters.map((parameter) => ({
				...memberOf(row.id, parameter.name, parameter.schema, parameter),
				in: parameter.in,
				required: parameter.required === true ? true : undefined,
				...marksOf(parameter),
				firstPage: parameter['x-first-page'],
			})),
			...parametersInBody(contract, row.id, body),
		],
		body:
			body === undefined
				? undefined
				: { ...bodyOf(contract, body), mediaType: operation.requestBody?.['x-media-type'] },
		answer: answerOf(contract, row),
		partnerKey: operation['x-partner-key'] === true,
		retry: retryOf(row),
		secretResponse: operation['x-secret-response'] === true,
		deletes: operation['x-deletes'],
		done: operation['x-done'],
		shown: operation['x-shown']?.map((field) =>
			wirePath(contract, elementOf(contract, body ?? {}), field, row.id).join('.'),
		),
		simplify: operation['x-simplify'] && simplifiedMembers(contract, row),
		fields: operation['x-simplify'] && selectableFields(contract, row),
		eitherOf: operation['x-either-of'],
		marksAsRead: operation['x-marks-as-read'],
		window: windowOf(contract, row),
		absent: operation['x-absent'],
		alternatives: operation['x-alternatives'],
	};
}

/** Members of a body that say what it is about, or what is looked for, where we had them in the path or the query. */
function parametersInBody(contract: Contract, id: string, body: Schema | undefined) {
	if (body === undefined) return [];
	const whole = resolve(contract, body);
	return Object.entries(propertiesOf(contract, whole))
		.filter(([, member]) => member['x-needed'] === true || member['x-criterion'] === true)
		.map(([name, member]) => ({
			...memberOf(id, name, member, member),
			in: 'body',
			required: whole.required?.includes(name) === true ? true : undefined,
			...marksOf(member),
			firstPage: member['x-first-page'],
		}));
}

function retryOf({ method, operation }: OperationRow) {
	if (operation['x-retry'] === 'never') return 'never';
	return method === 'GET' ? 'read' : 'ifRefused';
}

function bodyOf(contract: Contract, schema: Schema) {
	const element = elementOf(contract, schema);
	const id = idPath(contract, element);
	if (isList(resolve(contract, schema))) {
		return { kind: 'array', schema: nameOf(element), id };
	}
	const [items] = rolesOf(contract, schema).items ?? [];
	return items === undefined
		? { kind: 'object', schema: nameOf(schema), id }
		: { kind: 'wrapped', schema: nameOf(element), items, wrapper: nameOf(schema), id };
}

/** One element of a list, bare or wrapped; any other schema is its own. */
export function elementOf(contract: Contract, schema: Schema): Schema {
	const resolved = resolve(contract, schema);
	if (isList(resolved)) return resolved.items ?? {};
	const [items] = rolesOf(contract, resolved).items ?? [];
	return items === undefined ? schema : (propertiesOf(contract, resolved)[items]?.items ?? {});
}

/** The member of an object that holds the list it is wrapped around. */
export function bodyListOf(contract: Contract, schema: Schema) {
	const [name] = isList(resolve(contract, schema)) ? [] : (rolesOf(contract, schema).items ?? []);
	if (name === undefined) return undefined;
	return { name, field: propertiesOf(contract, schema)[name]?.['x-field'] };
}

/** Where a thing says what it is known by, in itself or in an object of it. */
function idPath(contract: Contract, schema: Schema): string[] | undefined {
	const [own] = rolesOf(contract, schema).id ?? [];
	if (own !== undefined) return [own];
	for (const [name, member] of Object.entries(propertiesOf(contract, schema))) {
		const [inner] = member.$ref === undefined ? [] : (rolesOf(contract, member).id ?? []);
		if (inner !== undefined) return [name, inner];
	}
	return undefined;
}

function answerOf(contract: Contract, row: OperationRow) {
	const json = successOf(contract, row);
	if (json === undefined) return { kind: 'none' };
	const whole = resolve(contract, json.schema);
	if (isList(whole)) return { kind: 'list', schema: nameOf(whole.items), rows: [] };
	const rows = pathTo(contract, whole, 'rows');
	if (rows !== undefined) {
		return {
			kind: 'list',
			schema: nameOf(schemaAt(contract, whole, rows).items),
			rows,
			rowCount: pathTo(contract, whole, 'rowCount'),
			page: pathTo(contract, whole, 'page'),
			pageSize: pathTo(contract, whole, 'pageSize'),
		};
	}
	const at = pathTo(contract, whole, 'record');
	const record = at === undefined ? json.schema : schemaAt(contract, whole, at);
	const roles = rolesOf(contract, record);
	const [failures] = roles.failures ?? [];
	const entry =
		failures === undefined ? {} : (propertiesOf(contract, record)[failures]?.items ?? {});
	const entryRoles = rolesOf(contract, entry);
	return {
		kind: 'record',
		schema: nameOf(record),
		at,
		taken: roles.taken?.[0],
		failed: roles.failed?.[0],
		failures,
		failureKeys: entryRoles.failureKey,
		failureTexts: entryRoles.failureText,
		messages: roles.message,
		harmless: roles.harmless,
	};
}

/** Where in an object, or in the objects of it, the member with a role is; the nearest one. */
export function pathTo(
	contract: Contract,
	schema: Schema,
	role: string,
	depth = 3,
): string[] | undefined {
	const [own] = rolesOf(contract, schema)[role] ?? [];
	if (own !== undefined) return [own];
	if (depth === 0) return undefined;
	const paths = Object.entries(propertiesOf(contract, schema)).map(([name, member]) => {
		const inner = member.$ref === undefined ? undefined : pathTo(contract, member, role, depth - 1);
		return inner === undefined ? undefined : [name, ...inner];
	});
	return paths
		.filter((path) => path !== undefined)
		.sort((one, other) => one.length - other.length)[0];
}

/** The member at the end of a path of wire names. */
export function schemaAt(contract: Contract, schema: Schema, path: readonly string[]): Schema {
	return path.reduce((holder, name) => propertiesOf(contract, holder)[name] ?? {}, schema);
}

/**
 * The members of a simplified row, each with where it stands: `amounts.paymentAmount` under the last name on its way, or
 * under the one that is given. A member that was renamed keeps its first name here, since workflows read it.
 */
export function simplifiedMembers(
	contract: Contract,
	row: OperationRow,
): Array<[name: string, path: string[]]> {
	const schema = rowSchema(contract, row);
	return (row.operation['x-simplify'] ?? []).map((entry) => {
		const [name, field] =
			typeof entry === 'string' ? [undefined, entry] : (Object.entries(entry)[0] ?? []);
		const path = wirePath(contract, schema, field ?? '', row.id);
		const holder = schemaAt(contract, schema, path.slice(0, -1));
		const last = path[path.length - 1] ?? '';
		const [first = last] = propertiesOf(contract, holder)[last]?.['x-former-names'] ?? [];
		return [name ?? first, path];
	});
}

/** Every field of a row, down to values and lists, each with where it stands; the one it is known by comes first. */
function selectableFields(
	contract: Contract,
	row: OperationRow,
): Array<[field: string, path: string[]]> {
	const fields = leavesOf(contract, rowSchema(contract, row), row.id);
	const [[, key] = ['', []]] = simplifiedMembers(contract, row);
	const isKey = (path: string[]) => path.join() === key.join();
	return [
		...fields.filter(([, path]) => isKey(path)),
		...fields.filter(([, path]) => !isKey(path)),
	];
}

function leavesOf(
	contract: Contract,
	schema: Schema,
	of: string,
): Array<[field: string, path: string[]]> {
	return Object.entries(propertiesOf(contract, schema)).flatMap(([name, member]) => {
		const field = fieldOf(of, name, member);
		const whole = resolve(contract, member);
		const inner = isList(whole) ? [] : leavesOf(contract, whole, of);
		if (inner.length === 0) return [[field, [name]]];
		return inner.map(([own, path]): [string, string[]] => [`${field}.${own}`, [name, ...path]]);
	});
}

/** The schema of a row of a list answer, or of the record that is answered. */
export function rowSchema(contract: Contract, row: OperationRow): Schema {
	const schema = successOf(contract, row)?.schema ?? {};
	const whole = resolve(contract, schema);
	if (isList(whole)) return whole.items ?? {};
	const rows = pathTo(contract, whole, 'rows');
	if (rows !== undefined) return schemaAt(contract, whole, rows).items ?? {};
	const at = pathTo(contract, whole, 'record');
	return at === undefined ? schema : schemaAt(contract, whole, at);
}

/** Parameters in the address, and those that stand in the body. */
export function askedBy(contract: Contract, row: OperationRow): Array<Parameter | Schema> {
	const body = jsonOf(contract, row.operation.requestBody)?.schema;
	const inBody = body === undefined ? [] : Object.values(propertiesOf(contract, body));
	return [...row.parameters, ...inBody.filter((member) => member['x-criterion'] === true)];
}

function windowOf(contract: Contract, row: OperationRow) {
	const { id, operation } = row;
	const window = operation['x-default-window'];
	if (window === undefined) return undefined;
	const { days, from, to, 'x-evidence': evidence } = window;
	const known = askedBy(contract, row).map((parameter) => parameter['x-field']);
	const unknown = [...from, ...to].filter((field) => !known.includes(field));
	if (unknown.length > 0) throw new Error(`${id} has no parameter ${unknown.join(', ')}`);
	return { days, from, to, evidence };
}
