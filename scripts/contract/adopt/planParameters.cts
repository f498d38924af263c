import type { OperationRow } from '../source.cts';
import type { Drafts } from './drafts.cts';
import { assign, type Assignment } from './likeness.cts';
import { ourParameters, theirParameters } from './named.cts';
import * as shapes from './shapes.cts';
import type { VendorOperation } from './vendor.cts';
import { readTitle, wordsOf } from './words.cts';

export function pairParameters(
	drafts: Drafts,
	row: OperationRow,
	their: VendorOperation,
): Assignment {
	const ours = ourParameters(row.parameters);
	const theirs = theirParameters(their.parameters);
	const decided = drafts.decisions('parameter', row.id);
	const roleOf = new Map(
		row.parameters.map((parameter) => [parameter['x-field'] ?? '', parameter['x-role']]),
	);
	const free = (pattern: RegExp) =>
		theirs.filter(({ key }) => pattern.test(wordsOf(key).join(' ')));
	const other = new Set(free(shapes.OTHER_PAGING));
	for (const [role, pattern] of shapes.PAGING_PARAMETERS) {
		const our = ours.find(({ key }) => roleOf.get(key) === role);
		const [only, ...more] = free(pattern);
		if (our === undefined || decided.has(our.key)) continue;
		if (only !== undefined && more.length === 0) decided.set(our.key, only.key);
		else if (
			only === undefined &&
			role.startsWith('page') &&
			theirs.some((named) => other.has(named))
		) {
			decided.set(our.key, null);
		}
	}
	const context = readTitle(row.title).nouns;
	const found = assign(ours, theirs, context, drafts.memory, decided);
	// A place in a list is not the number of a page, however alike they are called.
	for (const { our, candidates } of found.doubts) {
		const fit = candidates.filter((candidate) => !other.has(candidate.their));
		if (fit.length === 0) found.onlyOurs.push(our);
		else
			drafts.ask(
				`parameter ${row.id}.${our.key}`,
				fit.map((candidate) => candidate.their.key),
			);
	}
	return found;
}
