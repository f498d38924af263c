import { NodeOperationError, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readConnection, type Connection } from './connection';
import type { RequestContext } from './exchange';
import { ConnectionProblem } from './problems';

/** Where requests of an item go, and by what right. Items of one account have the very same one. */
export interface Access {
	connection: Connection;
	apiKey: string;
	/** As n8n gave them: it would fetch and decrypt them anew for every request. */
	credentials: ICredentialDataDecryptedObject;
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
 * n8n fetches and decrypts it anew whenever it is asked: where no expression looks at the item, it is asked a few times in all.
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
	const apiKey = typeof credentials.apiKey === 'string' ? credentials.apiKey.trim() : '';
	if (apiKey === '') return new ConnectionProblem("'API Key' is empty.");
	try {
		const connection = readConnection(credentials);
		const account = JSON.stringify([apiKey, connection]);
		const access = accounts.get(account) ?? { connection, apiKey, credentials };
		accounts.set(account, access);
		return access;
	} catch (error) {
		return error instanceof Error ? error : new ConnectionProblem(String(error));
	}
}

/**
 * Whether the credential is the same for all items: no expression in it looks at the item it is asked for, and some
 * items have the same, should one count items only. n8n tells nobody what the fields hold, so it is given items that
 * tell when they are looked at; where it keeps its items elsewhere, each has to be asked for.
 */
async function isAlike(context: RequestContext): Promise<boolean> {
	if (!('getInputData' in context)) return true;
	const items = context.getInputData();
	if (items.length < 2) return true;
	if (!('connectionInputData' in context)) return false;
	let looked = false;
	const spied = items.map(
		(item) =>
			new Proxy(item, {
				get: (target, name): unknown => {
					looked = true;
					return Reflect.get(target, name);
				},
			}),
	);
	const watched = Object.create(context, {
		connectionInputData: { value: spied },
	}) as typeof context;
	try {
		const seen = new Set<string>();
		for (const item of new Set([0, 1, items.length >> 1, items.length - 1])) {
			seen.add(JSON.stringify(await watched.getCredentials('cashInApi', item)));
			if (looked || seen.size > 1) return false;
		}
		return true;
	} catch {
		// It is the item's own failure, if it is one.
		return false;
	}
}
