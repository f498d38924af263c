import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';

/** What goes over the wire, as the contract has it now. The names of members are in api/generated/fields.ts. */

/** The body of a request that sends many: the list itself, or an object around it. */
export function bodyOf(operation: EndpointId, entries: IDataObject[]): IDataObject | IDataObject[] {
	const items = endpoints[operation].body?.items;
	return items === undefined ? entries : { [items]: entries };
}

/** What was sent in one request. @param body its text */
export function entriesOf(operation: EndpointId, body: string): IDataObject[] {
	const items = endpoints[operation].body?.items;
	const sent = JSON.parse(body) as IDataObject;
	return (items === undefined ? sent : sent[items]) as IDataObject[];
}

/** Sends many in one request, past n8n. @throws when the API does not take it */
export async function send(
	{ url, key }: { url: string; key: string },
	operation: EndpointId,
	entries: IDataObject[],
): Promise<void> {
	const { method, path, body } = endpoints[operation];
	const answer = await fetch(`${url}${path}`, {
		method,
		headers: { 'X-Api-Key': key, 'Content-Type': body?.mediaType ?? 'application/json' },
		body: JSON.stringify(bodyOf(operation, entries)),
	});
	if (!answer.ok) throw new Error(`Cash-In answered ${answer.status}: ${await answer.text()}`);
}

/** The name under which Simplify gives a member. @param path the API's names on the way to it */
export function simplifiedName(operation: EndpointId, ...path: string[]): string {
	const found = endpoints[operation].simplify?.find(([, way]) => way.join('.') === path.join('.'));
	if (found === undefined) throw new Error(`Simplify gives no ${path.join('.')} of ${operation}.`);
	return found[0];
}
