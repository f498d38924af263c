import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import { readConnection, type Connection } from './connection';
import { partOf, pathOf } from './parameterReader';
import { isUnproxied } from './proxy';
import { createRedactor, type Redactor } from './redact';

export type RequestContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** Base URL and API key of an item. Items of one account share one object. */
export interface Account extends Connection, Redactor {
	/** As n8n gave them: it would fetch and decrypt them anew for every request. */
	credentials: ICredentialDataDecryptedObject;
	/** Whether no proxy of n8n's environment is in the way of plain http to this computer. */
	unproxied: Promise<boolean>;
}

/**
 * Finds the account of an item. Fields of the credential may hold expressions, as where each item names its account.
 * n8n fetches and decrypts the credential on every call, which takes longer than building and sending the item: so it
 * is asked a few times in all where no field can depend on the item, and once for each account where fields name parts
 * of the item and nothing else.
 * @throws NodeOperationError when it cannot be used, and what n8n throws when it cannot be had
 */
export function createAccounts(context: RequestContext, node: INode) {
	let basis: Promise<Basis> | undefined;
	const byItem = new Map<number, Promise<Account>>();
	/** The first item with the same values at the paths. */
	const firsts = new Map<string, number>();
	/** The different ones, by what is in them. */
	const accounts = new Map<string, Account>();
	const read = async (item: number): Promise<Account> => {
		const credentials = await context.getCredentials('cashInApi', item);
		const connection = readConnection(credentials);
		if ('problem' in connection) {
			const { problem, advice } = connection;
			throw new NodeOperationError(node, problem, { description: advice });
		}
		const content = JSON.stringify(connection);
		const account = accounts.get(content) ?? {
			...connection,
			...createRedactor(connection.apiKey),
			credentials,
			unproxied: isUnproxied(context, connection.baseUrl),
		};
		accounts.set(content, account);
		return account;
	};
	/** An item whose credential is surely that of `item`, the same one for all of them. */
	const alikeOf = (paths: Basis, item: number): number => {
		if (paths === 'anything' || !('getInputData' in context)) return item;
		if (paths.length === 0) return 0;
		const values = paths.map((path) => partOf(context.getInputData()[item]?.json, path));
		if (!values.every(isPlainText)) return item;
		const key = JSON.stringify(values);
		const first = firsts.get(key) ?? item;
		firsts.set(key, first);
		return first;
	};
	return async (item = 0): Promise<Account> => {
		basis ??= basisOf(context);
		const index = alikeOf(await basis, item);
		const account = byItem.get(index) ?? read(index);
		byItem.set(index, account);
		return await account;
	};
}

/**
 * What of an item its credential goes by: the values at these paths of its JSON and nothing else, none where it is the
 * same for all items; or anything.
 */
type Basis = ReadonlyArray<readonly string[]> | 'anything';

/** Text or a number; what n8n itself may take for an expression is none. */
function isPlainText(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	return typeof value === 'number';
}

/** Beyond the items of any run: a field that depends on the item gives something else there, or nothing. */
const NO_ITEM = 2_000_000_011;

/**
 * What the credential goes by. That some items have the same proves nothing. n8n does not show the fields as they are
 * written, but hands them to the expressions of the workflow to be worked out: seen there, they are proven to go by
 * parts of the item at the most. Where they are not seen, each item has to be asked for.
 */
async function basisOf(context: RequestContext): Promise<Basis> {
	if (!('getInputData' in context) || context.getInputData().length < 2) return [];
	const { watched, seen } = watchFields(context);
	if (watched === undefined) return 'anything';
	try {
		const ofFirst = JSON.stringify(await watched.getCredentials('cashInApi', 0));
		const basis = seen();
		if (basis === 'anything' || basis.length > 0) return basis;
		const ofNone = JSON.stringify(await watched.getCredentials('cashInApi', NO_ITEM));
		return ofFirst === ofNone ? seen() : 'anything';
	} catch {
		// It is the item's own failure, if it is one.
		return 'anything';
	}
}

/** The same context, in which is seen what the fields go by that n8n has worked out; they themselves are not kept. */
function watchFields(context: IExecuteFunctions) {
	const bases: Basis[] = [];
	const seen = (): Basis => (bases.length === 0 ? 'anything' : joined(bases));
	const workflow: unknown = 'workflow' in context ? context.workflow : undefined;
	if (!isObject(workflow) || !('expression' in workflow) || !isObject(workflow.expression)) {
		return { seen };
	}
	const expression: unknown = new Proxy(workflow.expression, {
		get: (target, name) => {
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== 'function') return member;
			return (...parameters: unknown[]): unknown => {
				if (name === 'getParameterValue') bases.push(basisOfField(parameters[0]));
				return Reflect.apply(member, target, parameters);
			};
		},
	});
	const watched = Object.create(context, {
		workflow: { value: Object.create(workflow, { expression: { value: expression } }) as object },
	}) as typeof context;
	return { watched, seen };
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** What a field goes by, so far as can be told from how it is written. */
function basisOfField(field: unknown): Basis {
	if (isObject(field)) return joined(Object.values(field).map(basisOfField));
	if (typeof field !== 'string' || !field.startsWith('=')) return [];
	const between = field.slice(1).split(EXPRESSION);
	return joined(
		between.map((text, index) => {
			if (index % 2 === 0) return /[{}]/.test(text) ? 'anything' : [];
			if (CONSTANT.test(text)) return [];
			const path = pathOf(text);
			return path === undefined ? 'anything' : [path];
		}),
	);
}

function joined(bases: readonly Basis[]): Basis {
	const paths: Array<readonly string[]> = [];
	for (const basis of bases) {
		if (basis === 'anything') return basis;
		paths.push(...basis);
	}
	return paths;
}

const EXPRESSION = /\{\{([^{}]*)\}\}/;

/** A text or a number; a secret, a variable or a setting of n8n. Everything else may look at the item in some way. */
const CONSTANT =
	/^\s*('[^'\\]*'|"[^"\\]*"|\d+|\$(secrets|vars|env)(\.[A-Za-z_]\w*|\[\s*('[^'\\]*'|"[^"\\]*")\s*\])+)\s*$/;
