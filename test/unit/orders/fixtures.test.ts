import { invoiceNumberOf } from '../../../nodes/CashIn/orders/invoiceNumber';
import { invoiced, ORDERS, rowsOf } from '../../support/orderFixtures';

describe.each(['wooCommerce', 'shopify', 'stripe'] as const)('An order of %s', (source) => {
	test('is there in twelve forms at least', () => {
		expect(ORDERS[source].length).toBeGreaterThanOrEqual(12);
	});

	test.each(ORDERS[source].map((fixture) => [fixture.name, fixture] as const))(
		'with %s becomes the invoice it should be, to the cent',
		(_, { order: given, total, rows, rounding = 0, number, warns = [] }) => {
			const { order, built, findings } = invoiced(given);
			expect(order.source).toBe(source);
			expect(rowsOf(built)).toEqual(rows);
			expect(built.invoice).toMatchObject({ TotalAmount: total, RoundAmount: rounding });
			expect(findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
			expect(findings.map(({ code }) => code)).toEqual(warns);
			if (number !== undefined) {
				expect(invoiceNumberOf(order.number, order.numberBase, '')).toBe(number);
			}
		},
	);
});

const CREDITS = Object.values(ORDERS)
	.flat()
	.flatMap(({ name, order, credit }) => (credit === undefined ? [] : [{ name, order, credit }]));

test.each(CREDITS)('$name becomes a credit invoice', ({ order, credit }) => {
	const { built, findings } = invoiced(order, credit.id);
	expect(rowsOf(built)).toEqual(credit.rows);
	expect(built.invoice).toMatchObject({
		TotalAmount: credit.total,
		RoundAmount: 0,
		CreditedInvoiceInformation: '900',
	});
	expect(built.invoice.InvoiceRows.every(({ Price }) => Number(Price) > 0)).toBe(true);
	expect(findings).toEqual([]);
});
