import type { IDataObject } from 'n8n-workflow';

import { asked, jsons, run, series, useForeignServer } from './support';

const server = useForeignServer();
const EMPTY = '={{ $json.nothing }}';
const chosen = (value: unknown) => ({ __rl: true, mode: 'id', value });

/** One request, and what the workflow got of it. */
async function once(action: string, parameters: IDataObject) {
	const { success, failed } = await run(server(), action, parameters);
	expect(failed).toEqual([]);
	expect(server().log).toHaveLength(1);
	return { got: jsons(success), sent: asked(server())[0] };
}

const product = (code: string) => ({ ProductCode: code, ProductName: `Example ${code}` });
const customer = (number: string) => ({ CustomerNumber: number, Name: `Example ${number} Oy` });

describe('products', () => {
	it('are added as a bare list', async () => {
		const { got, sent } = await once('product.create', {
			inputMode: 'fields',
			prodCode: 'P-1',
			description: 'An example',
			additionalFields: { name: 'Example', price: 12.5, vatPercent: 25.5, unit: 'kpl' },
		});
		expect(got).toMatchObject([{ status: 'created', ProductCode: 'P-1' }]);
		expect(sent).toEqual({
			operation: 'POST /catalog/products',
			path: '/catalog/products',
			query: {},
			body: [
				{
					ProductCode: 'P-1',
					ProductName: 'Example',
					Description: 'An example',
					UnitPrice: 12.5,
					VatRate: 25.5,
					Unit: 'kpl',
				},
			],
		});
	});

	it('are deleted one by one: exactly the one that was chosen', async () => {
		server().business.products.push(product('P-1'), product('P-2'), product('P-3'));
		const { got, sent } = await once('product.delete', { prodCode: chosen('P-2') });
		expect(got).toMatchObject([{ Explanation: 'Removed' }]);
		expect(sent).toEqual({
			operation: 'POST /catalog/products/removal',
			path: '/catalog/products/removal',
			query: {},
			body: { ProductCode: 'P-2' },
		});
		expect(server().business.products).toEqual([product('P-1'), product('P-3')]);
	});

	it('of which there is none is an error, and no other is deleted', async () => {
		server().business.products.push(product('P-1'));
		const { success, failed } = await run(server(), 'product.delete', { prodCode: chosen('P-9') });
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('There is no product P-9');
		expect(server().business.products).toHaveLength(1);
	});

	it.each([EMPTY, '={{ " " }}', '={{ null }}'])(
		'are not deleted by the code "%s": nothing is sent',
		async (code) => {
			server().business.products.push(product('P-1'));
			const { success, failed } = await run(server(), 'product.delete', { prodCode: chosen(code) });
			expect(success).toEqual([]);
			expect(failed[0]?.json.error).toMatch(/^'Prod(uct)? Code' is empty/);
			expect(server().log).toEqual([]);
		},
	);
});

describe('customers', () => {
	const fields = {
		inputMode: 'fields',
		customerCode: '={{ $json.code }}',
		name: '={{ $json.name }}',
	};

	it('are added inside an object', async () => {
		const { got, sent } = await once('customer.create', {
			inputMode: 'fields',
			customerCode: 'C-1',
			name: 'Example Oy',
			additionalFields: {
				streetAddress: 'Esimerkkikatu 1',
				postalCode: '00100',
				identifier: '1234567-1',
				name2: 'Example desk',
			},
		});
		expect(got).toMatchObject([{ status: 'created', CustomerNumber: 'C-1' }]);
		expect(sent).toMatchObject({
			operation: 'POST /customers',
			body: {
				Customers: [
					{
						CustomerNumber: 'C-1',
						Name: 'Example Oy',
						Name2: 'Example desk',
						Street: 'Esimerkkikatu 1',
						ZipCode: '00100',
						PersonOrBusinessId: '1234567-1',
					},
				],
			},
		});
	});

	it('of which one is rejected: it is an error item and no success, the others are created', async () => {
		server().business.customers.push(customer('C-2'));
		const items = series(250, (number) => ({ code: `C-${number}`, name: 'Example Oy' }));
		const { success, failed } = await run(
			server(),
			'customer.create',
			fields,
			items as IDataObject[],
		);
		expect(success).toHaveLength(249);
		expect(failed.map(({ json, pairedItem }) => [pairedItem, json.error])).toEqual([
			[{ item: 1 }, 'Cash-In did not accept customer C-2: There is a customer C-2 already'],
		]);
		expect(server().to('POST /customers')).toHaveLength(3);
		expect(server().business.customers).toHaveLength(250);
	});

	it('alone and rejected is an error item too', async () => {
		server().business.customers.push(customer('C-2'));
		const { success, failed } = await run(server(), 'customer.create', fields, [
			{ code: 'C-2', name: 'Example Oy' },
		]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('There is a customer C-2 already');
	});

	it('are changed by their number', async () => {
		server().business.customers.push(customer('C-1'), customer('C/2'));
		const { got, sent } = await once('customer.update', {
			inputMode: 'fields',
			customerCode: chosen('C/2'),
			updateFields: { name: 'Changed Oy', email: 'new@example.com' },
		});
		expect(got).toEqual([{ Explanation: 'Changed', CustomerNumber: 'C/2' }]);
		expect(sent).toEqual({
			operation: 'PUT /customers/{customerNumber}',
			path: '/customers/C%2F2',
			query: {},
			body: { CustomerNumber: 'C/2', Name: 'Changed Oy', Email: 'new@example.com' },
		});
		expect(server().business.customers[0]).toEqual(customer('C-1'));
	});

	it('are deleted one by one, by a number in the query', async () => {
		server().business.customers.push(customer('C-1'), customer('C-2'), customer('C-3'));
		const { got, sent } = await once('customer.delete', { customerCode: chosen('C-2') });
		expect(got).toMatchObject([{ deleted: true, Explanation: 'Removed', CustomerNumber: 'C-2' }]);
		expect(sent).toEqual({
			operation: 'DELETE /customers',
			path: '/customers',
			query: { customerNumber: 'C-2' },
			body: undefined,
		});
		expect(server().business.customers).toEqual([customer('C-1'), customer('C-3')]);
	});

	it.each([EMPTY, '={{ " " }}', '={{ null }}'])(
		'are not deleted by the code "%s": nothing is sent',
		async (code) => {
			server().business.customers.push(customer('C-1'));
			const { success, failed } = await run(server(), 'customer.delete', {
				customerCode: chosen(code),
			});
			expect(success).toEqual([]);
			expect(failed[0]?.json.error).toMatch(/^'Customer Code' is empty/);
			expect(server().log).toEqual([]);
		},
	);
});

describe('payments', () => {
	const fields = {
		inputMode: 'fields',
		invoiceNumber: '={{ $json.number }}',
		paymentDate: '2026-05-19',
		amount: '={{ $json.amount }}',
		additionalFields: { currency: 'EUR', comment: 'In cash' },
	};

	it('go out one to a request, as the document takes them, and one that is rejected is an error', async () => {
		server().business.invoices.push({ InvoiceNo: '1001' }, { InvoiceNo: '1003' });
		const items = [
			{ number: '1001', amount: 10 },
			{ number: '1002', amount: 20 },
			{ number: '1003', amount: 30.05 },
		];
		const { success, failed } = await run(server(), 'payment.submit', fields, items);
		expect(jsons(failed).map(({ error }) => error)).toEqual([
			expect.stringContaining('There is no invoice 1002'),
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(asked(server()).map(({ operation, body }) => [operation, body])).toEqual(
			items.map(({ number, amount }) => [
				'POST /salesinvoices/payments',
				{
					InvoiceNo: number,
					PaymentDate: '2026-05-19',
					Amount: amount,
					Currency: 'EUR',
					Note: 'In cash',
				},
			]),
		);
		expect(server().business.taken).toHaveLength(2);
	});

	it('whose answer is lost are not sent again, and the user is told to look', async () => {
		server().business.invoices.push({ InvoiceNo: '1001' });
		server().loseAnswer('POST /salesinvoices/payments');
		const { success, failed } = await run(server(), 'payment.submit', fields, [
			{ number: '1001', amount: 10 },
		]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain('may or may not have been');
		expect(server().business.taken).toHaveLength(1);
	});

	it('to the creditor itself go out as a bare list', async () => {
		const { got, sent } = await once('externalInvoice.createDirectPayment', {
			inputMode: 'fields',
			invoiceNumber: '1042',
			amount: 25.5,
			paymentDate: '2026-05-19',
			additionalFields: { paymentMethod: 'CASH', outstandingCapitalAmount: 100 },
		});
		expect(got).toMatchObject([{ InvoiceNo: '1042' }]);
		expect(sent).toMatchObject({
			operation: 'POST /external/direct-payments',
			body: [
				{
					InvoiceNo: '1042',
					Amount: 25.5,
					PaymentDate: '2026-05-19',
					PaymentWay: 'CASH',
					OutstandingCapitalAmount: 100,
				},
			],
		});
	});
});

describe('collection', () => {
	const claim = {
		inputMode: 'fields',
		invoiceNumber: '={{ $json.number }}',
		invoiceDate: '2026-03-02',
		dueDate: '2026-03-16',
		capitalAmount: 100,
		debtorName: 'Example Buyer Oy',
		debtorStreetAddress: 'Esimerkkikatu 1',
		debtorPostalCode: '00100',
		debtorCity: 'HELSINKI',
		additionalFields: { creditorCostsAmount: 5, debtorCustomerCode: 'C-1007' },
	};

	it('begins once it is confirmed, in the media type of the document', async () => {
		const unconfirmed = await run(server(), 'collectionCase.create', claim, [{ number: '1' }]);
		expect(unconfirmed.success).toEqual([]);
		expect(server().log).toEqual([]);
		server().business.refusals.set('2', 'It is disputed');
		const { success, failed } = await run(
			server(),
			'collectionCase.create',
			{ ...claim, confirm: true },
			[{ number: '1' }, { number: '2' }],
		);
		expect(jsons(success)).toMatchObject([{ InvoiceNo: '1' }]);
		expect(jsons(failed).map(({ error }) => error)).toEqual([
			expect.stringContaining('It is disputed'),
		]);
		expect(server().log).toMatchObject([
			{
				operation: 'POST /collection/cases',
				mediaType: 'application/vnd.example+json',
				body: {
					Claims: [
						{
							InvoiceNo: '1',
							InvoiceDate: '2026-03-02',
							DueOn: '2026-03-16',
							PrincipalAmount: 100,
							CreditorFees: 5,
							Debtor: {
								CustomerNumber: 'C-1007',
								Name: 'Example Buyer Oy',
								Street: 'Esimerkkikatu 1',
								ZipCode: '00100',
								City: 'HELSINKI',
							},
						},
						{ InvoiceNo: '2' },
					],
				},
			},
		]);
	});

	it('is told of payments by another method', async () => {
		server().business.claims.push({ InvoiceNo: '1042' });
		const { got, sent } = await once('receivable.update', {
			inputMode: 'fields',
			invoiceNumber: '1042',
			additionalFields: {
				capitalAmount: 60,
				outstandingCapitalAmount: 60,
				payments: { entry: [{ paymentDate: '2026-05-19', amount: 40, paymentMethod: 'BANK' }] },
			},
		});
		expect(got).toMatchObject([{ InvoiceNo: '1042' }]);
		expect(sent).toMatchObject({
			operation: 'PATCH /collection/claims',
			body: {
				Claims: [
					{
						InvoiceNo: '1042',
						OutstandingCapitalAmount: 60,
						Payments: [{ PaymentDate: '2026-05-19', Amount: 40, PaymentWay: 'BANK' }],
					},
				],
			},
		});
	});

	it('is acted on', async () => {
		const parameters = {
			inputMode: 'fields',
			code: { __rl: true, mode: 'list', value: 'PAUSE' },
			invoiceNumber: '1042',
			additionalFields: { comment: 'By phone', dueDate: '2026-06-15' },
		};
		const unconfirmed = await run(server(), 'externalInvoice.submitAction', parameters);
		expect(unconfirmed.success).toEqual([]);
		const { sent } = await once('externalInvoice.submitAction', { ...parameters, confirm: true });
		expect(sent).toMatchObject({
			operation: 'POST /external/actions',
			body: [{ Code: 'PAUSE', Note: 'By phone', Data: { InvoiceNo: '1042', DueOn: '2026-06-15' } }],
		});
	});
});

describe('what else is written', () => {
	it('is the account of an e-invoice', async () => {
		const { got, sent } = await once('eInvoicing.updateFinvoiceAccount', {
			inputMode: 'fields',
			salesCustomerCode: 'C-1007',
			finvoiceAccount: '003712345671',
			additionalFields: { finvoiceOVT: 'EXAMPLEOP', invoiceNumber: '1042' },
		});
		expect(got).toEqual([{ Explanation: 'Changed', UpdatedCount: 1 }]);
		expect(sent).toMatchObject({
			operation: 'POST /e-invoicing/account',
			body: {
				BuyerCustomerNumber: 'C-1007',
				FinvoiceAccount: '003712345671',
				FinvoiceOVT: 'EXAMPLEOP',
				InvoiceNo: '1042',
			},
		});
	});

	it('is a document of meter readings', async () => {
		const { sent } = await once('document.createMeterReading', {
			inputMode: 'fields',
			companyName: 'Example Energy Oy',
			customerName: 'Esa Esimerkki',
			customerStreetAddress: 'Esimerkkikatu 1',
			customerPostalCode: '00100',
			customerCity: 'HELSINKI',
			readings: { entry: [{ meterNbr: 'M-1', meterStartValue: '1', meterEndValue: '20' }] },
			additionalFields: { companyBusinessCode: '1234567-1', usageLocationLocationCode: 'L-12' },
		});
		expect(sent).toMatchObject({
			operation: 'POST /documents/meter-readings',
			body: [
				{
					Company: { Name: 'Example Energy Oy', BusinessId: '1234567-1' },
					Customer: { Name: 'Esa Esimerkki', Street: 'Esimerkkikatu 1', ZipCode: '00100' },
					UsageLocation: { LocationCode: 'L-12' },
					Readings: [{ MeterNbr: 'M-1', MeterStartValue: '1', MeterEndValue: '20' }],
				},
			],
		});
	});

	it('is a text message, once it is confirmed, one to a request', async () => {
		const parameters = {
			inputMode: 'fields',
			phoneNumber: '={{ $json.to }}',
			message: 'Your invoice is due.',
			sender: 'Example',
			additionalFields: { invoiceNumber: '1042', caseId: 'CASE-1' },
		};
		const items = [{ to: '+358400000000' }, { to: '+358400000001' }];
		await run(server(), 'sms.send', parameters, items);
		expect(server().log).toEqual([]);
		const { success, failed } = await run(
			server(),
			'sms.send',
			{ ...parameters, confirm: true },
			items,
		);
		expect(failed).toEqual([]);
		expect(success).toHaveLength(2);
		expect(asked(server()).map(({ operation, body }) => [operation, body])).toEqual(
			items.map(({ to }) => [
				'POST /partner/text-messages',
				{
					TextMessages: [
						{
							MobileNumber: to,
							Text: 'Your invoice is due.',
							InvoiceNo: '1042',
							CaseNumber: 'CASE-1',
						},
					],
					Sender: 'Example',
				},
			]),
		);
	});
});

describe('keys and partners', () => {
	const renewal = { customerCode: '7001', ipAddress: '192.0.2.10' };

	it('renew the key once it is confirmed, by another method, and never twice', async () => {
		await run(server(), 'token.renew', { ...renewal, options: { showSecrets: true } });
		expect(server().log).toEqual([]);
		const parameters = { ...renewal, confirm: true, options: { showSecrets: true } };
		const { got, sent } = await once('token.renew', parameters);
		expect(got).toEqual([{ Explanation: 'Renewed', NewToken: 'renewed-key' }]);
		expect(sent).toEqual({
			operation: 'POST /token/renewal',
			path: '/token/renewal',
			query: { customerNumber: '7001', callerAddress: '192.0.2.10' },
			body: undefined,
		});
	});

	it('do not renew the key when it would be shown to nobody', async () => {
		const { failed } = await run(server(), 'token.renew', { ...renewal, confirm: true });
		expect(failed[0]?.json.error).toContain('Nothing was renewed');
		expect(server().log).toEqual([]);
	});

	it('do not renew the key again when the answer is lost', async () => {
		server().loseAnswer('POST /token/renewal');
		const { failed } = await run(server(), 'token.renew', {
			...renewal,
			confirm: true,
			options: { showSecrets: true },
		});
		expect(failed).toHaveLength(1);
		expect(server().business.taken).toHaveLength(1);
	});

	it('register a creditor, whose key stays hidden unless it is asked for', async () => {
		const parameters = {
			inputMode: 'fields',
			serviceType: 'LIFECYCLE',
			name: 'Example Seller Oy',
			businessCode: '1234567-1',
			additionalFields: {
				postalCode: '00100',
				creditorDetailsIban: 'FI21 1234 5600 0007 85',
				contactPersons: { entry: [{ name: 'Esa Esimerkki', email: 'esa@example.com' }] },
			},
		};
		const { got, sent } = await once('creditor.create', parameters);
		expect(got).toMatchObject([{ ApiToken: '[hidden]' }]);
		expect(JSON.stringify(got)).not.toContain('creditor-secret');
		expect(sent).toEqual({
			operation: 'POST /partner/creditors',
			path: '/partner/creditors',
			query: {},
			body: {
				Service: { Type: 'LIFECYCLE' },
				CreditorData: { Name: 'Example Seller Oy', BusinessId: '1234567-1', ZipCode: '00100' },
				CreditorDetails: { Iban: 'FI2112345600000785' },
				ContactPersons: [{ Name: 'Esa Esimerkki', Email: 'esa@example.com' }],
			},
		});
	});

	it('change a creditor, another bank account only once it is confirmed', async () => {
		const parameters = {
			customerCode: '7001',
			inputMode: 'fields',
			updateFields: { iban: 'FI2112345600000785', telephone: '+358400000000' },
		};
		await run(server(), 'creditor.update', parameters);
		expect(server().log).toEqual([]);
		const { got, sent } = await once('creditor.update', { ...parameters, confirm: true });
		expect(got).toEqual([{ Explanation: 'Changed', CustomerNumber: '7001' }]);
		expect(sent).toEqual({
			operation: 'PUT /partner/creditors/{customerNumber}',
			path: '/partner/creditors/7001',
			query: {},
			body: {
				CreditorUpdateData: { PhoneNumber: '+358400000000' },
				CreditorUpdateDetails: { Iban: 'FI2112345600000785' },
			},
		});
	});

	it('show the key of a creditor to whoever asks for it', async () => {
		const hidden = await run(server(), 'creditor.getCredentials', { customerCode: '7001' });
		expect(JSON.stringify(hidden.success)).not.toContain('creditor-secret');
		const { success } = await run(server(), 'creditor.getCredentials', {
			customerCode: '7001',
			options: { showSecrets: true },
		});
		expect(jsons(success)).toMatchObject([{ ApiToken: 'creditor-secret' }]);
		expect(server().log[0]?.path).toBe('/partner/creditors/7001/credentials');
	});
});
