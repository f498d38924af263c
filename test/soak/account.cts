import { EVENTS, type Event, type Ledger } from './story.cts';
import type { IDataObject } from 'n8n-workflow';

/** What a workflow gave: an item, and when its run started. */
export type Given = Record<Event, Array<{ item: IDataObject; at: string }>>;

interface Soaked {
	ledger: Ledger;
	given: Given;
	/** When n8n was killed. */
	kills: string[];
	faults: number;
	seed: number;
}

/**
 * Holds what came out against what had to, and says so line by line.
 * @returns whether nothing was lost, nothing came that had not happened, and no repeat is without a kill
 * between it and the first time
 */
export function account(
	{ ledger, given, kills, faults, seed }: Soaked,
	log: (line: string) => void,
): boolean {
	log(`Seed ${seed}, ${faults} faults, n8n killed ${kills.length} times.`);
	let good = true;
	for (const event of EVENTS) {
		const { due, keyOf } = ledger[event];
		const times = new Map<string, string[]>();
		for (const { item, at } of given[event]) {
			times.set(keyOf(item), [...(times.get(keyOf(item)) ?? []), at]);
		}
		const lost = due.filter((key) => !times.has(key));
		const strange = [...times.keys()].filter((key) => !due.includes(key));
		const repeats = [...times].flatMap(([key, [first = '', ...others]]) =>
			others.map((at) => ({ key, explained: kills.some((kill) => first <= kill && kill <= at) })),
		);
		const unexplained = repeats.filter(({ explained }) => !explained);
		log(
			`${event}: ${due.length} happened, ${given[event].length} items came, ${lost.length} lost, ` +
				`${repeats.length - unexplained.length} repeated after a kill, ${unexplained.length} repeated without one, ` +
				`${strange.length} that had not happened`,
		);
		for (const key of [...lost, ...strange].slice(0, 5)) log(`  ${key}`);
		good &&= lost.length === 0 && strange.length === 0 && unexplained.length === 0;
	}
	return good;
}
