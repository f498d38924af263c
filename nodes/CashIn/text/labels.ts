import { members, type Member, type SchemaName } from '../api/generated/members';
import { displayName } from './displayName';

/** The name of the parameter a member is asked for with: `prodCode`. */
export function parameterOf({ parameter, field }: Pick<Member, 'parameter' | 'field'>): string {
	return parameter ?? field;
}

/** The label of the field a member is asked for with: `Product Code`. */
export function labelOf(member: Pick<Member, 'label' | 'parameter' | 'field'>): string {
	return member.label ?? displayName(parameterOf(member));
}

/** A member in a message, by the label of its field: `'Buyer Postal Code'`. One that no schema has keeps its name. */
export function quotedLabel(schema: SchemaName, name: string): string {
	const member = members[schema].find((one) => one.name === name);
	return `'${member === undefined ? name : labelOf(member)}'`;
}

/** A message with the API's names in place of the labels of a schema: of JSON, people know these. */
export function withApiNames(schema: SchemaName, message: string): string {
	return members[schema].reduce(
		(text, member) => text.replaceAll(`'${labelOf(member)}'`, `'${member.name}'`),
		message,
	);
}
