import { jsonParse, type IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { members, type Member, type SchemaName } from '../../api/generated/members';
import type { ExecuteRun } from '../../api/run';
import type { Finding } from '../../invoicing/findings';

/** Told of each name that the API had before. */
export type OnRename = (finding: Finding) => void;

const SCHEMAS = Object.keys(members) as SchemaName[];

/** The schemas in which, however deep, a member has had another name. */
const RENAMED = renamedSchemas();

function renamedSchemas(): ReadonlySet<SchemaName> {
	const found = new Set<SchemaName>();
	const isRenamed = ({ formerNames, of }: Member) =>
		formerNames !== undefined || (of !== undefined && found.has(of));
	let before = -1;
	while (found.size > before) {
		before = found.size;
		for (const schema of SCHEMAS) if (members[schema].some(isRenamed)) found.add(schema);
	}
	return found;
}

/**
 * A body given by a user under the names that the API has now, however deep: a workflow goes on that was made when a
 * member was called otherwise. A name that is in use is never taken for a former one. Where nothing had to change it is
 * the given object itself.
 * @param label how a message begins, e.g. `'Invoice (JSON)': `
 * @param isTaken whether a name means something else here
 * @throws InputError when one member is given under two of its names
 */
export function withCurrentNames(
	given: IDataObject,
	schema: SchemaName,
	label: string,
	onRename: OnRename,
	{ path = '', isTaken = () => false }: { path?: string; isTaken?: (name: string) => boolean } = {},
): IDataObject {
	if (!RENAMED.has(schema)) return given;
	const known = members[schema];
	const isCurrent = (name: string) => known.some((member) => member.name === name) || isTaken(name);
	const body: IDataObject = {};
	const origin = new Map<string, string>();
	for (const [name, value] of Object.entries(given)) {
		const member = isCurrent(name)
			? known.find((one) => one.name === name)
			: known.find(({ formerNames = [] }) => formerNames.includes(name));
		const current = member?.name ?? name;
		const other = origin.get(current);
		if (other !== undefined) {
			const [old = '', now = ''] = other === current ? [name, other] : [other, name];
			throw new InputError(
				`${label}'${path}${old}' and '${path}${now}' are one member, which Cash-In calls '${current}' now. Give it once, as '${current}'.`,
			);
		}
		origin.set(current, name);
		if (current !== name) onRename(renamed(`${path}${name}`, current, label));
		body[current] = nested(value, member, label, `${path}${current}`, onRename);
	}
	return body;
}

function renamed(old: string, current: string, label: string): Finding {
	const message = `${label}'${old}' is called '${current}' now. It was sent under that name; use it from now on.`;
	return { code: FORMER_NAME, severity: 'warn', member: current, message };
}

/** Kind of the finding: said whatever is validated. */
export const FORMER_NAME = 'formerName';

function nested(
	value: IDataObject[string],
	member: Member | undefined,
	label: string,
	path: string,
	onRename: OnRename,
): IDataObject[string] {
	const { of } = member ?? {};
	if (of === undefined || !RENAMED.has(of)) return value;
	const whole: unknown =
		typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: value }) : value;
	const one = (entry: unknown, inner: string): IDataObject =>
		isObject(entry)
			? withCurrentNames(entry, of, label, onRename, { path: inner })
			: (entry as IDataObject);
	if (Array.isArray(whole)) {
		return whole.map((entry, index) => one(entry, `${path}[${index}].`));
	}
	return isObject(whole) ? one(whole, `${path}.`) : value;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keeps the first finding of each old name: a list may hold it in each of its rows. */
export function createRenameList(): { findings: Finding[]; onRename: OnRename } {
	const findings: Finding[] = [];
	const seen = new Set<string>();
	const onRename = (finding: Finding) => {
		const key = finding.message.replace(/\[\d+\]|^Row \d+/g, '');
		if (seen.has(key)) return;
		seen.add(key);
		findings.push(finding);
	};
	return { findings, onRename };
}

/** Where the output has no place for warnings: beside it, and in n8n's log. */
export function warnOfRenames(run: ExecuteRun): OnRename {
	const list = createRenameList();
	return (finding) => {
		const before = list.findings.length;
		list.onRename(finding);
		if (list.findings.length > before) run.warn(finding.message);
	};
}
