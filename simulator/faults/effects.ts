/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a delay on the wire is what this file is for */
import { setTimeout as delay } from 'node:timers/promises';

import type { WireAnswer } from '../api/write';
import type { Refusal } from '../world/handler';
import type { Fault, FaultKind } from './fault';

/** The end of a request on the wire. */
export type Wire =
	| {
			end: 'send';
			status: number;
			headers: { [name: string]: string };
			payload: string | undefined;
	  }
	/** No answer ever; the connection stays open until the client or the simulator closes it. */
	| { end: 'hold' }
	/** The connection is cut with a TCP reset. */
	| { end: 'reset' };

type Refuse = (status: number, message: string) => WireAnswer;

/** Applies the faults that meet a request, and returns its end on the wire. */
export async function answerThrough(request: {
	faults: readonly Fault[];
	/** Numbers of the invoices in its body. */
	invoiceNumbers: readonly string[];
	/** Of every request, on top of what the faults add. */
	latencyMs: number;
	/** Answers it truly; called at most once, and not at all when a fault strikes before processing. */
	process(refusal: Refusal | undefined): WireAnswer;
	/** An error as the API answers it. */
	refuse: Refuse;
}): Promise<Wire> {
	const { faults, process, invoiceNumbers, refuse } = request;
	const wait = faults.reduce((sum, fault) => sum + (fault.ms ?? 0), request.latencyMs);
	if (wait > 0) await delay(wait);

	for (const fault of faults) {
		const effect = EFFECTS[fault.kind];
		if (effect === undefined) continue;
		const answer = effect.processed ? process(refusalOf(faults)) : { status: 200 };
		return effect.wire(fault, answer, { invoiceNumbers, refuse });
	}
	return asWire(process(refusalOf(faults)));
}

interface Effect {
	/** True: the request takes effect before things go wrong. */
	processed: boolean;
	/**
	 * @param answer the true one, when processed; otherwise an empty 200
	 * @param request numbers of the invoices in it, and how it would be refused
	 */
	wire(
		fault: Fault,
		answer: WireAnswer,
		request: { invoiceNumbers: readonly string[]; refuse: Refuse },
	): Wire;
}

/** The kinds of fault that decide a request's end, as the client sees them. */
const EFFECTS: { [kind in FaultKind]?: Effect } = {
	401: refused(401, 'The access token is missing or invalid.'),
	402: refused(402, 'The invoice is already in a terminal state.'),
	403: refused(403, 'The access token has no permission for this action.'),
	404: refused(404, 'The resource was not found.'),
	429: refused(429, 'Too many requests.'),
	500: refused(500, 'Unexpected server error.'),
	503: refused(503, 'The service is temporarily unavailable.'),
	timeout: { processed: false, wire: () => ({ end: 'hold' }) },
	timeoutAfterProcessing: { processed: true, wire: () => ({ end: 'hold' }) },
	reset: { processed: false, wire: () => ({ end: 'reset' }) },
	resetAfterProcessing: { processed: true, wire: () => ({ end: 'reset' }) },
	'500AfterProcessing': {
		processed: true,
		wire: (_fault, _answer, { refuse }) => asWire(refuse(500, 'Unexpected server error.')),
	},
	html: { processed: false, wire: () => html(200, 'Welcome', 'Please sign in to continue.') },
	html502: {
		processed: false,
		wire: () => html(502, 'Bad Gateway', 'The upstream did not answer.'),
	},
	truncatedJson: {
		processed: true,
		wire: (_fault, answer) => {
			const whole = asWire(answer);
			if (whole.payload === undefined) return whole;
			return { ...whole, payload: whole.payload.slice(0, Math.ceil(whole.payload.length / 2)) };
		},
	},
	emptyBody: {
		processed: true,
		wire: (_fault, answer) => ({ ...asWire({ status: answer.status }), payload: '' }),
	},
	noContent: { processed: true, wire: () => asWire({ status: 204 }) },
	errorShape: {
		processed: false,
		wire: ({ status = 400, body, contentType }) => {
			const text = typeof body === 'string';
			const type = contentType ?? (text ? 'text/plain; charset=utf-8' : JSON_TYPE);
			const payload = text ? body : JSON.stringify(body);
			return { end: 'send', status, headers: { 'content-type': type }, payload };
		},
	},
	badInvoice: {
		processed: false,
		wire: ({ names, invoiceNumbers }, _answer, { invoiceNumbers: sent, refuse }) => {
			const bad = invoiceNumbers?.map(String).filter((number) => sent.includes(number));
			const named = names ? `: ${bad?.join(', ')}` : '';
			return asWire(refuse(400, `The request contains invalid invoices${named}.`));
		},
	},
};

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer as it goes out when nothing is wrong. */
function asWire({ status, body }: WireAnswer): Wire & { end: 'send' } {
	if (body === undefined) return { end: 'send', status, headers: {}, payload: undefined };
	const headers = { 'content-type': JSON_TYPE };
	return { end: 'send', status, headers, payload: JSON.stringify(body) };
}

function refusalOf(faults: readonly Fault[]): Refusal | undefined {
	const partial = faults.filter((fault) => fault.kind === 'partialFailure');
	const first = partial[0];
	if (first === undefined) return undefined;
	const numbers = partial.flatMap((fault) => fault.invoiceNumbers ?? []).map(String);
	return { invoiceNumbers: new Set(numbers), shape: first.shape };
}

function refused(status: number, message: string): Effect {
	return {
		processed: false,
		wire: ({ retryAfter }, _answer, { refuse }) => {
			const wire = asWire(refuse(status, message));
			if (retryAfter !== undefined) wire.headers['retry-after'] = String(retryAfter);
			return wire;
		},
	};
}

function html(status: number, title: string, text: string): Wire {
	const payload = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;
	return { end: 'send', status, headers: { 'content-type': 'text/html; charset=utf-8' }, payload };
}
