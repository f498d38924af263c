import type { World } from './world';

export type JsonObject = { [member: string]: unknown };

/** A request after authentication and the contract's checks: values have the contract's types. */
export interface Call {
	path: JsonObject;
	query: JsonObject;
	/** The parsed JSON body; undefined when there was none. */
	body: unknown;
	/** The access token it came with; known, and allowed to call this operation. */
	key: string;
	/** Set by the fault `partialFailure`: which invoices are not taken, and how the answer says so. */
	refusal?: Refusal;
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

export interface Answer {
	status: number;
	/** Undefined: an answer without a body. */
	body?: unknown;
	/** True when the answer shows records that were let in past the contract on purpose. */
	unchecked?: boolean;
}

/** Answers one operation. */
export type Handler = (world: World, call: Call) => Answer;

/** The handlers of a subject, by operationId. */
export type Handlers = { [operationId: string]: Handler };

export function ok(body: unknown): Answer {
	return { status: 200, body };
}

/** An answer in the schema ErrorMessage, whose members Cash-In does not document. */
export function refuse(status: number, message: string): Answer {
	return { status, body: { Message: message, Code: status } };
}

/** @param what such as `Invoice 1042` */
export function notFound(what: string): Answer {
	return refuse(404, `${what} was not found.`);
}

/**
 * Takes what can be taken of an upload and lists the rest, after the pattern of the one that is documented,
 * for invoices.
 *
 * @param words `one`: an item, in the message that there is none; `counted` as in the members' names, `Items`
 *   gives UploadedItemsCount; `key`: the member that names an item that failed
 * @param take takes one, or returns the reason why it cannot
 */
export function upload<Item extends JsonObject>(
	items: readonly Item[] | null | undefined,
	words: { one: string; counted: string; key: string },
	take: (item: Item) => string | undefined,
): Answer {
	if (!items?.length) return refuse(400, `There is no ${words.one} in the request.`);
	const failed = items.flatMap((item) => {
		const reason = take(item);
		if (reason === undefined) return [];
		return [{ [words.key]: item[words.key] ?? null, StatusDescription: reason }];
	});
	const taken = items.length - failed.length;
	const StatusDescription = `Taken: ${taken}. Failed: ${failed.length}.`;
	return {
		status: 202,
		body: { StatusDescription, ...uploadCounts(words.counted, taken, failed) },
	};
}

/** The members of an upload's answer that count what was taken and list the rest. */
export function uploadCounts(counted: string, taken: number, failed: readonly JsonObject[]) {
	return {
		[`Uploaded${counted}Count`]: taken,
		[`Failed${counted}Count`]: failed.length,
		[`Failed${counted}`]: failed.length === 0 ? null : failed,
	};
}

/** Without the members that are undefined: in a merge they would overwrite. */
export function given(members: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Tells whether a member that must be given is not. */
export function isMissing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
