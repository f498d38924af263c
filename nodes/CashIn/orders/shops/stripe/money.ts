import type { Decimal } from '../../../invoicing/exactDecimal';
import { storeCents } from '../../amounts';
import { percentOf, type LineTax } from '../../lines';
import { OrderError } from '../../order';
import { asObject, listIn, objectIn, textIn, type ShopObject } from '../../shopJson';

/** Reads the amounts and taxes of one invoice of Stripe. */
export interface StripeMoney {
	/** Three letters. */
	currency: string;
	/** A member in hundredths of the currency; `of` follows its name in a message. Throws as `stripeCents`. */
	cents(holder: ShopObject, name: string, of?: string): number;
	/** The taxes of a line, of shipping or of a credit, under the names of either version of the API. */
	taxes(line: ShopObject): StripeTax[];
}

/** A tax of a line: what it comes to, its rate where it can be told, and whether the line's amount includes it. */
export interface StripeTax extends LineTax {
	included: boolean;
}

export function stripeMoney(invoice: ShopObject): StripeMoney {
	const currency = textIn(invoice, 'currency').toUpperCase();
	const rates = ratesOf(invoice);
	const cents = (holder: ShopObject, name: string, of = '') =>
		stripeCents(holder[name], currency, `'${name}'${of}`);
	return {
		currency,
		cents,
		taxes: (line) => {
			const name = ['taxes', 'tax_amounts'].find((list) => listIn(line, list).length > 0) ?? '';
			const taxes = listIn(line, name);
			const own = listIn(line, 'tax_rates').flatMap((rate) => percentIn(rate) ?? []);
			const only = own.length === 1 && taxes.length === 1 ? own[0] : undefined;
			return taxes.map((tax) => ({
				rateId: rateIdOf(tax),
				cents: cents(tax, 'amount', ' of a tax'),
				included: tax.inclusive === true || textIn(tax, 'tax_behavior') === 'inclusive',
				percent: rateOf(tax, rates) ?? only,
			}));
		},
	};
}

/**
 * An amount of Stripe, in the smallest unit of its currency, as hundredths of the currency: 1000 yen are 1000 and
 * not 10.
 * Source: Stripe documentation, Supported currencies: zero-decimal, special and three-decimal currencies.
 * @throws OrderError when it is no whole number, or not a whole number of hundredths
 */
function stripeCents(value: unknown, currency: string, label: string): number {
	const units = storeCents(value, label) / 100;
	if (!Number.isInteger(units)) {
		throw new OrderError(
			`${label} is ${units}; Stripe gives amounts as whole numbers in the smallest unit of the currency. Pass the invoice on as Stripe gave it.`,
		);
	}
	if (NO_DECIMALS.has(currency)) return units * 100;
	if (!THREE_DECIMALS.has(currency)) return units;
	if (units % 10 === 0) return units / 10;
	throw new OrderError(
		`${label} is ${units} thousandths of ${currency}, which cannot be invoiced to the cent. Invoice this order with Create.`,
	);
}

/** ISK and UGX have no decimals either, but Stripe gives them with two. */
const NO_DECIMALS = new Set(
	'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** The lines of an invoice as Stripe lists them, or as a plain list that a workflow made of several answers. */
export function stripeData(invoice: ShopObject): ShopObject[] {
	return [...listIn(invoice, 'lines'), ...listIn(objectIn(invoice, 'lines'), 'data')];
}

/** By id: the tax rates an invoice tells wholly, wherever they stand in it. A tax mostly names its rate by id. */
function ratesOf(invoice: ShopObject): ReadonlyMap<string, Decimal> {
	const holders = [
		...listIn(invoice, 'default_tax_rates'),
		...listIn(invoice, 'total_tax_amounts').map((tax) => objectIn(tax, 'tax_rate')),
		...stripeData(invoice).flatMap((line) => listIn(line, 'tax_rates')),
	];
	const rates = new Map<string, Decimal>();
	for (const holder of holders) {
		const id = textIn(holder, 'id');
		const percent = percentIn(holder);
		if (id !== '' && percent !== undefined) rates.set(id, percent);
	}
	return rates;
}

/** The rate of a tax, in either version of the API: its id, or in an expanded invoice the rate itself. */
function namedRates(tax: ShopObject): unknown[] {
	return [tax, objectIn(tax, 'tax_rate_details')].map((holder) => holder.tax_rate ?? holder.rate);
}

function rateIdOf(tax: ShopObject): string {
	for (const named of namedRates(tax)) {
		const id = typeof named === 'string' ? named : textIn(asObject(named) ?? {}, 'id');
		if (id !== '') return id;
	}
	return '';
}

function rateOf(tax: ShopObject, rates: ReadonlyMap<string, Decimal>): Decimal | undefined {
	for (const named of namedRates(tax)) {
		const expanded = asObject(named);
		if (expanded !== undefined) return percentIn(expanded);
		if (typeof named === 'string' && rates.has(named)) return rates.get(named);
	}
	return percentIn(objectIn(tax, 'tax_rate_details'));
}

function percentIn(rate: ShopObject): Decimal | undefined {
	return percentOf(rate.effective_percentage) ?? percentOf(rate.percentage);
}
