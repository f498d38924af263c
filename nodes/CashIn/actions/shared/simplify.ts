import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { endpoints, type Endpoint, type EndpointId } from '../../api/generated/endpoints';
import { InputError } from '../../api/errors';
import { valueAt } from '../../api/parsePage';
import type { ExecuteRun } from '../../api/run';
import { displayName } from '../../text/displayName';
import { byName, choice } from './fields';
import { toChoice, toMember, toText } from './values';

type Fields = NonNullable<Endpoint['fields']>;
type Rows = (row: IDataObject) => IDataObject;

/**
 * How much of a row comes out, of an operation that reads rows of more than ten members; nothing for the others. As the
 * tool of an AI agent it is n8n's 'Output' in place of 'Simplify'.
 */
export function outputFields(endpoint: EndpointId): INodeProperties[] {
	const { fields } = endpoints[endpoint];
	if (fields === undefined) return [];
	return [...SIMPLIFY, ...OUTPUT, selection(fields)];
}

const simplify = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
} as const satisfies INodeProperties;

/** Tools that were saved before they had an 'Output' hold it still. */
const SIMPLIFY: INodeProperties[] = [
	{ ...simplify, displayOptions: { hide: { '@tool': [true] } } },
	{ ...simplify, type: 'hidden', displayOptions: { show: { '@tool': [true] } } },
];

/** One for each value that 'Simplify' may have been saved with, so that the editor shows what comes out. */
const OUTPUT = (
	[
		['simple', true],
		['raw', false],
	] as const
).map(([usual, simplified]) =>
	choice(
		'output',
		'Output',
		usual,
		'How much of each row the agent gets, and with it the provider of its model',
		[
			['Raw', 'raw', 'Everything Cash-In tells, which may hold personal data'],
			['Selected Fields', 'fields', 'What you choose, and the number or ID a row is known by'],
			['Simplified', 'simple', 'The most useful fields, ten at most'],
		],
		{ displayOptions: { show: { '@tool': [true], simplify: [simplified] } } },
	),
);

function selection([key, ...others]: Fields): INodeProperties {
	const [field = ''] = key ?? [];
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		options: byName(
			others.map(([name]) => ({ displayName: labelOf(name), name, type: 'string', default: '' })),
		).map(({ displayName: name, name: value }) => ({ name, value })),
		default: [],
		description: `The fields to add to the output. '${labelOf(field)}' is always there.`,
		displayOptions: { show: { '@tool': [true], output: ['fields'] } },
	};
}

/** `amounts.paymentAmount` → `Amounts: Payment Amount`. */
function labelOf(field: string): string {
	return field.split('.').map(displayName).join(': ');
}

/**
 * The function that an item's 'Simplify', or its 'Output' in a tool, applies to the rows of this endpoint's answer.
 * @throws InputError when an expression gives what is no choice, or a field that there is not
 */
export function readOutput(run: ExecuteRun, item: number, endpoint: EndpointId): Rows {
	const { simplify: members, fields } = endpoints[endpoint];
	if (members === undefined || fields === undefined) return (row) => row;
	switch (chosenOutput(run, item)) {
		case 'raw':
			return (row) => row;
		case 'simple':
			return (row) => simplifyRow(members, row);
		case 'fields': {
			const chosen = chosenFields(run, item, fields);
			return (row) => selectFrom(row, chosen);
		}
	}
}

function chosenOutput(run: ExecuteRun, item: number): 'raw' | 'simple' | 'fields' {
	const get = (name: string, usual: unknown) =>
		run.context.getNodeParameter(name, item, usual) as unknown;
	const simplified = () =>
		toMember(get('simplify', true), { type: 'boolean' }, "'Simplify'") === true ? 'simple' : 'raw';
	// Nothing but a tool has the parameter.
	const output = toChoice(get('output', simplified()), "'Output'", ['raw', 'simple', 'fields']);
	// Saved as an expression, it fits both of the editor's usual values: it decides still.
	const isExpression = typeof run.node.parameters.simplify === 'string';
	return isExpression && output !== 'fields' ? simplified() : output;
}

/** Where the chosen fields stand in a row, and what it is known by before them. */
function chosenFields(run: ExecuteRun, item: number, fields: Fields): Fields {
	const given = run.context.getNodeParameter('fields', item, []) as unknown;
	const listed: unknown[] = Array.isArray(given) ? given : toText(given, "'Fields'").split(',');
	const names = listed.map((name) => String(name).trim()).filter((name) => name !== '');
	const known = fields.map(([name]) => name);
	if (names.every((name) => known.includes(name))) {
		return fields.filter(([name], at) => at === 0 || names.includes(name));
	}
	// Without what was given: that may be anything.
	throw new InputError(
		`'Fields' holds what is no field of these rows. Choose from the list: ${known.join(', ')}.`,
	);
}

/**
 * A row with some of its fields, each where it stood. Nothing else is given out: whoever chose them may have done it
 * for the sake of the others.
 * @throws InputError where a row holds none of them
 */
function selectFrom(row: IDataObject, chosen: Fields): IDataObject {
	const selected: IDataObject = {};
	for (const [, path] of chosen) {
		const value = valueAt(row, path);
		if (value === undefined) continue;
		let holder = selected;
		for (const name of path.slice(0, -1)) holder = (holder[name] ??= {}) as IDataObject;
		holder[path[path.length - 1] ?? ''] = value;
	}
	if (Object.keys(selected).length > 0 || Object.keys(row).length === 0) return selected;
	throw new InputError(
		"What Cash-In answered has none of the fields chosen in 'Fields'. Set 'Output' to Raw to see what there is.",
	);
}

/**
 * A row with its most useful members, flat; members the row lacks are left out. A row without the first of them, its
 * key, is of a shape we do not know, and stays as it came.
 */
function simplifyRow(members: NonNullable<Endpoint['simplify']>, row: IDataObject): IDataObject {
	const simple: IDataObject = {};
	let isKey = true;
	for (const [name, path] of members) {
		const value = valueAt(row, path);
		if (isKey && (value === undefined || value === null)) return row;
		isKey = false;
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}
