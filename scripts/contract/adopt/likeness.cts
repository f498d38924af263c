import { isList, nameOf, typesOf, type Schema } from '../source.cts';
import { alike, alikeNames, wordsOf } from './words.cts';

/** A member or parameter of either side, as far as it tells what it means. */
export interface Named {
	/** What a decision calls it: our field, or the vendor's name. */
	key: string;
	/** All names it has or had: wire name, field, the editor's parameter. */
	names: string[];
	schema: Schema;
	description?: string;
	example?: unknown;
	/** Where it stands among its neighbours, 0 to 1. */
	position: number;
	/** How much depends on it: code finds it by a role, or nothing is asked without it. */
	important: boolean;
	/** Of an object or a list of objects: its own members, for a look at them. */
	inner?: string[];
}

export interface Pair {
	our: Named;
	their: Named;
	score: number;
}

export interface Doubt {
	our: Named;
	/** The best first. */
	candidates: Array<{ their: Named; score: number }>;
}

export interface Assignment {
	pairs: Pair[];
	doubts: Doubt[];
	onlyOurs: Named[];
	onlyTheirs: Named[];
}

export const SURE = 0.72;
const MARGIN = 0.1;
/** A name that is the same but for its spelling. */
const SAME_NAME = 0.995;
const CANDIDATE = 0.42;
const CANDIDATE_OF_IMPORTANT = 0.25;

/** Counts for a pair that was decided. */
export const DECIDED = 100;

/** What was called what elsewhere in the document, with how often. */
export type Memory = Map<string, Map<string, number>>;

/**
 * Pairs members by name, meaning and position. A pair is sure where it is good and no other comes near.
 * @param context words that go without saying, such as those of the schema's name
 * @param decided our key -> the vendor's, or null for none
 */
export function assign(
	ours: readonly Named[],
	theirs: readonly Named[],
	context: readonly string[],
	memory: Memory,
	decided: ReadonlyMap<string, string | null>,
): Assignment {
	const pairs: Pair[] = [];
	const freeOurs = new Set(ours);
	const freeTheirs = new Set(theirs);
	const settle = (our: Named, their: Named, score: number) => {
		pairs.push({ our, their, score });
		freeOurs.delete(our);
		freeTheirs.delete(their);
	};
	const without = new Set<Named>();
	for (const our of ours) {
		const wanted = decided.get(our.key);
		if (wanted === null) without.add(our);
		const their = theirs.find(({ key }) => key === wanted);
		if (their !== undefined && freeTheirs.has(their)) settle(our, their, 2);
	}
	for (const our of without) freeOurs.delete(our);
	for (const our of freeOurs) {
		const same = [...freeTheirs].find((their) => their.key === our.names[0]);
		if (same !== undefined) settle(our, same, 1);
	}

	const scores = new Map<Named, Map<Named, number>>();
	for (const our of freeOurs) {
		const row = new Map<Named, number>();
		for (const their of freeTheirs) row.set(their, likenessOf(our, their, context, memory));
		scores.set(our, row);
	}
	const scoreOf = (our: Named, their: Named) => scores.get(our)?.get(their) ?? 0;
	const ranked = [...freeOurs]
		.flatMap((our) => [...freeTheirs].map((their) => ({ our, their, score: scoreOf(our, their) })))
		.filter(({ score }) => score >= SURE)
		.sort((one, other) => other.score - one.score);
	// What is settled makes room: of two that were alike, one may be left.
	for (let before = -1; before !== pairs.length; ) {
		before = pairs.length;
		for (const pair of ranked) {
			if (!freeOurs.has(pair.our) || !freeTheirs.has(pair.their)) continue;
			const rivals = [
				...[...freeTheirs]
					.filter((their) => their !== pair.their)
					.map((their) => scoreOf(pair.our, their)),
				...[...freeOurs].filter((our) => our !== pair.our).map((our) => scoreOf(our, pair.their)),
			];
			const margin = pair.score >= SAME_NAME ? 0.002 : MARGIN;
			if (pair.score - Math.max(0, ...rivals) >= margin) settle(pair.our, pair.their, pair.score);
		}
	}
	const between = placedBetween(ours, theirs, pairs);

	const doubts: Doubt[] = [];
	const openTheirs = new Set(freeTheirs);
	const open = [...freeOurs].sort(
		(one, other) => bestOf(other, openTheirs, scoreOf) - bestOf(one, openTheirs, scoreOf),
	);
	for (const our of open) {
		const limit = our.important ? CANDIDATE_OF_IMPORTANT : CANDIDATE;
		const candidates = [...openTheirs]
			.map((their) => ({
				their,
				score: scoreOf(our, their) + (between(our, their) ? CANDIDATE : 0),
			}))
			.filter(({ score }) => score >= limit)
			.sort((one, other) => other.score - one.score);
		if (candidates.length === 0) continue;
		doubts.push({ our, candidates: candidates.slice(0, 3) });
		freeOurs.delete(our);
		const [first] = candidates;
		if (first !== undefined) openTheirs.delete(first.their);
	}
	return {
		pairs,
		doubts,
		onlyOurs: [...ours.filter((our) => freeOurs.has(our) || without.has(our))],
		onlyTheirs: theirs.filter((their) => openTheirs.has(their)),
	};
}

/** What stands between the same two neighbours on both sides, and is of the same kind: a candidate, not more. */
function placedBetween(
	ours: readonly Named[],
	theirs: readonly Named[],
	pairs: readonly Pair[],
): (our: Named, their: Named) => boolean {
	const theirOf = new Map(pairs.map(({ our, their }) => [our, their]));
	const neighbour = (list: readonly Named[], named: Named, step: number) =>
		list[list.indexOf(named) + step];
	return (our, their) => {
		const sides = [-1, 1].map((step) => {
			const [mine, its] = [neighbour(ours, our, step), neighbour(theirs, their, step)];
			if (mine === undefined || its === undefined) return mine === its ? 'edge' : 'no';
			return theirOf.get(mine) === its ? 'yes' : 'no';
		});
		// Amounts stand side by side everywhere: a place in a row of them says nothing.
		const isNumber = [our, their].every(({ schema, inner }) =>
			kindsOf(schema, inner).includes('number'),
		);
		if (isNumber) return false;
		return !sides.includes('no') && sides.includes('yes') && kindLikeness(our, their) >= 0.85;
	};
}

const bestOf = (
	our: Named,
	theirs: ReadonlySet<Named>,
	scoreOf: (our: Named, their: Named) => number,
) => Math.max(0, ...[...theirs].map((their) => scoreOf(our, their)));

/** How likely one is the other, 0 to 1. */
export function likenessOf(
	our: Named,
	their: Named,
	context: readonly string[],
	memory: Memory = new Map(),
): number {
	const kind = kindLikeness(our, their);
	if (kind > 0.5 && our.names.includes(their.key)) return our.names[0] === their.key ? 1 : 0.998;
	if (kind > 0.3 && alikeNames(our.names[0] ?? '', their.key) === 1) return 0.996;
	const name = nameLikeness(our, their, context);
	const described = describedAlike(our.description, their.description);
	const example =
		our.example !== undefined && their.example !== undefined && our.example === their.example
			? 1
			: 0;
	const place = Math.max(0, 1 - 4 * Math.abs(our.position - their.position));
	const inner = innerLikeness(our, their);
	const structure = inner === undefined ? name : 0.55 * name + 0.45 * inner;
	const learned = memory.get(our.names[0] ?? '')?.get(their.key) ?? 0;
	const known = learned > 0 ? 0.2 : 0;
	const byName = structure + 0.12 * described + 0.05 * example + 0.03 * place + known;
	const byMeaning = 0.5 * described + 0.1 * example + 0.1 * place;
	const decided = learned >= DECIDED ? 0.85 : 0;
	return Math.min(0.99, kind * Math.max(byName, byMeaning, decided));
}

function nameLikeness(our: Named, their: Named, context: readonly string[]): number {
	const theirWords = split(wordsOf(their.key), context);
	let best = 0;
	for (const [at, name] of our.names.entries()) {
		const words = split(wordsOf(name), context);
		// `InvoiceNumber` may be `number` where it goes without saying that it is of an invoice; `CaseNumber` is not.
		const silent = words.said.length === 0 || theirWords.said.length === 0;
		const within =
			silent || words.said.join() === theirWords.said.join()
				? 0.95 * alike(words.rest, theirWords.rest)
				: 0;
		// The first is the name on the wire; the others are ours.
		const own = Math.max(alikeNames(name, their.key), within);
		best = Math.max(best, (at === 0 ? 1 : 0.97) * own);
	}
	return best;
}

/** The words of a name that the context has already, and the others. */
function split(words: readonly string[], context: readonly string[]) {
	const rest = words.filter((word) => !context.includes(word));
	if (rest.length === 0) return { said: [], rest: words };
	return { said: words.filter((word) => context.includes(word)), rest };
}

function innerLikeness(our: Named, their: Named): number | undefined {
	if (our.inner === undefined || their.inner === undefined) return undefined;
	return overlap(our.inner, their.inner);
}

/** How many names of the smaller list have a likely partner in the other. */
export function overlap(ours: readonly string[], theirs: readonly string[]): number {
	if (ours.length === 0 || theirs.length === 0) return 0;
	const [small, large] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
	const sum = small.reduce((total, name) => {
		const best = large.includes(name)
			? 1
			: Math.max(...large.map((other) => alikeNames(name, other)));
		return total + (best >= 0.5 ? best : 0);
	}, 0);
	// A list of two names fits many; one of twenty fits few.
	const size = Math.min(1, (small.length + 2) / (large.length + 2) + 0.5);
	return (sum / small.length) * size;
}

/** The same texts are compared again and again. */
function describedAlike(our: string | undefined, their: string | undefined): number {
	if (our === undefined || their === undefined) return 0;
	const key = `${our}\n${their}`;
	const known = compared.get(key);
	if (known !== undefined) return known;
	const found = alike(sentenceWords(our), sentenceWords(their));
	compared.set(key, found);
	return found;
}
const compared = new Map<string, number>();

const STOP = new Set(
	`the a an of for in to is are be by with and or not it its this that as on at from your you which
	whether if yyyy mm dd e g eg example e.g optional required field value`.split(/\s+/),
);

function sentenceWords(text: string): string[] {
	return wordsOf(text.slice(0, 200)).filter((word) => !STOP.has(word));
}

type Kind = 'text' | 'date' | 'number' | 'flag' | 'object' | 'objects' | 'list' | 'any';

function kindsOf(schema: Schema, inner: string[] | undefined): Kind[] {
	if (isList(schema)) return [inner === undefined ? 'list' : 'objects'];
	if (schema.$ref !== undefined || nameOf(schema) !== undefined) return ['object'];
	const kinds = typesOf(schema).map((type): Kind => {
		if (type === 'integer' || type === 'number') return 'number';
		if (type === 'boolean') return 'flag';
		if (type === 'object') return 'object';
		return schema.format === 'date' || schema.format === 'date-time' ? 'date' : 'text';
	});
	return kinds.length === 0 ? ['any'] : kinds;
}

const FITS: Readonly<Record<string, number>> = {
	'text date': 0.95,
	'text number': 0.85,
	'text flag': 0.65,
	'number flag': 0.65,
	'date number': 0.5,
	'objects list': 0.7,
	'object objects': 0.3,
	'text list': 0.4,
};

function kindLikeness(our: Named, their: Named): number {
	const ours = kindsOf(our.schema, our.inner);
	const theirs = kindsOf(their.schema, their.inner);
	return Math.max(
		...ours.flatMap((one) =>
			theirs.map((other) => {
				if (one === other) return 1;
				if (one === 'any' || other === 'any') return 0.95;
				return FITS[`${one} ${other}`] ?? FITS[`${other} ${one}`] ?? 0.12;
			}),
		),
	);
}
