import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import { readConnection, type Connection } from './connection';
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
 * n8n fetches and decrypts the credential on every call, so it is asked a few times in all where no field can depend
 * on the item.
 * @throws NodeOperationError when it cannot be used, and what n8n throws when it cannot be had
 */
export function createAccounts(context: RequestContext, node: INode) {
	let alike: Promise<boolean> | undefined;
	const byItem = new Map<number, Promise<Account>>();
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
	return async (item = 0): Promise<Account> => {
		alike ??= isAlike(context);
		const index = (await alike) ? 0 : item;
		const account = byItem.get(index) ?? read(index);
		byItem.set(index, account);
		return await account;
	};
}

/** Beyond the items of any run: a field that depends on the item gives something else there, or nothing. */
const NO_ITEM = 2_000_000_011;

/**
 * Whether the credential is the same for all items. That some items have the same proves nothing. n8n does not show
 * the fields as they are written, but hands them to the expressions of the workflow to be worked out: seen there, they
 * are proven the same when none of them can depend on the item. Where they are not seen, each item has to be asked for.
 */
async function isAlike(context: RequestContext): Promise<boolean> {
	if (!('getInputData' in context)) return true;
	if (context.getInputData().length < 2) return true;
	const { watched, sawOnlyConstants } = watchFields(context);
	if (watched === undefined) return false;
	try {
		const ofFirst = JSON.stringify(await watched.getCredentials('cashInApi', 0));
		if (!sawOnlyConstants()) return false;
		return ofFirst === JSON.stringify(await watched.getCredentials('cashInApi', NO_ITEM));
	} catch {
		// It is the item's own failure, if it is one.
		return false;
	}
}

/** The same context, in which is seen – and not kept – what kind of fields n8n has worked out. */
function watchFields(context: IExecuteFunctions) {
	let seen = false;
	let constant = true;
	const sawOnlyConstants = () => seen && constant;
	const workflow: unknown = 'workflow' in context ? context.workflow : undefined;
	if (!isObject(workflow) || !('expression' in workflow) || !isObject(workflow.expression)) {
		return { sawOnlyConstants };
	}
	const expression: unknown = new Proxy(workflow.expression, {
		get: (target, name) => {
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== 'function') return member;
			return (...parameters: unknown[]): unknown => {
				if (name === 'getParameterValue') {
					seen = true;
					constant &&= isConstant(parameters[0]);
				}
				return Reflect.apply(member, target, parameters);
			};
		},
	});
	const watched = Object.create(context, {
		workflow: { value: Object.create(workflow, { expression: { value: expression } }) as object },
	}) as typeof context;
	return { watched, sawOnlyConstants };
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** Whether a field comes to the same for all items, so far as can be told from how it is written. */
function isConstant(field: unknown): boolean {
	if (isObject(field)) return Object.values(field).every(isConstant);
	if (typeof field !== 'string' || !field.startsWith('=')) return true;
	const between = field.slice(1).split(EXPRESSION);
	return between.every((text, index) =>
		index % 2 === 1 ? CONSTANT.test(text) : !/[{}]/.test(text),
	);
}

const EXPRESSION = /\{\{([^{}]*)\}\}/;

/** A text or a number; a secret, a variable or a setting of n8n. Everything else may look at the item in some way. */
const CONSTANT =
	/^\s*('[^'\\]*'|"[^"\\]*"|\d+|\$(secrets|vars|env)(\.[A-Za-z_]\w*|\[\s*('[^'\\]*'|"[^"\\]*")\s*\])+)\s*$/;
