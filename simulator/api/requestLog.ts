/** One request as it arrived on the wire, and what became of it. */
export interface LoggedRequest {
	/** Running number from 1; survives the log being cleared, so that "since" always means the same. */
	n: number;
	/** ISO date-time by the machine's clock, not the simulated one. */
	at: string;
	method: string;
	/** With the base path, without the query: `/v2/salesinvoices`. */
	path: string;
	/** The query as it was sent, before any value was turned into its type. */
	query: { [name: string]: unknown };
	/** The API key's value is replaced by `<redacted>`. */
	headers: { [name: string]: string | string[] | undefined };
	/** The body's bytes, as UTF-8 text. */
	rawBody: string;
	/** Undefined for a path the contract does not know. */
	operationId?: string;
	/** The HTTP status answered; undefined while, or when, nothing was. */
	status?: number;
	/** The kind of the injected fault that met this request. */
	fault?: string;
}

export interface RequestLog {
	open(request: Omit<LoggedRequest, 'n' | 'at' | 'status' | 'fault'>): LoggedRequest;
	/** Its answer is on the way, or will never be. */
	close(entry: LoggedRequest): void;
	/** Requests that are being worked on: what a client broke off may still take effect. */
	readonly atWork: number;
	/** The most requests that were open at the same time since the log was cleared. */
	readonly atOnce: number;
	/** Resolves when so many have been open at the same time. */
	whenOpen(count: number): Promise<void>;
	/** @param since only those with a greater running number */
	list(since?: number): readonly LoggedRequest[];
	clear(): void;
}

/** Old entries fall out: a demo may poll for weeks. */
const KEPT = 20_000;

export function createRequestLog(): RequestLog {
	let entries: LoggedRequest[] = [];
	let count = 0;
	const open = new Set<LoggedRequest>();
	let atOnce = 0;
	const waiting: Array<{ count: number; resolve: () => void }> = [];
	return {
		open: (request) => {
			count += 1;
			const entry: LoggedRequest = {
				n: count,
				at: new Date().toISOString(),
				...request,
				headers: redacted(request.headers),
			};
			entries.push(entry);
			open.add(entry);
			atOnce = Math.max(atOnce, open.size);
			for (const { count: wanted, resolve } of waiting) if (atOnce >= wanted) resolve();
			if (entries.length > KEPT * 1.1) entries = entries.slice(-KEPT);
			return entry;
		},
		close: (entry) => open.delete(entry),
		get atWork() {
			return open.size;
		},
		get atOnce() {
			return atOnce;
		},
		whenOpen: async (wanted) => {
			if (atOnce >= wanted) return;
			await new Promise<void>((resolve) => waiting.push({ count: wanted, resolve }));
		},
		list: (since = 0) => (since === 0 ? entries : entries.filter((entry) => entry.n > since)),
		clear: () => {
			entries = [];
			atOnce = 0;
		},
	};
}

function redacted(headers: LoggedRequest['headers']): LoggedRequest['headers'] {
	if (headers['x-api-key'] === undefined) return { ...headers };
	return { ...headers, 'x-api-key': '<redacted>' };
}
