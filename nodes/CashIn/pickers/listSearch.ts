import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { asError, CashInError } from '../api/errors';
import { pages, pagingOf, type Page } from '../api/pages';
import type { Member } from '../api/generated/members';
import { createRun, type Run } from '../api/run';
import { helsinkiDate } from '../invoicing/dates';
import { ratesInForce } from '../invoicing/vat';
import {
	entryOf,
	newestFirst,
	pickers,
	suggestedCodes,
	suggestionMethod,
	VAT_RATES,
	type Picker,
} from '../api/pickers';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The node's list searches: one for each picker, and one for each code with values that are known. */
export const listSearch: Record<string, Search> = Object.fromEntries([
	...Object.values(pickers).map((picker) => [picker.search, searchOf(picker)]),
	...suggestedCodes.map((code) => [suggestionMethod(code), suggestionsOf(code)]),
	[VAT_RATES, vatRates],
]);

/** Rows requested per page, and entries given at a time out of a list without pages. */
const PAGE_SIZE = 100;

/** So many are enough to look at; whoever wants others types more, or scrolls on. */
const ENOUGH_FOUND = 25;

/** Somebody waits before an open list. */
const PATIENCE_MS = 20_000;

/** A search reads so far at a time; n8n asks for the rest when the user scrolls. */
const MOST_PAGES = 10;

/**
 * What the editor shows when a list is opened, searched or scrolled. A list that cannot be read is an error with its
 * advice and never an empty list, which would say that there are none.
 * @throws CashInError as every request, NodeOperationError when the rows are none that the picker knows
 */
function searchOf(picker: Picker): Search {
	return async function (filter, paginationToken) {
		const text = (filter ?? '').trim();
		const start = Math.max(0, Math.trunc(Number(paginationToken ?? 0)) || 0);
		const run = createRun(this);
		const { entries, next } = await search(run, picker, text, start).catch((error: unknown) => {
			throw forList(run, picker, error);
		});
		const results = [...new Map(entries.map((entry) => [entry.value, entry])).values()];
		return next === undefined ? { results } : { results, paginationToken: String(next) };
	};
}

async function search(run: Run, picker: Picker, text: string, start: number): Promise<Found> {
	return pagingOf(picker.list) === undefined
		? await searchWhole(run, picker, text, start)
		: await searchPages(run, picker, text, Math.max(1, start));
}

/** n8n splits the message of a list that fails at hyphens, and leaves these out: "Cash In". Not this one. */
const NON_BREAKING_HYPHEN = '\u2011';

/** A failure with its advice and the way around it, all in the message: n8n shows nothing else in a list. */
function forList(run: Run, { noun }: Picker, thrown: unknown): CashInError | NodeOperationError {
	const error = asNodeError(run, thrown);
	const { description } = error;
	const advice = typeof description === 'string' ? description : '';
	const around = advice.includes("'By ID'")
		? ''
		: ` Or choose 'By ID' and enter what identifies the ${noun}.`;
	const told = `${error.message.replace(/[.:]?$/, '.')} ${advice}${around}`;
	error.message = told.replace(/ +/g, ' ').replaceAll('-', NON_BREAKING_HYPHEN);
	return error;
}

interface Found {
	entries: INodeListSearchItems[];
	/** Where to go on: a page, or how many entries of a whole list were given. */
	next?: number;
}

async function searchPages(run: Run, picker: Picker, text: string, first: number): Promise<Found> {
	const entries = first === 1 ? await findExactly(run, picker, text) : [];
	const enough = text === '' ? PAGE_SIZE : ENOUGH_FOUND;
	for await (const { rows, number, totalCount, last } of inOrder(run, picker, first)) {
		entries.push(...entriesIn(run, picker, rows, text));
		// More than requested is a list that knows no pages: all of it, unless it tells of more.
		const knowsNoPages = rows.length > PAGE_SIZE;
		if (last || (knowsNoPages && totalCount === undefined)) return { entries };
		const isEnough = entries.length >= enough && !knowsNoPages;
		if (isEnough || number - first + 1 >= MOST_PAGES) return { entries, next: number + 1 };
	}
	return { entries };
}

async function searchWhole(run: Run, picker: Picker, text: string, start: number): Promise<Found> {
	const entries: INodeListSearchItems[] = [];
	for await (const { rows } of read(run, picker)) {
		entries.push(...entriesIn(run, picker, rows, text));
	}
	const end = start + PAGE_SIZE;
	return { entries: entries.slice(start, end), next: end < entries.length ? end : undefined };
}

/**
 * The entry whose whole number was typed, wherever it stands in the list. Digits only: nothing else that is typed
 * into a search, such as a personal identity code, may get into an address.
 */
async function findExactly(
	run: Run,
	picker: Picker,
	text: string,
): Promise<INodeListSearchItems[]> {
	if (picker.exact === undefined || !/^\d{1,20}$/.test(text)) return [];
	try {
		for await (const { rows } of read(run, picker, { [picker.exact]: text })) {
			return entriesIn(run, picker, rows).filter(({ value }) => value === text);
		}
	} catch (error) {
		if (!isStatus(error, [404])) throw asNodeError(run, error);
	}
	return [];
}

/** The pages from the `first` one on, in the picker's order unless Cash-In refuses that. */
async function* inOrder(run: Run, picker: Picker, first: number): AsyncGenerator<Page> {
	try {
		yield* read(run, picker, picker.order, first);
	} catch (error) {
		if (picker.order === undefined || !isStatus(error, [400, 422])) throw asNodeError(run, error);
		yield* read(run, picker, {}, first);
	}
}

function read(
	run: Run,
	{ list, query, noun }: Picker,
	more: Readonly<Record<string, string>> = {},
	firstPage = 1,
): AsyncGenerator<Page> {
	const other = `choose 'By ID' and enter what identifies the ${noun}.`;
	return pages(
		run,
		list,
		{ parameters: { ...query, ...more } },
		{
			pageSize: PAGE_SIZE,
			firstPage,
			listOnly: true,
			timeoutMs: PATIENCE_MS,
			whenLate: `Open the list again in a moment, or ${other}`,
			whenShort: `Open the list again, or ${other}`,
			deadline: Date.now() + PATIENCE_MS,
		},
	);
}

/** The entries that hold every word that was typed, in capitals or not, with accents or without. */
function entriesIn(
	run: Run,
	picker: Picker,
	rows: IDataObject[],
	typed = '',
): INodeListSearchItems[] {
	const entries = newestFirst(picker, rows).map((row) => entryOf(picker, row));
	if (rows.length > 0 && entries.every(({ name }) => name === '')) {
		throw new NodeOperationError(run.node, `The entries of Cash-In's list have no ${picker.id}`, {
			description: `Choose 'By ID' and enter what identifies the ${picker.noun}.`,
		});
	}
	const words = foldAccents(typed).split(/\s+/);
	return entries.filter(
		({ name, value }) => value !== '' && words.every((word) => foldAccents(name).includes(word)),
	);
}

/** In lower case and without accents: whoever types `makinen` means Mäkinen. */
function foldAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The rates of today; any other can be entered. */
async function vatRates(): Promise<INodeListSearchResult> {
	const [general = '', ...reduced] = ratesInForce(helsinkiDate(new Date())) ?? [];
	const results = [
		{ name: `${general} % (General Rate)`, value: general },
		...reduced.map((rate) => ({ name: `${rate} % (Reduced Rate)`, value: rate })),
		{ name: '0 % (No VAT)', value: '0' },
	];
	return { results };
}

function isStatus(error: unknown, statuses: number[]): boolean {
	return error instanceof CashInError && statuses.includes(error.status ?? 0);
}

function asNodeError({ node }: Run, error: unknown) {
	return error instanceof CashInError || error instanceof NodeOperationError
		? error
		: new NodeOperationError(node, asError(error));
}

/** The values of a code that are known, with their meaning. */
function suggestionsOf({ knownValues = [] }: Member): Search {
	return async function (filter = '') {
		const wanted = filter.trim().toLowerCase();
		const results = knownValues
			.map(({ value, meaning }) => ({ name: `${value} – ${meaning}`, value }))
			.filter(({ name }) => name.toLowerCase().includes(wanted));
		return { results };
	};
}
