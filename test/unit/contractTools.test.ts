import { adoptAt, checkGeneratedFiles, compareWithVendorExample } from '../support/contract.cts';

describe('what is made from the contract', () => {
	test('the committed files are fresh', () => {
		const { status, stderr } = checkGeneratedFiles();
		expect([status, stderr]).toEqual([0, expect.any(String)]);
	});
});

describe("a vendor's own document", () => {
	const { report, adopted, before, after } = compareWithVendorExample();

	test('a maintainer reads what differs', () => {
		expect(report).toContain('validateToken: GET /validate here, GET /token/check there');
		expect(report).toContain('listSalesInvoices: new there customerCode; only here invoiceNumber');
		expect(report).toContain('GET /reminders (Retrieve reminders)');
		expect(report).toContain('IsValid: boolean here, string there');
		expect(report).toContain('new there ExpiresAt; only here Message');
		expect(report).toContain('Reminder: only there');
	});

	test('adopting it corrects paths and evidence of the operations it shares with ours', () => {
		const changed = after.filter((row) => !before.some((was) => same(was, row)));
		expect(changed).toMatchObject([
			{ id: 'validateToken', method: 'GET', path: '/token/check', evidence: 'documented' },
			{ id: 'getSettlement', method: 'GET', path: '/settlementdata/{number}' },
		]);
		expect(changed.map(({ note }) => note)).toEqual([
			"adopted from the vendor's document",
			"adopted from the vendor's document",
		]);
		expect(changed[1]?.parameters).toMatchObject([{ name: 'number', in: 'path', required: true }]);
	});

	test('adopting it loses no operation and no comment', () => {
		expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(adopted).toContain('# The contract everything else in this repository follows.');
	});

	test('adopting is refused when two operations would share a method and a path', () => {
		expect(() => adoptAt('listProducts', 'GET', '/customers')).toThrow(
			'GET /customers would be both listProducts and listCustomers',
		);
	});
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
