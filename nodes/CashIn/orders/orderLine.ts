import { signOf } from '../invoicing/exactDecimal';
import type { Decimal } from '../invoicing/exactDecimal';
import type { Finding } from '../invoicing/findings';
import { negated, NOUGHT, ONE } from './amounts';
import type { OrderLine } from './order';
import { guessedRates, lineRate } from './rates';
import type { TaxedLine } from './rates';

/** What a shop tells of a line, read. */
export interface LineParts extends TaxedLine {
	id: string;
	/** As plain text; may be empty, as of a product that was deleted. */
	name: string;
	/** What stands for it where it is empty. */
	fallback: string;
	productCode?: string;
	quantity: Decimal;
	vatCents: number;
}

/**
 * The lines of an order; none for what was not ordered and cost nothing. What takes money off has a negative quantity
 * and a positive price, as on every invoice here.
 * @throws AmountProblem when a VAT rate cannot be told
 */
export function orderLines(parts: readonly LineParts[], warnings: Finding[]): OrderLine[] {
	const named = parts.map((part) => ({ ...part, name: part.name || part.fallback }));
	const rates = guessedRates(named, warnings);
	return named.flatMap((part): OrderLine[] => {
		const { id, name: description, productCode = '', netCents, vatCents, taxes } = part;
		const quantity = quantityOf(part.quantity, netCents === 0 ? vatCents : netCents);
		if (quantity === undefined) return [];
		const vatPercent = lineRate(netCents, taxes, description, warnings, rates);
		return [{ id, description, productCode, quantity, netCents, vatCents, vatPercent }];
	});
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
