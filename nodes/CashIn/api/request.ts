import { NodeOperationError } from 'n8n-workflow';

import { buildUrl, isInBody, type ParameterValue } from './buildUrl';
import { CashInError, InputError, type Fault } from './errors';
import { sendHttp } from './http';
import { endpointOf, nameOf, type Requested } from './requested';
import type { Run } from './run';

export interface Call {
	/** Of the path and the query, by field name. */
	parameters?: Readonly<Record<string, ParameterValue>>;
	/** What is sent as JSON. */
	body?: unknown;
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
	/** A try that is under way is broken off at this instant, in milliseconds since 1970. */
	end?: number;
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
 * Calls one endpoint of the contract and gives back the JSON of its answer, undefined when it is empty; of a write
 * without the API key. Waits and tries again where that cannot do anything twice (see `waitBeforeRetry`).
 * @throws CashInError when Cash-In refuses, cannot be reached, or answers with something unreadable
 * @throws NodeOperationError when the credential or a parameter cannot be used, InputError when the body cannot
 */
export async function request(
	run: Run,
	endpoint: Requested,
	call: Call = {},
	limits: CallLimits = {},
): Promise<unknown> {
	const { parameters } = call;
	const body = withParameters(endpoint, call);
	const account = await run.account(limits.item);
	const target = buildUrl(account, endpoint, parameters);
	if ('problem' in target) {
		throw new NodeOperationError(run.node, target.problem, { description: target.advice });
	}
	if (target.warning !== undefined) run.warn(target.warning);
	const json = body === undefined ? '' : toJson(body);
	if (json === undefined) {
		throw new InputError('it is too large for one request, or holds itself', { tooLarge: true });
	}
	const what = {
		url: target.url,
		query: target.query,
		account,
		method: endpointOf(endpoint).method,
		body: body === undefined ? undefined : json,
		mediaType: endpointOf(endpoint).body?.mediaType,
		onArrival: limits.onArrival,
	};
	const { context, limiter, node } = run;
	const send = async () => await sendHttp(run, { ...what, timeoutMs: timeLeft(limits) });
	for (let tries = 1; ; tries++) {
		const reply = await limiter.schedule(send, limits.interval);
		if ('answer' in reply) {
			if (reply.serverTime !== undefined) limits.onServerTime?.(reply.serverTime);
			return mayEcho(endpoint) ? account.redactDeep(reply.answer) : reply.answer;
		}
		const wait = waitBeforeRetry(endpoint, reply.fault, tries, Math.random());
		if (reply.fault.status === 429) limiter.serialize(Date.now() + (wait ?? 0));
		const late = Date.now() + (wait ?? 0) > (limits.deadline ?? Infinity);
		if (wait === undefined || late || limits.wanted?.() === false) {
			throw new CashInError(node, endpoint, { ...reply.fault, whenLate: limits.whenLate });
		}
		context.logger.debug(`Cash-In: ${nameOf(endpoint)} waits ${wait} ms after try ${tries}`);
		await run.sleep(wait);
	}
}

/** How long a try that begins now may take, in milliseconds. */
function timeLeft({ timeoutMs = DEFAULT_TIMEOUT_MS, end = Infinity }: CallLimits): number {
	return Math.max(1, Math.min(timeoutMs, end - Date.now()));
}

/** What is sent, with the parameters that the contract has in the body: they were asked for, and win over what it says itself. */
export function withParameters(endpoint: Requested, { parameters = {}, body }: Call): unknown {
	const { parameters: known, body: content } = endpointOf(endpoint);
	const moved = known
		.filter(({ field }) => isInBody(endpoint, field))
		.filter(({ field }) => (parameters[field] ?? '') !== '')
		.map(({ name, field }): [string, ParameterValue] => [name, parameters[field]]);
	const isSearch = content !== undefined && moved.length > 0;
	if (!isSearch || Array.isArray(body)) return body;
	return { ...Object(body), ...Object.fromEntries(moved) } as Record<string, unknown>;
}

/** Nothing when it does not fit into one text, or holds itself. */
function toJson(body: unknown): string | undefined {
	try {
		return JSON.stringify(body);
	} catch {
		return undefined;
	}
}

/** Whether a key in the answer is an echo. A list is given on as it came, and some answers are there to tell a key. */
function mayEcho(endpoint: Requested): boolean {
	const { method, secretResponse } = endpointOf(endpoint);
	return method !== 'GET' && !secretResponse;
}

/** Tries in all, the first included. */
const MOST_TRIES = 4;

/** A wait asked for by Cash-In is honoured up to this long, in milliseconds; beyond it the user is told. */
const LONGEST_WAIT_MS = 120_000;

const FIRST_WAIT_MS = 1_000;

/**
 * How long to wait before the next try, in milliseconds, or nothing when there must be none.
 * 429 means that nothing was taken, so even a write may go again, unless the contract says never;
 * everything else is repeated for reads only.
 * @param tries how many have failed so far (1 after the first)
 * @param random a number from 0 to 1, for the jitter
 */
export function waitBeforeRetry(
	endpoint: Requested,
	fault: Fault,
	tries: number,
	random: number,
): number | undefined {
	if (tries >= MOST_TRIES || !mayRepeat(endpoint, fault)) return undefined;
	if (fault.retryAfterMs !== undefined) {
		return fault.retryAfterMs <= LONGEST_WAIT_MS ? fault.retryAfterMs : undefined;
	}
	const exponential = FIRST_WAIT_MS * 2 ** (tries - 1);
	return Math.round(exponential * (0.5 + random / 2));
}

function mayRepeat(endpoint: Requested, { kind, status = 0 }: Fault): boolean {
	const { retry } = endpointOf(endpoint);
	if (status === 429) return retry !== 'never';
	if (retry !== 'read') return false;
	return kind === 'status' ? status >= 500 : ['timeout', 'network', 'cutOff'].includes(kind);
}
