/** A run of this process, and the keys it works on. */
interface Turn {
	keys: ReadonlySet<string>;
	ended: Promise<void>;
}

/** The runs that have not ended, in the order in which they came. */
const turns = new Set<Turn>();

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
	const before = [...turns].filter((turn) => keys.some((key) => turn.keys.has(key)));
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const own = { keys: new Set(keys), ended };
	turns.add(own);
	try {
		await Promise.all(before.map((turn) => turn.ended));
		return await work();
	} finally {
		end();
		turns.delete(own);
	}
}
