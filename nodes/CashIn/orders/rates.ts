import { toNumber, toText } from '../invoicing/exactDecimal';
import type { Decimal } from '../invoicing/exactDecimal';
import { finding } from '../invoicing/findings';
import type { Finding } from '../invoicing/findings';
import { centsToText, readPercent } from '../invoicing/money';
import { Unreadable } from '../invoicing/unreadable';
import { VAT_HISTORY } from '../invoicing/vat';
import { vatOnNet } from '../invoicing/vatAmount';
import { AmountProblem, NOUGHT } from './amounts';

/** One tax on a line, as the order tells it. */
export interface LineTax {
	cents: number;
	/** Undefined when the order does not tell it. */
	percent?: Decimal;
	/** Charged on top of another tax. */
	compound?: boolean;
}

/**
 * The one VAT rate of a line, out of the taxes the order puts on it. Amounts are never computed from it.
 * Several taxes on one line (as in Canada) are one rate, their sum. A tax of nothing counts only where nothing
 * more was charged than its rate rounds away. An old order that tells no rate gets the known one that leads to
 * its amount, which is said.
 * @param name of the line, for messages
 * @throws AmountProblem when tax was charged and no rate can be told
 */
export function lineRate(
	netCents: number,
	taxes: readonly LineTax[],
	name: string,
	warnings: Finding[],
): Decimal {
	const charged = taxes.filter(({ cents }) => cents !== 0);
	if (charged.length === 0) {
		const nominal = taxes.find(
			({ percent }) => percent !== undefined && Math.abs(vatOnNet(netCents, percent)) <= 1,
		);
		return nominal?.percent ?? NOUGHT;
	}
	if (charged.length > 1 && charged.some(({ compound }) => compound === true)) {
		throw new AmountProblem(
			`"${name}" has a tax on top of another tax, which one VAT rate cannot show. Invoice this order with Create.`,
		);
	}
	const percents = charged.flatMap(({ percent }) => percent ?? []);
	if (percents.length === charged.length) return sumOf(percents);
	return guessed(
		netCents,
		charged.reduce((sum, { cents }) => sum + cents, 0),
		name,
		warnings,
	);
}

/**
 * A rate as a store writes it, in percent; undefined for what is none.
 * @param value `25.5`, `"25.5"`, `"25.5000"` or with a percent sign
 */
export function percentOf(value: unknown): Decimal | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const percent = readPercent(value);
	return percent instanceof Unreadable || percent.digits < 0n ? undefined : percent;
}

function guessed(netCents: number, vatCents: number, name: string, warnings: Finding[]): Decimal {
	const near = knownRates()
		.map((percent) => ({
			percent,
			off: Math.abs(vatOnNet(netCents, percent) - vatCents),
		}))
		.sort((one, other) => one.off - other.off)[0];
	if (near === undefined || near.off > Math.max(1, Math.abs(netCents) / 1_000)) {
		throw new AmountProblem(
			`"${name}" has a tax of ${centsToText(vatCents)} on ${centsToText(netCents)} and the order does not tell its rate; it is none of the Finnish ones. Invoice this order with Create.`,
		);
	}
	warnings.push(
		finding(
			'warn',
			'orderRateGuessed',
			'VatPercent',
			`The order does not tell the VAT rate of "${name}"; ${toText(near.percent)} % leads to its tax of ${centsToText(vatCents)}.`,
		),
	);
	return near.percent;
}

function sumOf(percents: readonly Decimal[]): Decimal {
	const [first = NOUGHT] = percents;
	if (percents.length < 2) return first;
	const sum = percents.reduce((total, percent) => total + toNumber(percent), 0);
	return percentOf(Math.round(sum * 10_000) / 10_000) ?? NOUGHT;
}

/** Every Finnish rate there was. Made when it is needed: n8n loads this file at every start. */
function knownRates(): Decimal[] {
	const rates = new Set(VAT_HISTORY.flatMap((period) => period.rates));
	return [...rates].flatMap((rate) => percentOf(rate) ?? []);
}
