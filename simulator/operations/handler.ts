import type { World } from '../state/world';

/** A request after authentication and the contract's checks: values have the contract's types. */
export interface Call {
	path: { [name: string]: unknown };
	query: { [name: string]: unknown };
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
export type FailedShape =
	| 'numbers'
	| 'strings'
	| 'objects'
	| 'objectsWithError'
	| 'nested'
	| 'countOnly';

export interface Answer {
	status: number;
	/** Undefined: an answer without a body. */
	body?: unknown;
	/** True when the answer shows records that were let in past the contract on purpose. */
	unchecked?: boolean;
}

/** What one operation does: the one way into the world for a request. */
export type Handler = (world: World, call: Call) => Answer;

/** An answer in the schema ErrorMessage, whose members Cash-In does not document. */
export function refuse(status: number, message: string): Answer {
	return { status, body: { Message: message, Code: status } };
}
