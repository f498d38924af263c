import { finding } from './findings';
import type { Finding } from './findings';
import { textOf } from './salesInvoice';

/**
 * Warns when a consumer is charged more late interest than the statute has: the reference rate plus seven
 * percentage points. Businesses may agree on more. `InterestType` "V" is read as "points above the reference
 * rate" and a B2C invoice as one to a consumer: that is how the documented sample reads, no more is known.
 * Source: Interest Act (633/1982), sections 2 and 4.
 */
export function interestFindings(invoice: Readonly<Record<string, unknown>>): Finding[] {
	const points = Number(textOf(invoice.InterestNumber) || '0');
	const consumer = textOf(invoice.FinvoiceSpecification).toUpperCase() === 'B2C';
	if (!consumer || textOf(invoice.InterestType) !== 'V' || !(points > CONSUMER_POINTS)) return [];
	return [
		finding(
			'warn',
			'interestTooHigh',
			'InterestNumber',
			`Late interest of ${points} points above the reference rate is more than the ${CONSUMER_POINTS} a consumer can be charged.`,
		),
	];
}

const CONSUMER_POINTS = 7;
