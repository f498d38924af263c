import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { members, type Member } from '../api/generated/members';

type Suggest = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Whether there is a choice to suggest: of a code with one known value nothing is known but that value. */
export function hasSuggestions({ knownValues = [] }: Member): boolean {
	return knownValues.length > 1;
}

/** `Code` → `suggestCode` */
export function suggestionMethod({ name }: Member): string {
	return `suggest${name}`;
}

/** The values of a code that are known, with their meaning. Any other can be typed in: no list of codes is complete. */
export const suggestions: Record<string, Suggest> = Object.fromEntries(
	Object.values(members)
		.flatMap((rows): readonly Member[] => rows)
		.filter(hasSuggestions)
		.map((member) => [suggestionMethod(member), suggestionsOf(member)]),
);

function suggestionsOf({ knownValues = [] }: Member): Suggest {
	return async function (filter = '') {
		const wanted = filter.trim().toLowerCase();
		const results = knownValues
			.map(({ value, meaning }) => ({ name: `${value} – ${meaning}`, value }))
			.filter(({ name }) => name.toLowerCase().includes(wanted));
		return { results };
	};
}
