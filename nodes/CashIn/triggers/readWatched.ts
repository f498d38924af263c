import type { PollRun } from '../api/run';
import { isUnchanged, type WatchedReading } from './detectWatched';
import type { WatchedEvent } from './events';
import type { PollClock } from './pollClock';
import { queryOf, readList, type Reading } from './readList';
import type { PollSettings } from './settings';
import type { Sighting } from './sighting';
import type { WatchedMemory } from './watchedMemory';

/**
 * Reads the list of what is watched: all of it, for no filter of Cash-In's is known that gives what has changed.
 * @throws what `readList` throws
 */
export async function readWatched(
	run: PollRun,
	event: WatchedEvent,
	settings: PollSettings,
	memory: WatchedMemory,
	clock: PollClock,
): Promise<WatchedReading & Pick<Reading, 'short'>> {
	const matters = (sighting: Sighting) => !isUnchanged(memory.known.get(sighting.key), sighting);
	const reading = await readList(run, event, {
		query: queryOf({ ...settings.filters, [event.from]: memory.from }),
		// One page back: rows that arrived meanwhile push the others further on.
		firstPage: Math.max(1, (memory.page ?? 1) - 1),
		clock,
		matters,
		isNews: ({ key, status = '' }) => {
			const before = memory.known.get(key);
			if (before === undefined && memory.first) return false;
			const previous = before?.status ?? '';
			return status !== '' && previous !== status && settings.wantsChange(previous, status);
		},
		enough: settings.maxItems,
	});
	return { ...reading, today: clock.today() };
}
