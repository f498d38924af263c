import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { endpointOf, type Requested } from '../../api/requested';
import type { ExecuteRun } from '../../api/run';

/** An operation whose effect is legal, on payouts, or on a key. AI agents may do it only where that is allowed. */
export interface Confirmation {
	/** A sentence: what happens, and that it cannot be undone. */
	effect: string;
	/** A sentence for whoever opens it to AI agents: what one can do by itself from then on. */
	agent: string;
	/** Whether a person confirms it, too. */
	confirm?: boolean;
	/** What is confirmed, where it is not the whole operation: `the bank account may be changed`. */
	subject?: string;
	/** Whether it concerns a body at all; left out, every one. */
	appliesTo?: (body: IDataObject) => boolean;
}

/** The switches of such an operation. Neither takes an expression: data must not confirm for a person. */
export function confirmationProperties(confirmation: Confirmation | undefined): INodeProperties[] {
	if (confirmation === undefined) return [];
	const { effect, agent, confirm = false, subject } = confirmation;
	const flag = { type: 'boolean', noDataExpression: true, default: false } as const;
	const allowAgent: INodeProperties = {
		displayName: 'Allow AI Agents',
		name: 'allowAgent',
		...flag,
		description: 'Whether an AI agent may do this by itself',
		hint: agent,
		displayOptions: { show: { '@tool': [true] } },
	};
	if (!confirm) return [allowAgent];
	const description =
		subject === undefined
			? 'Whether this node may really do it. Nothing is sent while this is off.'
			: `Whether ${subject}. Other changes do not need it.`;
	return [
		{ displayName: 'Confirm', name: 'confirm', ...flag, description, hint: effect },
		allowAgent,
	];
}

/** @throws InputError when it is not confirmed, or an AI agent calls it without being allowed to */
export function assertConfirmed(
	run: ExecuteRun,
	item: number,
	confirmation: Confirmation | undefined,
	body: IDataObject = {},
): void {
	if (confirmation === undefined || confirmation.appliesTo?.(body) === false) return;
	if (isTool(run) && run.context.getNodeParameter('allowAgent', item, false) !== true) {
		throw new InputError(
			`Nothing was sent: this operation is not open to AI agents. Let a person switch on 'Allow AI Agents' in the tool; it is off in tools that were saved before there was such a switch, too. ${confirmation.agent}`,
		);
	}
	const { confirm = false, effect } = confirmation;
	if (confirm && run.context.getNodeParameter('confirm', item, false) !== true) {
		throw new InputError(
			`Nothing was sent, because 'Confirm' is off. ${effect} Switch it on if that is what you want.`,
		);
	}
}

/** n8n makes a second node of every one that can be a tool, with "Tool" at the end of its name. */
function isTool(run: ExecuteRun): boolean {
	const told = typeof run.context.isToolExecution === 'function' && run.context.isToolExecution();
	return told || run.node.type.endsWith('Tool');
}

/**
 * n8n's Retry On Fail runs a node again with all its items. That is harmless for what is the same when it is done
 * twice, and not for anything new.
 * @param what what would happen twice: `the invoices already created would go out twice`
 * @param remedy what else the user can do than switch it off
 * @throws InputError when it is switched on for a request that makes something new
 */
export function refuseRetryOnFail(
	run: ExecuteRun,
	requested: Requested,
	what: string,
	remedy = '',
): void {
	const { method, retry } = endpointOf(requested);
	if (run.node.retryOnFail !== true || (method !== 'POST' && retry !== 'never')) return;
	throw new InputError(
		`'Retry On Fail' is switched on in the Settings of this node. n8n would run it again with all its items, and ${what}. Switch it off: this node repeats by itself what can be repeated safely.${remedy}`,
	);
}
