/**
 * Does something for each of a list, beginning in its order, with no more than `atOnce` under way. Nothing further
 * is begun once `goOn` says no or one has thrown; what is under way is waited for.
 * @throws the first of what `work` threw
 */
export async function runInOrder<T>(
	list: readonly T[],
	atOnce: number,
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
	await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, lane));
	if (thrown.length > 0) throw thrown[0];
}
