import { wordsOf } from '../contract/adopt/words.cts';
import { PICKERS } from '../contract/needs.cts';
import {
	operationsOf,
	type Contract,
	type OperationRow,
	type Parameter,
} from '../contract/source.cts';

/** One operation to ask, and where. */
export interface Step {
	row: OperationRow;
	/** The contract's first, then its alternatives. */
	addresses: Address[];
	/** What has to be known before it can be asked; of each, one is enough. */
	needs: Need[][];
}

/** An address without its values: `/settlements/{number}`, or `/settlement` with `number` in the query. */
export interface Address {
	/** With the operation's own names of its parameters in braces. */
	path: string;
	/** Which parameter of the operation each name of the query stands for. */
	query: ReadonlyMap<string, string>;
	/** As the contract writes it. */
	written: string;
}

/** A parameter, and the list that an id for it is taken from. */
export interface Need {
	parameter: Parameter;
	list: string;
}

export interface NotAsked {
	row: OperationRow;
	why: string;
}

export interface Plan {
	steps: Step[];
	left: NotAsked[];
	/** Operations that change something: no check asks them. */
	writes: number;
	/** The most requests that all of it takes. */
	most: number;
}

/** So often, in all, a request is sent again after 429 or 503. */
export const MOST_REPEATS = 3;

/** Everything that may be asked, lists before what needs an id out of one. */
export function planOf(contract: Contract, partner: boolean): Plan {
	const rows = operationsOf(contract);
	const reads = rows.filter(({ method }) => method === 'GET');
	const forbidden = forbiddenPaths(rows, partner);
	const steps: Step[] = [];
	const left: NotAsked[] = [];
	for (const row of reads) {
		const why = whyNot(rows, row, partner);
		const needs = needsOf(row);
		if (why !== undefined) left.push({ row, why });
		else if (typeof needs === 'string') left.push({ row, why: needs });
		else steps.push({ row, addresses: addressesOf(rows, row, forbidden), needs });
	}
	const ordered = [
		...steps.filter(({ needs }) => needs.length === 0),
		...steps.filter(({ needs }) => needs.length > 0),
	];
	const requests = steps.reduce((sum, { addresses }) => sum + addresses.length, 0);
	return {
		steps: ordered,
		left,
		writes: rows.length - reads.length,
		most: requests === 0 ? 0 : requests + MOST_REPEATS,
	};
}

/** Why an operation is never asked; undefined where it may be. */
export function whyNot(
	rows: readonly OperationRow[],
	row: OperationRow,
	partner: boolean,
): string | undefined {
	const { method, operation, parameters } = row;
	if (method !== 'GET') return 'it is not a read';
	if (marksAsRead(row)) return 'reading it may mark something as read';
	if (operation['x-secret-response'] === true) return 'its answer holds a secret';
	if (operation['x-retry'] === 'never') return 'it must not be repeated (x-retry: never)';
	const marked = parameters
		.map(({ 'x-picker': picker }) => rows.find(({ id }) => id === PICKERS[picker ?? '']))
		.find((list) => list !== undefined && marksAsRead(list));
	if (marked !== undefined) {
		return `no id: it is chosen from ${marked.id}, and reading that may mark something as read`;
	}
	if (operation['x-partner-key'] === true && !partner) {
		return "it needs a software partner's key (--partner)";
	}
	if (operation['x-action'] === undefined) {
		return 'it is new, and not known to be without effect';
	}
	return undefined;
}

const marksAsRead = ({ operation, parameters }: OperationRow) =>
	operation['x-marks-as-read'] !== undefined ||
	parameters.some((parameter) => parameter['x-role'] === 'unreadOnly');

/** What stands for one thing and has to be known; a sentence where it cannot be. */
function needsOf({ parameters, operation }: OperationRow): Need[][] | string {
	const either = operation['x-either-of'] ?? [];
	const single = parameters.filter(
		(parameter) =>
			(parameter.in === 'path' || parameter['x-needed'] === true || parameter.required === true) &&
			!either.includes(parameter['x-field'] ?? '') &&
			!isPaging(parameter) &&
			!isDay(parameter),
	);
	const choices = parameters.filter(({ 'x-field': field = '' }) => either.includes(field));
	const groups = [...single.map((one) => [one]), ...(choices.length > 0 ? [choices] : [])];
	const needs = groups.map((group) =>
		group.flatMap((parameter): Need[] => {
			const list = PICKERS[parameter['x-picker'] ?? ''];
			const personal = parameter['x-personal-code'] === true;
			return list === undefined || personal ? [] : [{ parameter, list }];
		}),
	);
	const without = groups.find((_, at) => needs[at]?.length === 0);
	return without === undefined
		? needs
		: `no id: no list gives one for ${without.map(({ name }) => name).join(' or ')}`;
}

export const isPaging = (parameter: Parameter) =>
	parameter['x-role'] === 'page' || parameter['x-role'] === 'pageSize';

const isDay = ({ in: place, schema }: Parameter) => place === 'query' && schema.format === 'date';

/** Parameters that are sent without being asked for: a page of one row, and the days that a list insists on. */
export function fixedQuery({ parameters }: OperationRow, today: Date): Map<string, string> {
	const day = (daysBack: number) =>
		new Date(today.getTime() - daysBack * 86_400_000).toISOString().slice(0, 10);
	const query = new Map<string, string>();
	for (const parameter of parameters) {
		const needed = parameter.required === true || parameter['x-needed'] === true;
		if (parameter['x-role'] === 'pageSize') query.set(parameter.name, '1');
		else if (parameter['x-role'] === 'page') {
			query.set(parameter.name, String(parameter['x-first-page'] ?? 1));
		} else if (needed && isDay(parameter)) {
			const isEnd = wordsOf(parameter['x-field'] ?? parameter.name).includes('to');
			query.set(parameter.name, day(isEnd ? 0 : 30));
		}
	}
	return query;
}

/** The contract's address and, where no other operation is at home, those of `x-alternatives` that are reads. */
function addressesOf(
	rows: readonly OperationRow[],
	row: OperationRow,
	forbidden: readonly RegExp[],
): Address[] {
	const own = row.parameters.filter((parameter) => parameter.in === 'query');
	const query = new Map(own.map(({ name }) => [name, name]));
	const keys = row.parameters.filter(
		(parameter) => parameter.in === 'path' || parameter['x-needed'] === true,
	);
	// An alternative may call the one thing that is asked about by another name.
	const meant = (name: string) =>
		row.parameters.some((parameter) => parameter.name === name) || keys.length !== 1
			? name
			: (keys[0]?.name ?? name);
	const taken = new Set(rows.filter((other) => other !== row).map(({ path }) => patternOf(path)));
	const others = alternativesOf(row)
		.filter(
			({ method, path }) =>
				method === 'GET' &&
				!taken.has(patternOf(path)) &&
				!forbidden.some((pattern) => pattern.test(path)),
		)
		.map(({ path, names, written }) => ({
			path: path.replace(/\{([^}]*)\}/g, (_, name: string) => `{${meant(name)}}`),
			query: new Map([...query, ...names.map((name): [string, string] => [name, meant(name)])]),
			written,
		}));
	return [{ path: row.path, query, written: row.path }, ...others];
}

/** `/token/validate`, `/settlement?number=`, `POST /creditors` */
function alternativesOf({ method, operation }: OperationRow) {
	const written = (operation['x-alternatives'] ?? []) as string[];
	return written.map((text) => {
		const words = text.trim().split(/\s+/);
		const [path = '', query = ''] = (words.at(-1) ?? '').split('?');
		const names = query.split('&').map((part) => part.split('=')[0] ?? '');
		return {
			method: words.length > 1 ? (words[0] ?? '').toUpperCase() : method,
			path,
			names: names.filter((name) => name !== ''),
			written: text.trim(),
		};
	});
}

/** Same addresses are the same text, whatever their parameters are called and however they are written. */
export const patternOf = (path: string) =>
	path
		.toLowerCase()
		.replace(/\{[^}]*\}/g, '{}')
		.replace(/\/+$/, '');

/** Addresses that may not be asked for, whichever operation they are tried for. */
export function forbiddenPaths(rows: readonly OperationRow[], partner: boolean): RegExp[] {
	return rows
		.filter((row) => row.method === 'GET' && whyNot(rows, row, partner) !== undefined)
		.flatMap((row) => [row.path, ...alternativesOf(row).map(({ path }) => path)])
		.map((path) => {
			const parts = patternOf(path).split('{}');
			const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
			return new RegExp(`^${literal.join('[^/]*')}/*$`, 'i');
		});
}

/**
 * Path and query of a request; undefined where the address has no place for an id, and would ask for all.
 * @param ids by name of the parameter
 * @param fixed sent whatever the address is
 */
export function fillIn(
	{ path, query }: Address,
	ids: ReadonlyMap<string, string>,
	fixed: ReadonlyMap<string, string>,
): { path: string; query: Map<string, string> } | undefined {
	const used = new Set<string>();
	const valueOf = (name: string) => {
		const value = ids.get(name);
		if (value !== undefined) used.add(name);
		return value;
	};
	const named = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
	if (named.some((name) => valueOf(name) === undefined)) return undefined;
	const filled = path.replace(/\{([^}]*)\}/g, (_, name: string) =>
		encodeURIComponent(ids.get(name) ?? ''),
	);
	const inQuery = [...query].flatMap(([name, parameter]): Array<[string, string]> => {
		const value = named.includes(parameter) ? undefined : valueOf(parameter);
		return value === undefined ? [] : [[name, value]];
	});
	if (used.size < ids.size) return undefined;
	return { path: filled, query: new Map([...fixed, ...inQuery]) };
}
