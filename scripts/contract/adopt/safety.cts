import { askedBy, elementOf, endpointsRow, pathTo, rowSchema, schemaAt } from '../endpoints.cts';
import { rolesOf } from '../fields.cts';
import { missingIn } from '../needs.cts';
import {
	isList,
	jsonOf,
	nameOf,
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	typesOf,
	type Contract,
	type OperationRow,
	type Schema,
} from '../source.cts';
import { isKey, type OperationPlan } from './operationPlan.cts';
import type { Plan } from './plan.cts';
import { MORE_TO_COME, OTHER_PAGING } from './shapes.cts';
import { wordsOf } from './words.cts';

/** Roles of a row that pickers, triggers and look-ups find it by. */
const NEEDED_IN_ROWS = ['id', 'status'];

/**
 * Why the contract must not become what it would, a sentence each.
 * @param decided what somebody wrote into contract/pairs.yaml, without what was only accepted
 */
export function refusals(
	before: Contract,
	after: Contract,
	plan: Plan,
	decided: ReadonlyMap<string, string | null> = new Map(),
): string[] {
	const now = new Map(operationsOf(after).map((row) => [row.id, row]));
	if (plan.operations.size === 0) {
		return [
			`None of our ${operationsOf(before).length} operations is in this document: it is another API's, or its titles and paths tell nothing. If it is Cash-In's, name the operations in contract/pairs.yaml, a line for each: "operation createInvoice: POST /invoices".`,
		];
	}
	if (!/^https:/i.test(plan.production)) {
		return [
			`Production would be ${plan.production}, and a key is never sent without https. Correct the document's servers.`,
		];
	}
	const found = operationsOf(before).flatMap((row) => {
		const next = now.get(row.id);
		if (next === undefined) return [`${row.id} is gone.`];
		const planned = plan.operations.get(row.id);
		return [
			...lostMarks(row, next),
			...(planned === undefined
				? []
				: [
						...planned.problems.map((problem) => `${row.id}: ${problem}.`),
						...lostKeys(after, row, next),
						...lostRoles(before, after, row, next),
						...otherUnits(before, after, row, next),
						...optionalKeys(row, next, decided),
						...otherPaging(after, row, next, planned),
					]),
		];
	});
	const known = new Set(missingIn(before));
	// The same lack may be seen from two sides: the sentence that knows what was there before is the better one.
	const told = new Set(found.map((sentence) => subjectOf(sentence)));
	const lacks = missingIn(after).filter(
		(sentence) => !known.has(sentence) && !told.has(subjectOf(sentence)),
	);
	const broken = told.size + lacks.length > 0 ? [] : unusable(after);
	return [...new Set([...found, ...lacks, ...broken])].map((sentence) =>
		withAdvice(sentence, now, plan),
	);
}

/** The operation that a sentence is about: it begins with its name. */
const subjectOf = (sentence: string) => /^\w+/.exec(sentence)?.[0] ?? '';

function withAdvice(sentence: string, rows: ReadonlyMap<string, OperationRow>, plan: Plan): string {
	const id = subjectOf(sentence);
	if (!rows.has(id) || !plan.operations.has(id)) return sentence;
	return `${sentence} To leave it as it was: "operation ${id}: null" in contract/pairs.yaml.`;
}

/** What the generators make of an operation; what they cannot make, the node cannot do. */
function unusable(contract: Contract): string[] {
	return operationsOf(contract).flatMap((row) => {
		try {
			endpointsRow(contract, row);
			return [];
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return [`${row.id} does not fit the vendor's answer: ${reason.replace(`${row.id}: `, '')}.`];
		}
	});
}

const STRICTNESS = { read: 0, ifRefused: 1, never: 2 };

function strictness({ method, operation }: OperationRow): keyof typeof STRICTNESS {
	if (operation['x-retry'] === 'never') return 'never';
	return method === 'GET' ? 'read' : 'ifRefused';
}

function lostMarks(before: OperationRow, after: OperationRow): string[] {
	const problems: string[] = [];
	const [was, is] = [strictness(before), strictness(after)];
	if (STRICTNESS[is] < STRICTNESS[was]) {
		problems.push(
			`${before.id} would be repeated more freely than before (${is} instead of ${was}).`,
		);
	}
	for (const mark of ['x-secret-response', 'x-partner-key'] as const) {
		if (before.operation[mark] === true && after.operation[mark] !== true) {
			problems.push(`${before.id} would lose its mark ${mark}.`);
		}
	}
	for (const mark of ['x-action', 'x-done', 'x-marks-as-read'] as const) {
		if (before.operation[mark] !== undefined && after.operation[mark] === undefined) {
			problems.push(`${before.id} would lose its mark ${mark}.`);
		}
	}
	return problems;
}

/** What says which one thing is meant must be there, and must be asked for. */
function lostKeys(contract: Contract, before: OperationRow, after: OperationRow): string[] {
	const body = jsonOf(contract, after.operation.requestBody)?.schema;
	const inBody = body === undefined ? [] : Object.values(propertiesOf(contract, body));
	const held = (field: string) =>
		after.parameters.some(
			(parameter) =>
				parameter['x-field'] === field &&
				parameter['x-absent'] !== true &&
				(parameter.in === 'path' || parameter['x-needed'] === true),
		) || inBody.some((member) => member['x-field'] === field && member['x-needed'] === true);
	const lost = before.parameters
		.filter((parameter) => isKey(before, parameter))
		.filter((parameter) => !held(parameter['x-field'] ?? ''));
	const what =
		after.method === 'DELETE' || before.method === 'DELETE'
			? 'delete all'
			: before.method === 'GET'
				? 'ask for all'
				: 'change more than one';
	return lost.map(
		({ name }) =>
			`${before.id}: nothing in ${after.method} ${after.path} stands for its key ${name}; without it the request would ${what}.`,
	);
}

function lostRoles(
	before: Contract,
	after: Contract,
	was: OperationRow,
	is: OperationRow,
): string[] {
	const problems: string[] = [];
	const rowsBefore = rowsPath(before, was);
	const rowsAfter = rowsPath(after, is);
	if (rowsBefore !== undefined && rowsAfter === undefined) {
		problems.push(
			`${was.id} is a list, and nothing in the vendor's answer holds its rows (x-role rows).`,
		);
	}
	const had = rolesOf(before, rowSchema(before, was));
	const has = rolesOf(after, rowSchema(after, is));
	if (rowsBefore !== undefined && rowsAfter !== undefined) {
		for (const role of NEEDED_IN_ROWS) {
			const member = Object.entries(propertiesOf(after, rowSchema(after, is))).find(
				([name]) => name === has[role]?.[0],
			)?.[1];
			if (had[role] === undefined || (member !== undefined && member['x-absent'] !== true))
				continue;
			problems.push(
				`${was.id}: no member of the vendor's rows has the x-role ${role}, which was ${had[role]?.join(' or ')}.`,
			);
		}
	}
	for (const role of ['taken', 'failed'] as const) {
		if (had[role] === undefined || (has.taken ?? has.failed) !== undefined) continue;
		problems.push(
			`${was.id}: nothing in the vendor's answer counts what was taken or what failed (x-role ${role}); what was refused would be reported as done.`,
		);
		break;
	}
	const body = jsonOf(after, is.operation.requestBody)?.schema;
	const ours = jsonOf(before, was.operation.requestBody)?.schema;
	if (ours !== undefined && was.operation['x-done'] !== undefined && body === undefined) {
		problems.push(`${was.id}: the vendor's document gives it no body, and it would send nothing.`);
	}
	if (ours !== undefined && body !== undefined) {
		const idBefore = rolesOf(before, elementOf(before, ours)).id;
		const element = elementOf(after, body);
		const idAfter = rolesOf(after, element).id?.[0];
		const member = propertiesOf(after, element)[idAfter ?? ''];
		if (idBefore !== undefined && (member === undefined || member['x-absent'] === true)) {
			problems.push(
				`${was.id}: no member of what is sent has the x-role id, which was ${idBefore.join(' or ')}.`,
			);
		}
	}
	return problems;
}

function rowsPath(contract: Contract, row: OperationRow): string[] | undefined {
	const schema = successOf(contract, row)?.schema;
	const whole = schema === undefined ? {} : resolve(contract, schema);
	return isList(whole) ? [] : pathTo(contract, whole, 'rows');
}

/** Amounts in cents: the node sends euros, and a hundredth of what is meant would be asked for. */
function otherUnits(
	before: Contract,
	after: Contract,
	was: OperationRow,
	is: OperationRow,
): string[] {
	const sent = new Set(inCents(before, jsonOf(before, was.operation.requestBody)?.schema));
	return inCents(after, jsonOf(after, is.operation.requestBody)?.schema)
		.filter((name) => !sent.has(name))
		.map(
			(name) =>
				`${was.id}: ${name} is in cents by the vendor's document, and the node sends amounts in whole units of the currency.`,
		);
}

/** Names of members that count cents, at any depth; new ones are sent by nobody but whoever writes them. */
export function inCents(contract: Contract, schema: Schema | undefined): string[] {
	const seen = new Set<string>();
	const look = (node: Schema): string[] => {
		const target = isList(node) ? (node.items ?? {}) : node;
		const name = nameOf(target);
		if (name === undefined ? target.properties === undefined : seen.has(name)) return [];
		if (name !== undefined) seen.add(name);
		return Object.entries(propertiesOf(contract, target)).flatMap(([member, inner]) => {
			const told =
				CENTS.test(inner.description ?? '') || CENTS_NAME.test(wordsOf(member).join(' '));
			const isNumber = typesOf(inner).some((type) => type === 'integer' || type === 'number');
			const own = isNumber && inner['x-absent'] !== true && told ? [member] : [];
			return [...own, ...look(inner)];
		});
	};
	return schema === undefined ? [] : look(schema);
}

/** `in cents`, not `to the cent`: amounts that are rounded are no counts of cents. */
const CENTS =
	/\b(in|as|of|unit:) (whole )?(euro ?)?cents?\b|\bminor (currency )?units?\b|\bsentteinä\b|\bhundredths of\b/i;
const CENTS_NAME = /\b(cent|minor|sentti)\b/;

/**
 * A key that need not be given: the vendor's server takes the request without it, and then it means all. The node
 * asks for it all the same; that it is the key, and is given, is somebody's decision.
 */
function optionalKeys(
	before: OperationRow,
	after: OperationRow,
	decided: ReadonlyMap<string, string | null>,
): string[] {
	if (after.method === 'GET') return [];
	return before.parameters
		.filter((parameter) => isKey(before, parameter))
		.flatMap(({ 'x-field': field = '' }) => {
			const now = after.parameters.find((parameter) => parameter['x-field'] === field);
			const line = `parameter ${before.id}.${field}`;
			if (now === undefined || now.in === 'path' || now.required === true) return [];
			if (now['x-absent'] === true || decided.has(line)) return [];
			return [
				`${before.id}: the key ${now.name} of ${after.method} ${after.path} is not required by the vendor's document; without it the request would ${after.method === 'DELETE' ? 'delete all' : 'change more than one'}. The node would always send it; to adopt it so: "${line}: ${now.name}" in contract/pairs.yaml.`,
			];
		});
}

/** A list that was read page by page, and now comes in pieces of another kind, would be cut after the first. */
function otherPaging(
	contract: Contract,
	before: OperationRow,
	after: OperationRow,
	{ their, answer }: OperationPlan,
): string[] {
	const isRead = before.operation['x-done'] === undefined && answer?.kind === 'list';
	const pages = askedBy(contract, after).some(
		(asked) => asked['x-role'] === 'page' && asked['x-absent'] !== true,
	);
	if (pages || !isRead) return [];
	const body = jsonOf(contract, after.operation.requestBody)?.schema;
	const names = [
		...their.parameters.map(({ name }) => name),
		...(body === undefined ? [] : Object.keys(propertiesOf(contract, body))),
	];
	const other = names.filter((name) => OTHER_PAGING.test(wordsOf(name).join(' ')));
	const cut =
		'the node asks by the number of a page, and the list would be cut after the first piece';
	if (other.length > 0) {
		return [`${before.id} comes in pieces asked for by ${other.join(' and ')}; ${cut}.`];
	}
	const json = successOf(contract, after)?.schema;
	const more = json === undefined ? undefined : continuation(contract, json, answer.path);
	return more === undefined
		? []
		: [`${before.id} comes in pieces, since its answer has ${more}; ${cut}.`];
}

/** A member beside the rows that says that there are more, or where they are. */
function continuation(contract: Contract, schema: Schema, rows: string[]): string | undefined {
	const holders = rows.map((_, at) => rows.slice(0, at));
	for (const holder of holders) {
		const members = propertiesOf(contract, schemaAt(contract, schema, holder));
		const all = Object.entries(members).flatMap(([name, member]) => [
			name,
			...(isList(member) || name === rows[holder.length]
				? []
				: Object.keys(propertiesOf(contract, member)).map((inner) => `${name}.${inner}`)),
		]);
		const found = all.find((name) =>
			MORE_TO_COME.test(wordsOf(name.split('.').at(-1) ?? '').join(' ')),
		);
		if (found !== undefined) return [...holder, found].join('.');
	}
	return undefined;
}
