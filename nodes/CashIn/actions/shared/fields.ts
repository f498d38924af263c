import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { LEDGER_ROWS } from '../../api/generated/fields';
import { members, type Member, type SchemaName } from '../../api/generated/members';
import { hasSuggestions, suggestionMethod, type Picker } from '../../api/pickers';
import { labelOf, parameterOf } from '../../text/labels';

/** The members of a schema, by name. */
export function membersOf(schema: SchemaName): Map<string, Member> {
	return new Map(members[schema].map((member) => [member.name, member]));
}

/** The member at a path of a schema; nothing when there is none. */
export function memberAt(
	schema: SchemaName | undefined,
	[name, ...inner]: readonly string[],
): Member | undefined {
	const member =
		schema === undefined ? undefined : members[schema].find((one) => one.name === name);
	return inner.length === 0 ? member : memberAt(member?.of, inner);
}

/**
 * One field for each member of a schema, in the contract's order, which keeps together what belongs together, for an
 * "Additional Fields" collection: what the contract gains, the editor gains.
 * @param except members without a field there, by the API's own names
 */
export function fieldsFromContract(
	schema: SchemaName,
	except: readonly string[],
): INodeProperties[] {
	return members[schema].filter(({ name }) => !except.includes(name)).map(fieldOf);
}

/** Fields in the order n8n wants them in a collection. */
export function byName(fields: INodeProperties[]): INodeProperties[] {
	return fields.sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
}

/** A line of text. */
export function text(
	name: string,
	label: string,
	placeholder: string,
	more: Partial<INodeProperties>,
): INodeProperties {
	return { displayName: label, name, type: 'string', default: '', placeholder, ...more };
}

/** A field with a few values to choose from, each with a name and its meaning. */
export function choice(
	name: string,
	label: string,
	fallback: string,
	description: string,
	options: ReadonlyArray<readonly [name: string, value: string, description: string]>,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'options',
		options: options.map(([title, value, about]) => ({ name: title, value, description: about })),
		default: fallback,
		description,
		...more,
	};
}

/**
 * A collection of fields that are added one by one.
 * @param isGrouped whether the order of the fields says which belong together; else they are sorted by name
 */
export function collection(
	title: string,
	name: string,
	placeholder: string,
	fields: INodeProperties[],
	isGrouped = false,
): INodeProperties {
	return {
		displayName: title,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: isGrouped ? fields : byName(fields),
	};
}

/** One member or query parameter as a field of the editor. */
export function fieldOf(member: Omit<Member, 'of'>): INodeProperties {
	return {
		displayName: labelOf(member),
		name: parameterOf(member),
		...CONTROLS[member.format ?? member.type],
		description: member.description,
		...(member.example === undefined ? {} : { placeholder: `e.g. ${String(member.example)}` }),
	};
}

/** The control of a member, by its format or type. */
const CONTROLS: Record<
	NonNullable<Member['format']> | Member['type'],
	Pick<INodeProperties, 'type' | 'typeOptions' | 'default'>
> = {
	date: { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' },
	'date-time': { type: 'dateTime', default: '' },
	number: { type: 'number', default: 0 },
	integer: { type: 'number', default: 0 },
	boolean: { type: 'boolean', default: false },
	object: { type: 'json', default: '' },
	array: { type: 'json', default: '' },
	string: { type: 'string', default: '' },
};

/** A code as a field. Codes are open: known values are chosen from or told, and any other can be entered. */
export function codeField(field: INodeProperties, member: Member): INodeProperties {
	const { displayName: label, name, description } = field;
	if (!hasSuggestions(member)) return { ...field, description: describeCode(member) };
	return {
		displayName: label,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'Known Values',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: suggestionMethod(member), searchable: true },
			},
			{
				displayName: 'Other',
				name: 'id',
				type: 'string',
				placeholder: field.placeholder ?? 'e.g. OTHER',
			},
		],
	};
}

function describeCode({ description, knownValues = [] }: Member): string | undefined {
	if (knownValues.length === 0) return description;
	const values = knownValues.map(({ value, meaning }) => `${value} (${meaning})`).join(', ');
	return `${description}. Known values: ${values}. Any other can be entered.`;
}

/**
 * A parameter that is chosen from a list of Cash-In, or typed in. Where reading the list does something at Cash-In,
 * that is said, and typing comes first.
 * @param required whether an empty one is an issue; a filter that is left empty is none
 */
export function locatorField(
	member: Omit<Member, 'of'>,
	picker: Picker,
	required = false,
): INodeProperties {
	const { displayName: label, name, description, placeholder } = fieldOf(member);
	const field: INodeProperties = {
		displayName: label,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose the ${picker.noun}`,
				typeOptions: { searchListMethod: picker.search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				...(placeholder === undefined ? {} : { placeholder }),
				...(required ? { validation: [notBlank(label)] } : {}),
			},
		],
		description,
	};
	if (picker.effect === undefined) return field;
	return {
		...field,
		default: { mode: 'id', value: '' },
		// n8n shows a value of before there were lists in the first mode.
		modes: field.modes?.reverse(),
		hint: `Opening 'From List' reads the ${picker.noun}s, which ${picker.effect}`,
	};
}

/** Anything but blanks: numbers come in all shapes. An empty one n8n refuses by itself, as every required field. */
function notBlank(label: string) {
	return {
		type: 'regex' as const,
		properties: { regex: '(?:[\\s\\S]*\\S[\\s\\S]*)?', errorMessage: `'${label}' is empty` },
	};
}

/** The value a locator holds; a value of before there were lists, or of an expression for the whole, stays as it is. */
export function locatedValue<Value>(value: Value): Value | LocatedValue {
	return isLocator(value) ? value.value : value;
}

type LocatedValue = string | number | boolean | null | undefined;

/** One that was added to a collection and not touched since is the field's default, without n8n's mark. */
function isLocator(value: unknown): value is { value?: LocatedValue } {
	if (typeof value !== 'object' || value === null) return false;
	if ('__rl' in value && value.__rl === true) return true;
	const hasMode = 'mode' in value && (value.mode === 'list' || value.mode === 'id');
	return (
		hasMode && 'value' in value && Object.keys(value).every((name) => LOCATOR_PARTS.includes(name))
	);
}

const LOCATOR_PARTS = ['mode', 'value', 'cachedResultName', 'cachedResultUrl'];

/** Members the contract does not know, by name: what Cash-In adds tomorrow can be sent today. */
export const otherMembers: INodeProperties = {
	displayName: 'Other Members',
	name: 'otherMembers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Member' },
	placeholder: 'Add Member',
	default: {},
	description:
		"Members this node does not know, by the name Cash-In's own documentation gives them",
	options: [
		{
			displayName: 'Member',
			name: 'member',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: `e.g. ${LEDGER_ROWS.projectNumber}`,
					description: 'Name of the member, exactly as Cash-In writes it',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description:
						'Value to send; an expression may give a number, true or false, or a whole object',
				},
			],
		},
	],
};

/** The members entered under Other Members, as an object to add to the body. */
export function readOtherMembers(collected: IDataObject): IDataObject {
	const { member } = Object(collected.otherMembers) as { member?: IDataObject[] };
	const named = (member ?? []).filter(({ name }) => typeof name === 'string' && name.trim() !== '');
	return Object.fromEntries(named.map(({ name, value }) => [String(name).trim(), value]));
}
