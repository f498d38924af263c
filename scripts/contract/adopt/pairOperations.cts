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
	const scoreOf = (id: string, key: string) => scores.get(id)?.get(key) ?? 0;
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
		const candidates = [...open]
			.map((other) => ({ key: other, score: scoreOf(id, other) }))
			.filter((other) => other.score >= CANDIDATE - 0.1)
			.sort((one, other) => other.score - one.score)
			.slice(0, 3);
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

function likenessOf(our: Traits, their: Traits): number {
	const sameRequest =
		`${our.method} ${plainPath(our.path)}` === `${their.method} ${plainPath(their.path)}`;
	const title =
		their.title === undefined || our.title === undefined
			? undefined
			: plain(our.title) === plain(their.title)
				? 1
				: 0.9 * alike(our.nouns, their.nouns);
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
	const [titleWeight, rest] = title === undefined ? [0, 1] : [0.5, 0.5];
	const evidence = 0.35 * path + 0.15 * schema + 0.35 * members + 0.15 * method;
	const score = titleWeight * (title ?? 0) + rest * evidence;
	if (title === 1) return Math.min(0.99, 0.8 + 0.2 * evidence);
	const sameVerb = our.verb === their.verb;
	return score * (sameVerb ? 1 : 0.55) + (sameRequest && sameVerb ? 0.15 : 0);
}

const isRead = ({ method }: Traits) => method === 'GET';
const plain = (title: string) => wordsOf(title).join(' ');
const plainPath = (path: string) => path.replace(/\{[^}]*\}/g, '{}');
const pathWords = (path: string) => wordsOf(path.replace(/\{[^}]*\}/g, ' '));
