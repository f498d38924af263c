import { addDays, daysBetween } from '../../invoicing/dates';
import {
	dayOf,
	isWithin,
	withoutZeros,
	type InvoiceList,
	type Query,
	type Window,
} from './invoiceList';

/**
 * What absence takes. `none` – nothing is concluded from not finding. `unlessEmpty` – the list has shown an invoice
 * where one surely is, or has none at all. `always` – it has shown one.
 */
export type Proof = 'none' | 'unlessEmpty' | 'always';

/** Pages of one answer: an invoice number leads to one row, and a list that ignores it is not read any further. */
const MOST_PAGES = 20;

/** Invoices that are surely there, as the list shows them without filters: number and day, `''` where it tells none. */
type Sample = ReadonlyArray<{ number: string; day: string }>;

/**
 * Reads the list of one window of dates after the other, until every number is found or the last one has been read
 * to its end. A window that has more pages than numbers are open is left: asking by number is cheaper then.
 * @returns whether what is still open is surely absent from the last window
 * @throws RangeError when a window hides an invoice that is in it, came without a body, or proves nothing
 */
export async function readWindows(
	list: InvoiceList,
	windows: readonly Window[],
	proof: Proof,
): Promise<boolean> {
	const sample = proof === 'none' ? [] : await readSample(list);
	let ended = false;
	for (const window of windows) {
		const most = list.open().length;
		if (most === 0) return true;
		const answer = await read(list, window, ({ number, rows, totalCount }) =>
			number === 1 && totalCount !== undefined
				? Math.ceil(totalCount / rows.length) <= most
				: number < most,
		);
		ended = answer.ended;
		if (!ended) continue;
		if (!answer.isList) throw new RangeError('the list of invoices came without a body');
		await assertShown(list, window, sample, answer.numbers);
		if (window === windows[windows.length - 1] && proof !== 'none' && list.open().length > 0) {
			await proveWindow(list, window, sample, answer.numbers, proof);
		}
	}
	return ended && sample.every(({ day }) => day !== '');
}

/**
 * Asks for each open number by itself, without the zeros before it too. One that is not found counts as absent only
 * where the window without it, read to its end, lacks it as well, or where asking by number has been seen to find
 * invoices that are there.
 * @throws RangeError when the list cannot be trusted with that, and what asking throws
 */
export async function readByNumber(list: InvoiceList, window: Window, proof: Proof): Promise<void> {
	let compared = false;
	for (const number of list.open()) {
		for (const invoiceNumber of new Set([number, withoutZeros(number)])) {
			if (!list.isOpen(number)) break;
			const answer = await read(list, { ...window, invoiceNumber });
			if (!answer.ended)
				throw new RangeError('the list of invoices is too long to be read to its end');
			if (compared || [...answer.numbers].every((one) => one === invoiceNumber)) continue;
			compared = true;
			// It seems to be the whole list; the last look makes sure of that.
			if (proof === 'none') return;
			// Where the number makes no difference, each further question would give the same list again.
			const whole = await read(list, window);
			if (whole.ended && isSameSet(whole.numbers, answer.numbers)) return;
		}
	}
	if (list.open().length > 0 && proof !== 'none') await prove(list, window, proof);
}

/** That what was not found by its number is not there. */
async function prove(list: InvoiceList, window: Window, proof: Proof): Promise<void> {
	const { ended, numbers, isList } = await read(list, window, () => false);
	if (!isList) throw new RangeError('the list of invoices came without a body');
	const sample = await readSample(list);
	if (ended) {
		await assertShown(list, window, sample, numbers);
		await proveWindow(list, window, sample, numbers, proof);
		return;
	}
	const within = sample.filter(({ day }) => isWithin(window, day)).map(({ number }) => number);
	const [first = [...numbers][0] ?? '', last = first] = [within[0], within[within.length - 1]];
	for (const there of new Set([first, last])) {
		const control = await read(list, { ...window, invoiceNumber: there });
		if (control.numbers.has(there)) continue;
		throw new RangeError(
			`the list of invoices does not find invoice ${there}, which is in it, by its number`,
		);
	}
}

/** The first page of the list as it comes and, where it tells how many there are, the last one: its newest and oldest. */
async function readSample(list: InvoiceList): Promise<Sample> {
	const sample = new Map<string, string>();
	const note = (number: string, row: Parameters<typeof dayOf>[0]) =>
		void sample.set(number, dayOf(row));
	let pages = 1;
	await list.read(
		{},
		{
			onRow: note,
			goOn: ({ rows, totalCount = 0 }) => {
				pages = Math.ceil(totalCount / rows.length);
				return false;
			},
		},
	);
	if (pages > 1) await list.read({}, { onRow: note, goOn: () => false, firstPage: pages });
	return [...sample].map(([number, day]) => ({ number, day }));
}

/**
 * A list that hides rows behind its dates would look like absence: what it shows without them, it must show with them.
 * @throws RangeError naming the window and what it lacks
 */
async function assertShown(
	list: InvoiceList,
	window: Window,
	sample: Sample,
	shown: ReadonlySet<string>,
): Promise<void> {
	const lacking = sample.filter(({ number, day }) => isWithin(window, day) && !shown.has(number));
	if (lacking.length === 0) return;
	// Another run may have sent it since the window was read.
	const { numbers } = await read(list, window);
	const hidden = lacking.find(({ number }) => !numbers.has(number));
	if (hidden !== undefined) throw new RangeError(lacks(window, hidden.number));
}

/**
 * A window without any rows may have been understood differently, or be too long for the list. Then one of the same
 * length around an invoice that is surely there has to show it.
 * @throws RangeError when it does not, and when there is no such invoice and `proof` wants one
 */
async function proveWindow(
	list: InvoiceList,
	window: Window,
	sample: Sample,
	shown: ReadonlySet<string>,
	proof: Proof,
): Promise<void> {
	if (shown.size > 0) return;
	if (sample.length === 0) {
		if (proof === 'unlessEmpty') return;
		throw new RangeError(
			'the list of invoices shows none at all, so that one missing from it proves nothing',
		);
	}
	const control = sample.find(({ day }) => day !== '');
	if (control === undefined) {
		throw new RangeError(
			'the list of invoices tells no dates, so that none between two proves nothing',
		);
	}
	const length = daysBetween(window.fromInvDate, window.toInvDate);
	const fromInvDate = addDays(control.day, -Math.floor(length / 2));
	const around = { fromInvDate, toInvDate: addDays(fromInvDate, length) };
	let found = false;
	await list.read(around, {
		onRow: (number) => {
			if (number === control.number) found = true;
		},
		goOn: ({ number }) => !found && number < MOST_PAGES,
	});
	if (!found) throw new RangeError(lacks(around, control.number));
}

/** In a sentence, that the list of a window hides an invoice which the list as it comes shows. */
function lacks({ fromInvDate, toInvDate }: Window, number: string): string {
	return `the list of invoices from ${fromInvDate} to ${toInvDate} lacks invoice ${number}, which is of these days`;
}

async function read(
	list: InvoiceList,
	query: Query,
	goOn: NonNullable<Parameters<InvoiceList['read']>[1]>['goOn'] = ({ number }) =>
		number < MOST_PAGES,
) {
	const numbers = new Set<string>();
	const answer = await list.read(query, { goOn, onRow: (number) => void numbers.add(number) });
	return { ...answer, numbers };
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}
