/** An object as it came. */
export type Json = Record<string, unknown>;

/** A request that a workflow has sent to a host. */
export interface StandInRequest {
	method: string;
	/** Without the query. */
	path: string;
	query: Record<string, string>;
	body: Json;
	headers: Record<string, string | string[] | undefined>;
}

export interface StandInAnswer {
	/** 200 where there is none. */
	status?: number;
	/** JSON, or plain text. */
	body: object | string;
}

/** What plays a host. */
export type Answer = (request: StandInRequest) => StandInAnswer;

/** A route of a stand-in: its handler gets what the groups of the pattern found. */
export type Route = [
	method: string,
	path: RegExp,
	handle: (found: string[], request: StandInRequest) => StandInAnswer,
];

/** The first route that fits, or undefined. */
export function routed(
	routes: Route[],
	path: string,
	request: StandInRequest,
): StandInAnswer | undefined {
	for (const [method, pattern, handle] of routes) {
		const match = method === request.method ? pattern.exec(path) : null;
		if (match) return handle(match.slice(1), request);
	}
	return undefined;
}

/** Calls a webhook of n8n, which must take the message. */
export async function callWebhook(
	address: string,
	body: string,
	headers: Record<string, string>,
): Promise<void> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	if (!response.ok) throw new Error(`n8n answered ${response.status} to the message`);
}
