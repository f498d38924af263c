import { finding } from './findings';
import type { Finding } from './findings';
import { textOf } from './salesInvoice';

type Members = Readonly<Record<string, unknown>>;

/**
 * The billing and the delivery address go together or not at all: when one of their members is given, name,
 * street, postal code, city and country must be. The billing e-mail address stands for itself.
 */
export function addressFindings(invoice: Members): Finding[] {
	const findings: Finding[] = [];
	for (const { name, needed, others } of GROUPS) {
		const isGiven = (member: string) => textOf(invoice[member]) !== '';
		if (!needed.some(isGiven) && !others.some(isGiven)) continue;
		const missing = needed.filter((member) => !isGiven(member));
		if (missing.length === 0) continue;
		findings.push(
			finding(
				'stop',
				'addressIncomplete',
				missing[0] ?? '',
				`The ${name} address is incomplete: ${missing.join(', ')} missing. Give the whole address or none of it.`,
			),
		);
	}
	return findings;
}

/** Whether a billing address is given, so that it, and not the buyer's own, is where the invoice goes. */
export function hasBillingAddress(invoice: Members): boolean {
	return BILLING.needed.some((member) => textOf(invoice[member]) !== '');
}

const BILLING = {
	name: 'billing',
	needed: [
		'BillingName1',
		'BillingStreetAddr1',
		'BillingPostalCode',
		'BillingCity',
		'BillingCountry',
	],
	others: ['BillingName2', 'BillingStreetAddr2', 'BillingStreetAddr3'],
};

const DELIVERY = {
	name: 'delivery',
	needed: [
		'DeliveryName',
		'DeliveryStreetAddr1',
		'DeliveryPostalCode',
		'DeliveryCity',
		'DeliveryCountry',
	],
	others: ['DeliveryName2', 'DeliveryStreetAddr2', 'DeliveryStreetAddr3'],
};

const GROUPS = [BILLING, DELIVERY];
