import { members } from '../api/generated/members';

/**
 * Tells whether a member of a body is one of those whose field name matches, in any schema: what the API calls it may
 * be any word. Of a member that no schema has, its own name is looked at.
 */
export function isNamed(field: RegExp): (name: string) => boolean {
	const names = new Set(
		Object.values(members).flatMap((list) =>
			list.filter((member) => field.test(member.field)).map(({ name }) => name),
		),
	);
	return (name) => names.has(name) || field.test(name);
}
