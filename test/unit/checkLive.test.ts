import { operationsOf } from '../support/contract.cts';
import { contractCopy, liveCheck } from '../support/liveCheck.cts';
import { VARIANTS } from '../../simulator/world/settings';
import { exampleInvoice, startSimulator, type Running } from './simulatorClient';

/** What no check may ask, whatever the key may do. */
const NEVER = [
	'renewToken',
	'listSettlements',
	'getSettlement',
	'listDirectSettlements',
	'getDirectSettlement',
	'getCreditorCredentials',
];
const PARTNERS = ['listExternalAgreementIdentifiers', 'listDeliveryInformationBySeller'];

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

const set = async (...variants: string[]) => running.sim.post('/settings', { variants });

async function fill() {
	await running.sim.post('/seed-examples');
	await running.api.post('/gensalesinvoices', [exampleInvoice(77881), exampleInvoice(77882)]);
	await running.sim.post('/seed', { payments: 5, invoices: 3, seed: 1, spreadDays: 10 });
	await running.sim.post('/requests/clear');
}

const asked = () => running.simulator.requests.map(({ operationId }) => operationId);

describe('against the simulator', () => {
	test('asks every read that is without effect, once, with GET, one row a page', async () => {
		await fill();
		const { findings } = await liveCheck(running.simulator.url);

		const reads = operationsOf(contractCopy()).filter(({ method }) => method === 'GET');
		const left = findings.notAsked.map(({ id }) => id);
		expect([...asked(), ...left].sort()).toEqual(reads.map(({ id }) => id).sort());
		expect(left).toEqual(expect.arrayContaining([...NEVER, ...PARTNERS]));
		expect(left).toHaveLength(NEVER.length + PARTNERS.length + 2);
		expect(new Set(running.simulator.requests.map(({ method }) => method))).toEqual(
			new Set(['GET']),
		);
		const paged = running.simulator.requests.filter(({ query }) => 'pageSize' in query);
		expect(paged.map(({ operationId }) => operationId).sort()).toEqual([
			'listAllocatedPaymentTransactions',
			'listSalesInvoices',
		]);
		expect(paged.map(({ query }) => query.pageSize)).toEqual(['1', '1']);
		expect(findings.requests).toBe(running.simulator.requests.length);
		expect(findings.requests).toBeLessThanOrEqual(findings.most);
	});

	test('confirms its own contract, and calls nothing that is documented observed', async () => {
		await fill();
		const { of, findings } = await liveCheck(running.simulator.url);

		for (const { id, result, found } of findings.operations) {
			expect([id, result, found?.isAlternative]).toEqual([id, 'answered 200', false]);
		}
		const parts = (id: string) => of(id).suggestions.map(({ part }) => part);
		expect(parts('listProducts')).toEqual(
			expect.arrayContaining(['method and path', 'answer 200', 'member ProdCode']),
		);
		expect(parts('listAllocatedPaymentTransactions')).toEqual([]);
		expect(parts('listSalesInvoices')).not.toContain('method and path');
		expect(parts('listSalesInvoices')).toContain('parameter pageSize');
		expect(parts('getInvoiceStatus')).toContain('parameter invoiceNumber');
		expect(of('getCollectionCase').suggestions.map(({ target }) => target)).toContain(
			'$.components.schemas.CaseBalance.properties.TotalAmount',
		);
	});

	test('shows names, types, codes and how dates are written, and no other value', async () => {
		await fill();
		const lists = ['/customers', '/salesinvoices', '/products', '/collectionreceivables'];
		const bodies = await Promise.all(lists.map(async (list) => (await running.api.get(list)).data));
		const { report, shown, of } = await liveCheck(running.simulator.url);

		const status = of('listSalesInvoices').shape?.members.find(({ name }) => name === 'Status');
		expect(status).toMatchObject({ types: ['string'], inPercent: 100, nullPercent: 0 });
		expect(status?.codes).toHaveLength(1);
		expect(report).toContain('| `Dates.PaymentDate` | string | always | never | `YYYY-MM-DD` |');
		expect(report).toMatch(/`Currency` \| string \| always \| never \| `EUR` \|/);
		const values = valuesIn(bodies).filter((text) => text.length > 3 && /[\d\s@.]/.test(text));
		expect(values).toEqual(expect.arrayContaining(['77881', 'Example Buyer Oy', 'C-1007']));
		expect(values.filter((value) => shown.includes(value))).toEqual([]);
	});

	test('asks what needs a partner key where the key is said to be one, and still no secret', async () => {
		await fill();
		await liveCheck(running.simulator.url, { apiKey: 'partner-key', args: ['--partner'] });

		expect(asked()).toEqual(expect.arrayContaining(PARTNERS));
		expect(asked().filter((id) => NEVER.includes(id ?? ''))).toEqual([]);
	});

	test('says of an empty account that there is no id, and guesses none', async () => {
		const { findings, of } = await liveCheck(running.simulator.url);

		expect(asked()).not.toContain('getInvoiceStatus');
		const why = findings.notAsked.find(({ id }) => id === 'getInvoiceStatus')?.why;
		expect(why).toBe('no id: listSalesInvoices gave none');
		expect(of('listProducts').shape).toMatchObject({ rows: 'none', expected: undefined });
		expect(of('listProducts').suggestions.map(({ part }) => part)).toEqual([
			'method and path',
			'answer 200',
		]);
	});

	test('stops at the first answer when the key is not known', async () => {
		const { findings, shown } = await liveCheck(running.simulator.url, { apiKey: 'not-the-key' });

		expect(asked()).toEqual(['validateToken']);
		expect(findings.stopped).toMatch(/^The API answered 401 to the first request/);
		expect(shown).not.toContain('not-the-key');
	});
});

/** Of each variant one operation that it changes, where its rows are then, and what the report says. */
const SHAPES: Record<(typeof VARIANTS)[number], [id: string, shape: object]> = {
	bareArray: [
		'listSalesInvoices',
		{ kind: 'list', at: 'the answer itself', expected: 'list in Data', rows: 'one' },
	],
	namedArray: [
		'listProducts',
		{ kind: 'list', at: 'Products', expected: 'list in the answer itself' },
	],
	camelCaseArray: [
		'listCustomers',
		{ kind: 'list', at: 'customers', expected: 'list in the answer itself' },
	],
	dataMeta: ['listProducts', { kind: 'list', at: 'Data', expected: 'list in the answer itself' }],
	metaData: [
		'getInvoiceDeliveryInformation',
		{ kind: 'list', at: 'Data', expected: 'list in the answer itself' },
	],
	noContent: ['listProducts', { kind: 'list', at: 'the answer itself', rows: 'one' }],
	singleCase: [
		'getCollectionCase',
		{ kind: 'record', at: 'the answer itself', expected: 'list in Cases', rows: 'one' },
	],
	flatPayments: [
		'listReceivedPayments',
		{ kind: 'list', at: 'the answer itself', expected: 'list in ReceivedPayments' },
	],
	alternativePaths: ['listProducts', { kind: 'list', at: 'the answer itself' }],
};

describe('the variants of the simulator', () => {
	test.each(VARIANTS)('%s: finds the rows, and knows their members', async (variant) => {
		await fill();
		await set(variant);
		const [id, shape] = SHAPES[variant];
		const { of, findings } = await liveCheck(running.simulator.url);

		expect(of(id).shape).toMatchObject(shape);
		const known = (one: { contract: string }) => one.contract === 'same';
		expect(of(id).shape?.members.filter(known).length).toBeGreaterThan(3);
		expect(of(id).suggestions.some(({ part }) => part === 'answer 200')).toBe(
			of(id).shape?.expected === undefined,
		);
		expect(findings.stopped).toBeUndefined();
		expect(asked().filter((operation) => NEVER.includes(operation ?? ''))).toEqual([]);
	});

	test('noContent: 204 is an answer of an empty list', async () => {
		await set('noContent');
		const { of } = await liveCheck(running.simulator.url);

		expect(of('listProducts')).toMatchObject({ result: 'answered 204 without a body' });
		expect(of('listProducts').suggestions.map(({ part }) => part)).toEqual(['method and path']);
	});

	test('alternativePaths: what is not at the contract’s path is found at another, with its id', async () => {
		await fill();
		await set('alternativePaths');
		const contract = contractCopy();
		for (const id of ['/products', '/invoicestatus', '/debtorsummary', '/collectioncases']) {
			const { [id]: item = {} } = contract.paths;
			const { get, ...others } = item;
			contract.paths[id] = others;
			contract.paths[`/moved${id}`] = { get };
		}
		const { of, findings, report } = await liveCheck(running.simulator.url, { contract });

		expect(of('listProducts').tries.map(({ status }) => status)).toEqual([404, 200]);
		expect(of('listProducts').found).toEqual({ address: '/salesitems', isAlternative: true });
		expect(of('getInvoiceStatus').found?.address).toBe('/salesinvoices/{invoiceNumber}/status');
		expect(of('getDebtorSummary').found?.address).toBe('/debtors/{customerCode}/summary');
		expect(of('getCollectionCase').found?.address).toBe('/cases/{caseId}');
		const suggested = of('listProducts').suggestions.map(({ part }) => part);
		expect(suggested).toContain('member ProdCode');
		expect(suggested).not.toContain('method and path');
		expect(report).toContain('"listProducts": "/salesitems"');
		expect(findings.operations.map(({ result }) => result)).toContain('answered 200');
	});
});

/** Every text and number in some JSON. */
function valuesIn(value: unknown): string[] {
	if (typeof value === 'string' || typeof value === 'number') return [String(value)];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}
