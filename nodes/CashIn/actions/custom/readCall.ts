import { jsonParse, type IDataObject } from 'n8n-workflow';

import type { Account } from '../../api/account';
import type { ParameterValue } from '../../api/buildUrl';
import { InputError } from '../../api/errors';
import {
	endpoints,
	type Endpoint,
	type EndpointId,
	type Parameter,
	type RequestBody,
} from '../../api/generated/endpoints';
import type { SchemaName } from '../../api/generated/members';
import { findOperation, findWithoutKey, readOwnPath } from '../../api/ownPath';
import { pagingOf } from '../../api/pages';
import { holdsPersonalIdentityCode } from '../../api/redact';
import type { Requested } from '../../api/requested';
import type { ExecuteRun } from '../../api/run';
import { displayName } from '../../text/displayName';
import { emptyField } from '../shared/bodies';
import { labelOf } from '../../text/labels';
import { warnOfRenames, withCurrentNames } from '../shared/formerNames';
import type { Precautions } from '../shared/operation';
import { labelsOf } from '../shared/parameters';
import { readChoice, toMember, toText } from '../shared/values';
import { METHODS } from './fields';
import { precautionsOf, withOwnConfirmation, type Action } from './precautions';

/** One item's request, ready to be confirmed and sent. */
export interface ApiCall {
	requested: Requested;
	/** By field name; those the contract does not know, by their own. */
	parameters: Readonly<Record<string, ParameterValue>>;
	body: unknown;
	precautions: Precautions;
	/** Whether it asks for no certain page. */
	isFirstPage: boolean;
}

/** A parameter as it was given. */
interface Given {
	name: string;
	value: unknown;
}

/**
 * Reads what one item asks for.
 * @throws InputError when it cannot be read, lacks a key, or holds what has no place in an address
 */
export function readCall(
	run: ExecuteRun,
	item: number,
	account: Account,
	actions: ReadonlyMap<string, Action>,
): ApiCall {
	const given = readGiven(run, item);
	const body = readBody(run, item);
	assertNoSecrets(given, account);
	const by = readChoice(run, item, 'requestBy', "'Request'", ['endpoint', 'path']);
	return by === 'endpoint'
		? chosen(run, item, given, body, actions)
		: typed(run, item, given, body, account, actions);
}

/** An operation chosen from the list. */
function chosen(
	run: ExecuteRun,
	item: number,
	given: readonly Given[],
	body: unknown,
	actions: ReadonlyMap<string, Action>,
): ApiCall {
	const endpoint = run.parameter('endpoint', item);
	if (!isEndpoint(endpoint)) {
		throw new InputError("'Endpoint' is none of the list. Choose one, or give method and path.");
	}
	const parameters = readValues(run, endpoint, given);
	assertKeys(endpoint, parameters);
	return {
		requested: endpoint,
		parameters,
		body: bodyFor(run, endpoints[endpoint], body),
		precautions: precautionsOf(endpoint, actions),
		isFirstPage: isFirstPage(endpoint, parameters),
	};
}

function isEndpoint(value: unknown): value is EndpointId {
	return typeof value === 'string' && Object.hasOwn(endpoints, value);
}

/** A method and a path of the user's own. Where they are an operation of the contract, its rules hold. */
function typed(
	run: ExecuteRun,
	item: number,
	given: readonly Given[],
	body: unknown,
	{ overrides, redact }: Account,
	actions: ReadonlyMap<string, Action>,
): ApiCall {
	const method = readChoice(run, item, 'method', "'Method'", METHODS);
	const texts = given.map(({ name, value }): [string, string] => [name, textOf(name, value)]);
	const own = readOwnPath(run.parameter('path', item), new Map(texts));
	if ('problem' in own) throw new InputError(own.problem);
	const { path, filled } = own;
	assertNoPersonalCode(own.parts, "'Path'");
	const query = given.filter(({ name }) => !filled.includes(name));
	const known = findOperation(method, own, overrides);
	if (known === undefined) {
		const lacking = method === 'GET' ? undefined : findWithoutKey(method, own, overrides);
		if (lacking !== undefined) throw lacksKey(lacking);
	}
	const like =
		known === undefined
			? unknownEndpoint(method, redact(`${method} ${path}`))
			: endpoints[known.endpoint];
	const parameters =
		known === undefined
			? Object.fromEntries(query.map(({ name, value }) => [name, textOf(name, value)]))
			: readKnown(run, known.endpoint, query, known.values);
	return {
		requested: { ...like, path, parameters: [] },
		parameters,
		body: bodyFor(run, like, body),
		precautions: withOwnConfirmation(
			known === undefined ? {} : precautionsOf(known.endpoint, actions),
			method,
		),
		isFirstPage: isFirstPage(known?.endpoint, parameters),
	};
}

function unknownEndpoint(method: Endpoint['method'], title: string): Endpoint {
	return {
		title,
		method,
		path: '',
		evidence: 'inferred',
		parameters: [],
		answer: { kind: 'none' },
		partnerKey: false,
		retry: method === 'GET' ? 'read' : 'ifRefused',
		secretResponse: false,
	};
}

/** The query of a typed request that is an operation of the contract, by the API's own names. */
function readKnown(
	run: ExecuteRun,
	endpoint: EndpointId,
	query: readonly Given[],
	ofPath: Readonly<Record<string, string>>,
): Record<string, ParameterValue> {
	const values = readValues(run, endpoint, query);
	const { parameters } = endpoints[endpoint];
	const inPath = parameters
		.filter(({ name }) => Object.hasOwn(ofPath, name))
		.map(({ field, name }): [string, ParameterValue] => [field, ofPath[name]]);
	const twice = inPath.find(([field]) => field in values);
	if (twice !== undefined) throw givenTwice(displayName(twice[0]));
	assertKeys(endpoint, { ...values, ...Object.fromEntries(inPath) });
	const wireName = new Map(parameters.map(({ field, name }) => [field, name]));
	return Object.fromEntries(
		Object.entries(values).map(([field, value]) => [wireName.get(field) ?? field, value]),
	);
}

/** The rows of 'Parameters' that have a value; what is left empty is not sent. */
function readGiven(run: ExecuteRun, item: number): Given[] {
	const { parameter = [] } = Object(run.parameter('parameters', item, {})) as {
		parameter?: IDataObject[];
	};
	const given: Given[] = [];
	for (const { name, value } of parameter) {
		const plain = typeof name === 'string' ? name.trim() : '';
		const isEmpty = value === undefined || value === null || String(value).trim() === '';
		if (plain === '' && isEmpty) continue;
		if (plain === '') throw new InputError("A row of 'Parameters' has no name. Fill it in.");
		const same = given.find((one) => one.name.toLowerCase() === plain.toLowerCase());
		if (same !== undefined) throw givenTwice(plain);
		if (!isEmpty) given.push({ name: plain, value });
	}
	return given;
}

function givenTwice(name: string): InputError {
	return new InputError(`'${name}' is given twice, and only one can count. Remove one of the two.`);
}

/** Values by field name, in their types; a parameter may go by its field name and by any name that the API has or had for it. */
function readValues(
	run: ExecuteRun,
	endpoint: EndpointId,
	given: readonly Given[],
): Record<string, ParameterValue> {
	const { parameters } = endpoints[endpoint];
	const values: Record<string, ParameterValue> = {};
	for (const { name, value } of given) {
		const parameter = findParameter(parameters, name);
		if (parameter === undefined) {
			values[name] = textOf(name, value);
			continue;
		}
		const { field, name: current, personalCode, in: place } = parameter;
		const label = `'${labelOf(parameter)}'`;
		if (field in values) throw givenTwice(labelOf(parameter));
		if (place === 'body') {
			throw new InputError(`${label} belongs into the body. Take it out of 'Parameters'.`);
		}
		if (personalCode === true) {
			throw new InputError(
				`${label} may be a personal identity code (henkilötunnus), which is not sent in an address. Ask by another parameter.`,
			);
		}
		if (isFormer(parameter, name)) {
			run.warn(
				`The parameter '${name}' of "${endpoints[endpoint].title}" is called '${current}' now. It was sent under that name; correct it in the node.`,
			);
		}
		values[field] = toMember(value, parameter, label) as ParameterValue;
	}
	return values;
}

function findParameter(parameters: readonly Parameter[], name: string): Parameter | undefined {
	const isNamed = (test: (known: string) => boolean) =>
		parameters.find((one) => test(one.name)) ??
		parameters.find((one) => test(one.field)) ??
		parameters.find(({ formerNames = [] }) => formerNames.some(test));
	return (
		isNamed((known) => known === name) ??
		isNamed((known) => known.toLowerCase() === name.toLowerCase())
	);
}

function isFormer({ formerNames = [], name, field }: Parameter, given: string): boolean {
	const lower = given.toLowerCase();
	if ([name, field].some((known) => known.toLowerCase() === lower)) return false;
	return formerNames.some((former) => former.toLowerCase() === lower);
}

/** @throws InputError when a key is empty without which another thing, or everything, would be meant */
function assertKeys(endpoint: EndpointId, values: Readonly<Record<string, ParameterValue>>): void {
	const { parameters, eitherOf = [] } = endpoints[endpoint];
	const isGiven = (field: string) => String(values[field] ?? '').trim() !== '';
	const empty = parameters.find(
		({ field, in: place, needed }) =>
			(place === 'path' || (place === 'query' && needed === true)) && !isGiven(field),
	);
	if (empty !== undefined) throw lacks(endpoint, empty);
	if (eitherOf.length === 0 || eitherOf.some(isGiven)) return;
	throw new InputError(
		`Nothing is asked for. Add one of the parameters ${labelsOf(endpoint, eitherOf)}.`,
	);
}

function lacksKey(endpoint: EndpointId): InputError {
	const key = endpoints[endpoint].parameters.find(({ in: place }) => place === 'path');
	if (key !== undefined) return lacks(endpoint, key);
	return new InputError(`The path of "${endpoints[endpoint].title}" lacks its key. Add it.`);
}

function lacks(endpoint: EndpointId, parameter: Parameter): InputError {
	return new InputError(
		`'${labelOf(parameter)}' is empty, and "${endpoints[endpoint].title}" needs it. Nothing was sent. Add the parameter ${parameter.name}, or check the expression that gives it.`,
	);
}

/** The whole body, or nothing. */
function readBody(run: ExecuteRun, item: number): unknown {
	const given = run.parameter('body', item, '');
	if (given === undefined || given === null) return undefined;
	if (typeof given === 'string' && given.trim() === '') return undefined;
	const body =
		typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: null }) : given;
	if (typeof body === 'object' && body !== null) return body;
	throw new InputError(
		"'Body (JSON)' is no JSON object or list. Check its quotation marks and commas, or leave it empty.",
	);
}

function bodyFor(run: ExecuteRun, endpoint: Endpoint, given: unknown): unknown {
	const { method, title, body: known, parameters } = endpoint;
	const body = known === undefined ? given : currentBody(run, known, given);
	if (method === 'GET' && body !== undefined) {
		throw new InputError("'Body (JSON)' must be empty: a GET has none.");
	}
	if (known !== undefined && body === undefined) {
		throw new InputError(`'Body (JSON)' is empty, and "${title}" needs one. Fill it in.`);
	}
	const keys = parameters.filter(({ in: place, needed }) => place === 'body' && needed === true);
	for (const key of keys) {
		const value: unknown = Reflect.get(Object(body) as object, key.name);
		if (value === undefined || value === null || value === '') {
			throw emptyField(`Body (JSON): ${key.name}`);
		}
	}
	return body;
}

/** The body under the names that its members have now, one thing or a list of them. */
function currentBody(
	run: ExecuteRun,
	{ schema, wrapper = schema }: RequestBody,
	given: unknown,
): unknown {
	const label = "'Body (JSON)': ";
	const onRename = warnOfRenames(run);
	const current = (one: unknown, of: SchemaName) =>
		typeof one === 'object' && one !== null && !Array.isArray(one)
			? withCurrentNames({ ...one }, of, label, onRename)
			: one;
	return Array.isArray(given)
		? given.map((one: unknown) => current(one, schema))
		: current(given, wrapper);
}

function textOf(name: string, value: unknown): string {
	return toText(value, `'${name}'`).trim();
}

/** Addresses are logged on their way. */
function assertNoSecrets(given: readonly Given[], { apiKey }: Account): void {
	const texts = given.flatMap(({ name, value }) => [name, String(value)]);
	assertNoPersonalCode(texts, "A row of 'Parameters'");
	if (texts.some((text) => text.includes(apiKey))) {
		throw new InputError(
			"'Parameters' hold the API key, which has no place in an address. Take it out: this node sends it by itself.",
		);
	}
}

function assertNoPersonalCode(texts: readonly string[], what: string): void {
	if (!texts.some(holdsPersonalIdentityCode)) return;
	throw new InputError(
		`${what} looks like a personal identity code (henkilötunnus), which is not sent in an address. Use a customer code or an invoice number instead.`,
	);
}

function isFirstPage(
	endpoint: EndpointId | undefined,
	parameters: Readonly<Record<string, unknown>>,
): boolean {
	const page = endpoint === undefined ? undefined : pagingOf(endpoint)?.page;
	return !Object.keys(parameters).some((name) => name === page || /page(number|no)?$/i.test(name));
}
