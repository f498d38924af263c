import type { Clock } from './clock';

/** What will happen later by the simulator's clock, such as the processing of a batch. */
export interface Agenda {
	/**
	 * @param seconds from now, by the simulator's clock
	 * @param work is told the moment it was due, an ISO date-time, which may be long ago when it runs
	 */
	after(seconds: number, work: (at: string) => void): void;
	/** Does what is due by now, in the order it was due. */
	catchUp(): void;
	clear(): void;
}

interface Entry {
	dueMs: number;
	work(at: string): void;
}

export function createAgenda(clock: Clock): Agenda {
	let entries: Entry[] = [];
	const takeNext = (): Entry | undefined => {
		const nowMs = clock.now().getTime();
		const due = entries.filter((entry) => entry.dueMs <= nowMs);
		const next = due.sort((a, b) => a.dueMs - b.dueMs)[0];
		entries = entries.filter((entry) => entry !== next);
		return next;
	};
	return {
		after: (seconds, work) => {
			entries.push({ dueMs: clock.now().getTime() + seconds * 1_000, work });
		},
		catchUp: () => {
			for (let next = takeNext(); next !== undefined; next = takeNext()) {
				next.work(new Date(next.dueMs).toISOString());
			}
		},
		clear: () => {
			entries = [];
		},
	};
}
