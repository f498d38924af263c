/** A mistake in the credential; the message is for the person who filled it in. */
export class ConnectionProblem extends Error {}

/** A value that cannot be sent as it is; the message says which, and what to do. */
export class InputProblem extends Error {}

/** A request that is larger than one text can be: nothing was sent. */
export class RequestTooLarge extends InputProblem {}

/**
 * What became of a request that failed:
 * `refused` – Cash-In answered and took nothing; `unknown` – it may or may not have been processed.
 */
export type Outcome = 'refused' | 'unknown';
