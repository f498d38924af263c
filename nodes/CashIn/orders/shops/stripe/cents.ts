import { AmountProblem, storeCents } from '../../amounts';

/**
 * An amount of Stripe, in the smallest unit of its currency, as hundredths of the currency: 1000 yen are 1000 and
 * not 10.
 * Source: Stripe documentation, Supported currencies: zero-decimal, special and three-decimal currencies.
 * @throws AmountProblem when it is no whole number, or not a whole number of hundredths
 */
export function stripeCents(value: unknown, currency: string, label: string): number {
	const units = storeCents(value, label) / 100;
	if (!Number.isInteger(units)) {
		throw new AmountProblem(
			`${label} is ${units}; Stripe gives amounts as whole numbers in the smallest unit of the currency. Pass the invoice on as Stripe gave it.`,
		);
	}
	if (NO_DECIMALS.has(currency)) return units * 100;
	if (!THREE_DECIMALS.has(currency)) return units;
	if (units % 10 !== 0) {
		throw new AmountProblem(
			`${label} is ${units} thousandths of ${currency}, which cannot be invoiced to the cent. Invoice this order with Create.`,
		);
	}
	return units / 10;
}

/** ISK and UGX have no decimals either, but Stripe gives them with two. */
const NO_DECIMALS = new Set(
	'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
