import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import { pathTo } from '../endpoints.cts';
import {
	isList,
	jsonOf,
	nameOf,
	resolve,
	successOf,
	typesOf,
	type Contract,
	type Message,
	type Schema,
} from '../source.cts';
import type { SchemaBuilder } from './buildSchemas.cts';
import { isObject, type Json } from './json.cts';
import type { OperationPlan } from './operationPlan.cts';

const JSON_TYPE = 'application/json';

/** Our answers that operations share; the vendor's take their places where several operations give the same. */
export const ERROR_NAMES: Readonly<Record<string, string>> = {
	'400': 'BadRequest',
	'401': 'Unauthorized',
	'402': 'BusinessRule',
	'403': 'Forbidden',
	'404': 'NotFound',
	'429': 'TooManyRequests',
	'500': 'ServerError',
	'503': 'Unavailable',
};
const MOST_DEEP = 8;

/** Our examples in the vendor's shapes and names; where we have none, the vendor's, or one that fits. */
export function createExamples(contract: Contract, schemas: SchemaBuilder) {
	const ajv = addFormats(new Ajv2020({ strict: false, allErrors: false, logger: false }));
	const fits = (schema: Schema, value: unknown) => {
		const { 'x-known-values': _, ...rest } = schema;
		try {
			return ajv.validate(rest, value);
		} catch {
			return false;
		}
	};

	/** A value for a scalar or a list of scalars: the first of those given that fits. */
	function scalar(schema: Schema, ...values: unknown[]): unknown {
		const given = [
			...values,
			schema.examples?.[0],
			schema['x-known-values']?.[0]?.value,
			(schema as Json).default,
		];
		const found = given.find(
			(value) => value !== undefined && value !== null && fits(schema, value),
		);
		return found ?? made(schema);
	}

	function made(schema: Schema): unknown {
		const { minimum = 0, minLength = 0 } = schema as { minimum?: number; minLength?: number };
		const type = typesOf(schema)[0];
		if (isList(schema)) return [];
		if (type === 'integer' || type === 'number') return Math.max(1, minimum);
		if (type === 'boolean') return true;
		if (type === 'object') return {};
		const texts: Record<string, string> = {
			date: '2026-03-02',
			'date-time': '2026-03-02T06:00:00Z',
			email: 'buyer@example.com',
			uri: 'https://example.com',
			uuid: '00000000-0000-4000-8000-000000000001',
			time: '06:00:00Z',
		};
		return (texts[schema.format ?? ''] ?? 'text').padEnd(minLength, 'x');
	}

	/**
	 * @param ours our value where this stands
	 * @param path where it is, for the values that are given by path
	 */
	function valueFor(
		schema: Schema,
		ours: unknown,
		path: string,
		given: ReadonlyMap<string, unknown>,
		depth = 0,
	): unknown {
		const own = given.has(path) ? given.get(path) : ours;
		if (schema.$ref !== undefined) return objectFor(nameOf(schema) ?? '', own, path, given, depth);
		if (isList(schema)) {
			const items = schema.items ?? {};
			if (Array.isArray(own)) {
				return own.map((entry) => valueFor(items, entry, `${path}[]`, given, depth + 1));
			}
			if (own === null && typeIncludesNull(schema)) return null;
			if (own === null || depth >= MOST_DEEP || items.$ref === undefined) return scalar(schema);
			return own === undefined && path !== '' && !given.has(path)
				? []
				: [valueFor(items, own, `${path}[]`, given, depth + 1)];
		}
		if (own === null && typeIncludesNull(schema)) return null;
		return scalar(schema, own);
	}

	function objectFor(
		name: string,
		ours: unknown,
		path: string,
		given: ReadonlyMap<string, unknown>,
		depth: number,
	): unknown {
		const instance = schemas.instanceOf(name);
		if (instance === undefined || depth >= MOST_DEEP) return {};
		const schema = schemas.plainOf(instance);
		const required = schema.required ?? [];
		const holder = isObject(ours) ? ours : {};
		const members = Object.entries(schema.properties ?? {}).flatMap(([member, inner]) => {
			const pair = instance.members.pairs.find(({ their }) => their.key === member);
			const value = pair === undefined ? undefined : holder[pair.our.names[0] ?? ''];
			const place = path === '' ? member : `${path}.${member}`;
			const role = instance.roles.get(member);
			const counted = value === undefined ? COUNTED[role ?? ''] : value;
			const isGiven = [...given.keys()].some((key) => key === place || key.startsWith(`${place}.`));
			const shown =
				counted !== undefined ||
				isGiven ||
				required.includes(member) ||
				(pair === undefined && inner.examples !== undefined);
			return shown ? [[member, valueFor(inner, counted, place, given, depth + 1)]] : [];
		});
		return Object.fromEntries(members) as Json;
	}

	function body(
		{ row, body: planned, their }: OperationPlan,
		message: Message | undefined,
	): Message | undefined {
		const media = message?.content?.[JSON_TYPE];
		if (message === undefined || media === undefined) return message;
		const ours = jsonOf(contract, row.operation.requestBody);
		const element = firstElement(ours?.example, ours?.schema);
		const list = planned?.list;
		const given = new Map<string, unknown>();
		if (list !== undefined && list.length > 0) given.set(list.join('.'), [element]);
		const whole = list === undefined ? element : list.length === 0 ? [element] : ours?.example;
		const example =
			element === undefined && their.body?.example !== undefined
				? their.body.example
				: valueFor(media.schema, whole, '', given);
		return { ...message, content: { [JSON_TYPE]: { ...media, example } } };
	}

	function firstElement(example: unknown, schema: Schema | undefined): unknown {
		if (schema === undefined) return undefined;
		if (Array.isArray(example)) return example[0] as unknown;
		const items = pathTo(contract, schema, 'items', 0)?.[0];
		const list = items === undefined ? undefined : (example as Json)[items];
		return Array.isArray(list) ? (list[0] as unknown) : example;
	}

	function answers(
		one: OperationPlan,
		responses: Record<string, Message>,
	): Record<string, Message> {
		return Object.fromEntries(
			Object.entries(responses).map(([status, message]) => {
				const media = message.content?.[JSON_TYPE];
				const told = one.their.answers[status] ?? one.their.answers.default;
				if (media === undefined) return [status, message];
				if (told?.schema === undefined && status.startsWith('2')) return [status, message];
				const success = status.startsWith('2');
				const example = success
					? successFor(one, media.schema)
					: valueFor(media.schema, ourError(status), '', new Map());
				return [status, { ...message, content: { [JSON_TYPE]: { ...media, example } } }];
			}),
		);
	}

	/** The example of an error; of a status that we do not know, that of a wrong request. */
	function ourError(status: string): unknown {
		const name = ERROR_NAMES[status] ?? 'BadRequest';
		return jsonOf(contract, contract.components.responses[name])?.example;
	}

	/** A body or an answer of which we have no example. */
	function fresh<T extends Message | undefined>(message: T): T {
		const media = message?.content?.[JSON_TYPE];
		if (message === undefined || media === undefined) return message;
		const example = media.example ?? valueFor(media.schema, undefined, '', new Map());
		return { ...message, content: { [JSON_TYPE]: { ...media, example } } };
	}

	/** Answers that are shared, each with our example in the vendor's names. */
	function shared(responses: Record<string, Message>): Record<string, Message> {
		return Object.fromEntries(
			Object.entries(responses).map(([name, message]) => {
				const media = message.content?.[JSON_TYPE];
				if (media === undefined) return [name, message];
				const ours = jsonOf(contract, contract.components.responses[name])?.example;
				const known = schemas.instanceOf(nameOf(media.schema) ?? '') !== undefined;
				const example = known ? valueFor(media.schema, ours, '', new Map()) : media.example;
				return [name, { ...message, content: { [JSON_TYPE]: { ...media, example } } }];
			}),
		);
	}

	function successFor({ row, answer }: OperationPlan, schema: Schema): unknown {
		const json = successOf(contract, row);
		const whole = json === undefined ? undefined : resolve(contract, json.schema);
		const rows = whole === undefined || isList(whole) ? [] : pathTo(contract, whole, 'rows');
		const at = whole === undefined || isList(whole) ? undefined : pathTo(contract, whole, 'record');
		const inside = rows ?? at ?? [];
		const ours = inside.reduce<unknown>(
			(holder, key) => (isObject(holder) ? holder[key] : undefined),
			json?.example,
		);
		const given = new Map<string, unknown>();
		const path = answer?.path ?? [];
		const isRows = answer?.kind === 'list';
		const own = isRows && ours !== undefined && !Array.isArray(ours) ? [ours] : ours;
		const one = !isRows && Array.isArray(own) ? (own[0] as unknown) : own;
		if (path.length === 0) return valueFor(schema, one, '', given);
		given.set(path.join('.'), one);
		return valueFor(schema, json?.example, '', given);
	}

	return {
		body,
		answers,
		shared,
		fresh,
		parameter: (schema: Schema, ...values: unknown[]) => scalar(schema, ...values),
	};
}

const COUNTED: Readonly<Record<string, unknown>> = {
	taken: 1,
	failed: 0,
	rowCount: 1,
	page: 1,
	pageSize: 100,
};
const typeIncludesNull = (schema: Schema) => [schema.type ?? []].flat().includes('null');
