import { validateBusinessId } from '../finnish/businessId';
import { validatePersonalId } from '../finnish/personalId';
import { finding } from './findings';
import type { Finding } from './findings';
import { textOf } from './salesInvoice';

type Members = Readonly<Record<string, unknown>>;

/**
 * Looks at who the invoice is for and at the form of countries.
 * The buyer's identifier may be a personal identity code and is never repeated.
 */
export function partyFindings(invoice: Members): Finding[] {
	const findings: Finding[] = [];
	if (textOf(invoice.SalesName) === '') {
		findings.push(finding('stop', 'noBuyerName', 'SalesName', 'The buyer has no name.'));
	}
	for (const country of COUNTRIES) {
		const code = textOf(invoice[country]);
		if (code !== '' && !/^[A-Z]{2}$/.test(code)) {
			findings.push(
				finding(
					'warn',
					'countryMalformed',
					country,
					`${country} should be a two-letter code such as FI.`,
				),
			);
		}
	}
	const reason = identifierFault(textOf(invoice.SalesIdentifier));
	if (reason !== '') {
		findings.push(
			finding('warn', 'identifierInvalid', 'SalesIdentifier', `The buyer's identifier: ${reason}`),
		);
	}
	return findings;
}

/** What is wrong with an identifier that has the form of a Finnish one; others are not judged. */
function identifierFault(identifier: string): string {
	if (/^[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]$/i.test(identifier)) {
		return validatePersonalId(identifier).reason;
	}
	if (/^(FI)?[0-9]{6,7}-?[0-9]$/i.test(identifier)) return validateBusinessId(identifier).reason;
	return '';
}

const COUNTRIES = ['SalesCountry', 'BillingCountry', 'DeliveryCountry'];
