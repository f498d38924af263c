import type { Decimal } from '../../../invoicing/exactDecimal';
import { percentOf } from '../../rates';
import type { LineTax } from '../../rates';
import { asObject, listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { stripeCents } from './cents';

/** Rates by their id. */
export type StripeRates = ReadonlyMap<string, Decimal>;

/** A tax of a line: what it comes to, its rate where it can be told, and whether the line's amount includes it. */
export interface StripeTax extends LineTax {
	included: boolean;
}

/**
 * The tax rates an invoice tells wholly, wherever they stand in it: a tax itself mostly names its rate by id.
 */
export function stripeRates(invoice: ShopObject): StripeRates {
	const holders = [
		...listIn(invoice, 'default_tax_rates'),
		...listIn(invoice, 'total_tax_amounts').map((tax) => objectIn(tax, 'tax_rate')),
		...[...listIn(invoice, 'lines'), ...listIn(objectIn(invoice, 'lines'), 'data')].flatMap(
			(line) => listIn(line, 'tax_rates'),
		),
	];
	const rates = new Map<string, Decimal>();
	for (const holder of holders) {
		const id = textIn(holder, 'id');
		const percent = percentIn(holder);
		if (id !== '' && percent !== undefined) rates.set(id, percent);
	}
	return rates;
}

/** The taxes of a line, of shipping or of a credit, under the names of either version of the API. */
export function stripeTaxes(line: ShopObject, currency: string, rates: StripeRates): StripeTax[] {
	const list = ['taxes', 'tax_amounts'].find((name) => listIn(line, name).length > 0);
	const taxes = list === undefined ? [] : listIn(line, list);
	const own = listIn(line, 'tax_rates').flatMap((rate) => percentIn(rate) ?? []);
	return taxes.map((tax) => ({
		rateId: rateIdOf(tax),
		cents: stripeCents(tax.amount, currency, "'amount' of a tax"),
		included: tax.inclusive === true || textIn(tax, 'tax_behavior') === 'inclusive',
		percent: rateOf(tax, rates) ?? (own.length === 1 && taxes.length === 1 ? own[0] : undefined),
	}));
}

/** A plain invoice names the rate of a tax; an expanded one holds it. */
function rateIdOf(tax: ShopObject): string {
	for (const holder of [tax, objectIn(tax, 'tax_rate_details')]) {
		const named = holder.tax_rate ?? holder.rate;
		const id = typeof named === 'string' ? named : textIn(asObject(named) ?? {}, 'id');
		if (id !== '') return id;
	}
	return '';
}

function rateOf(tax: ShopObject, rates: StripeRates): Decimal | undefined {
	const details = objectIn(tax, 'tax_rate_details');
	for (const holder of [tax, details]) {
		const named = holder.tax_rate ?? holder.rate;
		const expanded = asObject(named);
		if (expanded !== undefined) return percentIn(expanded);
		if (typeof named === 'string' && rates.has(named)) return rates.get(named);
	}
	return percentIn(details);
}

function percentIn(rate: ShopObject): Decimal | undefined {
	return percentOf(rate.effective_percentage) ?? percentOf(rate.percentage);
}
