import type { IDataObject, INodeProperties } from 'n8n-workflow';

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
					placeholder: 'e.g. ProjectNumber',
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

/** What was entered under Other Members, as an object to add to the body. */
export function readOtherMembers(collection: IDataObject): IDataObject {
	const { member } = Object(collection.otherMembers) as { member?: IDataObject[] };
	const named = (member ?? []).filter(({ name }) => typeof name === 'string' && name.trim() !== '');
	return Object.fromEntries(named.map(({ name, value }) => [String(name).trim(), value]));
}
