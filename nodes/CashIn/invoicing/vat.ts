import { toText } from './exactDecimal';
import { readPercent } from './money';
import { Unreadable } from './unreadable';

/**
 * Finnish VAT rates in percent, newest first, by the day they came into force.
 * Source: Value Added Tax Act (1501/1993) as amended for 2013, September 2024 and 2026.
 */
export const VAT_HISTORY: ReadonlyArray<{ from: string; rates: readonly string[] }> = [
	{ from: '2026-01-01', rates: ['25.5', '13.5', '10'] },
	{ from: '2024-09-01', rates: ['25.5', '14', '10'] },
	{ from: '2013-01-01', rates: ['24', '14', '10'] },
];

/** What is odd about a rate on a day of delivery; `''` when nothing is. */
export interface VatRemark {
	code: '' | 'vatUnknown' | 'vatNotInForce';
	message: string;
}

/**
 * Compares a VAT rate with what was in force on the day of delivery. The rate follows the delivery, for a
 * prepayment the day the money came, and not the invoice date: late invoices and credit notes rightly carry
 * older rates. So this is a remark and never a refusal. 0 % fits every day; days before 2013 are not known here.
 * @param percent as text without trailing zeros, `25.5`
 * @param date day of delivery, `YYYY-MM-DD`
 */
export function vatRemark(percent: string, date: string): VatRemark {
	const inForce = VAT_HISTORY.find(({ from }) => date >= from);
	if (percent === '0' || inForce === undefined || inForce.rates.includes(percent)) return NOTHING;
	const list = inForce.rates.join(', ');
	if (!VAT_HISTORY.some(({ rates }) => rates.includes(percent))) {
		return {
			code: 'vatUnknown',
			message: `${percent} % is not a Finnish VAT rate; on ${date} the rates were ${list} and 0.`,
		};
	}
	return {
		code: 'vatNotInForce',
		message: `${percent} % was not in force on ${date}, when the rates were ${list} and 0. The rate follows the delivery: if it was on another day, give the delivery date.`,
	};
}

/** A rate given as a fraction, in percent: 0.255 → `25.5`, where a float product may not be. */
export function percentFromFraction(fraction: number | string): string | Unreadable {
	const rate = readPercent(fraction);
	if (rate instanceof Unreadable) return rate;
	const { digits, scale } = rate;
	return toText(scale >= 2 ? { digits, scale: scale - 2 } : shifted(digits, scale));
}

function shifted(digits: bigint, scale: number): { digits: bigint; scale: number } {
	return { digits: digits * (scale === 1 ? 10n : 100n), scale: 0 };
}

const NOTHING: VatRemark = { code: '', message: '' };
