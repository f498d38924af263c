import type { INodeProperties } from 'n8n-workflow';

import type { Member } from '../../api/members.generated';
import type { Picker } from '../../methods/pickers';
import { fieldOf } from './fieldsFromContract';

/**
 * A parameter that is chosen from a list of Cash-In, or typed in. What a list does to Cash-In when it is read is
 * said, and then typing comes first.
 * @param required whether an empty one is an issue; a filter that is left empty is none
 */
export function locatorField(member: Member, picker: Picker, required = false): INodeProperties {
	const { displayName, name, description, placeholder } = fieldOf(member);
	const field: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose the ${picker.what}`,
				typeOptions: { searchListMethod: picker.search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				...(placeholder === undefined ? {} : { placeholder }),
				...(required ? { validation: [notBlank(displayName)] } : {}),
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
		hint: `Opening 'From List' reads the ${picker.what}s, which ${picker.effect}`,
	};
}

/** Anything but blanks: numbers come in all shapes. An empty one n8n refuses by itself, as every required field. */
function notBlank(label: string) {
	return {
		type: 'regex' as const,
		properties: { regex: '(?:[\\s\\S]*\\S[\\s\\S]*)?', errorMessage: `'${label}' is empty` },
	};
}

/** What a locator holds; a value of before there were lists, or of an expression for the whole, is as it is. */
export function locatedValue<Value>(value: Value): Value | LocatedValue {
	return isLocator(value) ? value.value : value;
}

type LocatedValue = string | number | boolean | null | undefined;

/** One that was added to a collection and not touched since is the field's default, without n8n's mark. */
function isLocator(value: unknown): value is { value?: LocatedValue } {
	if (typeof value !== 'object' || value === null) return false;
	if ('__rl' in value && value.__rl === true) return true;
	const hasMode = 'mode' in value && (value.mode === 'list' || value.mode === 'id');
	return hasMode && 'value' in value && Object.keys(value).every((name) => PARTS.includes(name));
}

const PARTS = ['mode', 'value', 'cachedResultName', 'cachedResultUrl'];
