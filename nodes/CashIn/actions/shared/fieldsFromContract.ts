import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { members, type Member, type SchemaName } from '../../api/members.generated';
import { displayName } from '../../text/displayName';

/** The members of a schema, by name. */
export function membersOf(schema: SchemaName): Map<string, Member> {
	const rows: readonly Member[] = members[schema];
	return new Map(rows.map((member) => [member.name, member]));
}

/** `SalesName2` → `salesName2`: how a member is called as a parameter. */
export function parameterName(member: string): string {
	return member.charAt(0).toLowerCase() + member.slice(1);
}

/**
 * One field for each member of a schema but those named, in alphabetical order, for an
 * "Additional Fields" collection: what the contract gains, the editor gains.
 */
export function fieldsFromContract(
	schema: SchemaName,
	except: readonly string[],
): INodeProperties[] {
	return [...membersOf(schema).values()]
		.filter(({ name }) => !except.includes(name))
		.map(fieldOf)
		.sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
}

/** One member or query parameter as a field of the editor. */
export function fieldOf(member: Member): INodeProperties {
	return {
		displayName: displayName(member.name),
		name: parameterName(member.name),
		...control(member),
		description: member.description,
		...(member.example === undefined ? {} : { placeholder: `e.g. ${String(member.example)}` }),
	};
}

function control(member: Member): Pick<INodeProperties, 'type' | 'typeOptions'> & {
	default: NodeParameterValueType;
} {
	if (member.format === 'date') {
		return { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' };
	}
	if (member.format === 'date-time') return { type: 'dateTime', default: '' };
	switch (member.type) {
		case 'number':
		case 'integer':
			return { type: 'number', default: 0 };
		case 'boolean':
			return { type: 'boolean', default: false };
		case 'object':
		case 'array':
			return { type: 'json', default: '' };
		default:
			return { type: 'string', default: '' };
	}
}
