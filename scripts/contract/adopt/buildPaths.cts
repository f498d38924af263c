import type { Contract, Operation, Parameter } from '../source.cts';
import { compact, Refusal } from './json.cts';
import type { Plan } from './plan.cts';
import type { VendorOperation } from './vendor.cts';
import { camel, formerNames, unusedField, verbOfMethod, wordsOf } from './words.cts';

/** An operation and where it stands. */
export interface Placed<T = Operation> {
	path: string;
	method: string;
	operation: T;
}

/** Number of the first page, where a document says that it is 0. */
export function firstPage(
	parameter: Pick<Parameter, 'schema' | 'description'>,
	role: string | undefined,
): number | undefined {
	if (role !== 'page') return undefined;
	const { default: first, minimum } = parameter.schema as { default?: unknown; minimum?: unknown };
	const words = `${parameter.description ?? ''} ${parameter.schema.description ?? ''}`;
	const fromZero =
		/\b(zero|0)[- ](based|indexed)|(starts?|starting|begins?|first page)( \w+)? (is |at |from |with )?0\b|from 0\b/i;
	return first === 0 || (minimum === 0 && first === undefined) || fromZero.test(words)
		? 0
		: undefined;
}

/** A new operation that deletes must be told which one. */
export const deletesAll = ({ method, parameters }: VendorOperation) =>
	method === 'DELETE' && !parameters.some(({ required }) => required);

/** From its title, so that every form of a document gives the same. */
export function newId(their: VendorOperation, taken: ReadonlySet<string>): string {
	const told = their.title ?? their.operationId;
	const name = camel(
		told === undefined
			? wordsOf(`${verbOfMethod(their.method)} ${their.path.replace(/[{}]/g, ' ')}`).join(' ')
			: told,
	);
	return unusedField(name, taken);
}

/** @throws Refusal for two operations at one method and path */
export function assertApart(all: readonly Placed[]): void {
	const seen = new Map<string, string>();
	for (const { path, method, operation } of all) {
		const key = `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`;
		const before = seen.get(key);
		if (before !== undefined) {
			throw new Refusal(
				`${method.toUpperCase()} ${path} would be both ${before} and ${operation.operationId}. Say in contract/pairs.yaml which operation it is: "operation ${before}: ${method.toUpperCase()} ${path}".`,
			);
		}
		seen.set(key, operation.operationId);
	}
}

/** Two paths that differ in the names of their placeholders only are one path: ours takes the vendor's names. */
export function unifyPlaceholders(
	stays: ReadonlyMap<string, Operation>,
	all: readonly Placed[],
	plan: Plan,
) {
	const shape = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
	const theirs = new Map(
		all
			.filter(({ operation }) => !plan.stays.has(operation.operationId))
			.map(({ path }) => [shape(path), path]),
	);
	return all.map(({ path, method, operation: given }) => {
		const operation = stays.get(given.operationId) ?? given;
		const target = theirs.get(shape(path));
		if (target === undefined || target === path) return { path, method, operation };
		const names = (route: string) =>
			[...route.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
		const renamed = new Map(names(path).map((name, at) => [name, names(target)[at] ?? name]));
		const parameters = operation.parameters?.map((parameter) => {
			const name = parameter.in === 'path' ? renamed.get(parameter.name) : undefined;
			if (name === undefined || name === parameter.name) return parameter;
			return compact({
				...parameter,
				name,
				'x-former-names': formerNames(parameter.name, parameter['x-former-names'], name),
			}) as Parameter;
		});
		return { path: target, method, operation: compact({ ...operation, parameters }) as Operation };
	});
}

export function assemble(all: ReadonlyArray<Placed<unknown>>) {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const { path, method, operation } of all) (paths[path] ??= {})[method] = operation;
	return paths as Contract['paths'];
}
