import {
	defaultWindows,
	endpoints,
	type Endpoint,
} from '../../nodes/CashIn/api/endpoints.generated';
import { operationsOf, propertiesOf, readContract } from '../support/contract';
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
		expect(operationIds).toHaveLength(46);
		expect(operations.map(({ id }) => id).sort()).toEqual([...operationIds].sort());
	});

	test('every schema name of the docs is there, and names of our own are marked', () => {
		expect(vendorSchemas).toHaveLength(87);
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
		expect(idsWhere(({ evidence }) => evidence === 'partial')).toHaveLength(27);
		expect(idsWhere(({ evidence }) => evidence === 'inferred')).toHaveLength(16);
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
		expect(all.length - marked.length).toBe(13);
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
		const windows = Object.entries(defaultWindows);
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
		expect(reads).toHaveLength(24);
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
