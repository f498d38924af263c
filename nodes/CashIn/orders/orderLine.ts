import { signOf } from '../invoicing/exactDecimal';
import type { Decimal } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';
import { negated, NOUGHT, ONE } from './amounts';
import type { OrderLine } from './order';
import { plainText } from './plainText';
import { lineRate } from './rates';
import type { LineTax } from './rates';

/** What a store tells of a line, read. */
export interface LineParts {
	id: string;
	/** As the store writes it, HTML and all; may be empty, as of a product that was deleted. */
	name: string;
	/** What stands for it where it is empty. */
	fallback: string;
	productCode?: string;
	quantity: Decimal;
	netCents: number;
	vatCents: number;
	taxes: readonly LineTax[];
}

/**
 * A line of an order; none where nothing was ordered and nothing charged. What takes money off has a negative
 * quantity and a positive price, as on every invoice here.
 * @throws AmountProblem when its VAT rate cannot be told
 */
export function orderLine(parts: LineParts, warnings: Finding[]): OrderLine[] {
	const { id, netCents, vatCents, productCode = '' } = parts;
	const description = plainText(parts.name) || parts.fallback;
	const quantity = quantityOf(parts.quantity, netCents === 0 ? vatCents : netCents);
	if (quantity === undefined) return [];
	const vatPercent = lineRate(netCents, parts.taxes, description, warnings);
	return [{ id, description, productCode, quantity, netCents, vatCents, vatPercent }];
}

/** What lines come to, in cents. */
export function grossOf(lines: readonly OrderLine[]): number {
	return lines.reduce((sum, { netCents, vatCents }) => sum + netCents + vatCents, 0);
}

/**
 * The lines with a VAT rate for those that cost nothing and tell none, such as a part of a bundle: that of the
 * dearest line, since 0 % would have to be explained.
 */
export function withRates(lines: readonly OrderLine[]): OrderLine[] {
	const [dearest] = [...lines].sort((one, other) => other.netCents - one.netCents);
	const vatPercent = dearest?.vatPercent ?? NOUGHT;
	return lines.map((line) =>
		line.netCents === 0 && line.vatCents === 0 && signOf(line.vatPercent) === 0
			? { ...line, vatPercent }
			: line,
	);
}

function quantityOf(quantity: Decimal, cents: number): Decimal | undefined {
	if (cents === 0) return signOf(quantity) === 0 ? undefined : quantity;
	if (signOf(quantity) === 0) return cents < 0 ? negated(ONE) : ONE;
	return signOf(quantity) === Math.sign(cents) ? quantity : negated(quantity);
}
