import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

const INFORMATION = '/invoicesdeliveryinformation';

interface Delivery {
	InvoiceNumber: string;
	DeliveryStatus: string;
}

beforeEach(async () => {
	const { api, sim } = running;
	await sim.post('/fail-deliveries', { invoiceNumbers: [2, '4'], reason: 'Mailbox full' });
	await api.post('/gensalesinvoices', [
		exampleInvoice(1, 10, { DeliveryType: 'E' }),
		exampleInvoice(2, 10, { DeliveryType: 'E' }),
		exampleInvoice(3, 10, { DeliveryType: 'P' }),
	]);
	await sim.post('/clock', { advanceDays: 1 });
	await api.post('/gensalesinvoices', [exampleInvoice(4, 10, { DeliveryType: 'E' })]);
});

async function statuses(params: object = {}) {
	const { data } = await running.api.get(INFORMATION, { params });
	return data.map((row: Delivery) => `${row.InvoiceNumber} ${row.DeliveryStatus}`);
}

describe('delivery information', () => {
	it('tells those that failed, and why', async () => {
		const { data } = await running.api.get(`${INFORMATION}?invoiceNumber=2`);

		expect(await statuses()).toEqual(['1 Delivered', '2 Failed', '3 Delivered', '4 Failed']);
		expect(data).toMatchObject([{ ErrorDescription: 'Mailbox full', DeliveryDate: null }]);
	});

	it('gives the failed ones alone when asked', async () => {
		expect(await statuses({ fetchType: 'failed' })).toEqual(['2 Failed', '4 Failed']);
		expect(await statuses({ fetchType: 'anything' })).toHaveLength(4);
	});

	it('is well again when the delivery works again', async () => {
		const { data } = await running.sim.post('/fail-deliveries', { invoiceNumbers: [2], ok: true });

		expect(data).toEqual({ failing: ['4'] });
		expect(await statuses({ invoiceNumber: '2' })).toEqual(['2 Delivered']);
	});
});

describe('delivery statistics', () => {
	const row = (Date: string, DeliveryType: string, all: number, failed: number) => ({
		Date,
		DeliveryType,
		TotalCount: all,
		SuccessfulCount: all - failed,
		FailedCount: failed,
	});

	it.each([
		[
			'all days',
			{},
			[row('2026-03-20', 'E', 2, 1), row('2026-03-20', 'P', 1, 0), row('2026-03-21', 'E', 1, 1)],
		],
		['a window', { fromDate: '2026-03-21', toDate: '2026-03-21' }, [row('2026-03-21', 'E', 1, 1)]],
		['a window without invoices', { toDate: '2026-03-01' }, []],
	])('count what arrived and what failed in %s', async (_name, params, rows) => {
		const { data } = await running.api.get('/invoicedeliverystats', { params });

		expect(data).toEqual(rows);
	});
});
