import { isList, nameOf, type Contract, type OperationRow, type Schema } from '../source.cts';
import { assign, type Assignment, type Memory, type Named } from './likeness.cts';
import { ourMembers, theirMembers } from './named.cts';
import type { Pairs, Question } from './pairs.cts';
import * as shapes from './shapes.cts';
import type { VendorApi } from './vendor.cts';
import { readTitle, wordsOf } from './words.cts';

/** One schema of the vendor's where we have one of ours, or none. */
export interface Instance {
	our?: string;
	their: string;
	members: Assignment;
	/** Roles of the vendor's members, beside those that come with ours. */
	roles: Map<string, string>;
	/** Which of our schemas a member holds that none of our members is: the rows of a list that we knew bare. */
	holds: Map<string, string>;
	/** It is about a list or an upload, not about a thing: counters of ours that it does not have go. */
	envelope: boolean;
}

export type Forced = Map<string, string | null>;

/** An instance that is still collected. */
export interface Draft {
	our?: Schema;
	ourName?: string;
	their: string;
	context: Set<string>;
	forced: Forced;
	roles: Map<string, string>;
	holds: Map<string, string>;
	envelope: boolean;
	members?: Assignment;
}

/** The schemas of the vendor's that are met on the way, each with what of ours stands there. */
export class Drafts {
	readonly questions = new Map<string, Question>();
	private readonly drafts = new Map<string, Draft>();

	constructor(
		readonly contract: Contract,
		readonly api: VendorApi,
		readonly pairs: Pairs,
		readonly memory: Memory,
	) {}

	ask(key: string, candidates: string[], none?: true): void {
		this.questions.set(key, { key, candidates, none });
	}

	decisions(kind: string, holder: string): Map<string, string | null> {
		return decisionsOf(this.pairs, kind, holder);
	}

	of(their: string): Draft[] {
		return [...this.drafts.values()].filter((draft) => draft.their === their);
	}

	/** What belongs to nothing of ours, unless it is known already. */
	addUnknown(theirs: Schema, row: OperationRow): void {
		const name = shapes.objectName(this.api, isList(theirs) ? theirs.items : theirs);
		if (name !== undefined && this.of(name).length === 0) this.add(undefined, name, row, {});
	}

	add(
		our: Schema | undefined,
		their: string,
		row: OperationRow,
		more: {
			forced?: Forced;
			roles?: Map<string, string>;
			holds?: [string, Schema | undefined];
			envelope?: boolean;
		},
	): Draft {
		const ourName = our === undefined ? undefined : nameOf(our);
		const key = `${ourName ?? ''}:${their}`;
		const known = this.drafts.get(key) ?? {
			our: ourName === undefined ? undefined : our,
			ourName,
			their,
			context: new Set<string>(),
			forced: new Map<string, string | null>(),
			roles: new Map<string, string>(),
			holds: new Map<string, string>(),
			envelope: more.envelope === true,
		};
		for (const word of [
			...wordsOf(ourName ?? ''),
			...wordsOf(their),
			...readTitle(row.title).nouns,
		]) {
			if (!NEVER_CONTEXT.has(word)) known.context.add(word);
		}
		for (const [field, name] of more.forced ?? []) known.forced.set(field, name);
		for (const [name, role] of more.roles ?? []) known.roles.set(name, role);
		const [member, held] = more.holds ?? [];
		const heldName = held === undefined ? undefined : nameOf(held);
		if (member !== undefined && heldName !== undefined) known.holds.set(member, heldName);
		this.drafts.set(key, known);
		return known;
	}

	/** Pairs the members of every draft, and those of what they hold. */
	settle(): void {
		const done = new Set<string>();
		const theirsOf = new Map<string, Set<string>>();
		for (const draft of this.drafts.values()) {
			const names = theirsOf.get(draft.ourName ?? '') ?? new Set();
			theirsOf.set(draft.ourName ?? '', names.add(draft.their));
		}
		for (let open = this.open(done); open.length > 0; open = this.open(done)) {
			for (const [key, draft] of open) {
				done.add(key);
				this.settleOne(draft, (theirsOf.get(draft.ourName ?? '')?.size ?? 1) > 1);
			}
		}
	}

	private open(done: ReadonlySet<string>): Array<[string, Draft]> {
		return [...this.drafts].filter(([key]) => !done.has(key));
	}

	private settleOne(draft: Draft, several: boolean): void {
		const ours = draft.our === undefined ? [] : ourMembers(this.contract, draft.our);
		const theirs = theirMembers(this.api, draft.their);
		const holder = draft.ourName ?? '';
		const suffix = ` in ${draft.their}`;
		const decided = new Map(draft.forced);
		const names = new Set(theirs.map(({ key }) => key));
		for (const [key, value] of this.decisions('member', holder)) {
			const [field = '', their] = key.split(' in ');
			const fits = their === undefined ? value === null || names.has(value) : their === draft.their;
			if (fits && (their !== undefined || !decided.has(field))) decided.set(field, value);
		}
		const members = assign(ours, theirs, [...draft.context], this.memory, decided);
		for (const { our, candidates } of members.doubts) {
			const plain = `member ${holder}.${our.key}`;
			const key = several || this.pairs.has(plain) ? `${plain}${suffix}` : plain;
			this.ask(
				key,
				candidates.map(({ their }) => their.key),
			);
		}
		draft.members = members;
		const paired = new Map(members.pairs.map(({ our, their }) => [their.key, our]));
		for (const { key, schema } of theirs) {
			const inner = isList(schema) ? schema.items : schema;
			const name = shapes.objectName(this.api, inner);
			if (name === undefined) continue;
			const our = paired.get(key);
			this.draftInner(our, name);
		}
	}

	private draftInner(our: Named | undefined, their: string): void {
		const target =
			our === undefined ? undefined : isList(our.schema) ? our.schema.items : our.schema;
		const ourName = target === undefined ? undefined : nameOf(target);
		const key = `${ourName ?? ''}:${their}`;
		if (this.drafts.has(key)) return;
		// What is unpaired here may be known from elsewhere.
		if (ourName === undefined && this.of(their).length > 0) return;
		const context = new Set(
			[...wordsOf(ourName ?? ''), ...wordsOf(their), ...wordsOf(our?.key ?? '')].filter(
				(word) => !NEVER_CONTEXT.has(word),
			),
		);
		this.drafts.set(key, {
			our: ourName === undefined ? undefined : target,
			ourName,
			their,
			context,
			forced: new Map(),
			roles: new Map(),
			holds: new Map(),
			envelope: false,
		});
	}

	instances(): Map<string, Instance> {
		return new Map(
			[...this.drafts].map(([key, { ourName, their, members, roles, holds, envelope }]) => [
				key,
				{
					our: ourName,
					their,
					members: members ?? { pairs: [], doubts: [], onlyOurs: [], onlyTheirs: [] },
					roles,
					holds,
					envelope,
				},
			]),
		);
	}
}

/** Decisions of one kind, by what comes after it. */
export function decisionsOf(pairs: Pairs, kind: string, holder = ''): Map<string, string | null> {
	const start = holder === '' ? `${kind} ` : `${kind} ${holder}.`;
	return new Map(
		[...pairs]
			.filter(([key]) => key.startsWith(start))
			.map(([key, value]) => [key.slice(start.length), value]),
	);
}

/** Words of a schema's name that tell its members apart. */
const NEVER_CONTEXT = new Set(
	'number code identifier date name amount type status total from to page size count open paid failed'.split(
		' ',
	),
);
