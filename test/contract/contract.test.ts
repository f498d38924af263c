import { endpoints, type Endpoint } from '../../nodes/CashIn/api/generated/endpoints';
import { operationsOf, propertiesOf, readContract } from '../support/contract.cts';
import { operationIds, words } from './contractFacts';

/** What holds of the contract, whoever's document it was made of. */
const contract = readContract();
const operations = operationsOf(contract);
const { schemas } = contract.components;

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

	test('every operation has its error answers', () => {
		const codes = words('400 401 402 403 404 429 500 503');
		for (const { operation: answered } of operations) {
			expect(Object.keys(answered.responses)).toEqual(expect.arrayContaining(codes));
		}
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
		const lists = Object.entries<Endpoint>(endpoints).filter(([, { answer }]) => answer.rows);
		expect(lists.map(([id]) => id)).toContain('listSalesInvoices');
	});
});

describe('what must not go wrong', () => {
	test('what moves money, reaches people or replaces keys is never repeated automatically', () => {
		const never = idsWhere((row) => row.operation['x-retry'] === 'never');
		expect(never).toEqual(
			expect.arrayContaining(
				words(`createCollectionCases createCreditor createExternalDirectPayment
					listDirectSettlements listSettlements renewToken sendSms submitExternalInvoiceAction
					submitInvoicePayment updateCollectionReceivables updateCreditor`),
			),
		);
		expect(never).not.toContain('listSalesInvoices');
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
