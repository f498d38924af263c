/**
 * Whether a path leads above where it begins, for a server that decodes it first: `/..`, `/..%2Fother`, `/..;/other`.
 */
export function climbs(path: string): boolean {
	const decoded = path.replace(/%(25)*2e/gi, '.').replace(/%(25)*(2f|5c)/gi, '/');
	let depth = 0;
	for (const segment of decoded.split(/[/\\]/)) {
		const name = segment.replace(/;.*/, '');
		if (name === '..') depth -= 1;
		else if (name !== '' && name !== '.') depth += 1;
		if (depth < 0) return true;
	}
	return false;
}
