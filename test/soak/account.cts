import type { IDataObject } from 'n8n-workflow';

import { eventually } from '../../scripts/n8n/eventually.cts';
import { itemsGivenTo, type Executions } from '../../scripts/n8n/executions.cts';
import { EVENTS, type Ledger } from './story.cts';

/** What the trigger gave each workflow, by event: an item, and when its run started. */
export type Given = Record<string, Array<{ item: IDataObject; at: string }>>;

/**
 * Gathers what the trigger gave, from executions of workflows that are called like their events. n8n may empty one
 * later, such as one whose worker was killed: what was seen of it stays. A run that is retried counts once.
 */
export function createCollector({ executions, execution }: Executions) {
	const given: Given = {};
	const seen = new Set<string>();
	async function look() {
		for (const event of EVENTS) {
			const all = await executions(event);
			const fresh = all.filter(({ id, mode }) => mode === 'trigger' && !seen.has(id));
			for (const { id } of fresh) {
				const run = await execution(id);
				const items = itemsGivenTo(run, 'Cash-In');
				given[event] = [
					...(given[event] ?? []),
					...items.map((item) => ({ item, at: run.startedAt })),
				];
				seen.add(id);
			}
		}
	}
	return {
		given,
		look,
		/** Waits until all that is due has come; says how much has not when it does not. */
		async allThere(ledger: Ledger, log: (line: string) => void, deadlineMs: number) {
			let missing = -1;
			try {
				await eventually(
					async () => {
						await look();
						missing = 0;
						for (const [event, { due, keyOf }] of Object.entries(ledger)) {
							const keys = new Set(given[event]?.map(({ item }) => keyOf(item)));
							missing += due.filter((key) => !keys.has(key)).length;
						}
						return missing === 0 ? true : undefined;
					},
					deadlineMs,
					async () => `${missing} are still missing`,
				);
			} catch (error) {
				log(error instanceof Error ? error.message : String(error));
			}
		},
	};
}

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
 * @returns of all events: what was lost, what came again, which of that without a kill between it and the first time,
 * and what came that had not happened
 */
export function account(
	{ ledger, given, kills, faults, seed }: Soaked,
	log: (line: string) => void,
): Record<'lost' | 'repeated' | 'unexplained' | 'strange', number> {
	log(`Seed ${seed}, ${faults} faults, n8n killed ${kills.length} times.`);
	const sums = { lost: 0, repeated: 0, unexplained: 0, strange: 0 };
	for (const [event, { due, keyOf }] of Object.entries(ledger)) {
		const items = given[event] ?? [];
		const times = new Map<string, string[]>();
		for (const { item, at } of items) {
			times.set(keyOf(item), [...(times.get(keyOf(item)) ?? []), at]);
		}
		const lost = due.filter((key) => !times.has(key));
		const strange = [...times.keys()].filter((key) => !due.includes(key));
		const repeats = [...times.values()].flatMap(([first = '', ...others]) =>
			others.map((at) => ({ explained: kills.some((kill) => first <= kill && kill <= at) })),
		);
		const unexplained = repeats.filter(({ explained }) => !explained);
		log(
			`${event}: ${due.length} happened, ${items.length} items came, ${lost.length} lost, ` +
				`${repeats.length - unexplained.length} repeated after a kill, ${unexplained.length} repeated without one, ` +
				`${strange.length} that had not happened`,
		);
		for (const key of [...lost, ...strange].slice(0, 5)) log(`  ${key}`);
		sums.lost += lost.length;
		sums.repeated += repeats.length;
		sums.unexplained += unexplained.length;
		sums.strange += strange.length;
	}
	return sums;
}
