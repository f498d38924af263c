import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { exampleRowOf, rowMembersOf } from '../support/contract.cts';
import { createTrigger, runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-05-20T09:00:00Z' });

/** Every action that asks for one endpoint item by item and only reads. */
const reads = catalogue.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value: operation, run }) =>
		'each' in run && run.each.endpoint !== undefined
			? [{ resource, operation, endpoint: run.each.endpoint }]
			: [],
	),
);
const many = reads.filter(({ endpoint }) => rowMembersOf(endpoint).length > 10);

/** The members of simplified rows, each with where it stands in the row, by endpoint. */
const simplified: Record<string, Record<string, string>> = Object.fromEntries(
	Object.entries(endpoints).flatMap(([endpoint, { simplify }]) =>
		simplify === undefined
			? []
			: [[endpoint, Object.fromEntries(simplify.map(([name, path]) => [name, path.join('.')]))]],
	),
);

const fieldOf = (resource: string, operation: string) =>
	new CashIn().description.properties.find(
		({ name, displayOptions: { show } = {} }) =>
			name === 'simplify' &&
			show?.resource?.includes(resource) &&
			show.operation?.includes(operation),
	);
const valueAt = (row: object, path: string) =>
	path
		.split('.')
		.reduce<unknown>((value, name) => Object(value)[name as keyof object] as unknown, row);
/** What has to be filled in for a read to be asked at all. */
const ids = {
	settlementNumber: 'S-1',
	invoiceNumber: '1',
	customerCode: 'C-1',
	externalAgreementIdentifier: 'A-1',
	sellerBusinessId: '1234567-1',
};
const read = async (resource: string, operation: string, body: unknown, more: object = {}) => {
	simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 1 });
	const filters = resource === 'collectionCase' ? { invoiceNumber: '1' } : {};
	const parameters = { resource, operation, returnAll: true, ...ids, filters, ...more };
	return await runCashIn([{}], parameters, { baseUrl: simulator().url, apiKey: 'partner-key' });
};

it('there are reads with more than ten members', () => {
	expect(many.length).toBeGreaterThanOrEqual(10);
});

it('a read whose rows have more than ten members offers Simplify, and no other does', () => {
	const offering = reads.filter(({ resource, operation }) => fieldOf(resource, operation));
	expect(offering).toEqual(many);
	for (const { resource, operation } of offering) {
		expect(fieldOf(resource, operation)).toMatchObject({ type: 'boolean', default: true });
	}
});

describe.each(Object.entries(simplified))('a simplified row of %s', (endpoint, members) => {
	it('has ten members at most, each of which the contract knows', () => {
		const known = rowMembersOf(endpoint);
		expect(Object.keys(members).length).toBeGreaterThanOrEqual(5);
		expect(Object.keys(members).length).toBeLessThanOrEqual(10);
		expect(known).toEqual(expect.arrayContaining(Object.values(members)));
	});

	it('never says an amount without its currency, where there is one', () => {
		const hasAmount = Object.values(members).some((path) => path.endsWith('Amount'));
		const currency = rowMembersOf(endpoint).find((path) => /(^|\.)Currency$/.test(path));
		if (hasAmount && currency !== undefined) expect(Object.values(members)).toContain(currency);
	});

	it('holds no business id or personal identity code of anyone', () => {
		expect(Object.values(members).join(' ')).not.toMatch(/\bIdentifier\b|BusinessId/);
	});
});

describe.each(many)('$resource: $operation', ({ resource, operation, endpoint }) => {
	const row = exampleRowOf(endpoint);
	const members = simplified[endpoint] ?? {};

	it('gives the most useful members of a row, flat, in their order', async () => {
		const { success, error } = await read(resource, operation, [row]);
		expect(error).toBeUndefined();
		const expected = Object.entries(members)
			.map(([name, path]) => [name, valueAt(row, path)])
			.filter(([, value]) => value !== undefined);
		expect(success).toEqual([{ json: Object.fromEntries(expected), pairedItem: { item: 0 } }]);
		expect(Object.keys(success[0]?.json ?? {})).toEqual(expected.map(([name]) => name));
		expect(expected.length).toBeGreaterThanOrEqual(5);
	});

	it('gives the whole row with Simplify off', async () => {
		const { success } = await read(resource, operation, [row], { simplify: false });
		expect(success.map(({ json }) => json)).toEqual([row]);
	});

	it.each([
		['of a shape nobody knows', { Unheard: { of: [1, null] } }],
		['in other letters', { invoiceNumber: 7, data: { amount: 1 } }],
		['that is empty', {}],
	])('leaves a row %s as it came', async (_, odd) => {
		const { success } = await read(resource, operation, [odd]);
		expect(success.map(({ json }) => json)).toEqual([odd]);
	});
});

it('a payment keeps its amounts and its kind, to the cent', async () => {
	const row = {
		AllocationId: 5,
		InvoiceNumber: '1042',
		PaymentType: { Code: '8', Description: 'Bank Transfer' },
		Dates: { PaymentDate: '2026-05-18', BookingDate: null },
		Amounts: { PaymentAmount: 0.3, CapitalAmount: 0, InterestAmount: null },
		Currency: 'EUR',
		Extra: 'is left out',
	};
	const { success } = await read('payment', 'getAllocated', { Data: [row], Meta: {} });
	expect(success[0]?.json).toEqual({
		AllocationId: 5,
		InvoiceNumber: '1042',
		PaymentAmount: 0.3,
		CapitalAmount: 0,
		Currency: 'EUR',
		PaymentDate: '2026-05-18',
		PaymentTypeCode: '8',
		PaymentType: 'Bank Transfer',
	});
});

it('an expression decides for each item; what is neither true nor false is refused', async () => {
	const row = exampleRowOf('listSalesInvoices');
	for (const [given, whole] of [
		['false', true],
		['={{ false }}', true],
		['={{ true }}', false],
	] as const) {
		const { success } = await read('invoice', 'getAll', [row], { simplify: given });
		expect('DeliveryType' in (success[0]?.json ?? {})).toBe(whole);
	}
	const { error } = await read('invoice', 'getAll', [row], { simplify: 'maybe' });
	expect(error?.message).toMatch(/^'Simplify' must be true or false/);
});

it('the trigger gives payments whole', async () => {
	simulator().control.seed({ payments: 1, seed: 1, spreadDays: 1 });
	const trigger = createTrigger({}, { baseUrl: simulator().url });
	const [payment] = (await trigger.poll('manual', 'manual')) ?? [];
	expect(payment).toMatchObject({ Amounts: { PaymentAmount: expect.any(Number) } });
});
