import type { PollRun } from '../api/run';
import { addDays, daysBetween } from '../invoicing/dates';
import type { DatedMemory, Pass } from './datedMemory';
import { beginPass, isOld, type DatedReading } from './detectDated';
import type { DatedEvent } from './events';
import type { PollClock } from './pollClock';
import { queryOf, readList, type Asked, type Reading } from './readList';
import type { PollSettings } from './settings';
import type { Sighting } from './sighting';

/**
 * Reads what one poll needs of a list of things that happened.
 * When there is more news than one poll gives out, the window is narrowed to the first days of it, so that what is
 * oldest comes first whatever order the list has. Within one day the order of the list is kept.
 * @throws what `readList` throws
 */
export async function readDated(
	run: PollRun,
	event: DatedEvent,
	settings: PollSettings,
	memory: DatedMemory,
	clock: PollClock,
): Promise<DatedReading & Pick<Reading, 'short'>> {
	const pass = memory.pass ?? beginPass(memory, clock.today());
	const read = async (to: string | undefined, most?: number) => {
		const query = queryOf({
			...settings.filters,
			[event.from]: pass.from,
			...(event.to === undefined ? {} : { [event.to]: to }),
		});
		return await readList(run, event, {
			...askedFor(memory, settings, clock),
			query,
			...pageOf(pass),
			most,
		});
	};
	const mayNarrow =
		event.to !== undefined &&
		memory.baseline === undefined &&
		pass.to === undefined &&
		pass.page === 1;
	if (!mayNarrow) return readingOf(await read(pass.to), pass.to, clock);

	const most = (to?: string) => knownWithin(memory, pass.from, to) + settings.maxItems;
	const whole = await read(undefined, most());
	if (whole.more !== true) return readingOf(whole, undefined, clock);
	let fitting: ReturnType<typeof readingOf> | undefined;
	await findLastDay(pass.from, clock, async (day) => {
		const reading = await read(day, most(day));
		if (reading.more !== true) fitting = readingOf(reading, day, clock);
		return reading.more !== true;
	});
	return fitting ?? readingOf(await read(pass.from), pass.from, clock);
}

/** One page back: rows that arrived meanwhile push the others further on. */
function pageOf({ page }: Pass): Pick<Asked, 'firstPage'> {
	return { firstPage: Math.max(1, page - 1) };
}

function askedFor(memory: DatedMemory, { updates, maxItems }: PollSettings, clock: PollClock) {
	const changed = ({ key, amounts }: Sighting) => {
		const before = memory.known.get(key);
		return updates && before !== undefined && before.amounts !== amounts;
	};
	return {
		clock,
		enough: maxItems,
		matters: (sighting: Sighting) => {
			const before = memory.known.get(sighting.key);
			return before === undefined || sighting.date > before.date || changed(sighting);
		},
		isNews: (sighting: Sighting) => {
			if (sighting.date < memory.from) return false;
			const before = memory.known.get(sighting.key);
			if (before === undefined) return !isOld(memory, sighting);
			return before.amounts !== undefined && changed(sighting);
		},
	};
}

function readingOf(reading: Reading, to: string | undefined, clock: PollClock) {
	const { sightings, latest, complete, nextPage, short } = reading;
	return { sightings, latest, to, complete, nextPage, short, today: clock.today() };
}

/** How many rows of a window are known already. */
function knownWithin({ known }: DatedMemory, from: string, to: string | undefined): number {
	let count = 0;
	for (const { date } of known.values()) {
		if (date >= from && (to === undefined || date <= to)) count += 1;
	}
	return count;
}

/** Looks, day by halved day, for the last one up to which there is no more than one poll gives out. */
async function findLastDay(
	from: string,
	clock: PollClock,
	fits: (day: string) => Promise<boolean>,
): Promise<void> {
	let fitting = 0;
	let tooFar = Math.max(1, daysBetween(from, clock.today()) + 1);
	while (tooFar - fitting > 1 && !clock.isOver()) {
		const middle = Math.floor((fitting + tooFar) / 2);
		if (await fits(addDays(from, middle))) fitting = middle;
		else tooFar = middle;
	}
}
