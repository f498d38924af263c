import { dayOf, isWithin, lacks, type InvoiceList, type Window } from './invoiceList';

/**
 * Reads the list of one window of dates after the other, until every number is found or the last one has been read
 * to its end. A window that has more pages than numbers are open is left: asking by number is cheaper then.
 *
 * A list that hides rows behind its dates would look like absence. So the list is asked once as it comes, and of
 * what it shows, each invoice dated within a window must be in that window's list too.
 * @returns whether what is still open is surely absent from the last window
 * @throws RangeError when a window lacks an invoice that is in it, or came without a body
 */
export async function readWindows(list: InvoiceList, windows: readonly Window[]): Promise<boolean> {
	const shown = new Map<string, string>();
	let datesTold = true;
	await list.ask(
		{},
		() => false,
		(number, row) => {
			const day = dayOf(row);
			if (day === '') datesTold = false;
			else shown.set(number, day);
		},
	);
	let ended = false;
	for (const window of windows) {
		if (list.open().length === 0) return true;
		ended = await readWindow(list, window, shown);
	}
	return ended && datesTold;
}

async function readWindow(
	list: InvoiceList,
	window: Window,
	shown: ReadonlyMap<string, string>,
): Promise<boolean> {
	const most = list.open().length;
	const lacking = new Set(
		[...shown].filter(([, day]) => isWithin(window, day)).map(([number]) => number),
	);
	const { ended, isList } = await list.ask(
		window,
		({ number, rows, totalCount }) =>
			number === 1 && totalCount !== undefined
				? Math.ceil(totalCount / rows.length) <= most
				: number < most,
		(number) => lacking.delete(number),
	);
	if (!ended) return false;
	if (!isList) throw new RangeError('the list of invoices came without a body');
	const [hidden] = lacking;
	if (hidden === undefined) return true;
	throw new RangeError(lacks(window, hidden));
}
