/**
 * Does something for each of a list, begun in its order, with at most `limit` under way. Nothing further is begun once
 * `goOn` says no or one has thrown; what is under way is awaited.
 * @throws the first of what `work` threw
 */
export async function forEachLimit<T>(
	list: readonly T[],
	limit: number,
	goOn: () => boolean,
	work: (one: T) => Promise<void>,
): Promise<void> {
	const rest = list.values();
	const thrown: unknown[] = [];
	const lane = async () => {
		while (thrown.length === 0 && goOn()) {
			const next = rest.next();
			if (next.done === true) return;
			try {
				await work(next.value);
			} catch (error) {
				thrown.push(error);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, list.length) }, lane));
	if (thrown.length > 0) throw thrown[0];
}

/** The runs of this process that have not ended, in the order in which they came, and the keys they work on. */
const running = new Set<{ keys: ReadonlySet<string>; ended: Promise<void> }>();

/**
 * Does `work` once no earlier run works on one of these keys: two messages of a shop about one order are two
 * executions at the same time, which would both look first and both send then. A run takes its place for all of its
 * keys at once, so that no two wait for each other.
 *
 * Executions of other processes, such as the workers of n8n's queue mode, are not seen. Accounts are not told apart:
 * two credentials may lead to one account, and waiting in vain does no harm.
 * @throws what `work` throws
 */
export async function keyedMutex<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
	const before = [...running].filter((run) => keys.some((key) => run.keys.has(key)));
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const own = { keys: new Set(keys), ended };
	running.add(own);
	try {
		await Promise.all(before.map((run) => run.ended));
		return await work();
	} finally {
		end();
		running.delete(own);
	}
}
