import { pathTo, rowSchema, schemaAt } from '../endpoints.cts';
import {
	isList,
	nameOf,
	propertiesOf,
	resolve,
	successOf,
	type OperationRow,
	type Schema,
} from '../source.cts';
import type { Drafts } from './drafts.cts';
import { overlap } from './likeness.cts';
import { fieldsWithRole } from './named.cts';
import { successIn, type OperationPlan } from './operationPlan.cts';
import * as shapes from './shapes.cts';
import { planUpload } from './uploads.cts';
import { wordsOf } from './words.cts';

export function planAnswer(drafts: Drafts, plan: OperationPlan): void {
	const { row, their } = plan;
	const theirs = successIn(their)?.schema;
	const json = successOf(drafts.contract, row);
	if (theirs === undefined) return;
	if (json === undefined) {
		drafts.addUnknown(theirs, row);
		plan.answer = { kind: isList(theirs) ? 'list' : 'record', path: [] };
		return;
	}
	const whole = resolve(drafts.contract, json.schema);
	const ourRows = isList(whole) ? [] : pathTo(drafts.contract, whole, 'rows');
	const ourRow = rowSchema(drafts.contract, row);
	const names = Object.keys(propertiesOf(drafts.contract, ourRow));
	const upload =
		row.operation['x-done'] !== undefined ||
		fieldsWithRole(drafts.contract, ourRow, 'taken').length > 0;
	if (upload) {
		plan.answer = { kind: 'record', path: planUploadAnswer(drafts, row, theirs, ourRow) };
		return;
	}
	const lists = shapes.rowsOf(drafts.api, theirs, names);
	const record = shapes.recordOf(drafts.api, theirs, names);
	const asList =
		ourRows !== undefined ? lists.best !== undefined : isRatherList(drafts, theirs, names);
	if (asList) planPaging(plan);
	if (asList) planList(drafts, plan, theirs, ourRow, ourRows, lists);
	else planRecord(drafts, plan, theirs, ourRow, record);
}

/** A list that we knew whole may come in pages. */
function planPaging({ row, their, parameters, parameterRoles }: OperationPlan): void {
	if (row.parameters.some((parameter) => parameter['x-role'] === 'page')) return;
	const free = new Set(parameters.onlyTheirs.map(({ key }) => key));
	const like = (pattern: RegExp) =>
		their.parameters.find(({ name }) => free.has(name) && pattern.test(wordsOf(name).join(' ')));
	const page = like(shapes.PAGE_PARAMETER);
	if (page === undefined) return;
	parameterRoles.set(page.name, 'page');
	const size = like(shapes.PAGE_SIZE_PARAMETER);
	if (size !== undefined) parameterRoles.set(size.name, 'pageSize');
}

/** A record of ours that the vendor gives as a list of one. */
function isRatherList(drafts: Drafts, theirs: Schema, names: string[]): boolean {
	if (isList(theirs)) return true;
	const [best] = shapes.rowsOf(drafts.api, theirs, names).all;
	if (best === undefined) return false;
	const inList = overlap(names, Object.keys(shapes.membersIn(drafts.api, best.schema.items)));
	const inObject = Math.max(
		...shapes
			.objectsIn(drafts.api, theirs)
			.map((place) => overlap(names, Object.keys(shapes.membersIn(drafts.api, place.schema)))),
		0,
	);
	return inList > inObject + 0.25;
}

function planList(
	drafts: Drafts,
	plan: OperationPlan,
	theirs: Schema,
	ourRow: Schema,
	ourRows: string[] | undefined,
	found: shapes.Choice<shapes.Place>,
): void {
	const { row } = plan;
	const chosen = choose(drafts, `role ${row.id}.rows`, found);
	if (chosen === undefined) return;
	plan.answer = { kind: 'list', path: chosen.path };
	const holderName = holderOf(drafts, theirs, chosen.path);
	const last = chosen.path.at(-1);
	if (last !== undefined && holderName !== undefined) {
		const whole = successOf(drafts.contract, row)?.schema ?? {};
		const ourHolder =
			ourRows === undefined || ourRows.length === 0
				? undefined
				: schemaAt(drafts.contract, whole, ourRows.slice(0, -1));
		const field =
			ourHolder === undefined ? undefined : fieldsWithRole(drafts.contract, ourHolder, 'rows')[0];
		drafts.add(ourHolder, holderName, row, {
			forced: new Map(field === undefined ? [] : [[field, last]]),
			roles: new Map([[last, 'rows']]),
			holds: [last, ourRow],
			envelope: true,
		});
		addWay(drafts, theirs, chosen.path.slice(0, -1), row);
		planCounts(drafts, row, theirs);
	}
	const element = shapes.objectName(drafts.api, chosen.schema.items);
	if (element !== undefined) drafts.add(ourRow, element, row, {});
	if (last !== undefined) drafts.addUnknown(theirs, row);
}

/** Where the answer tells how many rows there are, and on which page. */
function planCounts(drafts: Drafts, row: OperationRow, theirs: Schema): void {
	const counts = shapes.countsIn(drafts.api, theirs);
	for (const role of ['rowCount', 'page', 'pageSize'] as const) {
		const [only, ...more] = counts[role];
		const decided = drafts.pairs.get(`role ${row.id}.${role}`);
		const place =
			typeof decided === 'string'
				? { path: decided.split('.') }
				: decided === null || more.length > 0
					? undefined
					: only;
		if (more.length > 0 && decided === undefined && role === 'rowCount') {
			drafts.ask(`role ${row.id}.${role}`, [...counts[role].map(({ path }) => path.join('.'))]);
		}
		if (place === undefined) continue;
		const holder = holderOf(drafts, theirs, place.path);
		const name = place.path.at(-1);
		if (holder === undefined || name === undefined) continue;
		const ours = ourCountHolder(drafts, row, role);
		const known = drafts.of(holder);
		for (const draft of known) draft.roles.set(name, role);
		if (ours !== undefined && known.length === 0) {
			drafts.add(ours.holder, holder, row, {
				forced: new Map([[ours.field, name]]),
				roles: new Map([[name, role]]),
				envelope: true,
			});
		} else if (known.length === 0) {
			drafts.add(undefined, holder, row, { roles: new Map([[name, role]]), envelope: true });
		} else if (ours !== undefined) {
			const same = known.find((draft) => draft.ourName === nameOf(ours.holder));
			same?.forced.set(ours.field, name);
		}
	}
}

function ourCountHolder({ contract }: Drafts, row: OperationRow, role: string) {
	const whole = successOf(contract, row)?.schema ?? {};
	const path = isList(resolve(contract, whole)) ? undefined : pathTo(contract, whole, role);
	if (path === undefined || path.length < 2) return undefined;
	const holder = schemaAt(contract, whole, path.slice(0, -1));
	const [field] = fieldsWithRole(contract, holder, role);
	return field === undefined ? undefined : { holder, field };
}

function planRecord(
	drafts: Drafts,
	plan: OperationPlan,
	theirs: Schema,
	ourRow: Schema,
	found: shapes.Choice<shapes.Place>,
): void {
	const { row } = plan;
	const chosen = choose(drafts, `role ${row.id}.record`, found);
	if (chosen === undefined) {
		plan.answer = { kind: 'record', path: [] };
		return;
	}
	plan.answer = { kind: 'record', path: chosen.path };
	const name = shapes.objectName(drafts.api, chosen.schema);
	if (name !== undefined) drafts.add(ourRow, name, row, {});
	markRecord(drafts, theirs, chosen.path, row, ourRow);
}

function markRecord(
	drafts: Drafts,
	theirs: Schema,
	path: string[],
	row: OperationRow,
	ours: Schema,
): void {
	const last = path.at(-1);
	const holder = holderOf(drafts, theirs, path);
	if (last === undefined || holder === undefined) return;
	drafts.add(undefined, holder, row, {
		roles: new Map([[last, 'record']]),
		holds: [last, ours],
		envelope: true,
	});
	addWay(drafts, theirs, path.slice(0, -1), row);
}

function planUploadAnswer(
	drafts: Drafts,
	row: OperationRow,
	theirs: Schema,
	ourAnswer: Schema,
): string[] {
	const found = planUpload(
		drafts.contract,
		drafts.api,
		row,
		theirs,
		ourAnswer,
		drafts.decisions('role', row.id),
	);
	for (const { role, candidates, none } of found.questions) {
		drafts.ask(`role ${row.id}.${role}`, candidates, none);
	}
	if (found.name !== undefined) {
		drafts.add(ourAnswer, found.name, row, {
			forced: found.forced,
			roles: found.roles,
			envelope: true,
		});
	}
	if (found.entry !== undefined) {
		drafts.add(found.entry.ours, found.entry.their, row, {
			forced: found.entry.forced,
			roles: found.entry.roles,
			envelope: true,
		});
	}
	markRecord(drafts, theirs, found.path, row, ourAnswer);
	return found.path;
}

/** What an error says, in the body itself or in an object of it. */
export function planErrors(drafts: Drafts, { row, their }: OperationPlan): void {
	for (const [status, { schema }] of Object.entries(their.answers)) {
		if (status.startsWith('2') || schema === undefined) continue;
		const places = shapes.objectsIn(drafts.api, schema, 2);
		const place =
			places.find((candidate) => textsIn(drafts, candidate.schema).length > 0) ?? places[0];
		const name = shapes.objectName(drafts.api, place?.schema);
		if (place === undefined || name === undefined) continue;
		const ours = { $ref: '#/components/schemas/ErrorMessage' };
		const known = drafts.contract.components.schemas.ErrorMessage !== undefined;
		drafts.add(known ? ours : undefined, name, row, {
			roles: new Map(textsIn(drafts, place.schema).map((member) => [member, 'message'])),
			envelope: true,
		});
		markRecord(drafts, schema, place.path, row, ours);
	}
}

/** Members that say something in words. */
const textsIn = (drafts: Drafts, schema: Schema): string[] =>
	Object.entries(shapes.membersIn(drafts.api, schema))
		.filter(([, member]) => !isList(member) && member.$ref === undefined)
		.filter(([name]) => shapes.MESSAGE.test(wordsOf(name).join(' ')))
		.map(([name]) => name);

/** A choice, by decision, because it is sure, or by a question. */
function choose(
	drafts: Drafts,
	key: string,
	found: shapes.Choice<shapes.Place>,
): shapes.Place | undefined {
	const decided = drafts.pairs.get(key);
	const told = found.all.find(({ path }) => (path.join('.') || '.') === decided);
	if (told !== undefined) return told;
	if (!found.sure && found.best !== undefined) {
		drafts.ask(
			key,
			found.all.slice(0, 3).map(({ path }) => path.join('.') || '.'),
		);
	}
	return found.best;
}

function holderOf(drafts: Drafts, theirs: Schema, path: string[]): string | undefined {
	const holder = path
		.slice(0, -1)
		.reduce<
			Schema | undefined
		>((schema, name) => shapes.membersIn(drafts.api, schema)[name], theirs);
	return shapes.objectName(drafts.api, holder);
}

/** The objects on a way belong to nothing of ours. */
function addWay(drafts: Drafts, theirs: Schema, path: string[], row: OperationRow): void {
	for (let length = 0; length < path.length; length += 1) {
		const holder = holderOf(drafts, theirs, path.slice(0, length + 1));
		if (holder !== undefined) drafts.add(undefined, holder, row, { envelope: true });
	}
}
