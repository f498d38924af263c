/**
 * The known name nearest to what was typed, or nothing when more than a third of it would have to change.
 * A name that begins with what was typed is as near as one wrong letter: `vat` is `vatPercent`, not `Tax`.
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
	const wanted = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
	let best: string | undefined;
	let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
	for (const name of known) {
		const candidate = name.toLowerCase();
		const begins = wanted.length >= 3 && candidate !== wanted && candidate.startsWith(wanted);
		const distance = begins ? 1 : editDistance(wanted, candidate);
		if (distance < bestDistance) {
			best = name;
			bestDistance = distance;
		}
	}
	return best;
}

/** Levenshtein: how many letters to insert, drop or change. */
function editDistance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			current.push(
				Math.min(
					(previous[column] ?? 0) + 1,
					(current[column - 1] ?? 0) + 1,
					(previous[column - 1] ?? 0) + change,
				),
			);
		}
		previous = current;
	}
	return previous[to.length] ?? 0;
}
