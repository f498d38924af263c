import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
} from 'n8n-workflow';

import { readApiKey, readConnection, type Connection } from './connection';
import { isUnproxied } from './environmentProxy';
import { ConnectionProblem } from './problems';
import { createRedactor, type Redactor } from './redact';

export type RequestContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** Base URL and API key of an item. Items of one account share one object. */
export interface Account extends Redactor {
	connection: Connection;
	apiKey: string;
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
	/** What each item's credential gave, or what is wrong with it. */
	const byItem = new Map<number, Account | Error>();
	/** The different ones, by what is in them. */
	const accounts = new Map<string, Account>();
	return async (item = 0): Promise<Account> => {
		alike ??= isAlike(context);
		const index = (await alike) ? 0 : item;
		const own = byItem.get(index) ?? (await readAccount(context, index, accounts));
		byItem.set(index, own);
		if (!(own instanceof Error)) return own;
		const description = 'Open the Cash-In credential and correct it.';
		throw new NodeOperationError(node, own.message, { description });
	};
}

async function readAccount(
	context: RequestContext,
	item: number,
	accounts: Map<string, Account>,
): Promise<Account | Error> {
	const credentials = await context.getCredentials('cashInApi', item);
	try {
		const apiKey = readApiKey(credentials);
		const connection = readConnection(credentials);
		const text = JSON.stringify([apiKey, connection]);
		const known = accounts.get(text) ?? {
			connection,
			apiKey,
			credentials,
			unproxied: isUnproxied(context, connection.baseUrl),
			...createRedactor(apiKey),
		};
		accounts.set(text, known);
		return known;
	} catch (error) {
		return error instanceof Error ? error : new ConnectionProblem(String(error));
	}
}

/** Beyond the items of any run: what goes by the item gives something else there, or nothing. */
const NO_ITEM = 2_000_000_011;

/**
 * Whether the credential is the same for all items. That some items have the same proves nothing. n8n tells nobody
 * what the fields hold, but hands them to the expressions of the workflow to be worked out: seen there, they are
 * proven the same when none of them can go by the item. Where they are not seen, each item has to be asked for.
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
	const { expression } = workflow;
	const watchedExpression: unknown = new Proxy(expression, {
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
	const watchedWorkflow: unknown = Object.create(workflow, {
		expression: { value: watchedExpression },
	});
	const watched = Object.create(context, {
		workflow: { value: watchedWorkflow },
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
