import ts from 'typescript';

import { endpointsFile } from '../../scripts/contract/endpoints.cts';
import { fieldsFile, rolesFile } from '../../scripts/contract/fields.cts';
import { membersFile } from '../../scripts/contract/members.cts';
import {
	operationsOf,
	type Contract,
	type Operation,
	type OperationRow,
} from '../../scripts/contract/source.cts';
import { readContract } from './contract.cts';

/** The generated tables, as the generators make them of a contract that is not ours. */
export function tablesOf(contract: Contract) {
	return {
		endpoints: evaluate(endpointsFile(contract).content),
		fields: evaluate(fieldsFile(contract).content),
		members: evaluate(membersFile(contract).content),
		roles: evaluate(rolesFile(contract).content),
	};
}

function evaluate(content: string): object {
	const { outputText } = ts.transpileModule(content, {
		compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
	});
	const exported = {};
	new Function('exports', outputText)(exported);
	return exported;
}

/** A copy of ours to change. */
export function copyOfContract(): Contract {
	return JSON.parse(JSON.stringify(readContract())) as Contract;
}

/** A member gets another name, as an adoption writes it down. */
export function renameMember(
	{ components }: Contract,
	schema: string,
	old: string,
	current: string,
): void {
	const { properties } = components.schemas[schema] ?? {};
	const member = properties?.[old];
	if (properties === undefined || member === undefined) throw new Error(`No ${schema}.${old}`);
	const former = [...(member['x-former-names'] ?? []), old];
	const entries = Object.entries(properties).map(([name, one]) =>
		name === old ? [current, { ...one, 'x-former-names': former }] : [name, one],
	);
	for (const name of Object.keys(properties)) delete properties[name];
	Object.assign(properties, Object.fromEntries(entries));
}

export function renameParameter(
	contract: Contract,
	operation: string,
	old: string,
	current: string,
): void {
	const { path, parameters } = rowOf(contract, operation);
	const parameter = parameters.find(({ name }) => name === old);
	if (parameter === undefined) throw new Error(`${operation} has no ${old}`);
	parameter.name = current;
	parameter['x-former-names'] = [old];
	const item = contract.paths[path];
	if (item === undefined || !path.includes(`{${old}}`)) return;
	delete contract.paths[path];
	contract.paths[path.replace(`{${old}}`, `{${current}}`)] = item;
}

/** The vendor's document lacks a parameter. */
export function dropParameter(contract: Contract, operation: string, name: string): void {
	const parameter = rowOf(contract, operation).parameters.find((one) => one.name === name);
	if (parameter === undefined) throw new Error(`${operation} has no ${name}`);
	parameter['x-absent'] = true;
}

/** An operation that the vendor's document has and the node has no action for. */
export function addOperation(
	contract: Contract,
	method: 'get' | 'post' | 'delete',
	path: string,
	operation: Partial<Operation> & Pick<Operation, 'operationId' | 'summary'>,
): void {
	contract.paths[path] = {
		...contract.paths[path],
		[method]: {
			tags: ['Authorization'],
			'x-evidence': 'documented',
			responses: { '200': { description: 'Success' } },
			...operation,
		},
	};
}

function rowOf(contract: Contract, id: string): OperationRow {
	const row = operationsOf(contract).find((candidate) => candidate.id === id);
	if (row === undefined) throw new Error(`No operation ${id}`);
	return row;
}
