import type { IDataObject } from 'n8n-workflow';

import { orderNamed, plainOrder } from '../support/orderFixtures';
import { previewOrders, refusalOf } from '../support/orderRuns';

/** An old order that tells no rate, of lines with net and VAT. */
function rateless(...lines: Array<[net: string, vat: string]>): Record<string, unknown> {
	const sum = (index: 0 | 1) => lines.reduce((total, line) => total + Number(line[index]), 0);
	return plainOrder({
		tax_lines: [],
		shipping_lines: [],
		line_items: lines.map(([total, total_tax], index) => ({
			id: index + 1,
			name: `Line ${index + 1}`,
			quantity: 1,
			total,
			total_tax,
			taxes: [],
		})),
		total: (sum(0) + sum(1)).toFixed(2),
		total_tax: sum(1).toFixed(2),
	});
}

describe('A VAT rate that the order does not tell', () => {
	it.each<[string, string, string]>([
		['1.00', '0.25', '25.5 % from 24 %'],
		['1.00', '0.14', '14 % from 13.5 %'],
		['0.10', '0.02', '24 % from 25.5 %'],
	])('is not guessed from %s and %s: the amounts are too small', async (net, vat, rates) => {
		const words = await refusalOf(rateless([net, vat]));
		expect(words).toContain(
			`Order 1042: "Line 1" has a tax of ${vat} on ${net} and the order does not tell its rate; the amounts are too small to tell`,
		);
		const [one = '', other = ''] = rates.split(' from ');
		expect(words).toContain(one);
		expect(words).toContain(other);
	});

	it('is told from amounts that only one rate leads to', async () => {
		const [invoice] = await previewOrders([rateless(['60.00', '15.30'])]);
		expect(invoice?.rows).toEqual([['Line 1', 1, 25.5, 60, 15.3]]);
		expect(invoice?.warnings).toHaveLength(1);
	});

	it('is told for small lines by all lines of the same tax', async () => {
		const small = rateless(['1.00', '0.25'], ['60.00', '15.30']);
		const [invoice] = await previewOrders([small]);
		expect(invoice).toMatchObject({
			rows: [
				['Line 1', 1, 25.5, 1, 0.25],
				['Line 2', 1, 25.5, 60, 15.3],
			],
			warnings: [
				'The order does not tell the VAT rate of "Line 1" and 1 more; 25.5 % leads to their tax of 15.55.',
			],
		});
	});

	it('is told line by line where lines of two rates come to a third together', async () => {
		// 192.00 on 800.00 would be 24 %.
		const [invoice] = await previewOrders([rateless(['700.00', '178.50'], ['100.00', '13.50'])]);
		expect(invoice?.rows).toEqual([
			['Line 1', 1, 25.5, 700, 178.5],
			['Line 2', 1, 13.5, 100, 13.5],
		]);
	});

	it('is not told from lines of several rates together', async () => {
		expect(await refusalOf(rateless(['1.00', '0.14'], ['60.00', '15.30']))).toContain(
			'"Line 1" has a tax of 0.14 on 1.00',
		);
	});
});

describe('Two tax lines of one title and rate', () => {
	const line = (taxes: IDataObject[]) => {
		const order = orderNamed('shopify', 'prices without tax, and shipping');
		const [first] = order.line_items as IDataObject[];
		return { ...order, line_items: [{ ...first, tax_lines: taxes }] };
	};

	it('are one rate, and not their sum', async () => {
		const taxes = [
			{ title: 'ALV', rate: 0.255, price: '5.10' },
			{ title: 'ALV', rate: 0.255, price: '2.55' },
		];
		const [invoice] = await previewOrders([line(taxes)]);
		expect(invoice?.rows[0]).toEqual(['Example mug', 2, 25.5, 30, 7.65]);
	});

	it('of different titles are a sum, as in Canada', async () => {
		const taxes = [
			{ title: 'GST', rate: 0.05, price: '1.50' },
			{ title: 'QST', rate: 0.205, price: '6.15' },
		];
		const [invoice] = await previewOrders([line(taxes)]);
		expect(invoice?.rows[0]).toEqual(['Example mug', 2, 25.5, 30, 7.65]);
	});
});

describe('Rounding', () => {
	const rows = (count: number, total: string) => {
		const [first] = plainOrder().line_items as IDataObject[];
		const line = {
			...first,
			quantity: 1,
			total: '1.00',
			total_tax: '0.26',
			taxes: [{ id: 1, total: '0.26' }],
		};
		return plainOrder({
			shipping_lines: [],
			line_items: Array.from({ length: count }, (_, id) => ({ ...line, id: id + 1 })),
			total,
			total_tax: (count * 0.26).toFixed(2),
		});
	};

	it('of a few cents is nothing to be said about', async () => {
		const [above, below] = await previewOrders([rows(30, '37.85'), rows(30, '37.75')]);
		expect(above).toMatchObject({ rounding: 0.05, warnings: [] });
		expect(below).toMatchObject({ rounding: -0.05, warnings: [] });
	});

	it('of more is said with its sum', async () => {
		const [above, below] = await previewOrders([rows(30, '38.10'), rows(30, '37.74')]);
		expect(above).toMatchObject({
			total: 38.1,
			rounding: 0.3,
			warnings: [expect.stringContaining('The total of the order is 0.30 EUR above its lines')],
		});
		expect(below?.warnings).toEqual([
			expect.stringContaining('The total of the order is 0.06 EUR below its lines'),
		]);
	});
});
