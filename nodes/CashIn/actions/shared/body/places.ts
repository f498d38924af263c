import { members, type Member, type SchemaName } from '../../../api/members.generated';
import { displayName } from '../../../text/displayName';
import { parameterName } from '../fieldsFromContract';

/** How a body of the contract is asked for. */
export interface BodyLayout {
	schema: SchemaName;
	/** Objects whose members are asked without the object's name before theirs, by their path: `Data.InvoiceNumber` as `Invoice Number`. */
	inline?: readonly string[];
	/** Paths with a field of their own; left out, those the contract marks as worth asking for. */
	asked?: readonly string[];
	/** Paths that are not offered: the operation sets them itself. */
	left?: readonly string[];
	/** What stands before every name: `Seller` for `Seller Name`. */
	spoken?: string;
	/** What the other members are collected under: those of something new, or changes to something there. */
	others?: 'Additional Fields' | 'Update Fields';
}

/** One field of the editor, and where in the body its value goes. */
export interface Place {
	/** `['Debtor', 'Name']` */
	path: readonly string[];
	member: Member;
	/** `debtorName` */
	parameter: string;
	/** `Debtor Name` */
	label: string;
	/** Whether it has a field of its own, which must be filled in. */
	asked: boolean;
	/** The fields of one element, where the member is a list of objects. */
	elements?: readonly Place[];
}

/** Deeper than any body of the contract; ends a schema that would hold itself. */
const DEEPEST = 4;

/** Every member of a body as a field: objects are taken apart, lists of objects become lists of fields. */
export function placesOf(layout: BodyLayout): Place[] {
	return collect(layout.schema, layout, [], layout.spoken === undefined ? [] : [layout.spoken], 0);
}

function collect(
	schema: SchemaName,
	layout: BodyLayout,
	path: readonly string[],
	spoken: readonly string[],
	depth: number,
): Place[] {
	const rows: readonly Member[] = members[schema];
	return rows.flatMap((member): Place[] => {
		const own = [...path, member.name];
		const dotted = own.join('.');
		if (layout.left?.includes(dotted) === true) return [];
		const inner = depth < DEEPEST ? schemaOf(member) : undefined;
		if (member.type === 'object' && inner !== undefined) {
			const inline = layout.inline?.includes(dotted) === true;
			return collect(inner, layout, own, inline ? spoken : [...spoken, member.name], depth + 1);
		}
		const words = [...spoken, member.name].join('');
		const elements =
			member.type === 'array' && inner !== undefined
				? collect(inner, { schema: inner }, [], [], depth + 1)
				: undefined;
		const asked = layout.asked?.includes(dotted) ?? member.ask === true;
		const [parameter, label] = [parameterName(words), displayName(words)];
		return [{ path: own, member, parameter, label, asked, elements }];
	});
}

function schemaOf({ of }: Member): SchemaName | undefined {
	return of !== undefined && isSchema(of) ? of : undefined;
}

function isSchema(name: string): name is SchemaName {
	return Object.hasOwn(members, name);
}
