import { holdsPersonalIdentityCode } from '../../nodes/CashIn/api/redact.ts';
import { isObject, type Json } from '../contract/adopt/json.cts';
import { rowSchema } from '../contract/endpoints.cts';
import { rolesOf } from '../contract/fields.cts';
import { PICKERS } from '../contract/needs.cts';
import {
	operationsOf,
	type Contract,
	type OperationRow,
	type Parameter,
} from '../contract/source.cts';
import { createClient, type Answer, type NoAnswer } from './client.cts';
import { suggestionsOf, type Suggestion } from './evidence.cts';
import { observe, type Shape } from './observe.cts';
import type { LiveOptions } from './options.cts';
import { fillIn, fixedQuery, MOST_REPEATS, planOf, type Address, type Step } from './plan.cts';
import { createShown, limitHeaders, mediaTypeShown, type Shown } from './shown.cts';

export interface Surroundings {
	sleep: (ms: number) => Promise<void>;
	now: () => Date;
	/** Tells how far it has come. */
	say: (line: string) => void;
}

/** What one request came to. */
export interface Try {
	/** As the contract writes the address. */
	address: string;
	status?: number;
	mediaType?: string;
	/** Why there is no answer. */
	failed?: string;
}

export interface OperationFinding {
	id: string;
	title: string;
	/** The contract's path, and how it is known. */
	path: string;
	evidence: string;
	/** In one line. */
	result: string;
	tries: Try[];
	/** Address that answered. */
	found?: { address: string; isAlternative: boolean };
	shape?: Shape;
	/** Members of an error. */
	errorMembers?: string[];
	/** Names of headers that tell of limits. */
	limitHeaders: string[];
	notes: string[];
	suggestions: Suggestion[];
}

export interface Findings {
	day: string;
	place: LiveOptions['place'];
	partner: boolean;
	requests: number;
	most: number;
	/** Why it ended before its end. */
	stopped?: string;
	operations: OperationFinding[];
	notAsked: Array<{ id: string; title: string; why: string }>;
	writes: number;
}

/** The longest that is waited because the server asks for it, in seconds. */
const LONGEST_WAIT_S = 60;
/** Waited after 429 or 503 that say nothing of how long. */
const USUAL_WAIT_S = 10;
/** So many refusals or failures one after the other are not about the operation. */
const MOST_IN_A_ROW = 3;

/** Ends the run; the message is advice. */
class Stop extends Error {}

/** Asks what may be asked, and tells what the answers look like. */
export async function checkLive(
	contract: Contract,
	options: LiveOptions,
	{ sleep, now, say }: Surroundings,
): Promise<Findings> {
	const { baseUrl, apiKey, place, partner } = options;
	const plan = planOf(contract, partner);
	const rows = operationsOf(contract);
	const shown = createShown(contract, apiKey);
	const keyHeader = keyHeaderOf(contract);
	const client = createClient({
		baseUrl,
		apiKey,
		keyHeader,
		rows,
		partner,
		most: plan.most,
		sleep,
	});
	const ids = new Map<string, string>();
	const findings: Findings = {
		day: now().toISOString().slice(0, 10),
		place,
		partner,
		requests: 0,
		most: plan.most,
		operations: [],
		notAsked: plan.left.map(({ row, why }) => ({ id: row.id, title: row.title, why })),
		writes: plan.writes,
	};
	let repeats = MOST_REPEATS;
	let inARow = 0;

	/** One request, sent again when the server asks for a short wait. */
	async function ask(row: OperationRow, path: string, query: ReadonlyMap<string, string>) {
		for (;;) {
			const answer = await client.ask(row, path, query);
			if (answer.kind === 'none' || (answer.status !== 429 && answer.status !== 503)) return answer;
			const seconds = secondsOf(answer.retryAfter, now()) ?? USUAL_WAIT_S;
			if (seconds > LONGEST_WAIT_S || repeats === 0) {
				findings.stopped = `The API answered ${answer.status} and asks for patience. Run the command again later; what was seen until now is below.`;
				return answer;
			}
			repeats -= 1;
			say(`  ${answer.status}: waiting ${seconds} s, as the API asks`);
			await sleep(seconds * 1_000);
		}
	}

	async function check({ row, addresses, needs }: Step): Promise<void> {
		const given = new Map<string, string>();
		for (const group of needs) {
			const need = group.find(({ list }) => ids.has(list));
			if (need === undefined) {
				const lists = [...new Set(group.map(({ list }) => list))].join(' or ');
				const why = `no id: ${lists} gave none`;
				findings.notAsked.push({ id: row.id, title: row.title, why });
				return;
			}
			given.set(need.parameter.name, ids.get(need.list) ?? '');
		}
		const finding: OperationFinding = {
			id: row.id,
			title: row.title,
			path: row.path,
			evidence: row.evidence,
			result: '',
			tries: [],
			limitHeaders: [],
			notes: [],
			suggestions: [],
		};
		findings.operations.push(finding);
		const fixed = fixedQuery(row, now());
		for (const address of addresses) {
			const filled = fillIn(address, given, fixed);
			if (filled === undefined) continue;
			const answer = await ask(row, filled.path, filled.query);
			finding.tries.push(tryOf(address, answer));
			if (answer.kind === 'answer') {
				finding.limitHeaders = [
					...new Set([...finding.limitHeaders, ...limitHeaders(answer.headerNames)]),
				];
			}
			const isElsewhere = answer.kind === 'answer' && [404, 405].includes(answer.status);
			if (isElsewhere && findings.stopped === undefined) continue;
			read(finding, row, address, answer, { given, fixed });
			break;
		}
		if (finding.result === '') {
			finding.result = 'not found at any address';
			finding.notes.push(
				finding.tries.some(({ status }) => status === 404)
					? 'The path is another one; or, of a list, there is nothing to list and the API says so with 404.'
					: 'The path is there, with another method.',
			);
		}
		say(`  ${row.id}: ${finding.result}`);
		stopWhereUseless(finding);
	}

	function read(
		finding: OperationFinding,
		row: OperationRow,
		address: Address,
		answer: Answer | NoAnswer,
		{ given, fixed }: { given: ReadonlyMap<string, string>; fixed: ReadonlyMap<string, string> },
	): void {
		if (answer.kind === 'none') {
			finding.result = answer.why;
			return;
		}
		const { status, mediaType, body } = answer;
		const isAlternative = address.written !== row.path;
		if (status >= 300) {
			finding.result = RESULTS[status] ?? `answered ${status}`;
			if (status < 400) {
				finding.result = `answered ${status}, a redirect, which was not followed`;
			} else finding.errorMembers = errorMembers(body, shown);
			return;
		}
		finding.found = { address: address.written, isAlternative };
		const parsed = status === 204 || body.trim() === '' ? undefined : parseJson(body);
		if (parsed === undefined) {
			const empty = body.trim() === '';
			finding.result = empty
				? `answered ${status} without a body`
				: `answered ${status} with something that is not JSON`;
			if (!empty) delete finding.found;
		} else {
			const { shape, rows: seen } = observe(contract, row, parsed.json, shown);
			finding.shape = shape;
			finding.result = `answered ${status}`;
			noteId(row, seen);
			if (parsed.json !== null && !/json/.test(mediaType)) {
				finding.notes.push('The body is JSON, and the media type does not say so.');
			}
			if (hasPageSize(row) && seen.length > 1) {
				finding.notes.push(
					'One row a page was asked for, and several came: the page size has another name, or a least value.',
				);
			} else if (shape.kind === 'list' && !hasPageSize(row)) {
				finding.notes.push('The contract knows no page size for it: the whole list came.');
			}
			if (isAlternative) {
				finding.notes.push("The path is not the contract's but one of its alternatives.");
			}
		}
		finding.suggestions = suggestionsOf(contract, row, {
			status,
			isAlternative,
			shape: finding.shape,
			json: parsed?.json,
			given,
			fixed,
		});
	}

	/** Keeps an id out of a list for the operations that need one; it is never shown. */
	function noteId(row: OperationRow, seen: readonly Json[]): void {
		if (!Object.values(PICKERS).includes(row.id) || ids.has(row.id)) return;
		const [name] = rolesOf(contract, rowSchema(contract, row)).id ?? [];
		if (name === undefined) return;
		const values = seen.map((one) => {
			const own = Object.keys(one).find((key) => key.toLowerCase() === name.toLowerCase());
			return one[name] ?? one[own ?? ''];
		});
		const id = values
			.filter((value) => typeof value === 'string' || typeof value === 'number')
			.map(String)
			.find(isUsableId);
		if (id !== undefined) ids.set(row.id, id);
	}

	function stopWhereUseless({ tries }: OperationFinding): void {
		if (findings.stopped !== undefined) throw new Stop(findings.stopped);
		const last = tries.at(-1);
		const isFirst = findings.operations.length === 1;
		if (last?.status === 401) {
			throw new Stop(
				isFirst
					? 'The API answered 401 to the first request: it does not know the key. Check that the key is one for this address (sandbox and production have different ones), and that it is still valid.'
					: 'The API answered 401: it does not take the key any more. Check that it is still valid.',
			);
		}
		const isUseless = last?.status === 403 || last?.failed !== undefined;
		inARow = isUseless ? inARow + 1 : 0;
		if (last?.status === 403 && (isFirst || inARow >= MOST_IN_A_ROW)) {
			throw new Stop(
				"The API answered 403: the key has no right to this, or calls may not come from this computer's public IP address. Cash-In registers the addresses that may call.",
			);
		}
		if (last?.failed !== undefined && (isFirst || inARow >= MOST_IN_A_ROW)) {
			throw new Stop(`The API cannot be reached: ${last.failed}. Check the address.`);
		}
	}

	try {
		for (const step of plan.steps) await check(step);
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		findings.stopped = error.message;
		const known = new Set([...findings.operations, ...findings.notAsked].map(({ id }) => id));
		for (const { row } of plan.steps.filter(({ row: { id } }) => !known.has(id))) {
			findings.notAsked.push({ id: row.id, title: row.title, why: 'the check ended before' });
		}
	}
	findings.requests = client.count();
	return findings;
}

const RESULTS: Readonly<Record<number, string>> = {
	400: 'answered 400: it is there, and wants something else',
	401: 'answered 401: the key is not accepted',
	402: 'answered 402: a business rule refuses it',
	403: 'answered 403: the key has no right to it',
	422: 'answered 422: it is there, and wants something else',
	429: 'answered 429: too many requests',
	503: 'answered 503: not available',
};

const hasPageSize = ({ parameters }: OperationRow) =>
	parameters.some((parameter: Parameter) => parameter['x-role'] === 'pageSize');

function tryOf({ written }: Address, answer: Answer | NoAnswer): Try {
	if (answer.kind === 'none') return { address: written, failed: answer.why };
	return {
		address: written,
		status: answer.status,
		mediaType: answer.body === '' ? undefined : mediaTypeShown(answer.mediaType),
	};
}

function parseJson(text: string): { json: unknown } | undefined {
	try {
		return { json: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
	} catch {
		return undefined;
	}
}

/** An error's own text may hold anything; what its members are called says enough. */
function errorMembers(body: string, shown: Shown): string[] | undefined {
	const parsed = parseJson(body)?.json;
	if (!isObject(parsed)) return undefined;
	return [...new Set(shown.names(parsed).values())];
}

/** Letters and digits, as ids are; none that changes the path, and no personal identity code: addresses are logged. */
const isUsableId = (text: string) =>
	text.length <= 100 &&
	/^[\p{L}\d][\p{L}\d ._:+#-]*$/u.test(text) &&
	!holdsPersonalIdentityCode(text);

/** Seconds of a Retry-After, which is a number or a date; undefined where there is none. */
function secondsOf(text: string | undefined, now: Date): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d{1,9}$/.test(text)) return Number(text);
	const at = Date.parse(text);
	return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1_000));
}

/** The header that the contract puts the key into. */
function keyHeaderOf(contract: Contract): string {
	const { securitySchemes = {} } = contract.components as {
		securitySchemes?: Record<string, { type?: string; in?: string; name?: string }>;
	};
	const scheme = Object.values(securitySchemes).find(
		({ type, in: place }) => type === 'apiKey' && place === 'header',
	);
	if (scheme?.name === undefined) throw new Error('The contract does not say where the key goes');
	return scheme.name;
}
