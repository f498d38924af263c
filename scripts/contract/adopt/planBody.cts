import { bodyListOf, elementOf } from '../endpoints.cts';
import { isList, jsonOf, propertiesOf, type Schema } from '../source.cts';
import type { Draft, Drafts, Forced } from './drafts.cts';
import { assign, overlap } from './likeness.cts';
import { ourMembers, ourParameters, theirMembers } from './named.cts';
import { isKey, type OperationPlan } from './operationPlan.cts';
import * as shapes from './shapes.cts';
import { readTitle } from './words.cts';

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
	moveIntoBody(drafts, plan, draft, list);
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
function moveIntoBody(drafts: Drafts, plan: OperationPlan, draft: Draft, list: boolean): void {
	if (list) return;
	const { row, parameters } = plan;
	const lost = row.parameters.filter(
		(parameter) =>
			isKey(row, parameter) && parameters.onlyOurs.some(({ key }) => key === parameter['x-field']),
	);
	const decisions = drafts.decisions('parameter', row.id);
	for (const [named] of lost.map((parameter) => ourParameters([parameter]))) {
		if (named === undefined) continue;
		const wanted = decisions.get(named.key);
		const members = theirMembers(drafts.api, draft.their);
		const told = typeof wanted === 'string' ? wanted.replace(/^body /, '') : undefined;
		const found = assign(
			[{ ...named, important: true }],
			members,
			readTitle(row.title).nouns,
			drafts.memory,
			new Map(told === undefined ? [] : [[named.key, told]]),
		);
		const [pair] = found.pairs;
		const [doubt] = found.doubts;
		const member = pair?.their.key;
		if (member !== undefined) plan.inBody.set(named.key, member);
		else if (doubt !== undefined) {
			drafts.ask(
				`parameter ${row.id}.${named.key}`,
				doubt.candidates.map(({ their }) => `body ${their.key}`),
			);
		}
		if (member !== undefined && !draft.forced.has(named.key)) {
			const same = fieldsOf(drafts, draft.our).includes(named.key);
			if (same) draft.forced.set(named.key, member);
		}
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
