import { toText } from '../../../nodes/CashIn/invoicing/exactDecimal';
import {
	difference,
	shareOf,
	storeCents,
	storeDecimal,
	wholeCents,
} from '../../../nodes/CashIn/orders/amounts';
import { OrderError } from '../../../nodes/CashIn/orders/order';

const decimal = (value: unknown) => storeDecimal(value, "'x'");

describe('An amount of a store', () => {
	test.each([
		['12.345', '12.345'],
		['1000.000', '1000'],
		['-0.50', '-0.5'],
		['007', '7'],
		[' 5. ', '5'],
		[19.99, '19.99'],
		['', '0'],
		[null, '0'],
		[undefined, '0'],
	])('written %p is %s', (given, text) => {
		expect(toText(decimal(given))).toBe(text);
	});

	test.each(['12,50', '1 000', '1e3', 'free', '--5', '0x10', {}, [], true, NaN, Infinity])(
		'written %p is refused by its name',
		(given) => {
			expect(() => decimal(given)).toThrow(OrderError);
			expect(() => decimal(given)).toThrow(/^'x' /);
		},
	);

	test('is rounded to cents, halves away from zero', () => {
		const cents = ['1.005', '-1.005', '1.0049', '7.964143', 0.1 + 0.2].map((value) =>
			storeCents(value, "'x'"),
		);
		expect(cents).toEqual([101, -101, 100, 796, 30]);
	});

	test('that is to be paid is in whole cents', () => {
		expect(wholeCents('10.5000', "'total'")).toBe(1050);
		expect(() => wholeCents('10.505', "'total'")).toThrow("'total' is 10.505");
		expect(() => storeCents('9999999999999', "'total'")).toThrow('no amount of an order');
	});

	test('is shared by pieces, and pieces are counted exactly', () => {
		const part = decimal('-1');
		expect(shareOf(1000, part, decimal('3'))).toBe(-333);
		expect(shareOf(-1000, part, decimal('3'))).toBe(333);
		expect(shareOf(1000, decimal('0.5'), decimal('2.5'))).toBe(200);
		expect(toText(difference(decimal('2.5'), decimal('3.25')))).toBe('-0.75');
		expect(toText(difference(decimal('2.5'), decimal('-0.5')))).toBe('3');
	});
});
