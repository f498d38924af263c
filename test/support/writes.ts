import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { createWire } from '../../simulator/wire';
import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { resolve, type Message } from '../../scripts/contract/source.cts';
import { operationsOf, readContract } from './contract.cts';
import { editorName } from './parameters';

export interface Write {
	resource: string;
	operation: string;
	endpoint: EndpointId;
}

/** It sends what it makes of an order, and not the body it is given: tests of its own follow it to the wire. */
const OF_AN_ORDER = 'createFromOrder';

/** Every action that changes something, or whose answer is a secret. */
export const writes: Write[] = catalogue.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value: operation, run }) => {
		const endpoint = 'each' in run ? run.each.endpoint : run.many.endpoint;
		if (endpoint === undefined || operation === OF_AN_ORDER) return [];
		const { method, secretResponse } = endpoints[endpoint];
		return method === 'GET' && !secretResponse ? [] : [{ resource, operation, endpoint }];
	}),
);

const rows = new Map(operationsOf(readContract()).map((row) => [row.id, row]));

const exampleOf = (message: Message | undefined) => message?.content?.['application/json']?.example;

/** The example request of the contract. */
export function exampleBody(endpoint: EndpointId): unknown {
	return exampleOf(rows.get(endpoint)?.operation.requestBody);
}

/** The example answer of the contract. */
export function exampleAnswer(endpoint: EndpointId): unknown {
	const { responses = {} } = rows.get(endpoint)?.operation ?? {};
	const done = Object.keys(responses).filter((code) => code.startsWith('2'));
	return done.map((code) => exampleOf(responses[code])).find((example) => example !== undefined);
}

/** The example values of an endpoint's parameters, by the editor's names; those of keys in the body too. */
export function exampleParameters(endpoint: EndpointId): Record<string, string> {
	const { parameters = [] } = rows.get(endpoint) ?? {};
	const examples = new Map(parameters.map(({ name, example }) => [name, example]));
	const [body] = [exampleBody(endpoint)].flat();
	return Object.fromEntries(
		endpoints[endpoint].parameters.map((one) => [
			editorName(one),
			String(one.in === 'body' ? Object(body)[one.name] : examples.get(one.name)),
		]),
	);
}

/** What has to be switched on for an action that matters. */
export const switchedOn = { confirm: true, options: { showSecrets: true } };

/** The fields the editor shows for an action when it is filled in field by field. */
export function fieldsShown({ resource, operation }: Write): INodeProperties[] {
	const shows = (value: unknown, allowed: readonly unknown[] | undefined) =>
		allowed === undefined || allowed.includes(value);
	return new CashIn().description.properties.filter(({ displayOptions }) => {
		const { show = {} } = displayOptions ?? {};
		return (
			show.resource !== undefined &&
			show.operation !== undefined &&
			shows(resource, show.resource) &&
			shows(operation, show.operation) &&
			shows('fields', show.inputMode) &&
			show['@tool'] === undefined
		);
	});
}

/** Every value in a body, by the names on the way to it: `Debtor.Name`. */
export function leavesOf(value: unknown, path: readonly string[] = []): Array<[string, unknown]> {
	if (Array.isArray(value)) return value.flatMap((entry) => leavesOf(entry, path));
	if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
	return Object.entries(value as IDataObject).flatMap(([name, inner]) =>
		leavesOf(inner, [...path, name]),
	);
}

/** What is sent of one item, by field names, as the simulator understands it. */
export function inFields(endpoint: EndpointId, element: unknown): unknown {
	const { operation } = rows.get(endpoint) ?? {};
	const schema = operation?.requestBody?.content?.['application/json']?.schema ?? {};
	const { items } = resolve(readContract(), schema);
	const wrapped = endpoints[endpoint].body?.items;
	const whole = wrapped === undefined ? element : { [wrapped]: [element] };
	return createWire({ ...readContract() }).toFields({ ...(items ?? schema) }, whole);
}

/** True when many items go into one request. */
export function isBulk({ resource, operation }: Write): boolean {
	const actions = catalogue.find(({ value }) => value === resource)?.operations ?? [];
	return actions.some(({ value, run }) => value === operation && 'many' in run);
}

/** The elements of a request of many: its list, whatever stands around it. */
export function elementsOf(body: unknown, write: Write): unknown[] {
	if (!isBulk(write)) return [body];
	if (Array.isArray(body)) return body;
	const lists = Object.values(Object(body) as object).filter(Array.isArray);
	return lists.length === 1 && Array.isArray(lists[0]) ? lists[0] : [body];
}

/** What the contract's example sends for one item. */
export function exampleElement(write: Write): unknown {
	return elementsOf(exampleBody(write.endpoint), write)[0];
}
