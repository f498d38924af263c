import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { documentedMembers, vendorSchemas, words } from '../contract/contractFacts';
import { operationsOf, propertiesOf, readContract } from '../support/contract.cts';

/** What our reading of the API claims, and what it admits. */
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

describe('our reading of the API', () => {
	test('every schema name of the docs is there, and names of our own are marked', () => {
		const ours = Object.keys(schemas).filter((name) => !vendorSchemas.includes(name));
		expect(vendorSchemas.filter((name) => !schemas[name])).toEqual([]);
		expect(ours.filter((name) => schemas[name]?.['x-helper'] !== true)).toEqual([]);
		expect(vendorSchemas.filter((name) => schemas[name]?.['x-helper'])).toEqual([]);
	});

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
});
