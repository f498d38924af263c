/** As many stretches as a sentence bears. */
const MOST = 5;

/** A key among all that were sent, in their order, and whether it is one of those spoken of. */
export interface Spoken {
	key: string;
	belongs: boolean;
}

/**
 * `1001 to 1300, 1305 and 4 more`: the keys that belong, in stretches as they came, so that nothing between two keys is
 * claimed. `''` when none does.
 */
export function stretches(all: readonly Spoken[]): string {
	const found: string[][] = [];
	let current: string[] = [];
	for (const { key, belongs } of all) {
		if (!belongs) {
			current = [];
			continue;
		}
		if (current.length === 0) found.push(current);
		current.push(key);
	}
	const shown = found.slice(0, MOST);
	const more = found.flat().length - shown.flat().length;
	return `${shown.map(stretch).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function stretch(keys: readonly string[]): string {
	const [first = ''] = keys;
	const last = keys[keys.length - 1] ?? '';
	return keys.length === 1 ? first : `${first} to ${last}`;
}
