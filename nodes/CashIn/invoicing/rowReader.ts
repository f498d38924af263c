import { readDate } from './dates';
import { powerOfTen, roundedQuotient, signOf, toNumber } from './exactDecimal';
import type { Decimal } from './exactDecimal';
import { rowFinding } from './findings';
import type { Finding } from './findings';
import { readCents, readDecimal, readPercent } from './money';
import { pricedCents } from './priced';
import { plainRowName } from './rowNames';
import { isEmpty } from './salesInvoice';
import type { SalesInvoiceRow } from './salesInvoice';
import { Unreadable } from './unreadable';

/** Reads the members of one row, each once, and notes what cannot be read. */
export class RowReader {
	private quantity: Decimal | undefined;
	private price: Decimal | undefined;
	private readonly noted = new Set<string>();

	constructor(
		private readonly members: Readonly<SalesInvoiceRow>,
		private readonly index: number,
		private readonly problems: Finding[],
	) {
		this.quantity = this.number('Qty', readDecimal);
		this.price = this.number('Price', readDecimal);
	}

	vatPercent(): Decimal {
		const percent = this.required('VatPercent', this.number('VatPercent', readPercent));
		if (signOf(percent) >= 0) return percent;
		this.problem('unreadable', 'VatPercent', 'cannot be negative');
		return NOUGHT;
	}

	cents(member: string): number | undefined {
		const cents = this.number(member, readCents);
		if (cents !== undefined) this.refuseHuge(cents, member);
		return cents;
	}

	/** Quantity × unit price less discounts, net or gross as the price is. */
	pricedCents(): number {
		const quantity = this.required('Qty', this.quantity);
		const price = this.required('Price', this.price);
		const result = pricedCents(quantity, price, {
			percent: this.number('DiscountPercent', readPercent),
			cents: this.cents('Discount'),
		});
		this.refuseHuge(result, 'Price');
		return result;
	}

	/** A row that states its amounts may leave out quantity and price: it is then one piece at that amount, or minus one. */
	quantityAndPrice(basisCents: number): { quantity: Decimal; price: Decimal } {
		const quantity = this.quantity ?? (basisCents < 0 ? MINUS_ONE : ONE);
		if (this.price !== undefined) return { quantity, price: this.price };
		if (quantity.digits === 0n) return { quantity, price: NOUGHT };
		const scale = priceScale(quantity);
		const numerator = BigInt(basisCents) * powerOfTen(quantity.scale + scale - 2);
		const digits =
			quantity.digits < 0n
				? roundedQuotient(-numerator, -quantity.digits)
				: roundedQuotient(numerator, quantity.digits);
		return { quantity, price: { digits, scale } };
	}

	plainNumber(member: 'Discount' | 'DiscountPercent'): number {
		const read = member === 'Discount' ? readDecimal : readPercent;
		return toNumber(this.number(member, read) ?? NOUGHT);
	}

	date(member: string): string {
		const date = readDate(this.members[member]);
		if (!(date instanceof Unreadable)) return date;
		this.problem('unreadable', member, date.why);
		return '';
	}

	private number<T>(member: string, read: (value: unknown) => T | Unreadable): T | undefined {
		const value = this.members[member];
		if (isEmpty(value)) return undefined;
		const result = read(value);
		if (!(result instanceof Unreadable)) return result;
		this.problem('unreadable', member, result.why);
		return undefined;
	}

	private required(member: string, value: Decimal | undefined): Decimal {
		if (value === undefined && isEmpty(this.members[member])) {
			this.problem('missing', member, 'is missing: fill it in');
		}
		return value ?? NOUGHT;
	}

	private refuseHuge(cents: number, member: string): void {
		if (Math.abs(cents) > LARGEST_CENTS) {
			this.problem('tooLarge', member, 'leads to an amount above 999,999,999,999.99');
		}
	}

	private problem(code: 'missing' | 'unreadable' | 'tooLarge', member: string, what: string): void {
		if (this.noted.has(member)) return;
		this.noted.add(member);
		this.problems.push(
			rowFinding('stop', code, this.index, member, `'${plainRowName(member)}' ${what}.`),
		);
	}
}

/** Decimals of a computed price: six, and so many more for thousands of pieces that together they come to the cent. */
function priceScale({ digits, scale }: Decimal): number {
	const wholeDigits = String(digits < 0n ? -digits : digits).length - scale;
	return Math.max(6, wholeDigits + 3);
}

const NOUGHT: Decimal = { digits: 0n, scale: 0 };
const ONE: Decimal = { digits: 1n, scale: 0 };
const MINUS_ONE: Decimal = { digits: -1n, scale: 0 };
const LARGEST_CENTS = 99_999_999_999_999;
