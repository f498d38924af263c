import {
	dayOf,
	isWithin,
	lacks,
	type InvoiceList,
	type Question,
	type Window,
} from './invoiceList';

/** Pages of one answer: an invoice number leads to one row, and a list that ignores it is not read any further. */
const MOST_PAGES = 20;

/**
 * Asks for each open number by itself. One that is not found counts as absent only where the list without it, read
 * to its end, lacks it too, or where asking by number has been seen to find an invoice that is there.
 * @throws RangeError when the list cannot be trusted with that, and what asking throws
 */
export async function readByNumber(list: InvoiceList, window: Window): Promise<void> {
	let compared = false;
	for (const number of list.open()) {
		if (list.rowsOf(number).length > 0) continue;
		const answer = await ask(list, { ...window, invoiceNumber: number }, MOST_PAGES);
		if (!answer.ended)
			throw new RangeError('the list of invoices is too long to be read to its end');
		if (compared || [...answer.numbers].every((one) => one === number)) continue;
		compared = true;
		// Where the number makes no difference, each further question would give the same list again.
		const whole = await ask(list, window, MOST_PAGES);
		if (whole.ended && isSameSet(whole.numbers, answer.numbers)) return;
	}
	if (list.open().length > 0) await prove(list, window);
}

/** That what was not found by its number is not there. */
async function prove(list: InvoiceList, window: Window): Promise<void> {
	const { ended, numbers, isList } = await ask(list, window, 1);
	if (!isList) throw new RangeError('the list of invoices came without a body');
	if (ended && numbers.size > 0) return;
	if (ended) return await assertNothingHidden(list, window);
	const [there = ''] = numbers;
	const control = await ask(list, { ...window, invoiceNumber: there }, MOST_PAGES);
	if (control.numbers.has(there)) return;
	throw new RangeError(
		`the list of invoices does not find invoice ${there}, which is in it, by its number`,
	);
}

/** A list that is empty between two dates, and not without them, may have understood the dates differently. */
async function assertNothingHidden(list: InvoiceList, window: Window): Promise<void> {
	const hidden: string[] = [];
	await list.ask(
		{},
		() => false,
		(number, row) => {
			if (isWithin(window, dayOf(row))) hidden.push(number);
		},
	);
	if (hidden.length === 0) return;
	// Another run may have sent it since the window was asked for.
	const { numbers } = await ask(list, window, MOST_PAGES);
	const one = hidden.find((number) => !numbers.has(number));
	if (one !== undefined) throw new RangeError(lacks(window, one));
}

async function ask(list: InvoiceList, question: Question, mostPages: number) {
	const numbers = new Set<string>();
	const answer = await list.ask(
		question,
		(page) => page.number < mostPages,
		(number) => numbers.add(number),
	);
	return { ...answer, numbers };
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}
