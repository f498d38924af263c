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

/** Old entries fall out: a demo may poll for weeks. */
const KEPT = 20_000;

export class RequestLog {
	private entries: LoggedRequest[] = [];
	private count = 0;
	private readonly opened = new Set<LoggedRequest>();

	/** The most requests that were open at the same time since the log was cleared. */
	atOnce = 0;

	private readonly waiting: Array<{ count: number; resolve: () => void }> = [];

	open(request: Omit<LoggedRequest, 'n' | 'at' | 'status' | 'fault'>): LoggedRequest {
		this.count += 1;
		const at = new Date().toISOString();
		const headers = redacted(request.headers);
		const entry: LoggedRequest = { n: this.count, at, ...request, headers };
		this.entries.push(entry);
		this.opened.add(entry);
		this.atOnce = Math.max(this.atOnce, this.opened.size);
		for (const { count, resolve } of this.waiting) if (this.atOnce >= count) resolve();
		if (this.entries.length > KEPT * 1.1) this.entries = this.entries.slice(-KEPT);
		return entry;
	}

	/** Its answer is on the way, or will never be. */
	close(entry: LoggedRequest): void {
		this.opened.delete(entry);
	}

	/** Requests that are being worked on: what a client broke off may still take effect. */
	get atWork(): number {
		return this.opened.size;
	}

	/** Resolves when so many have been open at the same time. */
	async whenOpen(count: number): Promise<void> {
		if (this.atOnce >= count) return;
		await new Promise<void>((resolve) => this.waiting.push({ count, resolve }));
	}

	/** @param since only those with a greater running number */
	list(since = 0): readonly LoggedRequest[] {
		return since === 0 ? this.entries : this.entries.filter(({ n }) => n > since);
	}

	clear(): void {
		this.entries = [];
		this.atOnce = 0;
	}
}

function redacted(headers: LoggedRequest['headers']): LoggedRequest['headers'] {
	if (headers['x-api-key'] === undefined) return { ...headers };
	return { ...headers, 'x-api-key': '<redacted>' };
}
