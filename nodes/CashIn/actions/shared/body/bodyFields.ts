import type { INodeProperties } from 'n8n-workflow';

import type { Member } from '../../../api/members.generated';
import { hasSuggestions, suggestionMethod } from '../../../methods/suggestions';
import { fieldOf, parameterName } from '../fieldsFromContract';
import { otherMembers } from '../otherMembers';
import { placesOf, type BodyLayout, type Place } from './places';
import { updateDisplayOptions } from '../displayOptions';

/**
 * A body as the editor asks for it: the fields the contract knows, or the whole body as JSON.
 * @param thing what the body is, in title case: `Product`
 */
export function bodyProperties(layout: BodyLayout, thing: string): INodeProperties[] {
	return [
		inputMode(thing),
		{
			displayName: `${thing} (JSON)`,
			name: 'bodyJson',
			type: 'json',
			typeOptions: { rows: 8 },
			default: '={{ $json }}',
			required: true,
			description:
				'The whole of it as one object, with the member names of the Cash-In API. Members this node does not know are sent as they are.',
			displayOptions: { show: { inputMode: ['json'] } },
		},
		...updateDisplayOptions({ show: { inputMode: ['fields'] } }, bodyFields(layout)),
	];
}

function inputMode(thing: string): INodeProperties {
	return {
		displayName: 'Input',
		name: 'inputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill it in field by field' },
			{
				name: 'JSON',
				value: 'json',
				description: 'Give all of it as one object, with the names Cash-In uses',
			},
		],
		default: 'fields',
		description: `How the ${thing.toLowerCase()} is given`,
	};
}

/** A field for every member of a body: those that must be filled in, and the others to choose from. */
export function bodyFields(layout: BodyLayout): INodeProperties[] {
	const places = placesOf(layout);
	const own = places.filter(({ asked }) => asked).map(ownField);
	const others = [...places.filter(({ asked }) => !asked).map(fieldAt), otherMembers];
	const { others: kind = 'Additional Fields', spoken } = layout;
	const title = spoken === undefined ? kind : `${spoken} ${kind}`;
	return [
		...own,
		{
			displayName: title,
			name: collectionName(layout),
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: others.sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
		},
	];
}

/** `additionalFields`, `updateFields` or `sellerAdditionalFields`. */
export function collectionName({ others, spoken }: BodyLayout): string {
	const name = others === 'Update Fields' ? 'UpdateFields' : 'AdditionalFields';
	return parameterName(`${spoken ?? ''}${name}`);
}

/** n8n's own "required" marks the field; what an expression leaves empty is refused when it is read. */
function ownField(place: Place): INodeProperties {
	const field = fieldAt(place);
	return place.elements === undefined
		? { ...field, required: true }
		: { ...field, default: { [ENTRY]: [{}] } };
}

/** The name under which a list keeps its entries. */
export const ENTRY = 'entry';

function fieldAt(place: Place): INodeProperties {
	const { member, parameter, label, elements } = place;
	if (elements === undefined) {
		const known = { ...fieldOf(member), displayName: label, name: parameter };
		return hasSuggestions(member)
			? codeField(known, member)
			: { ...known, description: describe(place) };
	}
	return {
		displayName: label,
		name: parameter,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Entry', sortable: true },
		placeholder: 'Add Entry',
		default: {},
		description: member.description,
		options: [{ displayName: 'Entry', name: ENTRY, values: elements.map(fieldAt) }],
	};
}

/** A code of which several values are known: chosen from them, or typed in. */
function codeField(field: INodeProperties, member: Member): INodeProperties {
	const { displayName, name, description } = field;
	return {
		displayName,
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

/** Codes are open: what is known of their values is said, and any other may be entered. */
function describe({ member }: Place): string | undefined {
	const { description, knownValues = [] } = member;
	if (knownValues.length === 0) return description;
	const values = knownValues.map(({ value, meaning }) => `${value} (${meaning})`).join(', ');
	return `${description ?? 'Code'}. Known values: ${values}. Any other can be entered.`;
}
