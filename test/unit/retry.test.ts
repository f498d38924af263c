import type { Fault } from '../../nodes/CashIn/api/errors';
import { readRetryAfter } from '../../nodes/CashIn/api/http';
import { waitBeforeRetry } from '../../nodes/CashIn/api/request';

const status = (code: number, retryAfterMs?: number): Fault => ({
	kind: 'status',
	status: code,
	detail: '',
	retryAfterMs,
});

it('a read waits longer each time, with some chance in it, and gives up after the fourth try', () => {
	const waits = [1, 2, 3, 4].map((tries) =>
		waitBeforeRetry('listSalesInvoices', status(500), tries, 1),
	);
	expect(waits).toEqual([1000, 2000, 4000, undefined]);
	expect(waitBeforeRetry('listSalesInvoices', status(500), 1, 0)).toBe(500);
});

it.each<[string, Fault]>([
	['a server error', status(500)],
	['maintenance', status(503, 1000)],
	['a time-out', { kind: 'timeout', detail: '' }],
	['a cut connection', { kind: 'network', detail: '', code: 'ECONNRESET' }],
])('an invoice is not sent again after %s', (_, fault) => {
	expect(waitBeforeRetry('createInvoice', fault, 1, 1)).toBeUndefined();
});

it('an invoice may go again after a 429, which took nothing; what has legal effect may not', () => {
	expect(waitBeforeRetry('createInvoice', status(429, 2000), 1, 1)).toBe(2000);
	expect(waitBeforeRetry('createCollectionCases', status(429, 2000), 1, 1)).toBeUndefined();
	expect(waitBeforeRetry('renewToken', status(429, 2000), 1, 1)).toBeUndefined();
});

it.each([400, 401, 402, 403, 404])('a %d is final', (code) => {
	expect(waitBeforeRetry('listSalesInvoices', status(code), 1, 1)).toBeUndefined();
});

it('a wait longer than two minutes is left to the user', () => {
	expect(waitBeforeRetry('listSalesInvoices', status(429, 120_000), 1, 1)).toBe(120_000);
	expect(waitBeforeRetry('listSalesInvoices', status(429, 120_001), 1, 1)).toBeUndefined();
});

it.each<[unknown, number | undefined]>([
	['3', 3000],
	[7, 7000],
	['Wed, 20 May 2026 09:00:10 GMT', 10_000],
	['Wed, 20 May 2026 08:00:00 GMT', 0],
	['soon', undefined],
	[undefined, undefined],
])('Retry-After %j is %j milliseconds', (header, expected) => {
	expect(readRetryAfter(header, Date.parse('2026-05-20T09:00:00Z'))).toBe(expected);
});
