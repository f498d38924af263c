import type { IDataObject } from 'n8n-workflow';

import { createTrigger, runCashIn } from '../support/engine';
import {
	createPagedServer,
	pageOf,
	rowsOf,
	type PageAnswer,
	type PagedServer,
} from '../support/pagedServer';
import { searchList } from '../support/pickers';

const NOON = '2026-05-20T09:00:00Z';

const servers: PagedServer[] = [];
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});
async function serve(answer: PageAnswer): Promise<PagedServer> {
	const server = await createPagedServer(answer);
	servers.push(server);
	return server;
}

/** A list whose endpoint has page parameters in the contract, and one whose endpoint has none. */
const PAGED = { resource: 'payment', operation: 'getAllocated' };
const UNPAGED = { resource: 'payment', operation: 'getReceived' };
const SETTLEMENTS = { resource: 'settlement', operation: 'getAll' };

const read = async (
	{ baseUrl }: PagedServer,
	parameters: IDataObject,
	how: IDataObject = { returnAll: true },
) => await runCashIn([{}], { ...parameters, simplify: false, ...how }, { baseUrl });
const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.AllocationId);
const numbers = (count: number) => rowsOf(count).map(({ AllocationId }) => AllocationId);

/** Pages counted from 0: what is asked for as page 1 is the second one. */
const fromZero =
	(total: number): PageAnswer =>
	(page, pageSize) => ({ body: pageOf(rowsOf(total), page + 1, pageSize) });

describe('Return All of a list that tells more rows than it gives', () => {
	it.each([
		['a list in pages', PAGED],
		['a list without pages in the contract', UNPAGED],
		['a list of settlements', SETTLEMENTS],
	])('%s: is an error that says how many are missing, and no rows', async (_, parameters) => {
		const server = await serve(() => ({ body: pageOf(rowsOf(100), 1, 100, 250) }));
		const { success, error } = await read(server, parameters);
		expect(success).toEqual([]);
		expect(error?.message).toContain('it tells of 250 rows, and 100 came');
		expect(error?.description).toContain("'Limit'");
	});

	it.each([
		['total beside a page', { Rows: rowsOf(100), page: 1, total: 250 }],
		['TotalRows', { Rows: rowsOf(100), TotalRows: 250 }],
		['count', { results: rowsOf(100), count: 250, next: null }],
		['Meta.Total', { Data: rowsOf(100), Meta: { Total: 250 } }],
		['a total in text', { Data: rowsOf(100), Meta: { TotalCount: '250' } }],
		['pagination.totalItems', { data: rowsOf(100), pagination: { totalItems: 250 } }],
		['HasMore', { Data: rowsOf(100), Meta: { HasMore: true } }],
		['a link to the next page', { Data: rowsOf(100), next: '/receivedpayments?page=2' }],
		['three pages', { Data: rowsOf(100), Meta: { Page: 1, TotalPages: 3 } }],
	])('told as %s', async (_, body) => {
		const server = await serve(() => ({ body }));
		const { success, error } = await read(server, UNPAGED);
		expect(success).toEqual([]);
		expect(error?.message).toMatch(/and 100( rows)? came/);
	});

	it.each([
		['a sum of money', { Rows: rowsOf(3), total: 1_240 }],
		['a count of the rows', { Rows: rowsOf(3), count: 3 }],
		['the rows of this page', { Data: rowsOf(3), Meta: { Count: 3, Page: 1, PageSize: 100 } }],
		['no next page', { Data: rowsOf(3), Meta: { HasMore: false, TotalPages: 1 }, next: null }],
	])('%s is no sign of more', async (_, body) => {
		const server = await serve(() => ({ body }));
		const { success, error } = await read(server, UNPAGED);
		expect(error).toBeUndefined();
		expect(success).toHaveLength(3);
		expect(server.asked).toHaveLength(1);
	});

	it('is no error where Limit is no more than what came', async () => {
		const server = await serve(() => ({ body: pageOf(rowsOf(100), 1, 100, 250) }));
		const { success, error } = await read(server, UNPAGED, { limit: 100 });
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(100));
		expect(server.asked).toHaveLength(1);
	});

	it('is an error where Limit is more than what came', async () => {
		const server = await serve(() => ({ body: pageOf(rowsOf(100), 1, 100, 250) }));
		const { error } = await read(server, UNPAGED, { limit: 101 });
		expect(error?.message).toContain('it tells of 250 rows, and 100 came');
	});

	it('fails the item it belongs to, and the others go on', async () => {
		const server = await serve((_page, _size, { invoiceNumber } = {}) => ({
			body: pageOf(rowsOf(2), 1, 100, invoiceNumber === '1' ? 3 : 2),
		}));
		const { success, failed } = await runCashIn(
			[{ number: '1' }, { number: '2' }],
			{ ...UNPAGED, returnAll: true, filters: { invoiceNumber: '={{ $json.number }}' } },
			{ baseUrl: server.baseUrl },
			{ onError: 'continueErrorOutput' },
		);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
	});

	it('of settlements is not asked for again, and says that they may be marked as read', async () => {
		const server = await serve(() => ({ body: pageOf(rowsOf(100), 1, 100, 250) }));
		const { error } = await read(server, SETTLEMENTS);
		expect(server.asked).toHaveLength(1);
		expect(error?.description).toContain('may have marked the settlements as read');
	});
});

describe('a list without pages in the contract that comes in pages all the same', () => {
	it.each([100, 30])('is read on, %d rows at a time', async (size) => {
		const server = await serve((page) => ({ body: pageOf(rowsOf(250), page, size) }));
		const { success, error } = await read(server, UNPAGED);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(250));
		expect(server.asked).toHaveLength(Math.ceil(250 / size));
	});

	it('is read whole where its second page is page 1', async () => {
		const server = await serve((page, _size, query = {}) => ({
			body: pageOf(rowsOf(250), query.page === undefined ? 1 : page + 1, 100),
		}));
		const { success, error } = await read(server, UNPAGED);
		expect(error).toBeUndefined();
		expect(new Set(ids(success))).toEqual(new Set(numbers(250)));
		expect(success).toHaveLength(250);
	});

	it('is asked for nothing but itself when it came whole', async () => {
		const queries: unknown[] = [];
		const server = await serve((page, size, query) => {
			queries.push(query);
			return { body: pageOf(rowsOf(80), page, size) };
		});
		await read(server, UNPAGED);
		expect(queries).toEqual([{}]);
	});

	it.each([400, 404, 422])('is an error when a further page is refused with %d', async (status) => {
		const server = await serve((_page, _size, query = {}) =>
			query.page === undefined ? { body: pageOf(rowsOf(100), 1, 100, 250) } : { status },
		);
		const { error } = await read(server, UNPAGED);
		expect(error?.message).toContain('it tells of 250 rows, and 100 came');
	});
});

describe('a list in pages', () => {
	it.each([80, 100, 250, 300])('whose first page is page 0 is given whole: %d', async (total) => {
		const server = await serve(fromZero(total));
		const { success, error } = await read(server, PAGED);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(total));
	});

	it('whose last page comes again and again ends where its total says', async () => {
		const server = await serve((page, size) => ({
			body: pageOf(rowsOf(250), Math.min(page, 3), size),
		}));
		const { success, error } = await read(server, PAGED);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(250));
	});

	it('whose last page comes again and again is an error when it tells more', async () => {
		const server = await serve((page, size) => ({
			body: pageOf(rowsOf(250), Math.min(page, 3), size, 260),
		}));
		const { success, error } = await read(server, PAGED);
		expect(success).toEqual([]);
		expect(error?.message).toContain('it tells of 260 rows, and 250 came');
	});

	it('that gives fewer rows to a page than asked for, and does not say so, is given whole', async () => {
		const server = await serve((page) => {
			const { Data } = pageOf(rowsOf(250), page, 30);
			return { body: { Data, Meta: { TotalCount: 250 } } };
		});
		const { success, error } = await read(server, PAGED);
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(250));
	});

	it('from which a row went while it was read is read again, so that none is missing', async () => {
		let asked = 0;
		const server = await serve((page, size) => {
			asked += 1;
			// After the first page one of its rows is gone, and the next row slips over to it.
			const rows = asked === 1 ? rowsOf(250) : rowsOf(250).slice(1);
			return { body: pageOf(rows, page, size) };
		});
		const { success, error } = await read(server, PAGED, {
			returnAll: true,
			options: { pagesInFlight: 1 },
		});
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(numbers(250).slice(1));
	});

	it('to which a row came while it was read is read again, so that none is there twice', async () => {
		let asked = 0;
		const server = await serve((page, size) => {
			asked += 1;
			const rows = asked === 1 ? rowsOf(250) : [{ AllocationId: 'new' }, ...rowsOf(250)];
			return { body: pageOf(rows, page, size) };
		});
		const { success, error } = await read(server, PAGED, {
			returnAll: true,
			options: { pagesInFlight: 1 },
		});
		expect(error).toBeUndefined();
		expect(ids(success)).toEqual(['new', ...numbers(250)]);
	});

	it('that loses a row with every page is an error in the end, and no list with holes', async () => {
		let left = 900;
		const server = await serve((page, size) => {
			left -= 1;
			return { body: pageOf(rowsOf(900).slice(-left), page, size) };
		});
		const { success, error } = await read(server, PAGED, {
			returnAll: true,
			options: { pagesInFlight: 1 },
		});
		expect(success).toEqual([]);
		expect(error?.message).toContain('it changed while it was read');
	});

	it('with equal rows on two pages gives each of them', async () => {
		const rows = [{ Amount: 10 }, { Amount: 10 }, { Amount: 20 }, { Amount: 20 }];
		for (const told of [4, undefined]) {
			const server = await serve((page) => {
				const { Data } = pageOf(rows, page, 1);
				return { body: { Data, Meta: { TotalCount: told } } };
			});
			const { success, error } = await read(server, PAGED);
			expect(error).toBeUndefined();
			expect(success.map(({ json }) => json)).toEqual(rows);
		}
	});

	it('with two pages that are equal row by row gives both', async () => {
		const rows = [{ Amount: 10 }, { Amount: 20 }, { Amount: 10 }, { Amount: 20 }];
		const server = await serve((page) => ({ body: pageOf(rows, page, 2) }));
		const { success, error } = await read(server, PAGED);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toEqual(rows);
	});
});

describe('a list to choose from in the editor', () => {
	const invoices = (total: number) =>
		Array.from({ length: total }, (_, index) => ({
			InvoiceNumber: String(index + 1),
			SalesName: 'Example Buyer Oy',
		}));

	it.each(['searchInvoices', 'searchCustomers', 'searchCases'] as const)(
		'%s: that tells more entries than it gives is an error with its way out',
		async (method) => {
			const rows = [{ InvoiceNumber: '1', CustomerCode: '1', CaseId: '1', Name: 'Example Oy' }];
			const server = await serve(() => ({ body: pageOf(rows, 1, 100, 30) }));
			await expect(searchList(method, { baseUrl: server.baseUrl })).rejects.toMatchObject({
				message: expect.stringContaining('it tells of 30 rows, and 1 came'),
				description: expect.stringContaining("choose 'By ID'"),
			});
		},
	);

	it('shows the entries of a first page that is page 0', async () => {
		const server = await serve((page, size) => ({
			body: pageOf(invoices(40), page + 1, size),
		}));
		const { results } = await searchList('searchInvoices', { baseUrl: server.baseUrl });
		expect(results).toHaveLength(40);
	});

	it('is an error when a page of more rows than asked for is not all of them', async () => {
		const server = await serve(() => ({ body: pageOf(invoices(150), 1, 150, 400) }));
		await expect(
			searchList('searchInvoices', { baseUrl: server.baseUrl }, 'buyer'),
		).rejects.toThrow('it tells of 400 rows, and 150 came');
	});
});

describe('the trigger', () => {
	beforeEach(() => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOON));
	});
	const dated = (total: number) =>
		Array.from({ length: total }, (_, index) => ({
			AllocationId: String(index + 1),
			SettlementNumber: String(index + 1),
			InvoiceNumber: String(index + 1),
			Status: 'Paid',
			Amount: 10,
			PaymentDate: '2026-05-20',
			SettlementDate: '2026-05-20',
			InvoiceDate: '2026-05-20',
			Dates: { PaymentDate: '2026-05-20' },
		}));
	const events = [
		'paymentReceived',
		'paymentAllocated',
		'settlementPublished',
		'invoiceStatusChanged',
		'caseStatusChanged',
	];
	const given = (items: IDataObject[] | null) => items?.map(({ InvoiceNumber }) => InvoiceNumber);

	it.each(events)(
		'%s: gives out what a list in part shows, then fails until it is whole, and skips and repeats nothing',
		async (event) => {
			const list = { rows: dated(0), told: 0, shown: 0 };
			const server = await serve(() => ({
				body: pageOf(list.rows.slice(0, list.shown), 1, 1_000, list.told),
			}));
			const running = createTrigger({ event }, { baseUrl: server.baseUrl });
			expect(await running.poll('trigger', 'activate')).toBeNull();
			Object.assign(list, { rows: dated(250), told: 250, shown: 100 });
			expect(given(await running.poll())).toEqual(
				dated(100).map(({ InvoiceNumber }) => InvoiceNumber),
			);
			const kept = running.memory;
			for (let again = 0; again < 2; again += 1) {
				await expect(running.poll()).rejects.toMatchObject({
					message: expect.stringContaining('it tells of 250 rows, and 100 came'),
					description: expect.stringContaining('skips nothing'),
				});
			}
			expect(running.memory).toEqual(kept);
			list.shown = 250;
			expect(given(await running.poll())).toEqual(
				dated(250)
					.slice(100)
					.map(({ InvoiceNumber }) => InvoiceNumber),
			);
			expect(await running.poll()).toBeNull();
		},
	);

	it.each(events)(
		'%s: is not activated by a list in part, and is by a whole one',
		async (event) => {
			const list = { shown: 100 };
			const server = await serve(() => ({ body: pageOf(dated(list.shown), 1, 1_000, 250) }));
			const running = createTrigger({ event }, { baseUrl: server.baseUrl });
			await expect(running.poll('trigger', 'activate')).rejects.toThrow(
				'it tells of 250 rows, and 100 came',
			);
			expect(running.memory).toEqual({});
			list.shown = 250;
			expect(await running.poll('trigger', 'activate')).toBeNull();
			expect(await running.poll()).toBeNull();
		},
	);

	it.each(['paymentReceived', 'caseStatusChanged'])(
		'%s: reads the further pages of a list that has none in the contract',
		async (event) => {
			const total = { now: 0 };
			const server = await serve((page) => ({ body: pageOf(dated(total.now), page, 100) }));
			const { poll } = createTrigger({ event }, { baseUrl: server.baseUrl });
			await poll('trigger', 'activate');
			total.now = 250;
			expect(await poll()).toHaveLength(250);
			expect(await poll()).toBeNull();
		},
	);

	it.each(['paymentAllocated', 'invoiceStatusChanged'])(
		'%s: reads a list whose first page is page 0',
		async (event) => {
			const total = { now: 0 };
			const server = await serve((page, size) => ({
				body: pageOf(dated(total.now), page + 1, size),
			}));
			const { poll } = createTrigger({ event }, { baseUrl: server.baseUrl });
			await poll('trigger', 'activate');
			for (const now of [40, 250]) {
				const before = total.now;
				total.now = now;
				expect(await poll()).toHaveLength(now - before);
				expect(await poll()).toBeNull();
			}
		},
	);
});
