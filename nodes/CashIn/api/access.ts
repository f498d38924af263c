import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
} from 'n8n-workflow';

import { readApiKey, readConnection, type Connection } from './connection';
import { isUnproxied } from './environmentProxy';
import type { RequestContext } from './exchange';
import { ConnectionProblem } from './problems';
import { createRedactor, type Redactor } from './redact';

/** Where requests of an item go, and by what right. Items of one account have the very same one. */
export interface Access extends Redactor {
	connection: Connection;
	apiKey: string;
	/** As n8n gave them: it would fetch and decrypt them anew for every request. */
	credentials: ICredentialDataDecryptedObject;
	/** Whether no proxy of n8n's environment is in the way of plain http to this computer. */
	unproxied: Promise<boolean>;
}

/** What a run has found out. n8n makes a context for each run of a node; within one, credentials stay as they are. */
interface Accesses {
	/** Whether all items have the first one's. */
	alike: Promise<boolean>;
	/** What each item's credential gave, or what is wrong with it. */
	byItem: Map<number, Access | Error>;
	/** The different ones, by what is in them. */
	accounts: Map<string, Access>;
}

const known = new WeakMap<RequestContext, Accesses>();

/**
 * The credential of an item. Its fields may hold expressions, as where each item names the account it belongs to.
 * n8n fetches and decrypts it anew whenever it is asked: where nothing in it can go by the item, it is asked a few
 * times in all.
 * @throws NodeOperationError when it cannot be used, and what n8n throws when it cannot be had
 */
export async function accessOf(context: RequestContext, item = 0): Promise<Access> {
	const accesses = known.get(context) ?? {
		alike: isAlike(context),
		byItem: new Map<number, Access | Error>(),
		accounts: new Map<string, Access>(),
	};
	known.set(context, accesses);
	const index = (await accesses.alike) ? 0 : item;
	const own = accesses.byItem.get(index) ?? (await readAccess(context, index, accesses.accounts));
	accesses.byItem.set(index, own);
	if (!(own instanceof Error)) return own;
	const description = 'Open the Cash-In credential and correct it.';
	throw new NodeOperationError(context.getNode(), own.message, { description });
}

async function readAccess(
	context: RequestContext,
	item: number,
	accounts: Map<string, Access>,
): Promise<Access | Error> {
	const credentials = await context.getCredentials('cashInApi', item);
	try {
		const apiKey = readApiKey(credentials);
		const connection = readConnection(credentials);
		const account = JSON.stringify([apiKey, connection]);
		const access = accounts.get(account) ?? {
			connection,
			apiKey,
			credentials,
			unproxied: isUnproxied(context, connection.baseUrl),
			...createRedactor(apiKey),
		};
		accounts.set(account, access);
		return access;
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
