import type { World } from './world';

export type JsonObject = { [member: string]: unknown };

/**
 * A request after authentication and the contract's checks, in names of ours. Values have the contract's types;
 * members that the contract does not know keep their own names.
 */
export interface Call {
	/** What it asks by, wherever the contract has it: in the path, the query or the body. */
	parameters: JsonObject;
	/** The things it holds: the elements of a list, or the one thing that the body is. */
	items: readonly JsonObject[];
	/** The one thing that the body is, or what is beside the list in it; empty for a body that is a list. */
	body: JsonObject;
	/** The order it asks for. */
	order: Order;
	names: Names;
	/** The access token it came with; known, and allowed to call this operation. */
	key: string;
	/** Set by the fault `partialFailure`: which invoices are not taken, and how the answer says so. */
	refusal?: Refusal;
}

/** The order of a list, as it is asked for. */
export interface Order {
	by?: {
		/** As it was written. */
		name: string;
		/** The fields on the way to the member; undefined for one that the contract does not know. */
		path: readonly string[] | undefined;
	};
	/** `asc` or `desc`, as it was written. */
	direction?: unknown;
	/** The API's names of the two, for messages. */
	names: { by: string; direction: string };
}

/** The API's names of what a request holds, for messages. */
export interface Names {
	parameter(field: string): string;
	/** A member of one of its things, or one inside of it: `Debtor.Name`. */
	member(...fields: string[]): string;
	/** The same, without what is around it: `Name`. */
	inner(...fields: string[]): string;
}

export interface Refusal {
	invoiceNumbers: ReadonlySet<string>;
	shape: FailedShape;
}

/** The plausible shapes of FailedInvoices, which the documentation does not show. */
export const FAILED_SHAPES = [
	'numbers',
	'strings',
	'objects',
	'objectsWithError',
	'nested',
	'countOnly',
] as const;

export type FailedShape = (typeof FAILED_SHAPES)[number];

/** Something of an upload that was not taken. */
export interface Failure {
	/** The field that it is known by. */
	field: string;
	/** What stands there, as it was sent. */
	key: unknown;
	reason: string;
}

/** An answer in names of ours; how it is laid out is for the contract to say. */
export type Answer = ListAnswer | RecordAnswer | RefusedAnswer;

export interface ListAnswer {
	kind: 'list';
	/** All of them, in order: the page that was asked for is cut out of them. */
	rows: readonly object[];
	/** How a row is shown; called for those of the page alone. */
	show(row: object): object;
	/** Tells a row that was let in past the contract on purpose. */
	isUnchecked(row: object): boolean;
}

export interface RecordAnswer {
	kind: 'record';
	/** Where the contract has it; otherwise the answer has the contract's own. */
	status: number;
	fields: JsonObject;
	/** What is said of it all. */
	message?: string;
	/** How many things were taken, and those that were not. */
	counts?: {
		taken: number;
		failures: readonly Failure[];
		/** True: shown where the contract requires it alone. */
		isQuiet: boolean;
		shape?: FailedShape;
	};
	/** True when it shows what the contract does not have, on purpose. */
	unchecked?: boolean;
}

export interface RefusedAnswer {
	kind: 'refused';
	status: number;
	message: string;
}

/** Answers one operation. */
export type Handler = (world: World, call: Call) => Answer;

/** The handlers of a subject, by operationId. */
export type Handlers = { [operationId: string]: Handler };

/** @param how `show`: how a row is shown; `isUnchecked`: one that was let in past the contract on purpose */
export function list<Row extends object>(
	rows: readonly Row[],
	how: { show?: (row: Row) => object; isUnchecked?: (row: Row) => boolean } = {},
): ListAnswer {
	const { show = (row: Row) => row, isUnchecked = () => false } = how;
	return {
		kind: 'list',
		rows,
		show: (row) => show(row as Row),
		isUnchecked: (row) => isUnchecked(row as Row),
	};
}

/** One thing. */
export function record(fields: object, status = 200): RecordAnswer {
	return { kind: 'record', status, fields: { ...fields } };
}

/** Something was done, to so many things. */
export function done(
	message: string,
	{
		fields = {},
		status = 200,
		taken = 1,
	}: { fields?: JsonObject; status?: number; taken?: number } = {},
): RecordAnswer {
	return {
		kind: 'record',
		status,
		fields,
		message,
		counts: { taken, failures: [], isQuiet: true },
	};
}

/** What became of an upload. */
export function uploaded(
	message: string,
	taken: number,
	failures: readonly Failure[],
	fields: JsonObject = {},
): RecordAnswer {
	return {
		kind: 'record',
		status: 202,
		fields,
		message,
		counts: { taken, failures, isQuiet: false },
	};
}

export function refuse(status: number, message: string): RefusedAnswer {
	return { kind: 'refused', status, message };
}

/** @param what such as `Invoice 1042` */
export function notFound(what: string): RefusedAnswer {
	return refuse(404, `${what} was not found.`);
}

/**
 * Takes what can be taken of an upload and lists the rest, after the pattern of the one that is documented,
 * for invoices.
 *
 * @param words `one`: an item, in the message that there is none; `key`: the field that names an item that failed
 * @param take takes one, or returns the reason why it cannot
 */
export function upload(
	items: readonly JsonObject[],
	words: { one: string; key: string },
	take: (item: JsonObject) => string | undefined,
): Answer {
	if (items.length === 0) return refuse(400, `There is no ${words.one} in the request.`);
	const failures = items.flatMap((item): Failure[] => {
		const reason = take(item);
		if (reason === undefined) return [];
		return [{ field: words.key, key: item[words.key] ?? null, reason }];
	});
	const taken = items.length - failures.length;
	return uploaded(`Taken: ${taken}. Failed: ${failures.length}.`, taken, failures);
}

/** Without the members that are undefined: in a merge they would overwrite. */
export function given(members: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Tells whether a member that must be given is not. */
export function isMissing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** The sentence that one of two parameters must be given. */
export function eitherOf(names: Names, one: string, other: string): string {
	return `${names.parameter(one)} or ${names.parameter(other)} is required.`;
}
