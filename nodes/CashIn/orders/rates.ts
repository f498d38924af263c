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
	/** As the shop names it; two of one name and rate are one tax. */
	title?: string;
	/** By which the order says that taxes of several lines have one rate. */
	rateId?: string;
}

/** The net of a line and the taxes on it. */
export interface TaxedLine {
	netCents: number;
	taxes: readonly LineTax[];
}

/** Rates that the order tells by an id only, as they were told from its amounts. */
export type GuessedRates = ReadonlyMap<string, Decimal>;

/**
 * The one VAT rate of a line, out of the taxes the order puts on it. Amounts are never computed from it.
 * Several taxes on one line (as in Canada) are one rate, their sum. A tax of nothing counts only where nothing more was
 * charged than its rate rounds away. An old order that tells no rate gets the known one that leads to its amount,
 * which is said.
 * @param name of the line, for messages
 * @throws AmountProblem when tax was charged and no rate can be told
 */
export function lineRate(
	netCents: number,
	taxes: readonly LineTax[],
	name: string,
	warnings: Finding[],
	known: GuessedRates = new Map(),
): Decimal {
	const charged = taxes.filter(({ cents }) => cents !== 0);
	if (charged.length === 0) {
		const nominal = taxes.find(
			({ percent }) => percent !== undefined && Math.abs(vatOnNet(netCents, percent)) <= 1,
		);
		return nominal?.percent ?? NOUGHT;
	}
	const distinct = distinctTaxes(charged);
	if (distinct.length > 1 && distinct.some(({ compound }) => compound === true)) {
		throw new AmountProblem(
			`"${name}" has a tax on top of another tax, which one VAT rate cannot show. Invoice this order with Create.`,
		);
	}
	const percents = distinct.flatMap(
		({ percent, rateId = '' }) => percent ?? known.get(rateId) ?? [],
	);
	if (percents.length === distinct.length) return sumOf(percents);
	const vatCents = charged.reduce((sum, { cents }) => sum + cents, 0);
	const percent = guessed(netCents, vatCents, 1, `"${name}" has`);
	warnings.push(rateGuessed(`"${name}"`, 'its', percent, vatCents));
	return percent;
}

/**
 * Rates that an order tells by an id only, out of what all its lines have of each: small amounts cannot tell two rates
 * apart, and their sum may. A rate that cannot be told from the sum either is left out.
 */
export function guessedRates(
	lines: ReadonlyArray<TaxedLine & { name: string }>,
	warnings: Finding[],
): GuessedRates {
	const rates = new Map<string, Decimal>();
	const ids = new Set(lines.flatMap(({ taxes }) => taxes.map(({ rateId = '' }) => rateId)));
	for (const id of ids) {
		// A line with several taxes does not say which of them its net leads to.
		const own = lines.filter(
			({ taxes }) => taxes.length === 1 && taxes[0]?.rateId === id && taxes[0].cents !== 0,
		);
		const [first] = own;
		if (id === '' || first === undefined || first.taxes[0]?.percent !== undefined) continue;
		const netCents = own.reduce((sum, line) => sum + line.netCents, 0);
		const vatCents = own.reduce((sum, { taxes }) => sum + (taxes[0]?.cents ?? 0), 0);
		const [percent, another] = plausible(netCents, vatCents, own.length);
		if (percent === undefined || another !== undefined) continue;
		// Lines of two rates may come to a third together.
		const fits = own.every((line) => leadsTo(percent, line.netCents, line.taxes[0]?.cents ?? 0, 1));
		if (!fits) continue;
		const more = own.length === 1 ? '' : ` and ${own.length - 1} more`;
		rates.set(id, percent);
		warnings.push(
			rateGuessed(`"${first.name}"${more}`, more === '' ? 'its' : 'their', percent, vatCents),
		);
	}
	return rates;
}

/**
 * A rate as a shop writes it, in percent; undefined for what is none.
 * @param value `25.5`, `"25.5"`, `"25.5000"` or with a percent sign
 */
export function percentOf(value: unknown): Decimal | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const percent = readPercent(value);
	return percent instanceof Unreadable || percent.digits < 0n ? undefined : percent;
}

function guessed(netCents: number, vatCents: number, rows: number, what: string): Decimal {
	const [percent, another] = plausible(netCents, vatCents, rows);
	const tax = `${what} a tax of ${centsToText(vatCents)} on ${centsToText(netCents)} and the order does not tell its rate`;
	if (percent === undefined) {
		throw new AmountProblem(
			`${tax}; it is none of the Finnish ones. Invoice this order with Create.`,
		);
	}
	if (another === undefined) return percent;
	throw new AmountProblem(
		`${tax}; the amounts are too small to tell ${toText(percent)} % from ${toText(another)} %. Invoice this order with Create.`,
	);
}

/**
 * Finnish rates that may have led to a tax, the nearest first: a cent for each row may be rounding, and a converted
 * currency is off by a thousandth at most.
 */
function plausible(netCents: number, vatCents: number, rows: number): Decimal[] {
	return knownRates()
		.filter((percent) => leadsTo(percent, netCents, vatCents, rows))
		.map((percent) => ({ percent, off: Math.abs(vatOnNet(netCents, percent) - vatCents) }))
		.sort((one, other) => one.off - other.off)
		.map(({ percent }) => percent);
}

function leadsTo(percent: Decimal, netCents: number, vatCents: number, rows: number): boolean {
	const off = Math.abs(vatOnNet(netCents, percent) - vatCents);
	return off <= Math.max(rows, Math.abs(netCents) / 1_000);
}

function rateGuessed(what: string, whose: string, percent: Decimal, vatCents: number): Finding {
	return finding(
		'warn',
		'orderRateGuessed',
		'VatPercent',
		`The order does not tell the VAT rate of ${what}; ${toText(percent)} % leads to ${whose} tax of ${centsToText(vatCents)}.`,
	);
}

/** One for each tax: what a shop splits into two entries of one name and rate is one tax. */
function distinctTaxes(taxes: readonly LineTax[]): LineTax[] {
	return taxes.filter((tax, index) => taxes.findIndex((other) => isSameTax(tax, other)) === index);
}

function isSameTax(one: LineTax, other: LineTax): boolean {
	if (one === other) return true;
	if (one.rateId !== undefined && one.rateId !== '') return one.rateId === other.rateId;
	const titled = one.title !== undefined && one.title !== '' && one.title === other.title;
	if (!titled || one.percent === undefined || other.percent === undefined) return false;
	return toText(one.percent) === toText(other.percent);
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
