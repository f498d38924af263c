import { MOST_PAGES, withoutZeros, type KeyList, type ListAnswer } from './keyList';
import type { Window } from './uploadSpec';

/**
 * What absence takes. `none` – nothing is concluded from not finding. `unlessEmpty` – the list has shown a row where
 * one surely is, or has none at all. `always` – it has shown one.
 */
export type Proof = 'none' | 'unlessEmpty' | 'always';

/** A few keys are asked for one by one, many by reading the list: fewer requests either way. */
const FEW = 20;
function isWithin({ from, to }: Window, day: string): boolean {
	return day >= from && day <= to;
}

/**
 * Reads what the list shows of its keys: many by its windows of days, a few or what is left one by one.
 * A key that is not found after that is absent from the last window, unless `proof` is `none`.
 * @throws RangeError when the list cannot be trusted with that, and what asking throws
 */
export async function searchList(
	list: KeyList,
	windows: readonly Window[],
	proof: Proof,
): Promise<void> {
	const last = windows[windows.length - 1];
	if (last === undefined) return;
	const isWhole = list.open().length > FEW && (await readWindows(list, windows, last, proof));
	if (!isWhole && list.open().length > 0) await readByKey(list, last, proof);
}

/**
 * Reads the list of one window after the other, until every key is found or the last one has been read to its end.
 * A window that has more pages than keys are open is left: asking by key is cheaper then.
 * @returns whether what is still open is surely absent from the last window
 */
async function readWindows(
	list: KeyList,
	windows: readonly Window[],
	last: Window,
	proof: Proof,
): Promise<boolean> {
	const sample = proof === 'none' ? new Map<string, string>() : await readSample(list);
	let ended = false;
	for (const window of windows) {
		const most = list.open().length;
		if (most === 0) return true;
		const answer = await list.read(window, {
			goOn: ({ number, rows, totalCount }) =>
				number === 1 && totalCount !== undefined
					? Math.ceil(totalCount / rows.length) <= most
					: number < most,
		});
		ended = answer.ended;
		if (!ended) continue;
		assertList(list, answer);
		await assertShown(list, window, sample, answer);
		if (window === last && proof !== 'none' && list.open().length > 0) {
			await proveWindow(list, window, sample, answer, proof);
		}
	}
	return ended && [...sample.values()].every((day) => day !== '');
}

/**
 * Asks for each open key by itself, without the zeros before it too. One that is not found counts as absent only
 * where the window without it, read to its end, lacks it as well, or where asking by key has been seen to find what
 * is there.
 */
async function readByKey(list: KeyList, window: Window, proof: Proof): Promise<void> {
	let isCompared = false;
	for (const open of list.open()) {
		for (const key of new Set([open, withoutZeros(open)])) {
			if (!list.isOpen(open)) break;
			const answer = await list.read({ ...window, key });
			if (!answer.ended) {
				throw new RangeError(`the list of ${list.lookup.noun}s is too long to be read to its end`);
			}
			if (isCompared || [...answer.days.keys()].every((one) => one === key)) continue;
			isCompared = true;
			// It seems to be the whole list; the last look makes sure of that.
			if (proof === 'none') return;
			// Where the key makes no difference, each further question would give the same list again.
			const whole = await list.read(window);
			if (whole.ended && hasSameKeys(whole.days, answer.days)) return;
		}
	}
	if (list.open().length === 0 || proof === 'none') return;
	await proveAbsence(list, window, proof);
	await lookAgain(list, window, proof);
}

/**
 * Before sending, asks once more for a key that stands alone, as that of a shop's message does: another process may
 * have sent it while absence was being proved, which takes most of the time.
 */
async function lookAgain(list: KeyList, window: Window, proof: Proof): Promise<void> {
	const [key, ...others] = list.open();
	if (key === undefined || others.length > 0 || proof !== 'unlessEmpty') return;
	await list.read({ ...window, key });
}

/** Makes sure that what was not found by its key is not there. */
async function proveAbsence(list: KeyList, window: Window, proof: Proof): Promise<void> {
	const answer = await list.read(window, { goOn: () => false });
	assertList(list, answer);
	const sample = await readSample(list);
	if (answer.ended) {
		await assertShown(list, window, sample, answer);
		await proveWindow(list, window, sample, answer, proof);
		return;
	}
	const within = [...sample].filter(([, day]) => isWithin(window, day)).map(([key]) => key);
	const [first = [...answer.days.keys()][0] ?? '', last = first] = [
		within[0],
		within[within.length - 1],
	];
	for (const key of new Set([first, last])) {
		const control = await list.read({ ...window, key });
		if (control.days.has(key)) continue;
		const { noun } = list.lookup;
		throw new RangeError(
			`the list of ${noun}s does not find ${noun} ${key}, which is in it, by its number`,
		);
	}
}

/** Rows that are surely there, as the list shows them without filters: key and day. */
type Sample = ReadonlyMap<string, string>;

/** Reads the first page of the list as it comes and, where it tells how many there are, the last: its newest and oldest. */
async function readSample(list: KeyList): Promise<Sample> {
	let pages = 1;
	const first = await list.read(
		{},
		{
			goOn: ({ rows, totalCount = 0 }) => {
				pages = Math.ceil(totalCount / rows.length);
				return false;
			},
		},
	);
	if (pages < 2) return first.days;
	const last = await list.read({}, { goOn: () => false, firstPage: pages });
	return new Map([...first.days, ...last.days]);
}

function assertList({ lookup }: KeyList, { isList }: ListAnswer): void {
	if (!isList) throw new RangeError(`the list of ${lookup.noun}s came without a body`);
}

/**
 * A list that hides rows behind its dates would look like absence: what it shows without them, it must show with them.
 * @throws RangeError naming the window and what it lacks
 */
async function assertShown(
	list: KeyList,
	window: Window,
	sample: Sample,
	{ days }: ListAnswer,
): Promise<void> {
	const lacking = [...sample].filter(([key, day]) => isWithin(window, day) && !days.has(key));
	if (lacking.length === 0) return;
	// Another run may have sent it since the window was read.
	const again = await list.read(window);
	const hidden = lacking.find(([key]) => !again.days.has(key));
	if (hidden !== undefined) throw lacks(list, window, hidden[0]);
}

/**
 * A window without any rows may have been understood differently, or be too long for the list. Then one of the same
 * length around a row that is surely there has to show it.
 * @throws RangeError when it does not, and when there is no such row and `proof` wants one
 */
async function proveWindow(
	list: KeyList,
	window: Window,
	sample: Sample,
	{ days }: ListAnswer,
	proof: Proof,
): Promise<void> {
	if (days.size > 0) return;
	const { noun, around } = list.lookup;
	if (sample.size === 0) {
		if (proof === 'unlessEmpty') return;
		throw new RangeError(
			`the list of ${noun}s shows none at all, so that one missing from it proves nothing`,
		);
	}
	const control = [...sample].find(([, day]) => day !== '');
	if (control === undefined) {
		throw new RangeError(
			`the list of ${noun}s tells no dates, so that none between two proves nothing`,
		);
	}
	const [key, day] = control;
	const other = around(window, day);
	const { days: found } = await list.read(other, {
		goOn: ({ number }, shown) => !shown.has(key) && number < MOST_PAGES,
	});
	if (!found.has(key)) throw lacks(list, other, key);
}

/** The list of a window hides a row which the list as it comes shows. */
function lacks({ lookup: { noun } }: KeyList, { from, to }: Window, key: string): RangeError {
	return new RangeError(
		`the list of ${noun}s from ${from} to ${to} lacks ${noun} ${key}, which is of these days`,
	);
}

function hasSameKeys(one: Sample, other: Sample): boolean {
	return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}
