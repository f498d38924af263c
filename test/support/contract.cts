import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import * as source from '../../scripts/contract/source.cts';
import type { Contract, OperationRow, Schema } from '../../scripts/contract/source.cts';

const { root, operationsOf } = source;
export { operationsOf };

const generator = path.join(root, 'scripts/contract/generate.cts');
const previewFolder = path.join(root, 'nodes', 'CashIn', '__schema__', 'v1.0.0');

/** The contract that the test runs with. Read once: it is a long document. */
export const readContract = (): Contract =>
	(contract ??= source.readContract(process.env.CASH_IN_CONTRACT));
let contract: Contract | undefined;

/** The path of an operation, as `/invoices/{number}`. */
export const pathOf = (id: string): string => rowOfOperation(id).path;

/** A schema's own members and those of its `allOf` parts, as name and schema; references are left. */
export const propertiesOf = (schema: Schema): Array<[string, Schema]> =>
	[schema, ...(schema.allOf ?? [])].flatMap((part) => Object.entries(part.properties ?? {}));

/** The answer of an operation that was done. */
function successOf(id: string) {
	const answer = source.successOf(readContract(), rowOfOperation(id));
	if (answer === undefined) throw new Error(`${id} answers without a body.`);
	return answer;
}

function rowOfOperation(id: string): OperationRow {
	const row = operationsOf(readContract()).find((one) => one.id === id);
	if (row === undefined) throw new Error(`The contract has no operation ${id}.`);
	return row;
}

/**
 * The members of a row of an operation's answer, those of objects in it as `Dates.PaymentDate`; a list in a row is one.
 */
export function rowMembersOf(id: string): string[] {
	return leavesOf(rowOf(successOf(id).schema));
}

/** The example answer of an operation. */
export const exampleAnswerOf = (id: string): unknown => successOf(id).example;

/** A row of the example answer of an operation. */
export function exampleRowOf(id: string): Record<string, unknown> {
	const example = exampleAnswerOf(id);
	if (Array.isArray(example)) return example[0];
	const members = Object.entries(example ?? {});
	const [first, ...others] = members.filter(([name]) => name !== 'Meta');
	const list = others.length === 0 ? first?.[1] : undefined;
	return Array.isArray(list) ? list[0] : Object.fromEntries(members);
}

/** The names of the output previews of the action node: `invoice/getAll`. */
export function previewNames(): string[] {
	return fs
		.readdirSync(previewFolder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) =>
			name
				.replace(/\.json$/, '')
				.split(path.sep)
				.join('/'),
		)
		.sort();
}

/** The members an output preview shows. */
export function previewMembers(name: string): string[] {
	const file = path.join(previewFolder, `${name}.json`);
	return Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).properties);
}

/** Of a list its elements; of an object that is nothing but a list and what is said of it, the list's. */
function rowOf(schema: Schema): Schema {
	const answer = resolved(schema);
	if (source.isList(answer)) return resolved(answer.items);
	const [first, ...others] = propertiesOf(answer).filter(([name]) => name !== 'Meta');
	const list = resolved(first?.[1]);
	return others.length === 0 && source.isList(list) ? resolved(list.items) : answer;
}

const resolved = (schema: Schema = {}): Schema => source.resolve(readContract(), schema);

function leavesOf(schema: Schema): string[] {
	const { allOf = [], properties = {} } = resolved(schema);
	const own = Object.entries(properties).flatMap(([name, member]) => {
		const inner = resolved(member);
		const leaves = source.isList(inner) ? [] : leavesOf(inner);
		return leaves.length === 0 ? [name] : leaves.map((leaf) => `${name}.${leaf}`);
	});
	return [...new Set([...allOf.flatMap(leavesOf), ...own])];
}

/** A process of its own: the generators load ES modules, which jest's module registry cannot. */
export function checkGeneratedFiles(): { status: number | null; stderr: string } {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', generator, '--check'],
		{ cwd: root, encoding: 'utf8' },
	);
	return { status, stderr };
}
