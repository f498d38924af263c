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

const PAYMENTS = '/externalinvoices/payments';
const DELIVERY = '/externalinvoices/deliveryinformation';
const ACTIONS = '/externalinvoices/actions';

const seller = { BusinessId: '7654321-2', Name: 'Other Seller Oy' };

beforeEach(async () => {
	await running.api.post('/gensalesinvoices', [exampleInvoice(1, 100)]);
	await running.api.post('/gensalesinvoiceswithsellerinfo', [
		exampleInvoice(2, 50, { SellerInfo: seller, InvoiceDate: '2026-03-10' }),
	]);
});

async function act(...actions: object[]) {
	return running.api.post(ACTIONS, { Actions: actions });
}

async function stateOf(number: number) {
	return (await running.api.get(`/invoicestatus?invoiceNumber=${number}`)).data;
}

describe('external invoices', () => {
	it('show their payments, the direct ones too', async () => {
		const { api, sim } = running;
		await sim.post('/pay', { InvoiceNumber: 1, Amount: 10 });
		await api.post('/externalinvoices/directpayments', [
			{ InvoiceNumber: 1, Amount: 5, PaymentDate: '2026-03-19' },
		]);
		const { data } = await api.get(`${PAYMENTS}?invoiceNumber=1`);

		expect(data).toMatchObject([
			{
				InvoiceNumber: '1',
				Status: 'PartlyPaid',
				PaidAmount: 15,
				OpenAmount: 85,
				ExternalInvoiceRows: [
					{ Amount: 5, PaymentType: 'DIRECT' },
					{ Amount: 10, PaymentType: '8' },
				],
			},
		]);
	});

	it('show their delivery and who sold', async () => {
		await running.sim.post('/fail-deliveries', { invoiceNumbers: [2] });
		const { data } = await running.api.get(DELIVERY);

		expect(data).toMatchObject([
			{
				InvoiceNumber: '1',
				DeliveryStatus: 'Delivered',
				SellerName: 'Example Seller Oy',
				ExternalAgreementIdentifier: 'EXT-31',
			},
			{
				InvoiceNumber: '2',
				DeliveryStatus: 'Failed',
				SellerName: 'Other Seller Oy',
				SellerBusinessId: '7654321-2',
				ExternalAgreementIdentifier: null,
			},
		]);
	});

	it.each([
		['by agreement', { externalAgreementIdentifier: 'EXT-31' }, 200, ['1']],
		['by invoice date', { fromInvDate: '2026-03-10', toInvDate: '2026-03-10' }, 200, ['2']],
		['not under an unknown number', { invoiceNumber: '9' }, 404, undefined],
		['not under an unknown agreement', { externalAgreementIdentifier: 'EXT-9' }, 404, undefined],
	])('are found %s', async (_name, params, status, numbers) => {
		for (const path of [PAYMENTS, DELIVERY]) {
			const answer = await running.api.get(path, { params });
			const rows = Array.isArray(answer.data) ? answer.data : undefined;

			expect(answer.status).toBe(status);
			expect(rows?.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(numbers);
		}
	});
});

describe('an action on an invoice', () => {
	it('waits in the queue, and takes effect when its time has come', async () => {
		const { status, data } = await act(
			{ Code: 'DUEDATE', Data: { InvoiceNumber: 1, DueDate: '2026-05-01' } },
			{ Code: 'DIRECTPAYMENT', Data: { InvoiceNumber: 1, Amount: 40, PaymentDate: '2026-03-19' } },
			{ Code: 'WITHDRAW', Comment: 'Sent in error', Data: { InvoiceNumber: '2' } },
		);
		const before = [await stateOf(1), await stateOf(2)];
		await running.sim.post('/clock', { advanceSeconds: 180 });

		expect(status).toBe(202);
		expect(data.Status).toBe('pending');
		expect(before).toMatchObject([{ DueDate: '2026-03-16', OpenAmount: 100 }, { Status: 'Open' }]);
		expect(await stateOf(1)).toMatchObject({ DueDate: '2026-05-01', OpenAmount: 60 });
		expect(await stateOf(2)).toMatchObject({ Status: 'Withdrawn', OpenAmount: 0 });
	});

	it('of any other code is noted in the case, even a code nobody knows', async () => {
		await act(
			{ Code: 'PAUSE', Comment: 'Agreed by phone', Data: { InvoiceNumber: 1 } },
			{ Code: 'toString', Data: { InvoiceNumber: 1 } },
		);
		await running.sim.post('/clock', { advanceSeconds: 120 });
		const { data } = await running.api.get('/collectioncases?invoiceNumber=1');

		expect(data.Cases[0].Events).toEqual([
			{ Date: '2026-03-20T10:01:00.000Z', Type: 'PAUSE', Description: 'Agreed by phone' },
			{ Date: '2026-03-20T10:02:00.000Z', Type: 'toString', Description: 'toString was done' },
		]);
	});

	it('comes to nothing when the invoice is paid while it waits, and the case says so', async () => {
		await act(
			{ Code: 'DUEDATE', Data: { InvoiceNumber: 1, DueDate: '2026-05-01' } },
			{ Code: 'WITHDRAW', Data: { InvoiceNumber: 1 } },
		);
		await running.sim.post('/pay', { InvoiceNumber: 1 });
		const clock = await running.sim.post('/clock', { advanceSeconds: 120 });
		const { data } = await running.api.get('/collectioncases?invoiceNumber=1');

		const refusal = 'Invoice 1 is in a terminal state: Paid.';
		expect(clock.status).toBe(200);
		expect(await stateOf(1)).toMatchObject({ Status: 'Paid', DueDate: '2026-03-16' });
		expect(data.Cases[0].Events).toMatchObject([
			{ Type: 'DUEDATE', Description: refusal },
			{ Type: 'WITHDRAW', Description: refusal },
		]);
	});

	it.each([
		['without a code', { Data: { InvoiceNumber: 1 } }, 400],
		['without an invoice', { Code: 'PAUSE' }, 400],
		['on an unknown invoice', { Code: 'PAUSE', Data: { InvoiceNumber: 9 } }, 404],
		['on another case', { Code: 'PAUSE', Data: { InvoiceNumber: 1, CaseId: 'CASE-9' } }, 404],
		['for a due date without one', { Code: 'DUEDATE', Data: { InvoiceNumber: 1 } }, 400],
		['on a paid invoice', { Code: 'PAUSE', Data: { InvoiceNumber: 2 } }, 402],
		['as a comment on a paid invoice', { Code: 'COMMENT', Data: { InvoiceNumber: 2 } }, 202],
	])('%s is answered as it should be, its neighbours alike', async (_name, action, status) => {
		await running.sim.post('/pay', { InvoiceNumber: 2 });
		const answer = await act({ Code: 'WITHDRAW', Data: { InvoiceNumber: 1 } }, action);
		await running.sim.post('/clock', { advanceSeconds: 120 });

		expect(answer.status).toBe(status);
		expect((await stateOf(1)).Status).toBe(status === 202 ? 'Withdrawn' : 'Open');
	});
});

describe('the status of an agreement', () => {
	it('is known of agreements there are', async () => {
		const path = '/externalagreements/status';
		const known = await running.api.get(`${path}?externalAgreementIdentifier=EXT-31`);
		const unknown = await running.api.get(`${path}?externalAgreementIdentifier=EXT-9`);
		const none = await running.api.get(path);

		expect(known.data).toMatchObject({ ExternalAgreementIdentifier: 'EXT-31', Active: true });
		expect([unknown.status, none.status]).toEqual([404, 400]);
	});
});
