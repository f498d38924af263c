import { NodeApiError, type INode } from 'n8n-workflow';

import { endpointOf, type Requested } from './requested';

interface InputErrorParts {
	/** What to do, where it does not stand in the message. */
	advice?: string;
	/** What it is about, which the message begins with: `Invoice 1042`. */
	subject?: string;
	/** The request is larger than one text can be: fewer at a time may fit. */
	tooLarge?: boolean;
}

/** A value that cannot be sent as it is. The message says which one; what to do stands there too, or in the advice. */
export class InputError extends Error {
	constructor(
		message: string,
		readonly parts: InputErrorParts = {},
	) {
		super(message);
	}

	/** The same with what it is about, unless it names that already. */
	about(subject: string): InputError {
		if (subject === '' || this.parts.subject !== undefined) return this;
		const message = this.message.replace(/^Row (?=\d)/, 'row ');
		const mark = message === this.message ? ':' : ',';
		return new InputError(`${subject}${mark} ${message}`, { ...this.parts, subject });
	}
}

/** A failed request, before it is put into words. */
export interface Fault {
	kind: FaultKind;
	/** HTTP status where there was an answer. */
	status?: number;
	/** Cash-In's own words, what the network did, or what the answer looked like. */
	detail: string;
	/** The network's own code, e.g. ECONNREFUSED. */
	code?: string;
	/** Of a network's fault: the connection was never made, so that nothing can have arrived. */
	unsent?: boolean;
	/** How long Cash-In asked us to wait, in milliseconds. */
	retryAfterMs?: number;
	/** What to do about an answer that is late, where there is no 'Timeout' to raise. */
	whenLate?: string;
	/** What to do about a list that did not come whole. */
	whenShort?: string;
	/** Of a list that did not come whole: its total changed while it was read, so that reading it again may help. */
	changed?: boolean;
}

export type FaultKind =
	| 'status'
	| 'timeout'
	| 'network'
	| 'redirect'
	| 'notAnApi'
	| 'cutOff'
	| 'incomplete'
	| 'tooLong'
	| 'cancelled';

/** `refused`: Cash-In answered and took nothing; `unknown`: the request may or may not have been processed. */
export type Outcome = 'refused' | 'unknown';

/** Cash-In refused, or could not be reached: what was asked, what happened, Cash-In's own message, advice. */
export class CashInError extends NodeApiError {
	readonly status: number | undefined;

	readonly outcome: Outcome;

	/** What happened in one sentence, without what was asked and without the advice. */
	readonly summary: string;

	constructor(
		node: INode,
		readonly endpoint: Requested,
		readonly fault: Fault,
	) {
		const summary = WORDS[fault.kind].summary(fault);
		const outcome = outcomeOf(endpoint, fault);
		const message = `${endpointOf(endpoint).title}: ${summary}`;
		super(
			node,
			{ message },
			{
				message,
				description: advise(endpoint, fault, outcome),
				httpCode: fault.status === undefined ? undefined : String(fault.status),
				failure: failureOf(fault),
			},
		);
		this.summary = summary;
		this.status = fault.status;
		this.outcome = outcome;
	}
}

/** Advice by status; sources: Cash-In docs, page "Errors", and 429 by HTTP's own rules. */
const ADVICE: Record<number, string> = {
	400: 'Cash-In could not read the request, and took nothing of it. Check the fields named in the message.',
	401: "The API key was not accepted. Check 'API Key' in the credential, and that 'Environment' is the one the key was issued for: a sandbox key does not work in production.",
	402: 'A business rule of Cash-In does not allow this, for example because the invoice is already paid or cancelled.',
	403: 'The key is known, but may not do this. Either the right is missing from the key, or the public IP address of this n8n is not registered with Cash-In. n8n Cloud has no fixed address to register. Ask Cash-In which it is.',
	404: 'Cash-In found nothing there. Where you named a number or an ID, check it.',
	405: 'Cash-In does not take this kind of request at this address.',
	413: "The request is larger than Cash-In takes. Lower 'Batch Size' under Options.",
	422: 'Cash-In could read the request, but not use what is in it. Check the fields named in the message.',
	429: 'Cash-In received too many requests in a short time. Wait a moment, or send fewer at a time.',
	500: 'Something went wrong at Cash-In. Try again later; if it stays, tell Cash-In the time and the message.',
	503: 'Cash-In is closed for maintenance or overloaded. Try again in a few minutes.',
};

interface Words {
	/** What happened. */
	summary(fault: Fault): string;
	/** What to do; '' where nothing can be done. */
	advice(fault: Fault): string;
}

const WORDS: Record<FaultKind, Words> = {
	status: {
		summary: ({ status, detail }) => `Cash-In answered ${status}${detail && `: ${detail}`}`,
		advice: ({ status = 0 }) => ADVICE[status] ?? (status >= 500 ? (ADVICE[500] ?? '') : ''),
	},
	timeout: {
		summary: ({ detail }) => `Cash-In did not answer in time (${detail})`,
		advice: ({ whenLate }) =>
			whenLate ?? "Try again later, or give it longer with 'Timeout' under Options.",
	},
	network: {
		summary: ({ detail }) => `Cash-In could not be reached (${detail})`,
		advice: () => "Check 'Base URL' in the credential, and that this n8n can reach the internet.",
	},
	redirect: {
		summary: ({ status, detail }) =>
			`Cash-In's address answered ${status} and points elsewhere (${detail})`,
		advice: () =>
			"The API key is not sent on to another address. Check 'Base URL' in the credential.",
	},
	notAnApi: {
		summary: ({ detail }) => `Something other than the Cash-In API answered: ${detail}`,
		advice: () => "Check 'Base URL' in the credential.",
	},
	cutOff: {
		summary: ({ detail }) => `Cash-In's answer could not be read: ${detail}`,
		advice: () => 'The answer was cut off on its way. Try again.',
	},
	incomplete: {
		summary: ({ detail }) => `Cash-In's list did not come whole: ${detail}`,
		advice: ({ whenShort = '' }) => whenShort,
	},
	tooLong: {
		summary: ({ detail }) =>
			`Cash-In's answer is longer than ${detail}, and was not read to its end`,
		advice: () => 'Ask for less at a time, such as the days of a week.',
	},
	cancelled: {
		summary: () => 'The execution was cancelled while Cash-In was being asked',
		advice: () => '',
	},
};

function advise(endpoint: Requested, fault: Fault, outcome: Outcome): string {
	const { evidence, title, path, marksAsRead } = endpointOf(endpoint);
	const parts = [WORDS[fault.kind].advice(fault)];
	const isNotThere = [404, 405].includes(fault.status ?? 0) || fault.kind === 'notAnApi';
	if (isNotThere && evidence !== 'documented' && typeof endpoint === 'string') {
		parts.push(
			`The path of "${title}" (${path}) is not confirmed by Cash-In's documentation. If Cash-In tells you another, enter it in the credential under 'Endpoint Overrides' as {"${endpoint}": "/the/right/path"}.`,
		);
	}
	if (outcome === 'unknown') {
		parts.push(
			marksAsRead === undefined
				? 'It may or may not have been processed: look in Cash-In before you send it again.'
				: `Cash-In may have marked the ${marksAsRead} as read all the same.`,
		);
	}
	return parts.filter((part) => part !== '').join(' ');
}

/** A read changes nothing; a write that was answered 4xx, or never left, changed nothing; any other may have. */
function outcomeOf(endpoint: Requested, { kind, status = 0, unsent }: Fault): Outcome {
	const { method, retry } = endpointOf(endpoint);
	const changedNothing =
		(method === 'GET' && retry === 'read') ||
		(kind === 'status' && status < 500) ||
		(kind === 'redirect' && SENT_ELSEWHERE.has(status)) ||
		(kind === 'network' && unsent === true);
	return changedNothing ? 'refused' : 'unknown';
}

/** Redirects that ask for the same request elsewhere. Others may show where to see what has become of it. */
const SENT_ELSEWHERE = new Set([307, 308]);

function failureOf({ status, retryAfterMs }: Fault) {
	switch (status) {
		case 401:
			return { cause: 'credential-invalid' as const };
		case 429:
			return { cause: 'rate-limited' as const, retryAfterMs };
		case 503:
			return { cause: 'temporarily-unavailable' as const, retryAfterMs };
		default:
			return undefined;
	}
}

/** What was thrown, as an error: not everything that is thrown is one. */
export function asError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
