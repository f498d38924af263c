import { endpoints, type Endpoint } from '../../nodes/CashIn/api/generated/endpoints';
import { operationsOf, propertiesOf, readContract } from '../support/contract.cts';
import { documentedMembers, operationIds, vendorSchemas, words } from './contractFacts';

const contract = readContract();
const operations = operationsOf(contract);
const { schemas } = contract.components;

function operation(id: string) {
	const row = operations.find((candidate) => candidate.id === id);
	if (!row) throw new Error(`No operation ${id}`);
	return row;
}

const idsWhere = (holds: (row: (typeof operations)[number]) => boolean) =>
	operations
		.filter(holds)
		.map(({ id }) => id)
		.sort();

describe('what the contract covers', () => {
	test('every operation in the menu of the docs is there once', () => {
		const ids = operations.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(operationIds));
	});

	test('every schema name of the docs is there, and names of our own are marked', () => {
		const ours = Object.keys(schemas).filter((name) => !vendorSchemas.includes(name));
		expect(vendorSchemas.filter((name) => !schemas[name])).toEqual([]);
		expect(ours.filter((name) => schemas[name]?.['x-helper'] !== true)).toEqual([]);
		expect(vendorSchemas.filter((name) => schemas[name]?.['x-helper'])).toEqual([]);
	});

	test('every operation has its error answers', () => {
		const codes = words('400 401 402 403 404 429 500 503');
		for (const { operation: answered } of operations) {
			expect(Object.keys(answered.responses)).toEqual(expect.arrayContaining(codes));
		}
	});
});

describe('what the contract claims', () => {
	test('only what was read in the docs is called documented', () => {
		const documented = operations.filter(({ evidence }) => evidence === 'documented');
		expect(documented.map(({ id, method, path }) => `${id}: ${method} ${path}`).sort()).toEqual([
			'createInvoice: POST /gensalesinvoices',
			'listAllocatedPaymentTransactions: GET /allocated-payment-transactions',
			'listSalesInvoices: GET /salesinvoices',
		]);
		const others = operations.filter(({ evidence }) => evidence !== 'documented');
		expect(others.filter(({ evidence }) => !['partial', 'inferred'].includes(evidence))).toEqual(
			[],
		);
	});

	test('every operation says what was seen and where', () => {
		expect(idsWhere(({ note, source }) => !note?.startsWith('Seen: ') || !source)).toEqual([]);
	});

	test('listing invoices admits that only method and path were seen', () => {
		expect(operation('listSalesInvoices').note).toMatch(/Seen: method and path.*inferred/);
	});

	test('the filters of allocated payments are the documented ones, all others are our reading', () => {
		const { parameters } = operation('listAllocatedPaymentTransactions');
		expect(parameters.map(({ name }) => name)).toEqual(
			words(`invoiceNumber caseId agency paymentDateFrom paymentDateTo accountingDateFrom
				accountingDateTo currency hasAllocatedBreakdown page pageSize sortBy sortOrder`),
		);
		const marked = operations
			.flatMap((row) => row.parameters)
			.filter((parameter) => parameter['x-evidence'] === 'inferred');
		const all = operations.flatMap((row) => row.parameters);
		expect(all.length - marked.length).toBe(parameters.length);
	});

	test('the documented schemas have exactly the members of the samples', () => {
		for (const [name, members] of Object.entries(documentedMembers)) {
			const properties = schemas[name]?.properties ?? {};
			expect(Object.keys(properties).sort()).toEqual([...members].sort());
			const marked = Object.keys(properties).filter((key) => properties[key]?.['x-evidence']);
			expect(marked).toEqual([]);
		}
	});

	test('every other member is marked as our reading', () => {
		const unmarked = Object.entries(schemas)
			.filter(([name]) => !documentedMembers[name])
			.flatMap(([name, schema]) =>
				propertiesOf(schema)
					.filter(([, property]) => property['x-evidence'] !== 'inferred')
					.map(([member]) => `${name}.${member}`),
			);
		expect(unmarked).toEqual([]);
	});

	test('an invoice needs only its number and rows, and one of them is enough to send', () => {
		expect(schemas.SalesInvoice?.required).toEqual(['InvoiceNumber', 'InvoiceRows']);
		const body = operation('createInvoice').operation.requestBody?.content?.['application/json'];
		expect(body?.schema).toMatchObject({ type: 'array', minItems: 1 });
	});

	test('only allocated payments are documented to give the last days when no dates are given', () => {
		const windows = Object.entries(endpoints).flatMap(([id, { window }]) =>
			window === undefined ? [] : [[id, window] as const],
		);
		expect(windows.filter(([, { evidence }]) => evidence === 'documented')).toEqual([
			['listAllocatedPaymentTransactions', expect.objectContaining({ days: 30 })],
		]);
		expect(windows.map(([id]) => id).sort()).toEqual(
			idsWhere((row) => row.operation['x-default-window'] !== undefined),
		);
	});

	test('nothing is closed: new members and new codes pass', () => {
		expect(JSON.stringify(contract)).not.toMatch(/"(additionalProperties|enum|const)":/);
	});
});

describe('names that stay', () => {
	test('every parameter and member has a field name, once in its schema', () => {
		for (const [name, schema] of Object.entries(schemas)) {
			const fields = propertiesOf(schema).map(([, property]) => property['x-field']);
			expect([name, fields.filter((field) => typeof field !== 'string')]).toEqual([name, []]);
			expect([name, new Set(fields).size]).toEqual([name, fields.length]);
		}
		for (const { id, parameters } of operations) {
			const fields = parameters.map((parameter) => parameter['x-field']);
			expect([id, new Set(fields).size]).toEqual([id, fields.length]);
			expect([id, fields.filter((field) => typeof field !== 'string')]).toEqual([id, []]);
		}
	});

	test('what code needs of an answer is there by its role', () => {
		for (const [id, { done, body, answer }] of Object.entries(endpoints)) {
			if (done === undefined) continue;
			expect([id, answer.taken, answer.failed, answer.failures, answer.messages]).toEqual([
				id,
				...Array<unknown>(3).fill(expect.any(String)),
				expect.arrayContaining([expect.any(String)]),
			]);
			expect([id, body?.id]).toEqual([id, expect.arrayContaining([expect.any(String)])]);
		}
		const { answer, parameters } = endpoints.listSalesInvoices;
		expect(answer).toMatchObject({ rows: ['Data'], rowCount: ['Meta', 'TotalCount'] });
		expect(parameters.map(({ role }) => role)).toEqual(
			expect.arrayContaining(['page', 'pageSize', 'sortBy', 'sortOrder']),
		);
	});
});

describe('what must not go wrong', () => {
	test('what moves money, reaches people or replaces keys is never repeated automatically', () => {
		expect(idsWhere((row) => row.operation['x-retry'] === 'never')).toEqual(
			words(`createCollectionCases createCreditor createExternalDirectPayment
				listDirectSettlements listSettlements renewToken sendSms submitExternalInvoiceAction
				submitInvoicePayment updateCollectionReceivables updateCreditor`),
		);
	});

	test('the endpoint table lets only reads be repeated after a fault', () => {
		const rows = Object.entries<Endpoint>(endpoints);
		const reads = rows.filter(([, { retry }]) => retry === 'read');
		expect(reads.filter(([, { method }]) => method !== 'GET')).toEqual([]);
		expect(reads.map(([id]) => id)).toContain('listSalesInvoices');
		expect(endpoints.renewToken.retry).toBe('never');
		expect(endpoints.createInvoice.retry).toBe('ifRefused');
	});

	test('answers that hold secrets are marked', () => {
		expect(idsWhere((row) => row.operation['x-secret-response'] === true)).toEqual([
			'createCreditor',
			'getCreditorCredentials',
			'renewToken',
		]);
	});

	test('operations for partners are marked', () => {
		expect(idsWhere((row) => row.operation['x-partner-key'] === true)).toEqual(
			words(`createCreditor getCreditorCredentials listDeliveryInformationBySeller
				listExternalAgreementIdentifiers sendSms updateCreditor`),
		);
	});
});
