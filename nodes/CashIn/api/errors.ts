import { NodeApiError, type INode } from 'n8n-workflow';

import { endpoints, type EndpointId } from './endpoints.generated';
import type { Outcome } from './problems';

/** A failed exchange with Cash-In, before it is put into words. */
export interface Fault {
	kind:
		| 'status'
		| 'timeout'
		| 'network'
		| 'redirect'
		| 'notAnApi'
		| 'cutOff'
		| 'incomplete'
		| 'tooLong'
		| 'cancelled';
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
}

/**
 * What a user sees when Cash-In refuses or cannot be reached: what was asked, what happened, Cash-In's own message,
 * advice.
 * `outcome` tells whether the request may have been processed all the same.
 */
export class CashInError extends NodeApiError {
	readonly status: number | undefined;

	readonly outcome: Outcome;

	/** What happened in one sentence, without what was asked and without the advice. */
	readonly summary: string;

	constructor(
		node: INode,
		readonly endpoint: EndpointId,
		readonly fault: Fault,
	) {
		const summary = describe(fault);
		const message = `${endpoints[endpoint].title}: ${summary}`;
		super(
			node,
			{ message },
			{
				message,
				description: advise(endpoint, fault),
				httpCode: fault.status === undefined ? undefined : String(fault.status),
				failure: failureOf(fault),
			},
		);
		this.summary = summary;
		this.status = fault.status;
		this.outcome = outcomeOf(endpoint, fault);
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

function describe(fault: Fault): string {
	switch (fault.kind) {
		case 'status':
			return fault.detail === ''
				? `Cash-In answered ${fault.status}`
				: `Cash-In answered ${fault.status}: ${fault.detail}`;
		case 'timeout':
			return `Cash-In did not answer in time (${fault.detail})`;
		case 'network':
			return `Cash-In could not be reached (${fault.detail})`;
		case 'redirect':
			return `Cash-In's address answered ${fault.status} and points elsewhere (${fault.detail})`;
		case 'notAnApi':
			return `Something other than the Cash-In API answered: ${fault.detail}`;
		case 'cutOff':
			return `Cash-In's answer could not be read: ${fault.detail}`;
		case 'incomplete':
			return `Cash-In's list did not come whole: ${fault.detail}`;
		case 'tooLong':
			return `Cash-In's answer is longer than ${fault.detail}, and was not read to its end`;
		case 'cancelled':
			return 'The execution was cancelled while Cash-In was being asked';
	}
}

const MARKED_AS_READ = 'Cash-In may have marked the settlements as read all the same.';

/** What is open after a read that changes something at Cash-In, when its answer did not come. */
const LEFT_OPEN: Partial<Record<EndpointId, string>> = {
	listDirectSettlements: MARKED_AS_READ,
	listSettlements: MARKED_AS_READ,
};

function advise(endpoint: EndpointId, fault: Fault): string {
	const parts = [adviseKind(fault)];
	if ([404, 405].includes(fault.status ?? 0) || fault.kind === 'notAnApi') {
		parts.push(unconfirmedPath(endpoint));
	}
	if (outcomeOf(endpoint, fault) === 'unknown') {
		parts.push(
			LEFT_OPEN[endpoint] ??
				'It may or may not have been processed: look in Cash-In before you send it again.',
		);
	}
	return parts.filter((part) => part !== '').join(' ');
}

function adviseKind(fault: Fault): string {
	switch (fault.kind) {
		case 'status':
			return ADVICE[fault.status ?? 0] ?? (isServerSide(fault) ? (ADVICE[500] ?? '') : '');
		case 'timeout':
			return fault.whenLate ?? "Try again later, or give it longer with 'Timeout' under Options.";
		case 'network':
			return "Check 'Base URL' in the credential, and that this n8n can reach the internet.";
		case 'redirect':
			return "The API key is not sent on to another address. Check 'Base URL' in the credential.";
		case 'notAnApi':
			return "Check 'Base URL' in the credential.";
		case 'cutOff':
			return 'The answer was cut off on its way. Try again.';
		case 'incomplete':
			return fault.whenShort ?? '';
		case 'tooLong':
			return 'Ask for less at a time, such as the days of a week.';
		case 'cancelled':
			return '';
	}
}

function unconfirmedPath(endpoint: EndpointId): string {
	const { evidence, title, path } = endpoints[endpoint];
	return evidence === 'documented'
		? ''
		: `The path of "${title}" (${path}) is not confirmed by Cash-In's documentation. If Cash-In tells you another, enter it in the credential under 'Endpoint Overrides' as {"${endpoint}": "/the/right/path"}.`;
}

function isServerSide(fault: Fault): boolean {
	return (fault.status ?? 0) >= 500;
}

/** A read changes nothing; a write that was answered 4xx, or never left, changed nothing; any other may have. */
function outcomeOf(endpoint: EndpointId, fault: Fault): Outcome {
	if (endpoints[endpoint].method === 'GET' && endpoints[endpoint].retry === 'read')
		return 'refused';
	if (fault.kind === 'status') return isServerSide(fault) ? 'unknown' : 'refused';
	if (fault.kind === 'redirect')
		return SENT_ELSEWHERE.has(fault.status ?? 0) ? 'refused' : 'unknown';
	if (fault.kind === 'network') return fault.unsent === true ? 'refused' : 'unknown';
	return 'unknown';
}

/** Redirects that ask for the same request elsewhere. Others may show where to see what has become of it. */
const SENT_ELSEWHERE = new Set([307, 308]);

function failureOf(fault: Fault) {
	if (fault.status === 429) {
		return { cause: 'rate-limited' as const, retryAfterMs: fault.retryAfterMs };
	}
	if (fault.status === 503) {
		return { cause: 'temporarily-unavailable' as const, retryAfterMs: fault.retryAfterMs };
	}
	if (fault.status === 401) return { cause: 'credential-invalid' as const };
	return undefined;
}
