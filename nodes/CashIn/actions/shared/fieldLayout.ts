import type { INodeProperties } from 'n8n-workflow';

import { members, type Member, type SchemaName } from '../../api/generated/members';
import { displayName } from '../../text/displayName';
import { updateDisplayOptions } from './displayOptions';
import { parameterOf } from '../../text/labels';
import { codeField, collection, fieldOf, otherMembers } from './fields';

/** How a body of the contract is asked for. Members are named by the constants of the contract. */
export interface BodyLayout {
	schema: SchemaName;
	/** Objects whose name does not stand before those of their members: `Data.InvoiceNumber` as `Invoice Number`. */
	inline?: readonly string[];
	/** Members with a field of their own; left out, those the contract marks as worth asking for. */
	required?: readonly string[];
	/** Members without a field: the operation sets them itself. */
	omit?: readonly string[];
	/** Stands before every name: `Seller` for `Seller Name`. */
	labelPrefix?: string;
	/** Whether it changes something that is there. */
	isUpdate?: boolean;
}

/** One field of the editor, and where in the body its value goes. */
export interface FieldSpec {
	/** `['Debtor', 'Name']` */
	path: readonly string[];
	member: Member;
	/** `debtorName` */
	parameter: string;
	/** `Debtor Name` */
	label: string;
	/** Whether it has a field of its own, which must be filled in. */
	required: boolean;
	/** The fields of one element, where the member is a list of objects. */
	elements?: readonly FieldSpec[];
}

/** The name under which a list keeps its entries. */
export const ENTRY = 'entry';

/** Deeper than any body of the contract; ends a schema that would hold itself. */
const DEEPEST = 4;

/** Every member of a body as a field: objects are taken apart, lists of objects become lists of fields. */
export function fieldLayout(layout: BodyLayout): FieldSpec[] {
	const { schema, labelPrefix, omit = [], inline = [], required } = layout;
	return members[schema]
		.filter(({ name }) => !omit.includes(name))
		.flatMap((member) => {
			const prefix = labelPrefix === undefined ? [] : [labelPrefix];
			const words = inline.includes(member.name) ? prefix : [...prefix, parameterOf(member)];
			const specs = specsOf(member, [member.name], words, 0);
			return required === undefined
				? specs
				: specs.map((spec) => ({ ...spec, required: required.includes(spec.path.join('.')) }));
		});
}

/** The fields of one member. `words` are the names on the way to it, its own included. */
function specsOf(
	member: Member,
	path: readonly string[],
	words: readonly string[],
	depth: number,
): FieldSpec[] {
	const inner = depth < DEEPEST && member.of !== undefined ? members[member.of] : undefined;
	if (member.type === 'object' && inner !== undefined) {
		return inner.flatMap((one) =>
			specsOf(one, [...path, one.name], [...words, parameterOf(one)], depth + 1),
		);
	}
	const elements = inner?.flatMap((one) => specsOf(one, [one.name], [parameterOf(one)], depth + 1));
	return [
		{
			path,
			member,
			parameter: toCamelCase(words),
			label: displayName(toCamelCase(words)),
			required: member.ask === true,
			elements,
		},
	];
}

/**
 * A body as the editor asks for it: the fields the contract knows, or the whole body as JSON.
 * @param noun what the body is, in title case: `Product`
 */
export function bodyProperties(layout: BodyLayout, noun: string): INodeProperties[] {
	return [
		{
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
			description: `How the ${noun.toLowerCase()} is given`,
		},
		{
			displayName: `${noun} (JSON)`,
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

/** A field for every member of a body: those that must be filled in, and the others to choose from. */
export function bodyFields(layout: BodyLayout): INodeProperties[] {
	const specs = fieldLayout(layout);
	const { isUpdate = false, labelPrefix } = layout;
	const title = isUpdate ? 'Update Fields' : 'Additional Fields';
	return [
		...specs.filter(({ required }) => required).map(requiredField),
		collection(
			labelPrefix === undefined ? title : `${labelPrefix} ${title}`,
			collectionName(layout),
			'Add Field',
			[...specs.filter(({ required }) => !required).map(fieldAt), otherMembers],
		),
	];
}

/** `additionalFields`, `updateFields` or `sellerAdditionalFields`. */
export function collectionName({ isUpdate = false, labelPrefix = '' }: BodyLayout): string {
	return toCamelCase([labelPrefix, isUpdate ? 'updateFields' : 'additionalFields']);
}

/** `['Seller', 'name']` → `sellerName` */
function toCamelCase(words: readonly string[]): string {
	const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	return name.charAt(0).toLowerCase() + name.slice(1);
}

/** n8n's own "required" marks the field; what an expression leaves empty is refused when it is read. */
function requiredField(spec: FieldSpec): INodeProperties {
	const field = fieldAt(spec);
	return spec.elements === undefined
		? { ...field, required: true }
		: { ...field, default: { [ENTRY]: [{}] } };
}

function fieldAt({ member, parameter, label, elements }: FieldSpec): INodeProperties {
	if (elements === undefined) {
		return codeField({ ...fieldOf(member), displayName: label, name: parameter }, member);
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
