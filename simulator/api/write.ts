import { membersOf, type Node } from '../checks';
import type { AnswerLayout, Contract, Operation } from '../contract';
import { formOf, sampleOf } from '../fitting';
import { fieldOf, namesWithRole } from '../wire';
import type {
	Answer,
	FailedShape,
	Failure,
	JsonObject,
	ListAnswer,
	RecordAnswer,
} from '../world/handler';
import type { Paging } from './read';

/** An answer as the API gives it. */
export interface WireAnswer {
	status: number;
	/** Undefined: an answer without a body. */
	body?: unknown;
	/** True when it is not to be held against the contract. */
	unchecked?: boolean;
	/** The rows in it, of an answer that is a list. */
	rows?: readonly JsonObject[];
}

/** Members of a list's answer that say something of the answer itself, by their fields. */
export type Extras = { [field: string]: unknown };

export type Writer = ReturnType<typeof createWriter>;

/** Lays answers out as the contract has them: envelopes by roles, members by fields. */
export function createWriter(contract: Contract) {
	const { document, wire } = contract;

	const refuse = (
		operation: Operation | undefined,
		status: number,
		message: string,
	): WireAnswer => {
		const listed = operation && answerAt(operation, status);
		if (listed !== undefined && listed.schema === undefined) return { status };
		const layout = listed ?? (operation && anyError(operation));
		const schema = layout?.schema ?? contract.errors;
		const texts = namesWithRole(document, schema, 'message');
		const { members } = membersOf(document, schema);
		const own = texts.find((name) => members.get(name)?.['x-field'] === 'message');
		const text = own ?? texts[0] ?? 'message';
		const known = fitted({ [text]: message }, schema, { code: status });
		// A document seldom lists all the errors there are.
		return { status, body: known, unchecked: listed === undefined };
	};

	/** The members of an object that are given, in the contract's order, those known by a field, and those required. */
	const inOrder = (schema: Node, record: Node): Node => {
		const names = [...membersOf(document, schema).members.keys()].filter((name) => name in record);
		return { ...Object.fromEntries(names.map((name) => [name, record[name]])), ...record };
	};

	const fitted = (given: Node, schema: Node, byField: Extras): Node => {
		const { members } = membersOf(document, schema);
		const { required } = formOf(document, schema);
		const whole: Node = {};
		for (const [name, member] of members) {
			const field = fieldOf(name, member);
			if (given[name] !== undefined) whole[name] = given[name];
			else if (byField[field] !== undefined)
				whole[name] = wire.toWire(member, byField[field], true);
			else if (required.includes(name)) whole[name] = sampleOf(document, member);
		}
		return members.size === 0 ? { ...given } : whole;
	};

	/** Puts values where their paths say. */
	const around = (
		{ schema = {}, example }: AnswerLayout,
		values: ReadonlyArray<readonly [path: readonly string[], value: unknown]>,
		extras: Extras,
	): unknown => {
		const put = (node: Node, depth: number, inside: typeof values, like: unknown): unknown => {
			const whole = inside.find(([path]) => path.length === depth);
			if (whole !== undefined) return whole[1];
			const here = new Set(inside.map(([path]) => path[depth] ?? ''));
			const { members } = membersOf(document, node);
			const given: Node = {};
			for (const name of here) {
				const deeper = inside.filter(([path]) => path[depth] === name);
				given[name] = put(members.get(name) ?? {}, depth + 1, deeper, memberOf(like, name));
			}
			for (const name of formOf(document, node).required) {
				const shown = memberOf(like, name);
				if (given[name] === undefined && shown !== undefined && !knows(members, name, extras)) {
					given[name] = shown;
				}
			}
			return fitted(given, node, extras);
		};
		return put(schema, 0, values, example);
	};

	const listBody = (
		layout: AnswerLayout,
		rows: readonly unknown[],
		counts: { page: number; size: number; total: number },
		extras: Extras,
	): unknown => {
		if (layout.list === undefined) return undefined;
		const { rows: at, rowCount, page, pageSize } = layout.list;
		const values = [
			[at, rows],
			[rowCount, counts.total],
			[page, counts.page],
			[pageSize, counts.size],
		] as const;
		const known = values.flatMap(([path, value]) =>
			path === undefined ? [] : [[path, value] as const],
		);
		return around(layout, known, { ...extras, count: rows.length });
	};

	const writeList = (
		operation: Operation,
		answer: ListAnswer,
		paging: Paging,
		extras: Extras,
	): WireAnswer => {
		const [status, layout] = successOf(operation, 200);
		const { page, index, size = Math.max(1, answer.rows.length) } = paging;
		const cut =
			paging.size === undefined ? answer.rows : answer.rows.slice(index * size, (index + 1) * size);
		const unchecked = cut.some((row) => answer.isUnchecked(row));
		const show = (schema: Node) => (row: object) =>
			wire.toWire(schema, answer.show(row), !unchecked) as JsonObject;
		if (layout.schema === undefined) return { status };
		if (layout.list === undefined) {
			// The contract has one thing where the world has a list.
			const [first] = cut;
			if (first === undefined) return refuse(operation, 404, 'There is no such thing.');
			const only = show(layout.record)(first);
			return { status, unchecked, body: around(layout, [[layout.at, only]], extras) };
		}
		const rows = cut.map(show(layout.list.row));
		const counts = { page, size, total: answer.rows.length };
		return { status, unchecked, rows, body: listBody(layout, rows, counts, extras) };
	};

	const writeRecord = (operation: Operation, answer: RecordAnswer, extras: Extras): WireAnswer => {
		const [status, layout] = successOf(operation, answer.status);
		const { unchecked = false } = answer;
		if (layout.schema === undefined) return { status };
		const schema = layout.list?.row ?? layout.record;
		const told = toldIn(operation, answer, schema);
		const members = wire.toWire(schema, answer.fields, !unchecked) as Node;
		// The roles come after: required members of theirs were made up before.
		const only = inOrder(schema, { ...members, ...told });
		if (layout.list !== undefined) {
			const counts = { page: 1, size: 1, total: 1 };
			return { status, unchecked, rows: [only], body: listBody(layout, [only], counts, extras) };
		}
		return { status, unchecked, body: around(layout, [[layout.at, only]], extras) };
	};

	/** What an answer to a write says by role. */
	const toldIn = (operation: Operation, { message, counts }: RecordAnswer, schema: Node): Node => {
		const told: Node = {};
		const { members } = membersOf(document, schema);
		const { required } = formOf(document, schema);
		const say = (role: string, value: unknown, isQuiet = false) => {
			const [name] = namesWithRole(document, schema, role);
			if (name === undefined || value === undefined) return;
			if (isQuiet && !required.includes(name)) return;
			told[name] = wire.toWire(members.get(name) ?? {}, value, true);
		};
		say('message', message);
		if (counts === undefined) return told;
		const { taken, failures, isQuiet, shape } = counts;
		say('taken', taken, isQuiet);
		say('failed', failures.length, isQuiet);
		const [list] = namesWithRole(document, schema, 'failures');
		if (list === undefined || (isQuiet && !required.includes(list))) return told;
		const holder = members.get(list) ?? {};
		const listed = entriesOf(operation, holder, failures, shape);
		const isNone = listed === null || listed.length === 0;
		told[list] = isNone ? (formOf(document, holder).nullable ? null : []) : listed;
		return told;
	};

	const entriesOf = (
		operation: Operation,
		holder: Node,
		failures: readonly Failure[],
		shape: FailedShape = 'objects',
	): unknown[] | null => {
		const entry = membersOf(document, holder).items ?? {};
		const [text = 'message', ...texts] = namesWithRole(document, entry, 'failureText');
		const [details = 'details'] = namesWithRole(document, contract.errors, 'details');
		const [words = text] = namesWithRole(document, contract.errors, 'message');
		const shapes: { [shape in FailedShape]: (failure: Failure, name: string) => unknown } = {
			numbers: ({ key }) => Number(key),
			strings: ({ key }) => String(key),
			objects: ({ key, reason }, name) => ({ [name]: key, [text]: reason }),
			objectsWithError: ({ key, reason }, name) => ({ [name]: key, [texts[0] ?? text]: reason }),
			nested: ({ key, reason }, name) => ({
				Invoice: { [name]: key },
				[details]: [{ [words]: reason }],
			}),
			countOnly: () => undefined,
		};
		if (shape === 'countOnly') return null;
		return failures.map((failure) => {
			const shown = shapes[shape](failure, keyName(operation, entry, failure.field));
			return shape === 'objects' ? fittedEntry(entry, shown as Node) : shown;
		});
	};

	/** Values as the entry wants them, and what it requires. */
	const fittedEntry = (entry: Node, shown: Node): Node =>
		wire.toWire(entry, wire.toFields(entry, shown), true) as Node;

	/**
	 * How an entry calls what it is known by: as the contract says, and where that is our guess alone, as the thing
	 * itself calls it.
	 */
	const keyName = (operation: Operation, entry: Node, field: string): string => {
		const { members } = membersOf(document, entry);
		const own = [...members].find(([name, member]) => fieldOf(name, member) === field);
		if (own !== undefined) return own[0];
		const [key] = namesWithRole(document, entry, 'failureKey');
		const isGuess = members.get(key ?? '')?.['x-evidence'] === 'inferred';
		if (key !== undefined && !isGuess) return key;
		return wire.namesOf(operation.body?.element ?? {}, [field])[0] ?? field;
	};

	return {
		refuse,
		listBody,
		write: (operation: Operation, answer: Answer, paging: Paging, extras: Extras): WireAnswer => {
			if (answer.kind === 'refused') return refuse(operation, answer.status, answer.message);
			if (answer.kind === 'list') return writeList(operation, answer, paging, extras);
			return writeRecord(operation, answer, extras);
		},
	};
}

function memberOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Node)[name] : undefined;
}

function knows(members: ReadonlyMap<string, Node>, name: string, extras: Extras): boolean {
	return extras[fieldOf(name, members.get(name) ?? {})] !== undefined;
}

function answerAt({ answers }: Operation, status: number): AnswerLayout | undefined {
	return answers.get(String(status)) ?? answers.get('default');
}

function anyError({ answers }: Operation): AnswerLayout | undefined {
	return [...answers].find(
		([status, { schema }]) => /^[45]/.test(status) && schema !== undefined,
	)?.[1];
}

const NOTHING: AnswerLayout = {
	schema: undefined,
	example: undefined,
	list: undefined,
	at: [],
	record: {},
};

/** The answer that says that it went well, of that status where the contract has it. */
export function successOf({ answers }: Operation, status: number): [number, AnswerLayout] {
	const own = answers.get(String(status));
	if (own !== undefined) return [status, own];
	const good = [...answers].filter(([each]) => /^2\d\d$/.test(each));
	const [found] = [...good.filter(([, { schema }]) => schema !== undefined), ...good];
	if (found !== undefined) return [Number(found[0]), found[1]];
	return [status, answers.get('default') ?? NOTHING];
}
