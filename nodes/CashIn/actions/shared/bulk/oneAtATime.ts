/** The keys that runs of this process work on, each with the end of the last run that has asked for it. */
const turns = new Map<string, Promise<void>>();

/**
 * Does `work` when no run that came before works on one of these keys: two messages of a shop about one order are two
 * executions at the same time, which would both look first and both send then. A run takes its place for all of its
 * keys at once, so that no two wait for each other.
 *
 * Executions of other processes, such as the workers of n8n's queue mode, are not seen.
 * Whose account it is does not matter: two credentials may lead to one account, and waiting in vain does no harm.
 * @throws what `work` throws
 */
export async function oneAtATime<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
	const before = keys.flatMap((key) => turns.get(key) ?? []);
	let end = () => {};
	const own = new Promise<void>((resolve) => {
		end = resolve;
	});
	for (const key of keys) turns.set(key, own);
	try {
		await Promise.all(before);
		return await work();
	} finally {
		end();
		for (const key of keys) if (turns.get(key) === own) turns.delete(key);
	}
}
