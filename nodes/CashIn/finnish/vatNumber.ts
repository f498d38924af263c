import { businessIdFault } from './businessId';
import { tidy } from './tidy';
import { accepted, rejected } from './verdict';
import type { IdentifierVerdict } from './verdict';

/**
 * Judges a VAT number (ALV-numero). A Finnish one is `FI` and the eight digits of the business id, and is
 * checked wholly. A foreign one is taken by its form alone, with a warning that it has not been verified:
 * every country has its own rule, and only its register knows whether a number is in force.
 * Source: Tax Administration (FI); prefixes of VIES, the EU's register of VAT numbers.
 */
export function validateVatNumber(text: string): IdentifierVerdict {
	const clean = tidy(text).replace(/[-.]/g, '');
	if (clean === '') return rejected('There is no VAT number.');
	if (/^[0-9]{8}$/.test(clean))
		return finnish(clean, 'Read as a Finnish VAT number: FI was missing.');
	if (clean.startsWith('FI')) return finnish(clean.slice(2), '');
	if (!FOREIGN_SHAPE.test(clean)) {
		return rejected('A VAT number is a two-letter country prefix and 2 to 13 letters or digits.');
	}
	const prefix = clean.slice(0, 2);
	if (prefix === 'GR') return accepted(clean, 'Greek VAT numbers begin with EL. Not verified.');
	return accepted(clean, EU_PREFIXES.has(prefix) ? UNVERIFIED_EU : UNVERIFIED_ELSEWHERE);
}

function finnish(digits: string, warning: string): IdentifierVerdict {
	if (!/^[0-9]{8}$/.test(digits)) {
		return rejected('A Finnish VAT number is FI and eight digits.');
	}
	const fault = businessIdFault(digits.slice(0, 7), digits.slice(7));
	return fault === '' ? accepted(`FI${digits}`, warning) : rejected(fault);
}

const UNVERIFIED_EU = 'Not a Finnish VAT number: its form was looked at, VIES was not asked.';
const UNVERIFIED_ELSEWHERE = 'The prefix is not one of an EU country: the number was not verified.';

const FOREIGN_SHAPE = /^[A-Z]{2}(?=.*[0-9])[A-Z0-9+*]{2,13}$/;

// prettier-ignore
const EU_PREFIXES: ReadonlySet<string> = new Set([
	'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EL', 'ES', 'FR', 'HR', 'HU', 'IE', 'IT',
	'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'XI',
]);
