import type { INodeProperties } from 'n8n-workflow';

import { members, type Member, type SchemaName } from '../../api/members.generated';
import { displayName } from '../../text/displayName';
import { updateDisplayOptions } from './displayOptions';
import { codeField, collection, fieldOf, otherMembers, parameterName } from './fields';

/** How a body of the contract is asked for. */
export interface BodyLayout {
	schema: SchemaName;
	/** Paths of objects whose name does not stand before those of their members: `Data.InvoiceNumber` as `Invoice Number`. */
	inline?: readonly string[];
	/** Paths with a field of their own; left out, those the contract marks as worth asking for. */
	required?: readonly string[];
	/** Paths without a field: the operation sets them itself. */
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
	const { schema, labelPrefix } = layout;
	return collect(schema, layout, [], labelPrefix === undefined ? [] : [labelPrefix], 0);
}

function collect(
	schema: SchemaName,
	layout: BodyLayout,
	path: readonly string[],
	prefix: readonly string[],
	depth: number,
): FieldSpec[] {
	const rows: readonly Member[] = members[schema];
	return rows.flatMap((member): FieldSpec[] => {
		const own = [...path, member.name];
		const dotted = own.join('.');
		if (layout.omit?.includes(dotted) === true) return [];
		const inner = depth < DEEPEST ? schemaOf(member) : undefined;
		if (member.type === 'object' && inner !== undefined) {
			const inline = layout.inline?.includes(dotted) === true;
			return collect(inner, layout, own, inline ? prefix : [...prefix, member.name], depth + 1);
		}
		const words = [...prefix, member.name].join('');
		const elements =
			member.type === 'array' && inner !== undefined
				? collect(inner, { schema: inner }, [], [], depth + 1)
				: undefined;
		const required = layout.required?.includes(dotted) ?? member.ask === true;
		const [parameter, label] = [parameterName(words), displayName(words)];
		return [{ path: own, member, parameter, label, required, elements }];
	});
}

function schemaOf({ of }: Member): SchemaName | undefined {
	return of !== undefined && isSchema(of) ? of : undefined;
}

export function isSchema(name: string): name is SchemaName {
	return Object.hasOwn(members, name);
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
	return parameterName(`${labelPrefix}${isUpdate ? 'UpdateFields' : 'AdditionalFields'}`);
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
