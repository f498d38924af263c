import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { useOddCashIn } from '../support/oddCashIn';

/** Nobody waits for the minute that Cash-In is given. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const cashIn = useOddCashIn((kept) => ({
	body: { Data: kept, Meta: { TotalCount: kept.length } },
}));

const create = async (items: IDataObject[], parameters: IDataObject = {}, settings = {}) =>
	await runCashIn(
		items,
		{ ...fromJson('create'), ...parameters },
		{ baseUrl: cashIn.baseUrl },
		{ onError: 'continueErrorOutput', ...settings },
	);
const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);
const errors = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.error);
const taken = (count: number) => ({ UploadedInvoicesCount: count, FailedInvoicesCount: 0 });
const inDoubt = (number: number) =>
	expect.stringContaining(`Invoice ${number} may or may not have been created`);

it('an invoice that Cash-In is still working on when the time runs out is found, and not sent again', async () => {
	let posts = 0;
	cashIn.post = async () => {
		posts += 1;
		// Never answered while the test lasts.
		return await new Promise(() => undefined);
	};
	let looks = 0;
	cashIn.list = () => {
		looks += 1;
		// Committed only after the first look has found nothing.
		if (looks === 3) cashIn.kept.push(invoice(1));
		return { body: { Data: cashIn.kept, Meta: { TotalCount: cashIn.kept.length } } };
	};
	const { success } = await create([invoice(1)], { options: { timeout: 1 } });
	expect(statuses(success)).toEqual(['recovered']);
	expect(posts).toBe(1);
});

it.each<[string, { status?: number; body?: unknown }]>([
	['without a list', { body: { Message: 'List not available' } }],
	['without a body', { status: 204 }],
	['whose rows have no invoice number', { body: { Data: [{ Nr: 1 }], Meta: { TotalCount: 1 } } }],
])('a list %s proves no absence: nothing is sent again', async (_, answer) => {
	cashIn.post = async (invoices) => {
		cashIn.kept.push(...invoices);
		return { status: 500 };
	};
	cashIn.list = () => answer;
	const { success, failed } = await create([invoice(1), invoice(2)]);
	expect(success).toEqual([]);
	expect(errors(failed)).toEqual([inDoubt(1), inDoubt(2)]);
	expect(cashIn.kept).toHaveLength(2);
});

it('a list in lower case is understood', async () => {
	cashIn.post = async (invoices) => {
		cashIn.kept.push(...invoices);
		return { status: 500 };
	};
	cashIn.list = () => ({ body: { data: [{ invoiceNumber: 1 }] } });
	const { success } = await create([invoice(1)]);
	expect(statuses(success)).toEqual(['recovered']);
	expect(cashIn.kept).toHaveLength(1);
});

it.each<[string, IDataObject]>([
	['buyer', { SalesName: 'Another Example Oy' }],
	['total', { TotalAmount: 9 }],
	['date', { InvoiceDate: '2025-03-02' }],
])(
	'an older invoice of the same number with another %s is not taken for the new one',
	async (_, other) => {
		cashIn.post = async () => ({ status: 500 });
		cashIn.list = () => ({ body: { Data: [{ ...invoice(1), TotalAmount: 125.5, ...other }] } });
		const { success, failed } = await create([invoice(1)]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain(
			'Cash-In has an invoice of that number with another buyer',
		);
	},
);

it.each<[string, unknown]>([
	['nothing', undefined],
	['an object that says nothing', {}],
	['a list', [{ InvoiceNumber: 1, Status: 'Failed' }]],
	['text counters that do not add up', { UploadedInvoicesCount: '0', FailedInvoicesCount: '1' }],
])('an upload answered with %s is not called a success', async (_, body) => {
	cashIn.post = async () => ({ status: 202, body });
	const { success, failed } = await create([invoice(1), invoice(2)]);
	expect(success).toEqual([]);
	expect(errors(failed)).toEqual([inDoubt(1), inDoubt(2)]);
});

it('the reason of a failed invoice shows neither the key nor a personal identity code', async () => {
	cashIn.post = async () => ({
		status: 202,
		body: {
			UploadedInvoicesCount: 0,
			FailedInvoicesCount: 1,
			FailedInvoices: [
				{ InvoiceNumber: 1, Message: 'SalesIdentifier 010190-999X and key demo-key' },
			],
		},
	});
	const { failed, run } = await create([invoice(1)]);
	expect(failed[0]?.json.error).toContain(
		'SalesIdentifier [personal identity code] and key [API key]',
	);
	expect(JSON.stringify(run.data.resultData)).not.toMatch(/010190-999X|demo-key/);
});

it.each([400, 413, 422])(
	'a request refused with %d is halved until the bad one stands alone',
	async (status) => {
		cashIn.post = async (invoices) => {
			if (invoices.some(({ InvoiceNumber }) => InvoiceNumber === 3)) return { status };
			cashIn.kept.push(...invoices);
			return { status: 202, body: taken(invoices.length) };
		};
		const { success, failed } = await create([1, 2, 3, 4, 5].map((number) => invoice(number)));
		expect(success.map(({ json }) => json.InvoiceNumber)).toEqual([1, 2, 4, 5]);
		expect(failed.map(({ json }) => json.InvoiceNumber)).toEqual([3]);
	},
);

it('a business rule that refuses a whole request does not blame each invoice in it', async () => {
	cashIn.post = async () => ({ status: 402, body: { Message: 'already in a terminal state' } });
	const { failed } = await create([invoice(1), invoice(2)]);
	expect(failed[0]?.json.message).toMatchObject({
		advice: expect.stringContaining(
			'The request held 2 invoices, and any of them may be the reason',
		),
	});
});

it("n8n's Retry On Fail is refused before anything is sent", async () => {
	cashIn.post = async (invoices) => {
		cashIn.kept.push(...invoices);
		return { status: 202, body: taken(invoices.length) };
	};
	const { error } = await create(
		[invoice(1)],
		{},
		{ retryOnFail: true, maxTries: 2, waitBetweenTries: 0, onError: 'stopWorkflow' },
	);
	expect(error?.message).toContain("'Retry On Fail' is switched on in the Settings of this node");
	expect(cashIn.kept).toEqual([]);
});

it('when nobody can say what was done, the workflow does not say that nothing was', async () => {
	cashIn.post = async () => ({ status: 202, body: {} });
	const { error } = await create([invoice(1), invoice(2)], {}, { onError: 'stopWorkflow' });
	expect(error?.description).toContain('May or may not have been done: items 0-1.');
	expect(error?.description).not.toContain('Nothing was done');
});
