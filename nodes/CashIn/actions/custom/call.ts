import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Account } from '../../api/account';
import { parsePage, valueAt } from '../../api/parsePage';
import { request } from '../../api/request';
import { endpointOf, type Requested } from '../../api/requested';
import type { ExecuteRun } from '../../api/run';
import { assertDone, hide, isNothing } from '../shared/answers';
import { assertConfirmed, refuseRetryOnFail } from '../shared/confirmation';
import type { ItemOperation } from '../shared/operation';
import { callLimits, readOptions, showsSecrets } from '../shared/options';
import type { Resource } from '../shared/resource';
import { toChoice } from '../shared/values';
import { callProperties } from './fields';
import { findActions, type Action } from './precautions';
import { readCall, type ApiCall } from './readCall';

/**
 * One request for each item, to an operation of the contract or to a path of the user's own, under the rules of all
 * others. What a later contract adds is served without a line of code.
 * @param resources whose operations it may do as well; what they ask of a person, it asks too
 */
export function apiCall(resources: readonly Resource[]): ItemOperation {
	const actions = findActions(resources);
	return {
		description: callProperties(actions),
		execute: async (run, item) => await execute(run, item, actions),
	};
}

async function execute(
	run: ExecuteRun,
	item: number,
	actions: ReadonlyMap<string, Action>,
): Promise<INodeExecutionData[]> {
	const account = await run.account(item);
	const output = toChoice(readOptions(run, item).output ?? 'rows', "'Output'", ['rows', 'body']);
	const call = readCall(run, item, account, actions);
	const { requested, parameters, body, precautions } = call;
	const row = endpointOf(requested);
	// A PATCH may add something each time, and of a path of the user's own nobody knows.
	const isRepeated = typeof requested !== 'string' && row.method === 'PATCH';
	refuseRetryOnFail(run, isRepeated ? { ...row, retry: 'never' } : requested, DONE_TWICE);
	assertConfirmed(run, item, precautions.confirmation, plainBody(body));
	precautions.assert?.(run, item);
	const answer = await request(run, requested, { parameters, body }, callLimits(run, item));
	if (row.method !== 'GET') assertDone(run, requested, answer, item, account, adviseToLook);
	const shown = showable(run, item, requested, answer, account);
	return itemsOf(run, call, shown, output).map((json) => ({ json, pairedItem: { item } }));
}

const DONE_TWICE = 'it would be done twice';

const adviseToLook = () =>
	'Part of it may have been done: look in Cash-In before you run it again.';

/** For a confirmation that only some bodies need. */
function plainBody(body: unknown): IDataObject {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** The answer without the API key, and without other keys unless they are asked for. */
function showable(
	run: ExecuteRun,
	item: number,
	requested: Requested,
	answer: unknown,
	{ redactDeep }: Account,
): unknown {
	if (!endpointOf(requested).secretResponse) return redactDeep(answer);
	return showsSecrets(run, item) ? answer : hide(redactDeep(answer));
}

function itemsOf(
	run: ExecuteRun,
	{ requested, isFirstPage }: ApiCall,
	answer: unknown,
	output: 'rows' | 'body',
): IDataObject[] {
	const row = endpointOf(requested);
	if (output === 'body') return [{ body: (answer ?? null) as IDataObject[string] }];
	if (isNothing(answer)) return row.method === 'GET' ? [] : [{ success: true }];
	if (typeof answer !== 'object') return [{ answer: answer as IDataObject[string] }];
	const isList = Array.isArray(answer) || Array.isArray(valueAt(answer, row.answer.rows ?? []));
	if (!isList) return [{ ...answer }];
	const { rows, totalCount, more } = parsePage(answer, row.answer);
	if (isFirstPage && (more === true || (totalCount ?? 0) > rows.length)) {
		run.hint(
			`Cash-In has more rows than the ${rows.length} of this answer: an API Call makes one request. Ask for further pages under 'Parameters', or use the operation that reads all.`,
			'warning',
		);
	}
	return rows;
}
