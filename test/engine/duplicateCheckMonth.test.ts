import type { IDataObject } from 'n8n-workflow';

import { invoices as MONTH } from '../support/bulkRun.cts';
import { runCashIn } from '../support/engine';
import { invoice } from '../support/invoices';
import { fromJson } from '../support/invoiceRuns';
import { matching, pageAsked, useOddCashIn } from '../support/oddCashIn';

/** What each filter left of so many invoices: a list of hundreds of thousands is not filtered anew for every page. */
const lists = new Map<string, IDataObject[]>();
const cashIn = useOddCashIn((kept, { page, pageSize, ...filters }) => {
	const key = JSON.stringify([kept.length, filters]);
	const rows = lists.get(key) ?? matching(kept, filters);
	lists.set(key, rows);
	return { body: pageAsked(rows, { page, pageSize }) };
});

it(`a month of ${MONTH} invoices beside two years of them asks a page for each hundred, and few when run again`, async () => {
	cashIn.kept = Array.from({ length: 24 * MONTH }, (_, index) => {
		const day = new Date(Date.UTC(2024, 2 + (index % 24), 2)).toISOString().slice(0, 10);
		return invoice(500_000 + index, { InvoiceDate: day, TotalAmount: 1 });
	});
	const items = Array.from({ length: MONTH }, (_, index) => invoice(1001 + index));
	const run = async () => {
		const before = cashIn.asked.length;
		const { failed } = await runCashIn(
			items,
			fromJson('create', { duplicateCheck: 'beforeSending' }),
			{ baseUrl: cashIn.baseUrl },
			{ onError: 'continueErrorOutput' },
		);
		expect(failed).toEqual([]);
		return cashIn.asked.length - before;
	};
	const first = await run();
	const again = await run();
	expect(cashIn.kept).toHaveLength(25 * MONTH);
	expect(first).toBeLessThanOrEqual(0.25 * MONTH + 5);
	expect(again).toBeLessThanOrEqual(0.02 * MONTH + 5);
}, 600_000);
