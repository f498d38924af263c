import type { Operation } from '../contract';

type Values = { [name: string]: unknown };

/** One of the other addresses an operation may have at the vendor's, as the contract lists them. */
export interface AlternativeRoute {
	method: string;
	/** In the contract's spelling, without a query. */
	path: string;
	operation: Operation;
}

/** All of them, but for those where another operation is at home already. */
export function alternativeRoutes(operations: readonly Operation[]): AlternativeRoute[] {
	const taken = new Set(operations.map(({ method, path }) => keyOf(method, path)));
	const routes: AlternativeRoute[] = [];
	for (const operation of operations) {
		for (const written of operation.alternatives) {
			const words = written.split(' ');
			const method = words.length > 1 ? (words[0] ?? '') : operation.method;
			const path = (words[words.length - 1] ?? '').split('?')[0] ?? '';
			const key = keyOf(method, path);
			if (taken.has(key)) continue;
			taken.add(key);
			routes.push({ method, path, operation });
		}
	}
	return routes;
}

function keyOf(method: string, path: string): string {
	return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

/**
 * Puts a request's values where the contract has them: at another address a number may come in the query
 * or the body instead of the path, or the other way round.
 */
export function inTheirPlaces(
	{ parameters }: Operation,
	given: { path: Values; query: Values },
	body: unknown,
): { path: Values; query: Values } {
	const path: Values = {};
	const query = { ...given.query };
	for (const { name, in: place } of parameters) {
		if (place === 'path') {
			path[name] = given.path[name] ?? query[name] ?? inBody(body, name);
			delete query[name];
		} else {
			const value = query[name] ?? given.path[name];
			if (value !== undefined) query[name] = value;
		}
	}
	return { path, query };
}

/** Members are called as the parameters are, with a capital letter. */
function inBody(body: unknown, name: string): unknown {
	const member = name.charAt(0).toUpperCase() + name.slice(1);
	const value = (body as Values | null | undefined)?.[member];
	return typeof value === 'number' ? String(value) : value;
}
