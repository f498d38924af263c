import { SALES_INVOICE_ROW } from '../api/generated/fields';
import { signOf, toNumber, toText, type Decimal } from '../invoicing/exactDecimal';
import type { Findings } from '../invoicing/findings';
import { centsToText, readPercent } from '../invoicing/money';
import { readOptional } from '../invoicing/values';
import { VAT_HISTORY, vatInGross, vatOnNet } from '../invoicing/vat';
import { negated, NOUGHT, ONE } from './amounts';
import { OrderError, type OrderLine } from './order';

/** A line as a shop tells it, its amounts read. */
export interface LineParts extends TaxedLine {
	id: string;
	/** As plain text; may be empty, as of a product that was deleted. */
	name: string;
	/** Stands for the name where it is empty. */
	fallback: string;
	productCode?: string;
	quantity: Decimal;
	vatCents: number;
}

/** The net of a line and the taxes on it. */
interface TaxedLine {
	netCents: number;
	taxes: readonly LineTax[];
}

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

/**
 * The lines of an order; none for what was not ordered and cost nothing. What takes money off has a negative quantity
 * and a positive price, as on every invoice here.
 * @throws OrderError when a VAT rate cannot be told
 */
export function orderLines(parts: readonly LineParts[], findings: Findings): OrderLine[] {
	const named = parts.map((part) => ({ ...part, name: part.name || part.fallback }));
	const rates = guessedRates(named, findings);
	return named.flatMap((part): OrderLine[] => {
		const { id, name: description, productCode = '', netCents, vatCents, taxes } = part;
		const quantity = quantityOf(part.quantity, netCents === 0 ? vatCents : netCents);
		if (quantity === undefined) return [];
		const vatPercent = lineRate(netCents, taxes, description, findings, rates);
		return [{ id, description, productCode, quantity, netCents, vatCents, vatPercent }];
	});
}

function quantityOf(quantity: Decimal, cents: number): Decimal | undefined {
	if (cents === 0) return signOf(quantity) === 0 ? undefined : quantity;
	if (signOf(quantity) === 0) return cents < 0 ? negated(ONE) : ONE;
	return signOf(quantity) === Math.sign(cents) ? quantity : negated(quantity);
}

/** A sum of cents as a line, with the VAT of a rate taken out of it. */
export function sumLine(
	id: string,
	description: string,
	cents: number,
	vatPercent: Decimal,
): OrderLine {
	const vatCents = vatInGross(cents, vatPercent);
	const quantity = cents < 0 ? negated(ONE) : ONE;
	return {
		id,
		description,
		productCode: '',
		quantity,
		netCents: cents - vatCents,
		vatCents,
		vatPercent,
	};
}

/** Money that pays a part of an order, in cents: a line without VAT. */
export function paymentLine(id: string, description: string, cents: number): OrderLine {
	return { ...sumLine(id, description, cents, NOUGHT), isPayment: true };
}

/** The line that takes a line back. */
export function reversed(line: OrderLine): OrderLine {
	const { quantity, netCents, vatCents } = line;
	return { ...line, quantity: negated(quantity), netCents: -netCents, vatCents: -vatCents };
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

/** Rates that the order tells by an id only, as they were told from its amounts. */
type GuessedRates = ReadonlyMap<string, Decimal>;

/**
 * The one VAT rate of a line, out of the taxes the order puts on it. Amounts are never computed from it.
 * Several taxes on one line (as in Canada) are one rate, their sum. A tax of nothing counts only where nothing more was
 * charged than its rate rounds away. An old order that tells no rate gets the known one that leads to its amount,
 * which is a finding.
 * @param name of the line, for messages
 * @throws OrderError when tax was charged and no rate can be told
 */
export function lineRate(
	netCents: number,
	taxes: readonly LineTax[],
	name: string,
	findings: Findings,
	known: GuessedRates = new Map(),
): Decimal {
	const charged = taxes.filter(({ cents }) => cents !== 0);
	if (charged.length === 0) {
		const nominal = taxes.find(
			({ percent }) => percent !== undefined && Math.abs(vatOnNet(netCents, percent)) <= 1,
		);
		return nominal?.percent ?? NOUGHT;
	}
	// What a shop splits into two entries of one name and rate is one tax.
	const distinct = charged.filter(
		(tax, index) => charged.findIndex((other) => isSameTax(tax, other)) === index,
	);
	if (distinct.length > 1 && distinct.some(({ compound }) => compound === true)) {
		throw new OrderError(
			`"${name}" has a tax on top of another tax, which one VAT rate cannot show. Invoice this order with Create.`,
		);
	}
	const percents = distinct.flatMap(
		({ percent, rateId = '' }) => percent ?? known.get(rateId) ?? [],
	);
	if (percents.length === distinct.length) return sumOf(percents);
	const vatCents = charged.reduce((sum, { cents }) => sum + cents, 0);
	const percent = guessRate(netCents, vatCents, name);
	warnGuessed(findings, `"${name}"`, 'its', percent, vatCents);
	return percent;
}

/**
 * Rates that an order tells by an id only, out of what all its lines have of each: small amounts cannot tell two rates
 * apart, and their sum may. A rate that cannot be told from the sum either is left out.
 */
function guessedRates(
	lines: ReadonlyArray<TaxedLine & { name: string }>,
	findings: Findings,
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
		warnGuessed(
			findings,
			`"${first.name}"${more}`,
			more === '' ? 'its' : 'their',
			percent,
			vatCents,
		);
	}
	return rates;
}

/**
 * A rate as a shop writes it, in percent; undefined for anything else.
 * @param value `25.5`, `"25.5"`, `"25.5000"` or with a percent sign
 */
export function percentOf(value: unknown): Decimal | undefined {
	const percent = readOptional(value, readPercent);
	return percent === undefined || percent.digits < 0n ? undefined : percent;
}

function guessRate(netCents: number, vatCents: number, name: string): Decimal {
	const [percent, another] = plausible(netCents, vatCents, 1);
	if (percent !== undefined && another === undefined) return percent;
	const why =
		percent === undefined || another === undefined
			? 'it is none of the Finnish ones'
			: `the amounts are too small to tell ${toText(percent)} % from ${toText(another)} %`;
	throw new OrderError(
		`"${name}" has a tax of ${centsToText(vatCents)} on ${centsToText(netCents)} and the order does not tell its rate; ${why}. Invoice this order with Create.`,
	);
}

/**
 * Finnish rates that may have led to a tax, the nearest first: a cent for each row may be rounding, and a converted
 * currency is off by a thousandth at most.
 */
function plausible(netCents: number, vatCents: number, rows: number): Decimal[] {
	const off = (percent: Decimal) => Math.abs(vatOnNet(netCents, percent) - vatCents);
	// Made when it is needed: n8n loads this file at every start.
	const known = new Set(VAT_HISTORY.flatMap(({ rates }) => rates));
	return [...known]
		.flatMap((rate) => percentOf(rate) ?? [])
		.filter((percent) => leadsTo(percent, netCents, vatCents, rows))
		.sort((one, other) => off(one) - off(other));
}

function leadsTo(percent: Decimal, netCents: number, vatCents: number, rows: number): boolean {
	const off = Math.abs(vatOnNet(netCents, percent) - vatCents);
	return off <= Math.max(rows, Math.abs(netCents) / 1_000);
}

function warnGuessed(
	findings: Findings,
	what: string,
	whose: string,
	percent: Decimal,
	vatCents: number,
): void {
	findings.warn(
		'orderRateGuessed',
		SALES_INVOICE_ROW.vatPercent,
		`The order does not tell the VAT rate of ${what}; ${toText(percent)} % leads to ${whose} tax of ${centsToText(vatCents)}.`,
	);
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
