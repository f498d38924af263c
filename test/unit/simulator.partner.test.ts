import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
	running.api.defaults.headers['X-Api-Key'] = 'partner-key';
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

const CREDITOR = {
	Service: { Type: 'LIFECYCLE' },
	CreditorData: { Name: 'Second Seller Oy', BusinessCode: '7654321-2', Email: 'a@example.com' },
	CreditorDetails: { Iban: 'FI2112345600000785', ExternalAgreementIdentifier: 'OURS-1' },
};

const withKey = (key: string) => ({ headers: { 'X-Api-Key': key } });

describe('a creditor', () => {
	it('gets a customer code and a key of its own, which opens no partner endpoint', async () => {
		const { api } = running;
		const { status, data } = await api.post('/creditors', CREDITOR);
		const again = await api.get(`/creditors/${data.CustomerCode}/credentials`);
		const own = await api.get('/products', withKey(data.AccessToken));
		const partners = await api.get(
			`/creditors/${data.CustomerCode}/credentials`,
			withKey(data.AccessToken),
		);

		expect(status).toBe(201);
		expect(data).toMatchObject({ CustomerCode: '7002', CreditorIdentifier: '5002' });
		expect(again.data).toEqual(data);
		expect([own.status, partners.status]).toEqual([200, 403]);
	});

	it('is not created without a name and a business id', async () => {
		const { status, data } = await running.api.post('/creditors', {
			CreditorData: { Name: 'Nameless' },
		});
		const list = await running.api.get('/externalagreementidentifiers');

		expect(status).toBe(400);
		expect(data.Message).toBe('CreditorData.BusinessCode is required.');
		expect(list.data.CreditorIdentifiers).toHaveLength(1);
	});

	it('keeps what an update does not name; a new account takes the next settlement', async () => {
		const { api, sim } = running;
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		await sim.post('/pay', { InvoiceNumber: 1 });
		await sim.post('/clock', { advanceDays: 7 });
		const updated = await api.put('/creditors/7001', {
			CreditorUpdateData: { Name: 'Renamed Seller Oy' },
			CreditorUpdateDetails: { Iban: 'FI3112345600000000', ExternalAgreementIdentifier: 'NEW' },
		});
		const { data } = await api.get('/settlements/202603270001');
		const list = await api.get('/externalagreementidentifiers?customerCode=7001');

		expect(updated.data).toMatchObject({ CustomerCode: '7001' });
		expect(data.Beneficiary).toEqual({
			Name: 'Renamed Seller Oy',
			Iban: 'FI3112345600000000',
			Bic: 'EXAMFIHH',
		});
		expect(list.data.CreditorIdentifiers).toEqual([
			{
				CustomerCode: '7001',
				BusinessCode: '1234567-1',
				ExternalAgreementIdentifier: 'NEW',
				Name: 'Renamed Seller Oy',
			},
		]);
	});

	it('that nobody created is a 404', async () => {
		const { api } = running;
		const read = await api.get('/creditors/9/credentials');
		const update = await api.put('/creditors/9', {});

		expect([read.status, update.status]).toEqual([404, 404]);
	});

	it('is listed with its agreement identifier', async () => {
		await running.api.post('/creditors', CREDITOR);
		const { data } = await running.api.get('/externalagreementidentifiers');

		expect(data.CreditorIdentifiers).toMatchObject([
			{ CustomerCode: '7001', ExternalAgreementIdentifier: 'EXT-31' },
			{ CustomerCode: '7002', ExternalAgreementIdentifier: 'OURS-1', BusinessCode: '7654321-2' },
		]);
	});
});

describe('delivery information by seller', () => {
	const PATH = '/invoicesdeliveryinformationbyseller';

	beforeEach(async () => {
		const { api, sim } = running;
		await api.post('/creditors', CREDITOR);
		await sim.post('/fail-deliveries', { invoiceNumbers: [2] });
		await api.post('/gensalesinvoices', [exampleInvoice(1)]);
		await api.post('/gensalesinvoiceswithsellerinfo', [
			exampleInvoice(2, 1, { SellerInfo: { BusinessId: '7654321-2', Name: 'Second Seller Oy' } }),
			exampleInvoice(3, 1, { SellerInfo: { BusinessId: '7654321-2', Name: 'Second Seller Oy' } }),
		]);
	});

	it('holds the invoices of that seller alone, by business id or customer code', async () => {
		const { api } = running;
		const byId = await api.get(`${PATH}?sellerBusinessId=7654321-2`);
		const byCode = await api.get(`${PATH}?customerCode=7002`);
		const own = await api.get(`${PATH}?customerCode=7001`);

		expect(byId.data).toMatchObject([
			{ InvoiceNumber: '2', DeliveryStatus: 'Failed', SellerName: 'Second Seller Oy' },
			{ InvoiceNumber: '3', DeliveryStatus: 'Delivered', SellerBusinessId: '7654321-2' },
		]);
		expect(byCode.data).toEqual(byId.data);
		expect(own.data).toMatchObject([{ InvoiceNumber: '1', SellerName: 'Example Seller Oy' }]);
	});

	it.each([
		['neither', {}, 400],
		['an unknown customer code', { customerCode: '9' }, 404],
		["another seller's invoice", { customerCode: '7001', invoiceNumber: '2' }, 404],
		['a seller without invoices', { sellerBusinessId: '0000000-0' }, 200],
	])('asked with %s', async (_name, params, status) => {
		const answer = await running.api.get(PATH, { params });

		expect(answer.status).toBe(status);
	});
});

describe('text messages', () => {
	it('each have a report, and those that cannot go out fail alone', async () => {
		const { api, sim } = running;
		const { status, data } = await api.post('/sms', {
			Sender: 'ExampleOy',
			Messages: [
				{ PhoneNumber: '+358400000000', Message: 'Due on 16.3.2026', InvoiceNumber: 1 },
				{ PhoneNumber: '0400000000', Message: 'No country' },
				{ PhoneNumber: '+358400000001', Message: '' },
			],
		});
		const none = await api.post('/sms', { Messages: [] });
		const kept = await sim.get('/messages');

		expect(status).toBe(202);
		expect(data).toMatchObject({ SentMessagesCount: 1, FailedMessagesCount: 2 });
		expect(data.DeliveryReports).toMatchObject([
			{ MessageId: '90001', Status: 'Delivered', DeliveredAt: '2026-03-20T10:00:00.000Z' },
			{ MessageId: '90002', Status: 'Failed', DeliveredAt: null },
			{ MessageId: '90003', Status: 'Failed', StatusDescription: 'Message is empty.' },
		]);
		expect(kept.data[0]).toMatchObject({ Sender: 'ExampleOy', Message: 'Due on 16.3.2026' });
		expect(none.status).toBe(400);
	});
});

describe('meter reading documents', () => {
	it('are kept as sent, and those that lack something fail alone', async () => {
		const { api, sim } = running;
		const document = {
			DocumentNumber: 'D-1',
			Company: { Name: 'Example Energy Oy' },
			Customer: { Name: 'Esimerkki Asiakas' },
			Readings: [{ MeterNbr: 'M-1', MeterEndValue: '120' }],
		};
		const { status, data } = await api.post(
			'/meterdocuments',
			{
				Documents: [
					document,
					{ ...document, DocumentNumber: 'D-2', Company: undefined },
					{ ...document, DocumentNumber: 'D-3', Readings: [] },
				],
			},
			withKey('demo-key'),
		);
		const kept = await sim.get('/documents');

		expect(status).toBe(202);
		expect(data).toMatchObject({ UploadedDocumentsCount: 1, FailedDocumentsCount: 2 });
		expect(data.FailedDocuments).toEqual([
			{ DocumentNumber: 'D-2', StatusDescription: 'Company.Name is missing.' },
			{ DocumentNumber: 'D-3', StatusDescription: 'There is no reading.' },
		]);
		expect(kept.data).toEqual([document]);
	});
});
