import { bodyListOf, elementOf } from '../endpoints.cts';
import { isList, jsonOf, propertiesOf, type Parameter, type Schema } from '../source.cts';
import type { Draft, Drafts, Forced } from './drafts.cts';
import { assign, overlap } from './likeness.cts';
import { ourMembers, ourParameters, theirMembers } from './named.cts';
import { isKey, type OperationPlan } from './operationPlan.cts';
import * as shapes from './shapes.cts';
import { readTitle, wordsOf } from './words.cts';

export function planBody(drafts: Drafts, plan: OperationPlan): void {
	const { row, their } = plan;
	const ours = jsonOf(drafts.contract, row.operation.requestBody)?.schema;
	const theirs = their.body?.schema;
	if (theirs === undefined) {
		if (ours !== undefined) moveOutOfBody(drafts, plan, ours);
		return;
	}
	const ourElement = ours === undefined ? undefined : elementOf(drafts.contract, ours);
	const names =
		ourElement === undefined ? [] : Object.keys(propertiesOf(drafts.contract, ourElement));
	const decided = drafts.pairs.get(`role ${row.id}.items`);
	const { place, list } = bodyElement(drafts, theirs, names, decided);
	if (place.path.length > 1) {
		plan.problems.push(
			`its body holds what is sent in ${place.path.join('.')}, deeper than the node can put it`,
		);
		return;
	}
	const element = list ? (place.schema.items ?? {}) : place.schema;
	plan.body = { list: list ? place.path : undefined, element, ours: ourElement ?? {} };
	const [items] = place.path;
	const wrapper = shapes.objectName(drafts.api, theirs);
	if (items !== undefined && wrapper !== undefined) {
		const wrapped = ours === undefined ? undefined : bodyListOf(drafts.contract, ours);
		const forced: Forced = new Map(wrapped?.field === undefined ? [] : [[wrapped.field, items]]);
		drafts.add(wrapped === undefined ? undefined : ours, wrapper, row, {
			forced,
			roles: new Map([[items, 'items']]),
			holds: [items, ourElement],
			envelope: true,
		});
	}
	const name = shapes.objectName(drafts.api, element);
	if (name === undefined) return;
	const draft = drafts.add(ourElement, name, row, {});
	if (!list) {
		if (ours === undefined) moveCriteria(drafts, plan, draft);
		else moveKeys(drafts, plan, draft);
	}
	if (ourElement !== undefined) moveOutOfBody(drafts, plan, ourElement, draft);
}

/** What is sent: one element of a list, bare or wrapped, or the whole. */
function bodyElement(
	drafts: Drafts,
	theirs: Schema,
	names: string[],
	decided: string | null | undefined,
) {
	const whole = { place: { path: [] as string[], schema: theirs }, list: isList(theirs) };
	if (isList(theirs)) return whole;
	if (typeof decided === 'string') {
		const path = decided.split('.');
		const schema = path.reduce<Schema>(
			(holder, name) => shapes.membersIn(drafts.api, holder)[name] ?? {},
			theirs,
		);
		return { place: { path, schema }, list: isList(schema) };
	}
	const fits = (schema: Schema | undefined) =>
		overlap(names, Object.keys(shapes.membersIn(drafts.api, schema)));
	const own = fits(theirs);
	const lists = shapes.listsIn(drafts.api, theirs).map((place) => ({
		place,
		list: true,
		score: fits(place.schema.items) - 0.05 * place.path.length,
	}));
	const objects = shapes
		.objectsIn(drafts.api, theirs, 2)
		.slice(1)
		.map((place) => ({ place, list: false, score: fits(place.schema) - 0.1 }));
	const [best] = [...lists, ...objects].sort((one, other) => other.score - one.score);
	return best !== undefined && best.score > own + 0.05 ? best : whole;
}

/** A key of ours in the path or the query that the vendor has in the body. */
function moveKeys(drafts: Drafts, plan: OperationPlan, draft: Draft): void {
	const { row } = plan;
	const keys = row.parameters.filter((parameter) => isKey(row, parameter));
	moveIntoBody(drafts, plan, draft, keys);
}

/** A search: what we ask by in the address stands in the body, the page of the list too. */
function moveCriteria(drafts: Drafts, plan: OperationPlan, draft: Draft): void {
	const { row } = plan;
	const roles = new Map<string, string>();
	const names = theirMembers(drafts.api, draft.their).map(({ key }) => key);
	for (const [role, pattern] of shapes.PAGING_PARAMETERS) {
		const field = row.parameters.find((parameter) => parameter['x-role'] === role)?.['x-field'];
		const [only, ...more] = names.filter((name) => pattern.test(wordsOf(name).join(' ')));
		if (field !== undefined && only !== undefined && more.length === 0) roles.set(field, only);
	}
	moveIntoBody(drafts, plan, draft, row.parameters, roles);
}

function moveIntoBody(
	drafts: Drafts,
	plan: OperationPlan,
	draft: Draft,
	which: readonly Parameter[],
	sure: ReadonlyMap<string, string> = new Map(),
): void {
	const { row, parameters } = plan;
	const lost = which.filter(({ 'x-field': field }) =>
		parameters.onlyOurs.some(({ key }) => key === field),
	);
	const decided = new Map<string, string | null>(sure);
	for (const [field, told] of drafts.decisions('parameter', row.id)) {
		decided.set(field, told === null ? null : told.replace(/^body /, ''));
	}
	const ours = ourParameters(lost).map((named) => ({
		...named,
		important: lost.some(
			(parameter) => parameter['x-field'] === named.key && isKey(row, parameter),
		),
	}));
	const found = assign(
		ours,
		theirMembers(drafts.api, draft.their),
		readTitle(row.title).nouns,
		drafts.memory,
		decided,
	);
	const same = fieldsOf(drafts, draft.our);
	for (const { our, their } of found.pairs) {
		plan.inBody.set(our.key, their.key);
		if (same.includes(our.key) && !draft.forced.has(our.key)) draft.forced.set(our.key, their.key);
	}
	for (const { our, candidates } of found.doubts) {
		drafts.ask(
			`parameter ${row.id}.${our.key}`,
			candidates.map(({ their }) => `body ${their.key}`),
		);
	}
}

/** A required parameter of the vendor's that is a member of our body. */
function moveOutOfBody(drafts: Drafts, plan: OperationPlan, ours: Schema, draft?: Draft): void {
	const { row, their, parameters } = plan;
	const required = parameters.onlyTheirs.filter(({ key }) =>
		their.parameters.some(({ name, required: must }) => name === key && must),
	);
	if (required.length === 0) return;
	const body = ourMembers(drafts.contract, ours);
	const found = assign(body, required, readTitle(row.title).nouns, drafts.memory, new Map());
	for (const { our, their: parameter } of found.pairs) {
		plan.outOfBody.set(our.key, parameter.key);
		draft?.forced.set(our.key, null);
	}
}

const fieldsOf = (drafts: Drafts, schema: Schema | undefined): string[] =>
	schema === undefined
		? []
		: Object.values(propertiesOf(drafts.contract, schema)).map((member) => member['x-field'] ?? '');
