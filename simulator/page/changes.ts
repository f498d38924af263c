/* eslint-disable @n8n/community-nodes/no-restricted-globals -- changes that follow soon after each other are told together */
/** Tells whoever looks at the simulator that it may have changed: at most a few times a second, however busy it is. */
export class Changes {
	private readonly listeners = new Set<() => void>();
	private timer: NodeJS.Timeout | undefined;
	private isNews = false;

	/** Costs nothing while nobody looks. */
	readonly announce = (): void => {
		if (this.listeners.size === 0) return;
		this.isNews = true;
		// The first is told at once, and those that follow soon after together.
		if (this.timer === undefined) this.tell();
	};

	/** @returns ends it */
	subscribe(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private tell(): void {
		this.isNews = false;
		for (const listener of this.listeners) listener();
		this.timer = setTimeout(() => {
			this.timer = undefined;
			if (this.isNews) this.tell();
		}, APART_MS);
		this.timer.unref();
	}
}

const APART_MS = 250;

/** What only reads: nobody needs to look again after it. */
const READING = new Set<unknown>([
	'state',
	'invoices',
	'allocations',
	'messages',
	'documents',
	'requests',
	'faults',
	'violations',
]);

/** The same functions, which announce a change after each call, whoever calls them. */
export function announcing<Functions extends object>(
	functions: Functions,
	announce: () => void,
): Functions {
	return new Proxy(functions, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, receiver);
			if (typeof member !== 'function' || READING.has(name)) return member;
			return (...given: unknown[]): unknown => {
				try {
					return Reflect.apply(member, target, given);
				} finally {
					announce();
				}
			};
		},
	});
}
