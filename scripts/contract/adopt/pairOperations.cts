import type { OperationRow } from '../source.cts';
import { overlap } from './likeness.cts';
import type { VendorOperation } from './vendor.cts';
import { alike, readTitle, verbOfMethod, wordsOf } from './words.cts';

/** What an operation is recognized by. */
export interface Traits {
	verb: string;
	nouns: string[];
	title?: string;
	method: string;
	path: string;
	/** Names of schemas, parameters and members that it speaks of. */
	schemas: string[];
	members: string[];
}

export interface OperationPair {
	id: string;
	key: string;
	score: number;
}

export interface OperationDoubt {
	id: string;
	candidates: Array<{ key: string; score: number }>;
}

const SURE = 0.62;
const MARGIN = 0.08;
const CANDIDATE = 0.4;
/** What speaks against itself is asked for, however alike the rest is; what does something else is named, not taken. */
const NOT_SURE = 0.6;
const OPPOSED = 0.38;
const MUCH_BETTER = 0.35;

/**
 * Pairs operations by title, method, path, schema names and members.
 * @param decided our operation -> the vendor's request, or null for none
 */
export function pairOperations(
	ours: ReadonlyMap<string, Traits>,
	theirs: ReadonlyMap<string, Traits>,
	decided: ReadonlyMap<string, string | null>,
) {
	const pairs: OperationPair[] = [];
	const freeOurs = new Set(ours.keys());
	const freeTheirs = new Set(theirs.keys());
	const settle = (id: string, key: string, score: number) => {
		pairs.push({ id, key, score });
		freeOurs.delete(id);
		freeTheirs.delete(key);
	};
	for (const [id, key] of decided) {
		if (!freeOurs.has(id)) continue;
		if (key === null) freeOurs.delete(id);
		else if (freeTheirs.has(key)) settle(id, key, 2);
	}
	const scores = new Map<string, Map<string, number>>();
	for (const id of freeOurs) {
		const row = new Map<string, number>();
		for (const key of freeTheirs) {
			const [our, their] = [ours.get(id), theirs.get(key)];
			if (our !== undefined && their !== undefined) row.set(key, likenessOf(our, their));
		}
		scores.set(id, row);
	}
	const scoreOf = (id: string, key: string) => {
		return Math.min(scores.get(id)?.get(key) ?? 0, mostOf(id, key));
	};
	const limits = new Map<string, number>();
	function mostOf(id: string, key: string): number {
		const pair = `${id} ${key}`;
		const known = limits.get(pair);
		if (known !== undefined) return known;
		const [our, their] = [ours.get(id), theirs.get(key)];
		if (our === undefined || their === undefined) return 0;
		const most = opposes(our, their)
			? mostOfOpposed(our, their)
			: isOther(id, our, their)
				? NOT_SURE
				: 1;
		limits.set(pair, most);
		return most;
	}
	/** The same title may make up for an odd method, unless it deletes, or another one does what is meant. */
	function mostOfOpposed(our: Traits, their: Traits): number {
		if (our.title === undefined || plain(our.title) !== plain(their.title ?? '')) return OPPOSED;
		if (their.method === 'DELETE') return OPPOSED;
		const own = evidenceOf(our, their);
		const better = [...theirs.values()].some(
			(other) =>
				CERTAIN[other.method] !== undefined && !opposes(our, other) && evidenceOf(our, other) > own,
		);
		return better ? OPPOSED : NOT_SURE;
	}
	/** A title that says one operation where everything else says another: nobody can tell which is right. */
	function isOther(id: string, our: Traits, their: Traits): boolean {
		if (our.title === undefined || plain(our.title) !== plain(their.title ?? '')) return false;
		const own = evidenceOf(our, their);
		return (
			[...theirs.values()].some(
				(other) => other !== their && evidenceOf(our, other) > own + MUCH_BETTER,
			) ||
			[...ours].some(
				([other, traits]) => other !== id && evidenceOf(traits, their) > own + MUCH_BETTER,
			)
		);
	}
	const ranked = [...freeOurs]
		.flatMap((id) => [...freeTheirs].map((key) => ({ id, key, score: scoreOf(id, key) })))
		.sort((one, other) => other.score - one.score);
	for (const { id, key, score } of ranked) {
		if (score < SURE) break;
		if (!freeOurs.has(id) || !freeTheirs.has(key)) continue;
		const rivals = [
			...[...freeTheirs].filter((other) => other !== key).map((other) => scoreOf(id, other)),
			...[...freeOurs].filter((other) => other !== id).map((other) => scoreOf(other, key)),
		];
		if (score - Math.max(0, ...rivals) >= MARGIN) settle(id, key, score);
	}
	const doubts: OperationDoubt[] = [];
	const open = new Set(freeTheirs);
	for (const { id, key, score } of ranked) {
		if (score < CANDIDATE || !freeOurs.has(id) || !open.has(key)) continue;
		// What is the best of another one may be right here all the same, but is not taken twice.
		const others = [...freeTheirs]
			.filter((other) => other !== key)
			.map((other) => ({ key: other, score: scoreOf(id, other) }))
			.filter((other) => other.score >= CANDIDATE - 0.1)
			.sort((one, other) => other.score - one.score);
		const candidates = [{ key, score }, ...others].slice(0, 3);
		doubts.push({ id, candidates });
		freeOurs.delete(id);
		open.delete(key);
	}
	return { pairs, doubts, onlyOurs: [...freeOurs], onlyTheirs: [...open] };
}

export function traitsOf(
	row: Pick<OperationRow | VendorOperation, 'title' | 'method' | 'path'>,
	schemas: string[],
	members: string[],
	otherName?: string,
): Traits {
	const told = row.title ?? otherName;
	const { verb, nouns } = readTitle(told ?? row.path.replace(/\{[^}]*\}/g, ' '));
	return {
		verb: verb ?? verbOfMethod(row.method),
		nouns,
		title: told,
		method: row.method,
		path: row.path,
		schemas,
		members,
	};
}

/** What a method does, where that is certain: a POST may do anything. */
const CERTAIN: Readonly<Record<string, string[]>> = {
	GET: ['get'],
	DELETE: ['delete'],
	PUT: ['update'],
	PATCH: ['update'],
};

/** A request that does something else than the operation, by its method: PUT for a delete, GET for an update. */
function opposes(our: Traits, their: Traits): boolean {
	if (our.method === their.method) return false;
	const certain = CERTAIN[their.method];
	const does = [our.verb, verbOfMethod(our.method)];
	return certain !== undefined && !does.some((verb) => certain.includes(verb));
}

function likenessOf(our: Traits, their: Traits): number {
	const title =
		their.title === undefined || our.title === undefined
			? undefined
			: plain(our.title) === plain(their.title)
				? 1
				: 0.9 * alike(our.nouns, their.nouns);
	const [titleWeight, rest] = title === undefined ? [0, 1] : [0.5, 0.5];
	const evidence = evidenceOf(our, their);
	const score = titleWeight * (title ?? 0) + rest * evidence;
	if (title === 1) return Math.min(0.99, 0.8 + 0.2 * evidence);
	const sameVerb = our.verb === their.verb;
	return score * (sameVerb ? 1 : 0.55) + (isSameRequest(our, their) && sameVerb ? 0.15 : 0);
}

const evidences = new WeakMap<Traits, WeakMap<Traits, number>>();

/** How much alike they are without their titles, 0 to 1. */
function evidenceOf(our: Traits, their: Traits): number {
	const row = evidences.get(our) ?? new WeakMap<Traits, number>();
	const known = row.get(their);
	if (known !== undefined) return known;
	const sameRequest = isSameRequest(our, their);
	const path = Math.max(
		sameRequest ? 1 : 0,
		alike(pathWords(our.path), pathWords(their.path)),
		0.8 * alike(our.nouns, pathWords(their.path)),
	);
	const schema = Math.max(
		0,
		...our.schemas.flatMap((one) =>
			their.schemas.map((other) => alike(wordsOf(one), wordsOf(other))),
		),
	);
	const members = overlap(our.members, their.members);
	const method = our.method === their.method ? 1 : isRead(our) === isRead(their) ? 0.6 : 0;
	const evidence = 0.35 * path + 0.15 * schema + 0.35 * members + 0.15 * method;
	evidences.set(our, row.set(their, evidence));
	return evidence;
}

const isSameRequest = (our: Traits, their: Traits) =>
	`${our.method} ${plainPath(our.path)}` === `${their.method} ${plainPath(their.path)}`;

const isRead = ({ method }: Traits) => method === 'GET';
const plain = (title: string) => wordsOf(title).join(' ');
const plainPath = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
const pathWords = (path: string) => wordsOf(path.replace(/\{[^}]*\}/g, ' '));
