import { rolesOf } from '../fields.cts';
import {
	isList,
	nameOf,
	propertiesOf,
	resolve,
	type Contract,
	type Parameter,
	type Schema,
} from '../source.cts';
import type { Named } from './likeness.cts';
import { membersIn } from './shapes.cts';
import type { VendorApi, VendorParameter } from './vendor.cts';

/** Roles without which an operation does not work. */
const IMPORTANT = new Set([
	'id',
	'status',
	'date',
	'total',
	'amount',
	'page',
	'pageSize',
	'unreadOnly',
	'secret',
	'failureKey',
]);

/** The members of one of our schemas, by which they are compared. */
export function ourMembers(contract: Contract, schema: Schema): Named[] {
	const entries = Object.entries(propertiesOf(contract, schema));
	return entries.map(([name, member], at) => {
		const target = isList(member) ? (member.items ?? {}) : member;
		const inner = Object.keys(propertiesOf(contract, target));
		const whole = resolve(contract, member);
		return {
			key: member['x-field'] ?? name,
			names: namesOf(name, member),
			schema: member,
			description: member.description ?? whole.description,
			example: member.examples?.[0],
			position: entries.length > 1 ? at / (entries.length - 1) : 0,
			important: IMPORTANT.has(String(member['x-role'])) || member['x-ask'] === true,
			inner: inner.length > 0 ? inner : undefined,
		};
	});
}

export function theirMembers(api: VendorApi, schemaName: string): Named[] {
	const entries = Object.entries(api.schemas[schemaName]?.properties ?? {});
	return entries.map(([name, member], at) => {
		const inner = Object.keys(membersIn(api, isList(member) ? member.items : member));
		return {
			key: name,
			names: [name],
			schema: member,
			description: member.description ?? api.schemas[nameOf(member) ?? '']?.description,
			example: member.examples?.[0],
			position: entries.length > 1 ? at / (entries.length - 1) : 0,
			important: false,
			inner: inner.length > 0 ? inner : undefined,
		};
	});
}

export function ourParameters(parameters: readonly Parameter[]): Named[] {
	return parameters.map((parameter, at) => ({
		key: parameter['x-field'] ?? parameter.name,
		names: namesOf(parameter.name, parameter),
		schema: parameter.schema,
		description: parameter.description,
		example: parameter.example,
		position: parameters.length > 1 ? at / (parameters.length - 1) : 0,
		important:
			parameter.in === 'path' ||
			parameter['x-needed'] === true ||
			parameter['x-picker'] !== undefined ||
			parameter['x-role'] !== undefined,
	}));
}

export function theirParameters(parameters: readonly VendorParameter[]): Named[] {
	return parameters.map((parameter, at) => ({
		key: parameter.name,
		names: [parameter.name],
		schema: parameter.schema,
		description: parameter.description,
		example: parameter.example,
		position: parameters.length > 1 ? at / (parameters.length - 1) : 0,
		important: false,
	}));
}

/** The wire name first. */
function namesOf(name: string, marks: Schema | Parameter): string[] {
	const names = [
		name,
		marks['x-field'],
		'x-parameter' in marks ? marks['x-parameter'] : undefined,
		...(marks['x-former-names'] ?? []),
	];
	return [...new Set(names.filter((text): text is string => typeof text === 'string'))];
}

/** The field that plays a role in one of our schemas. */
export function fieldsWithRole(contract: Contract, schema: Schema, role: string): string[] {
	const members = propertiesOf(contract, schema);
	return (rolesOf(contract, schema)[role] ?? []).map((name) => members[name]?.['x-field'] ?? name);
}
