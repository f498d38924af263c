import { elementOf } from '../endpoints.cts';
import {
	isList,
	jsonOf,
	propertiesOf,
	type Contract,
	type OperationRow,
	type Schema,
} from '../source.cts';
import { overlap } from './likeness.cts';
import { fieldsWithRole, ourMembers, theirMembers } from './named.cts';
import * as shapes from './shapes.cts';
import type { VendorApi } from './vendor.cts';
import { alike, wordsOf } from './words.cts';

type Forced = Map<string, string | null>;

/** Where an upload's answer says what was taken and what was not. */
export interface UploadPlan {
	path: string[];
	/** The vendor's schema with the counters. */
	name?: string;
	forced: Forced;
	roles: Map<string, string>;
	/** An entry of the list of those that were not taken. */
	entry?: { ours?: Schema; their: string; forced: Forced; roles: Map<string, string> };
	questions: Array<{ role: string; candidates: string[]; none?: true }>;
}

/** Counters are told apart by their words alone: one that is mistaken for the other reports a failure as done. */
export function planUpload(
	contract: Contract,
	api: VendorApi,
	row: OperationRow,
	theirs: Schema,
	ourAnswer: Schema,
	decided: ReadonlyMap<string, string | null>,
): UploadPlan {
	const place = placeOfCounters(
		api,
		theirs,
		Object.keys(propertiesOf(contract, ourAnswer)),
		decided,
	);
	const plan: UploadPlan = {
		path: place?.path ?? [],
		name: shapes.objectName(api, place?.schema),
		forced: new Map(),
		roles: new Map(),
		questions: [],
	};
	if (plan.name === undefined) return plan;
	const members = Object.entries(shapes.membersIn(api, place?.schema));
	const numbers = members.filter(([, schema]) => shapes.isCountMember(schema));
	const lists = members.filter(([, schema]) => isList(schema));
	const failed = numbers.filter(([name]) => isFailed(name));
	const taken = numbers.filter(([name]) => isTaken(name));
	const unclear = numbers.filter(([name]) => !isFailed(name) && !isTaken(name));
	const failures = lists.filter(
		([name]) => isFailed(name) || /\b(problem|fault)\b/.test(plainOf(name)),
	);
	const found = { failed, taken, failures };
	for (const role of ['taken', 'failed', 'failures'] as const) {
		const fields = fieldsWithRole(contract, ourAnswer, role);
		const names = found[role].map(([name]) => name);
		const wanted = decided.get(role);
		const known = wanted === null || members.some(([name]) => name === wanted?.split('.').at(-1));
		const told = known ? wanted : undefined;
		const name =
			told !== undefined ? told?.split('.').at(-1) : names.length === 1 ? names[0] : undefined;
		if (told === undefined && names.length > 1) {
			plan.questions.push({ role, candidates: names.map((one) => [...plan.path, one].join('.')) });
		}
		for (const [at, field] of fields.entries()) {
			plan.forced.set(field, at === 0 ? (name ?? names[0] ?? null) : null);
		}
		const chosen = name ?? names[0];
		if (chosen !== undefined) plan.roles.set(chosen, role);
	}
	const nothing = taken.length === 0 && failed.length === 0;
	if (nothing && unclear.length > 0 && !decided.has('taken') && !decided.has('failed')) {
		const candidates = unclear.map(([name]) => [...plan.path, name].join('.'));
		// A number that may count good and bad together says nothing of what was taken.
		plan.questions.push({ role: 'taken', candidates, none: true });
	}
	// What says something of it all; an answer may say it in more than one place.
	const texts = members
		.filter(([, schema]) => !isList(schema) && schema.$ref === undefined)
		.filter(([name, schema]) => !shapes.isCountMember(schema) && shapes.MESSAGE.test(plainOf(name)))
		.map(([name]) => name);
	for (const name of texts) plan.roles.set(name, 'message');
	const [field, ...more] = fieldsWithRole(contract, ourAnswer, 'message');
	const [text] = texts;
	if (field !== undefined && more.length === 0 && texts.length === 1 && text !== undefined) {
		plan.forced.set(field, text);
	}
	plan.entry = entryOf(contract, api, row, ourAnswer, plan);
	return plan;
}

const plainOf = (name: string) => wordsOf(name).join(' ');
const isFailed = (name: string) => shapes.FAILED.test(plainOf(name));
const isTaken = (name: string) => shapes.TAKEN.test(plainOf(name)) && !isFailed(name);

function placeOfCounters(
	api: VendorApi,
	theirs: Schema,
	ours: string[],
	decided: ReadonlyMap<string, string | null>,
): shapes.Place | undefined {
	const places = shapes.objectsIn(api, theirs);
	const told = decided.get('taken') ?? decided.get('failed');
	if (typeof told === 'string') {
		const holder = told.split('.').slice(0, -1).join('.');
		const place = places.find(({ path }) => path.join('.') === holder);
		if (place !== undefined) return place;
	}
	return shapes.choose(places, ({ path, schema }) => {
		const members = Object.entries(shapes.membersIn(api, schema));
		const counters = members.filter(
			([name, member]) => shapes.isCountMember(member) && (isFailed(name) || isTaken(name)),
		);
		return (
			counters.length +
			overlap(
				ours,
				members.map(([name]) => name),
			) -
			0.1 * path.length
		);
	}).best;
}

function entryOf(
	contract: Contract,
	api: VendorApi,
	row: OperationRow,
	ourAnswer: Schema,
	plan: UploadPlan,
): UploadPlan['entry'] {
	const [listName] = [...plan.roles].find(([, role]) => role === 'failures') ?? [];
	const list = api.schemas[plan.name ?? '']?.properties?.[listName ?? ''];
	const their = shapes.objectName(api, list?.items);
	if (their === undefined) return undefined;
	const [ourList] = fieldsWithRole(contract, ourAnswer, 'failures');
	const ours = Object.values(propertiesOf(contract, ourAnswer)).find(
		(member) => member['x-field'] === ourList,
	)?.items;
	const members = theirMembers(api, their).filter(
		({ schema }) => !isList(schema) && schema.$ref === undefined,
	);
	const body = jsonOf(contract, row.operation.requestBody)?.schema;
	const idNames =
		body === undefined
			? []
			: ourMembers(contract, elementOf(contract, body))
					.filter(({ schema }) => schema['x-role'] === 'id')
					.flatMap(({ names }) => names);
	const [keyField] = ours === undefined ? [] : fieldsWithRole(contract, ours, 'failureKey');
	const keys = members
		.filter(({ key }) => !shapes.NO_KEY.test(plainOf(key)))
		.map((member) => ({
			member,
			score: Math.max(
				shapes.FAILURE_KEY.test(plainOf(member.key)) ? 0.4 : 0,
				...[...idNames, keyField ?? ''].map((name) => alike(wordsOf(name), wordsOf(member.key))),
			),
		}))
		.filter(({ score }) => score >= 0.4)
		.sort((one, other) => other.score - one.score);
	const key = keys[0]?.member.key;
	const texts = members.filter(
		({ key: name }) => name !== key && shapes.FAILURE_TEXT.test(plainOf(name)),
	);
	const roles = new Map(texts.map((text) => [text.key, 'failureText']));
	if (key !== undefined) roles.set(key, 'failureKey');
	const forced: Forced = new Map();
	if (keyField !== undefined) forced.set(keyField, key ?? null);
	return { ours, their, forced, roles };
}
