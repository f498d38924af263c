import type { IDataObject } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { runCashIn } from '../support/engine';
import { hintsOf } from '../support/invoiceRuns';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });

const PAYMENTS = { resource: 'payment', operation: 'getAllocated', returnAll: true };
const read = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await runCashIn(items, parameters, { baseUrl: simulator().url });
const hints = async (parameters: IDataObject, items?: IDataObject[]) => {
	const result = await read(parameters, items);
	expect(result.error).toBeUndefined();
	return hintsOf(result).map(({ message }) => message);
};

describe('allocated payments without dates', () => {
	it('say that Cash-In gives 30 days, and which filter changes that', async () => {
		expect(await hints(PAYMENTS)).toEqual([
			"Without dates, Cash-In gives the last 30 days only. For others, add the filter 'Payment Date From' or 'Accounting Date From'.",
		]);
	});

	it('say so once, however many items ask', async () => {
		expect(await hints(PAYMENTS, [{}, {}, {}])).toHaveLength(1);
	});

	it('say so where one of the items has no dates', async () => {
		const filters = { paymentDateFrom: '={{ $json.from }}' };
		const items = [{ from: '2026-01-01' }, { from: '' }];
		expect(await hints({ ...PAYMENTS, filters }, items)).toHaveLength(1);
	});

	it.each(['paymentDateFrom', 'paymentDateTo', 'accountingDateFrom', 'accountingDateTo'])(
		'say nothing when %s is given',
		async (name) => {
			expect(await hints({ ...PAYMENTS, filters: { [name]: '2026-05-01' } })).toEqual([]);
		},
	);

	it('say so though another filter is given', async () => {
		expect(await hints({ ...PAYMENTS, filters: { invoiceNumber: '1042' } })).toHaveLength(1);
	});

	it('say nothing where the limit was reached, and say so where it was not', async () => {
		simulator().control.seed({ payments: 5, seed: 1, spreadDays: 5 });
		expect(await hints({ ...PAYMENTS, returnAll: false, limit: 5 })).toEqual([]);
		expect(await hints({ ...PAYMENTS, returnAll: false, limit: 6 })).toHaveLength(1);
	});
});

it.each([
	['settlement', 'getAll', "'From Date'"],
	['invoice', 'getDeliveryInformation', "'From Inv Date'"],
])(
	'%s: %s says that it may be so, since it is our reading',
	async (resource, operation, filter) => {
		const found = await hints({ resource, operation, returnAll: true });
		expect(found).toEqual([
			`Without dates, Cash-In may give the last 30 days only (our reading). For others, add the filter ${filter}.`,
		]);
	},
);

it.each([
	['payment', 'getReceived'],
	['invoice', 'getAll'],
	['customer', 'getAll'],
])('%s: %s says nothing, since nothing is known', async (resource, operation) => {
	expect(await hints({ resource, operation, returnAll: true })).toEqual([]);
});

it('the filters say so too', () => {
	const { properties } = new CashIn().description;
	const filters = properties.find(
		({ name, displayOptions }) =>
			name === 'filters' && displayOptions?.show?.operation?.includes('getAllocated') === true,
	);
	const days = 'Without dates, Cash-In gives the last 30 days only.';
	expect(filters?.description).toBe(days);
	const described = (filters?.options ?? []).filter(
		(option) => 'description' in option && option.description?.includes(days) === true,
	);
	expect(described.map(({ name }) => name)).toEqual([
		'accountingDateFrom',
		'accountingDateTo',
		'paymentDateFrom',
		'paymentDateTo',
	]);
});
