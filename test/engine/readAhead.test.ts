import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { createTrigger, runCashIn } from '../support/engine';
import {
	createPagedServer,
	listOf,
	pageOf,
	rowsOf,
	type PageAnswer,
	type PagedServer,
} from '../support/pagedServer';

const payments = { resource: 'payment', operation: 'getAllocated', returnAll: true };

const servers: PagedServer[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});
async function serve(answer: PageAnswer): Promise<PagedServer> {
	const server = await createPagedServer(answer);
	servers.push(server);
	return server;
}
const read = async (
	{ baseUrl }: PagedServer,
	parameters: IDataObject = {},
	items: IDataObject[] = [{}],
) => await runCashIn(items, { ...payments, ...parameters }, { baseUrl });
const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.AllocationId);
const numbers = (count: number) => rowsOf(count).map(({ AllocationId }) => AllocationId);

/**
 * Holds answers back until so many are waiting, then gives them, the latest request first.
 * @param held how many answers are held back in all, after the first page
 */
function inBursts(size: number, answer: PageAnswer, held = Infinity): PageAnswer {
	let waiting: Array<() => void> = [];
	let left = held;
	return async (page, pageSize) => {
		if (page > 1 && left > 0) {
			left -= 1;
			const turn = new Promise<void>((resolve) => waiting.unshift(resolve));
			if (waiting.length === size) {
				const ready = waiting;
				waiting = [];
				for (const go of ready) go();
			}
			await turn;
		}
		return await answer(page, pageSize);
	};
}

it.each([
	['by default', {}, 4],
	['with two', { pagesInFlight: 2 }, 2],
	['with eight', { pagesInFlight: 8 }, 8],
])(
	'Return All %s keeps that many pages under way, and gives the items in order',
	async (_, options, size) => {
		// Nothing is answered before so many pages have been asked for: fewer would wait forever.
		const server = await serve(inBursts(size, listOf(100 + 800 * size)));
		const { success, error } = await read(server, { options });
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(100 + 800 * size));
		expect(server.mostAtOnce()).toBe(size);
		expect([...server.asked].sort((a, b) => a - b)).toEqual(
			Array.from({ length: 1 + 8 * size }, (_each, index) => index + 1),
		);
	},
	20_000,
);

it('with one page in flight there is one request at a time', async () => {
	const server = await serve(listOf(1_000));
	const { success } = await read(server, { options: { pagesInFlight: 1 } });
	expect(ids(success)).toEqual(numbers(1_000));
	expect(server.mostAtOnce()).toBe(1);
	expect(server.asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it('a list that does not tell its length is read one page at a time', async () => {
	const rows = rowsOf(450);
	const server = await serve((page, pageSize) => ({ body: pageOf(rows, page, pageSize).Data }));
	const { success } = await read(server, { options: { pagesInFlight: 8 } });
	expect(ids(success)).toEqual(numbers(450));
	expect(server.mostAtOnce()).toBe(1);
	expect(server.asked).toEqual([1, 2, 3, 4, 5, 6]);
});

it.each([0, 9, 1.5, 'many'])('%p pages in flight are refused', async (pagesInFlight) => {
	const server = await serve(listOf(1));
	const { error } = await read(server, { options: { pagesInFlight } });
	expect(error?.message).toBe("'Pages in Flight' must be a whole number from 1 to 8 [item 0]");
	expect(server.asked).toEqual([]);
});

describe('no page is asked for that is not needed', () => {
	it.each([
		[100, 1],
		[101, 2],
		[450, 5],
		[500, 5],
	])('by a limit of %d: %d pages', async (limit, count) => {
		const server = await serve(listOf(10_000));
		const { success } = await read(server, {
			returnAll: false,
			limit,
			options: { pagesInFlight: 8 },
		});
		expect(ids(success)).toEqual(numbers(limit));
		expect(server.asked).toHaveLength(count);
	});

	it('by a limit, from a server that gives 40 rows at most', async () => {
		const server = await serve((page) => listOf(1_000)(page, 40));
		const { success } = await read(server, { returnAll: false, limit: 150 });
		expect(ids(success)).toEqual(numbers(150));
		expect(server.asked).toHaveLength(4);
	});

	it('by a limit, after a first page that is short', async () => {
		const server = await serve((page, pageSize) => {
			const { Data, Meta } = pageOf(rowsOf(1_000), page, pageSize);
			return { body: { Data: page === 1 ? Data.slice(0, 10) : Data, Meta } };
		});
		const { success } = await read(server, { returnAll: false, limit: 150 });
		expect(success).toHaveLength(150);
		expect(server.asked).toEqual([1, 2, 3]);
	});

	it('by Return All, from a server that gives 40 rows at most and says 100', async () => {
		const rows = rowsOf(1_000);
		const server = await serve((page) => {
			const { Data, Meta } = pageOf(rows, page, 40);
			return { body: { Data, Meta: { ...Meta, PageSize: 100 } } };
		});
		const { success } = await read(server);
		expect(ids(success)).toEqual(numbers(1_000));
		expect(server.asked).toHaveLength(25);
		expect(server.mostAtOnce()).toBe(4);
	});

	it('from a server that knows no paging and gives all it has', async () => {
		const server = await serve(() => ({ body: pageOf(rowsOf(250), 1, 250) }));
		const { success } = await read(server);
		expect(ids(success)).toEqual(numbers(250));
		expect(server.asked).toEqual([1]);
	});
});

describe('a list that is not as it said', () => {
	it('ends with the page that comes again, and is an error', async () => {
		const server = await serve(() => ({ body: pageOf(rowsOf(50), 1, 50, 5_000) }));
		const { success, error } = await read(server);
		expect(success).toEqual([]);
		expect(error?.message).toContain('it tells of 5000 rows, and 50 came');
		expect(server.asked.length).toBeLessThan(20);
	});

	it('ends with the first empty page, whatever came of those behind it, and is an error', async () => {
		const server = await serve((page, pageSize) =>
			page > 3
				? { status: 400, body: { Message: 'no such page' } }
				: { body: pageOf(rowsOf(200), page, pageSize, 1_000) },
		);
		const { success, error } = await read(server);
		expect(success).toEqual([]);
		expect(error?.message).toContain('it tells of 1000 rows, and 200 came');
	});

	it('ends at the total, though there be more', async () => {
		const server = await serve(listOf(1_000, 300));
		const { success } = await read(server);
		expect(ids(success)).toEqual(numbers(300));
		expect(server.asked).toHaveLength(3);
	});

	it('is read on when it has grown meanwhile', async () => {
		const server = await serve((page, pageSize) => ({
			body: pageOf(rowsOf(page < 3 ? 300 : 750), page, pageSize),
		}));
		const { success } = await read(server);
		expect(ids(success)).toEqual(numbers(750));
	});

	it('is read to its end all the same when it says that it has shrunk meanwhile', async () => {
		const server = await serve((page, pageSize) => ({
			body: pageOf(rowsOf(1_000), page, pageSize, page < 3 ? 1_000 : 300),
		}));
		const { success } = await read(server);
		expect(ids(success)).toEqual(numbers(1_000));
	});

	it('gives what it gives to one who reads page by page', async () => {
		const lists = fc.record({
			rows: fc.integer({ min: 0, max: 900 }),
			/** What is told on each page, in turn; a total of its own, the true one, or none. */
			told: fc.array(fc.option(fc.integer({ min: 0, max: 1_000 })), { minLength: 1, maxLength: 4 }),
			most: fc.integer({ min: 20, max: 150 }),
			repeatsFrom: fc.option(fc.integer({ min: 2, max: 12 })),
			limit: fc.option(fc.integer({ min: 1, max: 900 })),
		});
		await fc.assert(
			fc.asyncProperty(
				lists,
				fc.integer({ min: 2, max: 8 }),
				async ({ rows, told, most, repeatsFrom, limit }, pagesInFlight) => {
					const all = rowsOf(rows);
					const answer: PageAnswer = (asked, pageSize) => {
						const page = Math.min(asked, repeatsFrom ?? asked);
						const size = Math.min(pageSize, most);
						const TotalCount = told[page % told.length] ?? undefined;
						const { Data, Meta } = pageOf(all, page, size);
						return { body: { Data, Meta: { ...Meta, TotalCount } } };
					};
					const how = limit === null ? {} : { returnAll: false, limit };
					const [one, many] = [await createPagedServer(answer), await createPagedServer(answer)];
					try {
						const expected = await read(one, { ...how, options: { pagesInFlight: 1 } });
						const found = await read(many, { ...how, options: { pagesInFlight } });
						expect(ids(found.success)).toEqual(ids(expected.success));
						expect(found.error?.message).toEqual(expected.error?.message);
					} finally {
						await Promise.all([one.close(), many.close()]);
					}
				},
			),
			{ numRuns: 60 },
		);
	}, 120_000);
});

it('a page that cannot be had is the error, though the pages behind it came', async () => {
	const server = await serve((page, pageSize) =>
		page === 3 ? { status: 403, body: { Message: 'not this one' } } : listOf(900)(page, pageSize),
	);
	const { success, error } = await read(server);
	expect(success).toEqual([]);
	expect(error?.message).toContain('Cash-In answered 403: not this one');
});

describe('after the first 429', () => {
	it('there is one request at a time, for the items that follow too', async () => {
		let refusals = 0;
		const busy: PageAnswer = (page, pageSize) => {
			if (server.atOnce() === 1) return listOf(1_500)(page, pageSize);
			refusals += 1;
			return { status: 429, headers: { 'retry-after': '0' } };
		};
		const server = await serve(inBursts(8, busy, 8));
		const { success, error } = await read(server, { options: { pagesInFlight: 8 } }, [{}, {}]);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual([...numbers(1_500), ...numbers(1_500)]);
		// The eight that were under way together; none of them is refused again, and no other.
		expect(refusals).toBe(8);
	});

	it('nothing is asked before the time Cash-In named is over, whichever request was told', async () => {
		let opensAt = Infinity;
		let refusals = 0;
		const closed: PageAnswer = (page, pageSize) => {
			const opened = refusals > 0 && performance.now() >= opensAt;
			if (page === 1 || opened) return listOf(400)(page, pageSize);
			opensAt = Math.min(opensAt, performance.now() + 900);
			refusals += 1;
			return { status: 429, headers: { 'retry-after': refusals === 1 ? '1' : '0' } };
		};
		const server = await serve(inBursts(3, closed, 3));
		const { success, error } = await read(server);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(400));
		expect(refusals).toBe(3);
	});
});

it('a cancelled execution asks for no further page', async () => {
	const cancelled = new AbortController();
	const server: PagedServer = await serve((page, pageSize) => {
		if (page === 6) cancelled.abort();
		return listOf(5_000)(page, pageSize);
	});
	const { error } = await runCashIn(
		[{}],
		payments,
		{ baseUrl: server.baseUrl },
		{},
		cancelled.signal,
	);
	expect(error?.message).toContain('The execution was cancelled while Cash-In was being asked');
	// Those under way together with page 6 may have gone out; one more round trip shows that nothing follows.
	await fetch(`${server.baseUrl}/?page=0`);
	expect(Math.max(...server.asked)).toBeLessThanOrEqual(9);
});

it('the trigger reads its list one page at a time', async () => {
	const total = { now: 0 };
	const server = await serve((page, pageSize) => listOf(total.now)(page, pageSize));
	const { poll } = createTrigger({}, { baseUrl: server.baseUrl });
	await poll('trigger', 'activate');
	total.now = 900;
	expect(await poll()).toHaveLength(900);
	expect(server.asked).toHaveLength(1 + 9);
	expect(server.mostAtOnce()).toBe(1);
});

it('lists that come in pages offer Pages in Flight, and lists that reading may change do not', () => {
	const offering = catalogue.flatMap(({ value, operations }) =>
		operations
			.filter(
				({ run }) =>
					'each' in run && JSON.stringify(run.each.description).includes('pagesInFlight'),
			)
			.map((operation) => `${value}: ${operation.value}`),
	);
	expect(offering).toEqual(['invoice: getAll', 'payment: getAllocated']);
});
