import { bodyListOf, elementOf, pathTo, rowSchema } from '../endpoints.cts';
import { rolesOf } from '../fields.cts';
import { missingIn } from '../needs.cts';
import {
	isList,
	jsonOf,
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	type Contract,
	type OperationRow,
} from '../source.cts';
import { isKey } from './operationPlan.cts';
import { ABSENT, type Plan } from './plan.cts';
import { OTHER_PAGING } from './shapes.cts';
import { wordsOf } from './words.cts';

/** Roles of a row that pickers, triggers and look-ups find it by. */
const NEEDED_IN_ROWS = ['id', 'status'];

/** Why the contract must not become what it would, a sentence each. */
export function refusals(before: Contract, after: Contract, plan: Plan): string[] {
	const now = new Map(operationsOf(after).map((row) => [row.id, row]));
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
						...lostKeys(after, row, next, plan),
						...lostRoles(before, after, row, next),
						...otherPaging(
							row,
							next,
							planned.their.parameters.map(({ name }) => name),
						),
					]),
		];
	});
	const known = new Set(missingIn(before));
	const sentences = [...found, ...missingIn(after).filter((sentence) => !known.has(sentence))];
	return [...new Set(sentences)].map((sentence) => withAdvice(sentence, now, plan));
}

function withAdvice(sentence: string, rows: ReadonlyMap<string, OperationRow>, plan: Plan): string {
	const id = [...rows.keys()].find((name) => sentence.startsWith(name));
	if (id === undefined || plan.stays.get(id) === ABSENT) return sentence;
	return `${sentence} To leave it as it was: "operation ${id}: null" in contract/pairs.yaml.`;
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
function lostKeys(
	contract: Contract,
	before: OperationRow,
	after: OperationRow,
	plan: Plan,
): string[] {
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
	void plan;
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
		void bodyListOf;
	}
	return problems;
}

function rowsPath(contract: Contract, row: OperationRow): string[] | undefined {
	const schema = successOf(contract, row)?.schema;
	const whole = schema === undefined ? {} : resolve(contract, schema);
	return isList(whole) ? [] : pathTo(contract, whole, 'rows');
}

/** A list that was read page by page, and now comes in pieces of another kind, would be cut after the first. */
function otherPaging(before: OperationRow, after: OperationRow, names: string[]): string[] {
	const pages = (row: OperationRow) =>
		row.parameters.some(
			(parameter) => parameter['x-role'] === 'page' && parameter['x-absent'] !== true,
		);
	const other = names.filter((name) => OTHER_PAGING.test(wordsOf(name).join(' ')));
	if (pages(after)) return [];
	if (other.length > 0 && (after.method === 'GET' || before.method === 'GET')) {
		return [
			`${before.id} comes in pieces asked for by ${other.join(' and ')}; the node asks by the number of a page, and the list would be cut after the first piece.`,
		];
	}
	return [];
}
