import { SALES_INVOICE_ROW } from '../../../nodes/CashIn/api/generated/fields';
import { Findings } from '../../../nodes/CashIn/invoicing/findings';
import { apiRow } from '../../../nodes/CashIn/invoicing/rowNames';

describe('A row', () => {
	test('in our names and in the API’s is the same row', () => {
		const plain = Object.fromEntries(
			Object.keys(SALES_INVOICE_ROW).map((name) => [name, `of ${name}`]),
		);
		const api = Object.fromEntries(
			Object.entries(SALES_INVOICE_ROW).map(([name, member]) => [member, `of ${name}`]),
		);
		expect(read(plain)).toEqual({ row: api, warnings: [] });
		expect(read(api)).toEqual({ row: api, warnings: [] });
	});

	test('may mix both ways of naming, key by key', () => {
		expect(read({ description: 'Example', Qty: 2, unitPrice: 10 })).toEqual({
			row: { Description: 'Example', Qty: 2, Price: 10 },
			warnings: [],
		});
	});

	test('keeps what is empty under the API’s name, and drops it under ours', () => {
		expect(read({ Text: null, ShipDate: '', unit: '', productCode: null }).row).toEqual({
			Text: null,
			ShipDate: '',
		});
	});

	test.each([
		['qty', 'Qty'],
		['Quantity', 'quantity'],
		['quantty', 'quantity'],
		['unit_price', 'unitPrice'],
		['vat', 'vatPercent'],
		['VatPercentage', 'vatPercent'],
		['desc', 'description'],
		['prodcode', 'ProdCode'],
		['Netto', 'Nto'],
	])('with the unknown key %s is asked whether %s was meant', (key, meant) => {
		const { row, warnings } = read({ [key]: 1 });
		expect(row).toEqual({ [key]: 1 });
		expect(warnings).toMatchObject([{ code: 'unknownKey', severity: 'warn', row: 4, member: key }]);
		expect(warnings[0]?.message).toContain(`Did you mean '${meant}'?`);
	});

	test.each(['zzzzzzzz', 'constructor', '__proto__x', 'toString', ''])(
		'with the unknown key "%s" is asked nothing, and keeps it',
		(key) => {
			const { row, warnings } = read({ [key]: 1 });
			expect(Object.entries(row)).toEqual([[key, 1]]);
			expect(warnings).toMatchObject([{ code: 'unknownKey' }]);
			expect(warnings[0]?.message).not.toContain('Did you mean');
		},
	);

	test.each([
		[{ quantity: 1, Qty: 2 }, 1],
		[{ Qty: 2, quantity: 1 }, 1],
	])('naming one thing twice in %j has ours, and it is said', (given, quantity) => {
		const { row, warnings } = read(given);
		expect(row).toEqual({ Qty: quantity });
		expect(warnings).toMatchObject([{ code: 'keyTwice', severity: 'stop', row: 4, member: 'Qty' }]);
	});

	test('naming one thing twice with one value, or with an empty one, is fine', () => {
		expect(read({ quantity: 1, Qty: 1 })).toEqual({ row: { Qty: 1 }, warnings: [] });
		expect(read({ quantity: 1, Qty: null })).toEqual({ row: { Qty: 1 }, warnings: [] });
		expect(read({ quantity: '', Qty: 2 })).toEqual({ row: { Qty: 2 }, warnings: [] });
	});
});

function read(given: Record<string, unknown>) {
	const findings = new Findings();
	return { row: apiRow(given, 4, findings), warnings: findings.list };
}
