/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the contract is a file of this repository */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- and it is found from this file's place, or named from outside */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import {
	CONTRACT,
	createChecker,
	follow,
	jsonOf,
	membersOf,
	type Checks,
	type Node,
} from './checks';
import { createWire, fieldOf, namesWithRole, pathTo, schemaAt, type Wire } from './wire';

/** One operation of the contract, with the means to check what goes in and what comes out. */
export interface Operation extends Checks {
	id: string;
	/** Upper case. */
	method: string;
	/** As the contract writes it, without the base path: `/products/{prodCode}`. */
	path: string;
	/** True: it answers to partner keys alone. */
	partnerOnly: boolean;
	/** True: no action uses it, as with one that came with an adopted document. */
	isUnused: boolean;
	/**
	 * Other paths the vendor may have, from `x-alternatives`: `/token/validate`, `/settlement?number=`,
	 * `POST /creditors`.
	 */
	alternatives: readonly string[];
	parameters: readonly Parameter[];
	body: Body | undefined;
	/** By status, in the contract's order. */
	answers: ReadonlyMap<string, AnswerLayout>;
}

export interface Parameter {
	name: string;
	in: string;
	/** Its name of ours. */
	field: string;
	role: unknown;
	/** Number of the first page. */
	firstPage: number;
	schema: Node;
}

/** How a request's body is laid out. */
export interface Body {
	/** array: a list of elements; wrapped: an object around such a list; object: one thing. */
	kind: 'array' | 'wrapped' | 'object';
	whole: Node;
	/** Of one element, or of the object. */
	element: Node;
	/** Of a wrapped list: its name on the wire. */
	items: string | undefined;
	mediaType: string;
	/** True: it takes things in, and tells of each. */
	isUpload: boolean;
}

/** How an answer is laid out. Paths are of wire names. */
export interface AnswerLayout {
	/** Undefined: without a body. */
	schema: Node | undefined;
	example: unknown;
	list:
		| {
				rows: readonly string[];
				row: Node;
				rowCount: readonly string[] | undefined;
				page: readonly string[] | undefined;
				pageSize: readonly string[] | undefined;
		  }
		| undefined;
	/** Where the record is; empty when it is the answer itself. */
	at: readonly string[];
	record: Node;
}

export interface Contract {
	/** Path of the contract's server address: `/v2`. */
	basePath: string;
	byId: ReadonlyMap<string, Operation>;
	wire: Wire;
	document: Node;
	/** True for the repository's own, false for another file. */
	isOurs: boolean;
	/** The schema that errors have, where no operation says it. */
	errors: Node;
	/** @throws Error when the contract does not have it */
	operation(id: string): Operation;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

const OURS = resolve(__dirname, '../contract/cash-in.openapi.yaml');
const loaded = new Map<string, Contract>();

/**
 * Reads the contract, once in a process: it does not change while we run.
 *
 * @param file another than `contract/cash-in.openapi.yaml`; the environment's `CASH_IN_CONTRACT` names one too
 */
export function loadContract(file = process.env.CASH_IN_CONTRACT): Contract {
	const path = file || OURS;
	const known = loaded.get(path);
	if (known !== undefined) return known;
	// References made absolute resolve in every part of the document that is compiled by itself. A part with
	// an alias is visited twice.
	const document: Node = parse(readFileSync(path, 'utf8'), (key, value) =>
		key === '$ref' && String(value).startsWith('#') ? `${CONTRACT}${value}` : value,
	);
	const contract = { ...indexContract(document), isOurs: path === OURS };
	loaded.set(path, contract);
	return contract;
}

function indexContract(document: Node): Omit<Contract, 'isOurs'> {
	const checksOf = createChecker(document);
	const listIn = ({ parameters = [] }: Node) =>
		(parameters as Node[]).map((node) => follow(document, node));
	const byId = new Map<string, Operation>();
	for (const [path, item] of Object.entries(document.paths as { [path: string]: Node })) {
		for (const method of METHODS.filter((each) => each in item)) {
			const operation = item[method] as Node;
			const parameters = [...listIn(item), ...listIn(operation)];
			const body = follow(document, (operation.requestBody ?? {}) as Node);
			const given = Object.entries(operation.responses as { [status: string]: Node });
			const answers = new Map(given.map(([status, node]) => [status, follow(document, node)]));
			const id = String(operation.operationId);
			byId.set(id, {
				id,
				method: method.toUpperCase(),
				path,
				partnerOnly: operation['x-partner-key'] === true,
				isUnused: operation['x-action'] === undefined,
				alternatives: (operation['x-alternatives'] ?? []) as string[],
				parameters: parameters.map(parameterOf),
				body: bodyOf(document, body, operation['x-done'] !== undefined),
				answers: new Map([...answers].map(([status, node]) => [status, answerOf(document, node)])),
				...checksOf({ parameters, body, answers }),
			});
		}
	}
	const server = (document.servers as Array<{ url: string }>)[0]?.url ?? '';
	return {
		basePath: new URL(server, 'http://localhost').pathname.replace(/\/$/, ''),
		byId,
		wire: createWire(document),
		document,
		errors: errorsOf(byId),
		operation: (id) => {
			const operation = byId.get(id);
			if (operation === undefined) throw new Error(`The contract has no operation ${id}.`);
			return operation;
		},
	};
}

function parameterOf(node: Node): Parameter {
	return {
		name: String(node.name),
		in: String(node.in),
		field: fieldOf(String(node.name), node),
		role: node['x-role'],
		firstPage: Number(node['x-first-page'] ?? 1),
		schema: (node.schema ?? {}) as Node,
	};
}

function bodyOf(document: Node, node: Node, isUpload: boolean): Body | undefined {
	const whole = jsonOf(node)?.schema as Node | undefined;
	if (whole === undefined) return undefined;
	const { members, items: element } = membersOf(document, whole);
	const mediaType = String(node['x-media-type'] ?? 'application/json');
	const rest = { whole, mediaType, isUpload, items: undefined };
	if (element !== undefined) return { ...rest, kind: 'array', element };
	const [items] = namesWithRole(document, whole, 'items');
	const held = items === undefined ? undefined : members.get(items);
	if (held === undefined) return { ...rest, kind: 'object', element: whole };
	return { ...rest, kind: 'wrapped', items, element: membersOf(document, held).items ?? held };
}

/** The roles are read as the endpoint table reads them. */
function answerOf(document: Node, node: Node): AnswerLayout {
	const json = jsonOf(node) ?? {};
	const schema = json.schema as Node | undefined;
	const [named] = Object.values((json.examples ?? {}) as { [name: string]: Node });
	const example = json.example ?? named?.value;
	const none = { schema, example, list: undefined, at: [], record: schema ?? {} };
	if (schema === undefined) return none;
	const { items } = membersOf(document, schema);
	const path = (role: string) => pathTo(document, schema, role);
	const rows = items === undefined ? path('rows') : [];
	if (rows !== undefined) {
		const row = items ?? membersOf(document, schemaAt(document, schema, rows)).items ?? {};
		const isBare = rows.length === 0;
		const counts = {
			rowCount: isBare ? undefined : path('rowCount'),
			page: isBare ? undefined : path('page'),
			pageSize: isBare ? undefined : path('pageSize'),
		};
		return { ...none, list: { rows, row, ...counts } };
	}
	const at = path('record') ?? [];
	return { ...none, at, record: schemaAt(document, schema, at) };
}

/** Of the first operation that says how an error looks. */
function errorsOf(byId: ReadonlyMap<string, Operation>): Node {
	for (const { answers } of byId.values()) {
		for (const [status, { schema }] of answers) {
			if (schema !== undefined && /^[45]/.test(status)) return schema;
		}
	}
	return {};
}
