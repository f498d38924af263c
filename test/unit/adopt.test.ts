import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import YAML from 'yaml';

import type { Contract, OperationRow, Schema } from '../../scripts/contract/source.cts';
import { operationsOf, propertiesOf, readContract } from '../support/contract.cts';
import { Copy, foreign, foreignText, type Run } from '../support/adopting.cts';
import { factsOf } from '../support/documentFacts';

/** What the foreign document calls our operations, parameters and members. */
interface Names {
	operations: Record<string, string>;
	parameters: Record<string, Record<string, string>>;
	members: Record<string, Record<string, string>>;
}

const CONTRACT = 'contract/cash-in.openapi.yaml';
const document = YAML.parse(foreignText('openapi.yaml')) as Record<string, unknown>;
const names = JSON.parse(foreignText('names.json')) as Names;
const before = readContract();

const copy = new Copy();
let asked: Run;
let first: Run;
let after: Contract;
let rows: OperationRow[];

const row = (id: string) => {
	const found = rows.find((candidate) => candidate.id === id);
	if (found === undefined) throw new Error(`No operation ${id}`);
	return found;
};

beforeAll(() => {
	const untouched = copy.files('contract');
	asked = copy.adopt(foreign('openapi.yaml'), '--dry-run');
	expect(copy.files('contract')).toEqual(untouched);
	first = copy.adopt(foreign('openapi.yaml'), '--accept');
	after = copy.parse<Contract>(CONTRACT);
	rows = operationsOf(after);
});
afterAll(() => copy.remove());

describe('a document of which not every pair is sure', () => {
	test('ends with code 2 and the lines to paste, and nothing is written', () => {
		expect(asked.status).toBe(2);
		expect(asked.stderr).toContain('contract/pairs.yaml');
		expect(asked.stderr).toContain('operation listDirectSettlements: GET /direct-payouts');
		expect(asked.stderr).toContain('member Settlement.settlementDate: SettledOn');
	});

	test('is adopted with --accept, which lists what it took and keeps it', () => {
		expect([first.status, first.stderr]).toEqual([0, '']);
		expect(first.stdout).toContain('member Settlement.settlementDate: SettledOn');
		expect(copy.parse('contract/pairs.yaml')).toMatchObject({
			'operation listDirectSettlements': 'GET /direct-payouts',
			'member Settlement.settlementDate': 'SettledOn',
		});
	});
});

describe('the contract afterwards', () => {
	test('says everything the document says', () => {
		const known = new Set(factsOf(after as unknown as Record<string, unknown>));
		expect(factsOf(document).filter((fact) => !known.has(fact))).toEqual([]);
	});

	test('claims nothing that the document does not say', () => {
		const told = new Set(factsOf(document));
		const claimed = factsOf(after as unknown as Record<string, unknown>, { ofVendor: true });
		expect(claimed.filter((fact) => !told.has(fact))).toEqual([]);
	});

	test('has every operation where the document has it, and two new ones', () => {
		for (const [id, request] of Object.entries(names.operations)) {
			expect([id, `${row(id).method} ${row(id).path}`]).toEqual([id, request]);
			expect([id, row(id).evidence]).toEqual([id, 'documented']);
		}
		const ids = operationsOf(before).map(({ id }) => id);
		expect(rows.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([
			'listReminders',
			'orderAReminder',
		]);
	});

	test('keeps what the document lacks as it was, marked', () => {
		const lacking = rows.filter((one) => one.operation['x-absent'] === true);
		expect(lacking.map(({ id }) => id)).toEqual([
			'getDeliveryStatistics',
			'listExternalAgreementIdentifiers',
		]);
		for (const { id, path, method, evidence } of lacking) {
			const was = operationsOf(before).find((one) => one.id === id);
			expect({ path, method, evidence }).toEqual({
				path: was?.path,
				method: was?.method,
				evidence: was?.evidence,
			});
		}
	});

	test('has the same field names, each on what the document calls it', () => {
		const wrong = Object.entries(names.members).flatMap(([schema, fields]) =>
			Object.entries(fields).flatMap(([field, wire]) => {
				const members = propertiesOf(after.components.schemas[schema] ?? {});
				const shared = SHARED_ANSWERS.includes(schema);
				const found = members.find(([, member]) => member['x-field'] === field)?.[0];
				return shared || found === wire ? [] : [`${schema}.${field}: ${found} instead of ${wire}`];
			}),
		);
		expect(wrong).toEqual([]);
		for (const [id, fields] of Object.entries(names.parameters)) {
			const found = row(id).parameters.map((one) => [one['x-field'], one.name]);
			expect([id, Object.fromEntries(found)]).toEqual([id, expect.objectContaining(fields)]);
		}
	});

	test('loses no field of anything that is sent or given', () => {
		const lost = Object.entries(before.components.schemas).flatMap(([name, schema]) => {
			const now = propertiesOf(after.components.schemas[name] ?? {}).map(
				([, one]) => one['x-field'],
			);
			return propertiesOf(schema)
				.filter(
					([, member]) =>
						!OF_SHAPE.includes(String(member['x-role'])) && member['x-field'] !== 'meta',
				)
				.map(([, member]) => String(member['x-field']))
				.filter((field) => name !== 'PageMeta' && !now.includes(field))
				.map((field) => `${name}.${field}`);
		});
		expect(lost).toEqual([]);
	});

	test('keeps the names that were, for JSON and overrides of users', () => {
		expect(after.components.schemas.SalesInvoice?.properties?.BuyerName).toMatchObject({
			'x-field': 'buyerName',
			'x-role': 'label',
			'x-former-names': ['SalesName'],
		});
		expect(row('getSettlement').parameters[0]).toMatchObject({
			name: 'settlementId',
			'x-field': 'settlementNumber',
			'x-picker': 'settlement',
			'x-former-names': ['settlementNumber'],
		});
	});

	test('takes named values as known ones, and stays open', () => {
		const states = after.components.schemas.ReceivableStatus?.properties?.State?.['x-known-values'];
		expect(states).toMatchObject([{ value: 'open' }, { value: 'paid' }, { value: 'closed' }]);
		expect(JSON.stringify(after)).not.toMatch(/"(additionalProperties|enum|const)":/);
	});

	test('has examples that fit it', () => {
		const ajv = addFormats(new Ajv2020({ strict: false }));
		ajv.addSchema({ $id: 'contract', components: after.components });
		const fits = (schema: Schema, value: unknown) =>
			ajv.validate(
				JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as Schema,
				value,
			);
		const wrong = rows.flatMap(({ id, parameters, operation }) => {
			const messages = Object.entries({ body: operation.requestBody, ...operation.responses });
			return [
				...parameters
					.filter(({ schema, example }) => !fits(schema, example))
					.map(({ name }) => `${id} ${name}`),
				...messages
					.filter(([, message]) => {
						const media = message?.content?.['application/json'];
						return media !== undefined && !fits(media.schema, media.example);
					})
					.map(([place]) => `${id} ${place}`),
			];
		});
		expect(wrong).toEqual([]);
	});

	test('knows the servers, the sandbox too, and the webhooks', () => {
		expect(after).toMatchObject({
			servers: [
				{ url: 'https://api.pinewood.example/v3' },
				{ url: 'https://sandbox.pinewood.example/v3' },
			],
			webhooks: { invoicePaid: expect.anything() },
		});
	});
});

describe('what must not come of it', () => {
	test('deleting one still needs to know which', () => {
		expect(row('deleteCustomer')).toMatchObject({
			method: 'DELETE',
			parameters: [{ name: 'customerNumber', in: 'query', required: true, 'x-needed': true }],
		});
		const { requestBody } = row('deleteProduct').operation;
		expect(requestBody?.content?.['application/json']?.schema).toEqual({
			$ref: '#/components/schemas/DeleteAnProductRequest',
		});
		expect(after.components.schemas.DeleteAnProductRequest?.properties?.ProductCode).toMatchObject({
			'x-field': 'prodCode',
			'x-needed': true,
			'x-picker': 'product',
			'x-former-names': ['prodCode'],
		});
	});

	test('what was refused is counted as refused', () => {
		const answer = after.components.schemas.OnlineCustomerResponse?.properties;
		expect(answer?.Accepted?.['x-role']).toBe('taken');
		expect(answer?.Rejected?.['x-role']).toBe('failed');
		expect(answer?.Rejections?.['x-role']).toBe('failures');
		expect(after.components.schemas.Rejection?.properties).toMatchObject({
			Key: { 'x-role': 'failureKey' },
			Reason: { 'x-role': 'failureText' },
		});
	});

	test('lists that come in pages are read page by page', () => {
		const paged = {
			listSalesInvoices: ['pageNo', 'perPage'],
			listAllocatedPaymentTransactions: ['pageNumber', 'rowsPerPage'],
			listCustomers: ['page', 'pageSize'],
			listProducts: ['page', 'pageSize'],
			listReceivedPayments: ['pageNumber', 'rowsPerPage'],
			getCollectionReceivablesStatus: ['pageNumber', 'rowsPerPage'],
			getInvoiceDeliveryInformation: ['page', 'pageSize'],
		};
		for (const [id, [page, size]] of Object.entries(paged)) {
			const nameOf = (role: string) =>
				row(id).parameters.find((one) => one['x-role'] === role)?.name;
			expect([id, nameOf('page'), nameOf('pageSize')]).toEqual([id, page, size]);
		}
		const { rows: inside } = {
			rows: after.components.schemas.PagedSalesInvoicesResponse?.properties,
		};
		expect([inside?.rows?.['x-role'], inside?.total?.['x-role']]).toEqual(['rows', 'rowCount']);
	});

	test('nothing is repeated more freely, and secrets stay secret', () => {
		for (const { id, method, operation } of operationsOf(before)) {
			const now = row(id);
			if (operation['x-retry'] === 'never')
				expect([id, now.operation['x-retry']]).toEqual([id, 'never']);
			if (method !== 'GET' && now.method === 'GET') expect(now.operation['x-retry']).toBe('never');
			expect([id, now.operation['x-secret-response']]).toEqual([
				id,
				operation['x-secret-response'],
			]);
			expect([id, now.operation['x-action']]).toEqual([id, operation['x-action']]);
		}
		expect(row('renewToken')).toMatchObject({ method: 'POST', operation: { 'x-retry': 'never' } });
		expect(row('orderAReminder').operation['x-retry']).toBe('never');
		expect(after.components.schemas.RenewResponse?.properties?.NewToken?.['x-role']).toBe('secret');
	});
});

describe('the command', () => {
	test('makes what is made from the contract too, and finds it fresh', () => {
		expect(copy.generate('--check')).toMatchObject({ status: 0, stderr: '' });
		expect(copy.read('nodes/CashIn/api/generated/endpoints.ts')).toContain(
			"path: '/payouts/{settlementId}'",
		);
	});

	test('keeps the document unchanged, and reports what it changed', () => {
		expect(copy.read('contract/vendor/document/openapi.yaml')).toBe(foreignText('openapi.yaml'));
		const report = copy.read('docs/adoption-report.md');
		expect(report).toContain('44 operations adopted, 2 stay as they were, 2 new');
		expect(report).toContain('`renewToken`: GET -> POST');
		expect(report).toContain('https://sandbox.pinewood.example/v3');
		expect(report).toContain('`listSettlements`: /settlements -> /payouts');
		expect(report).toContain('What a user must change');
		expect(copy.parse('contract/vendor/report.json')).toMatchObject({
			counts: { adopted: 44, stay: 2, added: 2 },
			webhooks: [{ what: 'invoicePaid' }],
		});
	});

	test('changes nothing the second time, nor when the overlay is applied again', () => {
		const files = { ...copy.files('contract'), ...copy.files('docs'), ...copy.files('nodes') };
		expect(copy.adopt(foreign('openapi.yaml'))).toMatchObject({ status: 0, stderr: '' });
		expect(copy.adopt()).toMatchObject({ status: 0, stderr: '' });
		expect({ ...copy.files('contract'), ...copy.files('docs'), ...copy.files('nodes') }).toEqual(
			files,
		);
	});

	test('makes the same contract of Swagger 2, with the lines that it asked for pasted', () => {
		const other = new Copy();
		const lines = asked.stderr.split('\n').filter((line) => LINE.test(line));
		other.append('contract/pairs.yaml', `${lines.join('\n')}\n`);
		expect(other.adopt(foreign('swagger.json'))).toMatchObject({ status: 0, stderr: '' });
		expect(other.read(CONTRACT)).toBe(copy.read(CONTRACT));
		other.remove();
	});

	test('makes the same contract of a folder of pages', () => {
		const other = new Copy();
		expect(other.adopt(foreign('pages'), '--accept')).toMatchObject({ status: 0, stderr: '' });
		expect(other.read(CONTRACT)).toBe(copy.read(CONTRACT));
		other.remove();
	});

	test('tells what would change with --dry-run', () => {
		expect(asked.stdout).toContain('## Paths that moved');
		expect(asked.stdout).toContain('`deleteProduct`: DELETE -> POST');
	});
});

/** A decision, as it stands in contract/pairs.yaml. */
const LINE = /^(operation|parameter|member|role|server) /;

/** Roles of the shape of an answer: they are where the document has them. */
const OF_SHAPE = ['rows', 'rowCount', 'page', 'pageSize', 'items', 'taken', 'failed', 'failures'];

/** One schema of the document's where we have several. */
const SHARED_ANSWERS = ['SalesItemResponse', 'FailedItem'];
