import { NodeOperationError } from 'n8n-workflow';

import type { Run } from './run';
import type { Connection } from './connection';
import { endpoints, type EndpointId } from './endpoints.generated';
import { CashInError } from './errors';
import { exchange } from './exchange';
import { waitBeforeRetry } from './retry';
import { RequestTooLarge } from './problems';
import { targetOf, type QueryValue } from './target';
import type { operations } from './types.generated';

type Content<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Parameters<E extends EndpointId, Kind extends 'path' | 'query'> = NonNullable<
	operations[E]['parameters'][Kind]
>;
type Responses<E extends EndpointId> = operations[E]['responses'];

/** The JSON body of a successful answer; undefined when Cash-In answers with nothing. */
export type Answer<E extends EndpointId> =
	| Content<Responses<E>[Extract<keyof Responses<E>, 200 | 201 | 202>]>
	| undefined;

export type Body<E extends EndpointId> = operations[E] extends { requestBody?: infer B }
	? Content<NonNullable<B>>
	: undefined;

export interface Call<E extends EndpointId> {
	path?: Parameters<E, 'path'>;
	query?: Parameters<E, 'query'>;
	body?: Body<E>;
}

export interface CallLimits {
	/** Whose credential is used; without it, the first item's. */
	item?: number;
	/** The least time to the beginning of the next request, in milliseconds. */
	interval?: number;
	/** One try's time limit in milliseconds. */
	timeoutMs?: number;
	/** Advice for an answer that is late, in a sentence, where the user cannot set that limit. */
	whenLate?: string;
	/** No wait reaches beyond this instant, in milliseconds since 1970. */
	deadline?: number;
	/** Asked before another try: whether anybody still wants the answer. */
	wanted?: () => boolean;
	/** Awaited when an answer has come that is no refusal, before anything is done with it. */
	onArrival?: () => Promise<void>;
	/** Told the server's clock with every answer that says it, in milliseconds since 1970. */
	onServerTime?: (time: number) => void;
}

/** Long enough for a batch of a hundred invoices, short enough to notice a dead line. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Calls one endpoint of the contract and gives back its answer; that of a write without the API key.
 * Waits and tries again where that cannot do anything twice (see `waitBeforeRetry`).
 * @throws CashInError when Cash-In refuses, cannot be reached, or answers with something unreadable
 * @throws NodeOperationError when the credential or an id cannot be used
 */
export async function request<E extends EndpointId>(
	run: Run,
	endpoint: E,
	call: Call<E> = {},
	limits: CallLimits = {},
): Promise<Answer<E>> {
	const access = await run.account(limits.item);
	const target = locate(run, access.connection, endpoint, call);
	const body = call.body === undefined ? undefined : toText(call.body);
	if (body instanceof RequestTooLarge) throw body;
	const what = {
		...target,
		method: endpoints[endpoint].method,
		body,
		timeoutMs: limits.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		redactor: access,
		unproxied: await access.unproxied,
		credentials: access.credentials,
		onArrival: limits.onArrival,
	};
	const { limiter } = run;
	for (let tries = 1; ; tries++) {
		const reply = await limiter.schedule(async () => await exchange(run, what), limits.interval);
		if ('answer' in reply) {
			if (reply.serverTime !== undefined) limits.onServerTime?.(reply.serverTime);
			const answer = reply.answer as Answer<E>;
			return mayEcho(endpoint) ? access.redactDeep(answer) : answer;
		}
		const wait = waitBeforeRetry(endpoint, reply.fault, tries, Math.random());
		if (reply.fault.status === 429) limiter.serialize(Date.now() + (wait ?? 0));
		const late = Date.now() + (wait ?? 0) > (limits.deadline ?? Infinity);
		if (wait === undefined || late || limits.wanted?.() === false) {
			const fault = { ...reply.fault, whenLate: limits.whenLate };
			throw new CashInError(run.node, endpoint, fault);
		}
		run.context.logger.debug(`Cash-In: ${endpoint} waits ${wait} ms after try ${tries}`);
		await run.sleep(wait);
	}
}

/** A body as JSON text, or why there is none: it does not fit into one text, or holds itself. */
function toText(body: unknown): string | RequestTooLarge {
	try {
		return JSON.stringify(body);
	} catch {
		return new RequestTooLarge('it is too large for one request, or holds itself');
	}
}

/** Whether a key in the answer is an echo. A list is given on as it came, and some answers are there to tell a key. */
function mayEcho(endpoint: EndpointId): boolean {
	const { method, secretResponse } = endpoints[endpoint];
	return method !== 'GET' && !secretResponse;
}

function locate<E extends EndpointId>(
	run: Run,
	connection: Connection,
	endpoint: E,
	call: Call<E>,
) {
	try {
		const path: Record<string, QueryValue> = { ...call.path };
		const query: Record<string, QueryValue> = { ...call.query };
		return targetOf(connection, endpoint, path, query);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new NodeOperationError(run.node, message);
	}
}
