import type { EndpointId } from '../../api/generated/endpoints';
import { endpoints } from '../../api/generated/endpoints';
import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import type { Confirmation } from '../shared/confirmation';
import type { Precautions } from '../shared/operation';
import { showsSecrets } from '../shared/options';
import type { Resource } from '../shared/resource';

/** An operation of the node that asks an endpoint. */
export interface Action extends Precautions {
	/** As the editor calls it: `Product: Delete`. */
	title: string;
}

/** The node's own operation for each endpoint; of several the first, with the confirmation of any. */
export function findActions(resources: readonly Resource[]): ReadonlyMap<string, Action> {
	const found = new Map<string, Action>();
	for (const { name, operations } of resources) {
		for (const { name: operation, run } of operations) {
			const { endpoint, confirmation, assert } = 'each' in run ? run.each : run.many;
			if (endpoint === undefined) continue;
			const { title, ...before } = found.get(endpoint) ?? { title: `${name}: ${operation}` };
			found.set(endpoint, {
				title,
				confirmation: before.confirmation ?? confirmation,
				assert: before.assert ?? assert,
			});
		}
	}
	return found;
}

const UNKNOWN_EFFECT =
	'The request goes to Cash-In as you gave it, and nothing is known that takes it back.';

/** What a request needs that changes something and is of the user's own making. */
export const ANY_REQUEST: Confirmation = {
	effect: UNKNOWN_EFFECT,
	agent: 'An agent can then do whatever the API key allows, where nothing takes it back, too.',
	confirm: true,
};

/**
 * What has to be confirmed before an endpoint is asked: the same as by the operation that asks it. Where the node has
 * none, everything but a harmless read.
 */
export function precautionsOf(
	endpoint: EndpointId,
	actions: ReadonlyMap<string, Action>,
): Precautions {
	const { method, retry, secretResponse } = endpoints[endpoint];
	const action = actions.get(endpoint);
	if (action !== undefined) return action;
	if (method === 'GET' && retry === 'read' && !secretResponse) return {};
	const assert = secretResponse && retry === 'never' ? { assert: assertShown } : {};
	return { confirmation: ANY_REQUEST, ...assert };
}

/** A key that is made anew and shown to nobody would be lost. */
function assertShown(run: ExecuteRun, item: number): void {
	if (showsSecrets(run, item)) return;
	throw new InputError(
		"Nothing was sent: the answer holds a key, which would be shown to nobody, and may be lost. Add 'Show Secrets' under Options to see it.",
	);
}

/** The same, where it was typed instead of chosen: whatever changes something is confirmed. */
export function withOwnConfirmation(precautions: Precautions, method: string): Precautions {
	if (method === 'GET') return precautions;
	const { effect, agent } = precautions.confirmation ?? ANY_REQUEST;
	return { ...precautions, confirmation: { effect, agent, confirm: true } };
}
