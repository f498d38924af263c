/** The candidate closest to what was typed, or nothing when none is within four letters of it. */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
	const wanted = typed.toLowerCase();
	const closest = candidates
		.map((name) => ({ name, distance: editDistance(name.toLowerCase(), wanted) }))
		.sort((a, b) => a.distance - b.distance)[0];
	return closest && closest.distance <= 4 ? closest.name : undefined;
}

/** Levenshtein distance: how many letters to add, drop or change. */
function editDistance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
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
