import type { FastifyRequest } from 'fastify';

import type { Operation } from '../contract';
import { handlerOf } from '../operations/handlers';
import type { Answer, Refusal } from '../operations/handler';
import { refuse } from '../operations/handler';
import type { World } from '../state/world';
import { inTheirPlaces } from './alternativePaths';
import type { JsonBody } from './jsonBody';
import { inVariant } from './variants';

interface Parts {
	world: World;
	validate: boolean;
	onViolation(sentence: string): void;
}

interface Incoming {
	request: FastifyRequest;
	body: JsonBody;
	key: unknown;
	refusal: Refusal | undefined;
}

/** One request's way: key, right, contract, handler, and our own answer against the contract. */
export function answerOperation(parts: Parts, operation: Operation, incoming: Incoming): Answer {
	const answer = answerUnchecked(parts, operation, incoming);
	const checked = parts.validate && !answer.unchecked;
	const wrong = checked ? operation.checkAnswer(answer.status, answer.body) : undefined;
	if (wrong === undefined) {
		const query = givenValues(incoming.request.query as { [name: string]: unknown });
		return inVariant(parts.world.settings.variants, operation, query, answer);
	}
	parts.onViolation(`${operation.id} answered ${answer.status} against the contract. ${wrong}`);
	return refuse(500, `The simulator's answer is not as the contract has it. ${wrong}`);
}

function answerUnchecked(parts: Parts, operation: Operation, incoming: Incoming): Answer {
	const { request, key, refusal } = incoming;
	const { keys } = parts.world;
	if (!keys.isKnown(key)) return refuse(401, 'The access token is missing or invalid.');
	if (operation.partnerOnly && !keys.isPartner(key)) {
		return refuse(403, 'This endpoint needs a partner-level access token.');
	}
	const read = incoming.body.read();
	if ('problem' in read) return refuse(400, read.problem);
	const sent = {
		path: request.params as { [name: string]: unknown },
		query: givenValues(request.query as { [name: string]: unknown }),
	};
	const call = {
		...inTheirPlaces(operation, sent, read.value),
		header: { ...request.headers },
		body: read.value,
		key: String(key),
		refusal,
	};
	// The values' types come of this check, so that it is never left out.
	const wrong = operation.checkParameters(call);
	if (wrong !== undefined) return refuse(400, wrong);
	if (parts.validate) {
		const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
		if (call.body !== undefined && !isJson) {
			return refuse(400, 'The Content-Type must be application/json.');
		}
		const wrongBody = operation.checkBody(call.body);
		if (wrongBody !== undefined) return refuse(400, wrongBody);
	}
	if (parts.world.settings.strict) {
		const unknown = operation.checkUnknown(call);
		if (unknown !== undefined) return refuse(400, unknown);
	}
	parts.world.agenda.catchUp();
	return handlerOf(operation)(parts.world, call);
}

/** An empty value in the query is one not given: the vendor's own sample request is full of them. */
function givenValues(query: { [name: string]: unknown }): { [name: string]: unknown } {
	return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
