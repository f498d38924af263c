import { validateIban } from '../finnish/iban';
import { validateOvt } from '../finnish/ovt';
import { hasBillingAddress } from './addresses';
import { finding } from './findings';
import type { Finding } from './findings';
import { firstText, textOf } from './salesInvoice';

type Members = Readonly<Record<string, unknown>>;

/** A way an invoice reaches the buyer. */
export type Channel = 'print' | 'email' | 'eInvoice';

/**
 * Whether the invoice can reach the buyer: print needs street, postal code, city and country, e-mail a
 * well-formed address, an e-invoice an address together with its operator.
 *
 * Which code of `DeliveryType` means which channel is agreed between Cash-In and its customer and is not
 * documented. So `channels` maps the codes that are known; for any other code it is enough that one of the
 * channels is open.
 * @param channels `DeliveryType` → channel
 */
export function deliveryFindings(
	invoice: Members,
	channels: Readonly<Record<string, Channel>>,
): Finding[] {
	const code = textOf(invoice.DeliveryType);
	const channel = Object.hasOwn(channels, code) ? channels[code] : undefined;
	const emails = EMAILS.map((member) => ({ member, address: textOf(invoice[member]) }));
	const badEmail = emails.find(({ address }) => address !== '' && !EMAIL.test(address));
	const hasEmail = emails.some(({ address }) => EMAIL.test(address));
	const missing = missingForPrint(invoice);
	const eInvoice = eInvoiceState(invoice);

	const findings = eInvoiceAddressFindings(invoice);
	if (badEmail !== undefined) {
		findings.push(
			finding(
				channel === 'email' && !hasEmail ? 'stop' : 'warn',
				'emailMalformed',
				badEmail.member,
				`${badEmail.member} is not an e-mail address.`,
			),
		);
	}
	if (eInvoice === 'half') {
		findings.push(
			finding(
				channel === 'eInvoice' ? 'stop' : 'warn',
				'eInvoiceIncomplete',
				'FinvoiceAccount',
				'An e-invoice needs both FinvoiceAccount and FinvoiceOVT, the address and its operator; one is missing.',
			),
		);
	}
	if (channel === 'print' && missing.length > 0) {
		findings.push(undeliverable(missing[0] ?? '', `by post: ${missing.join(', ')} missing`));
	}
	if (channel === 'email' && !hasEmail && badEmail === undefined) {
		findings.push(undeliverable('SalesEmail', 'by e-mail: there is no e-mail address'));
	}
	if (channel === 'eInvoice' && eInvoice === 'none') {
		findings.push(
			undeliverable('FinvoiceAccount', 'as an e-invoice: there is no e-invoice address'),
		);
	}
	if (channel === undefined && missing.length > 0 && !hasEmail && eInvoice !== 'whole') {
		findings.push(
			undeliverable(
				missing[0] ?? '',
				`in any way: there is no e-mail address, no e-invoice address with its operator, and for print ${missing.join(', ')} missing`,
			),
		);
	}
	return findings;
}

function undeliverable(member: string, how: string): Finding {
	return finding('stop', 'undeliverable', member, `The invoice cannot be delivered ${how}.`);
}

function missingForPrint(invoice: Members): string[] {
	const needed = hasBillingAddress(invoice) ? BILLING_PRINT : BUYER_PRINT;
	return needed.filter((member) => textOf(invoice[member]) === '');
}

function eInvoiceState(invoice: Members): 'none' | 'half' | 'whole' {
	const given = E_INVOICE.filter((member) => textOf(invoice[member]) !== '').length;
	if (given === 0) return 'none';
	return given === E_INVOICE.length ? 'whole' : 'half';
}

/** E-invoice addresses are free text; those that have the form of an OVT or a Finnish IBAN must be right ones. */
function eInvoiceAddressFindings(invoice: Members): Finding[] {
	const findings: Finding[] = [];
	for (const member of E_INVOICE) {
		const address = firstText(invoice, member);
		let reason = '';
		if (/^0037[0-9]/.test(address)) reason = validateOvt(address).reason;
		else if (/^FI[0-9]{2} ?[0-9]{4}/i.test(address)) reason = validateIban(address).reason;
		if (reason !== '')
			findings.push(finding('warn', 'eInvoiceAddressInvalid', member, `${member}: ${reason}`));
	}
	return findings;
}

const BUYER_PRINT = ['SalesStreetAddress', 'SalesPostalCode', 'SalesCity', 'SalesCountry'];
const BILLING_PRINT = ['BillingStreetAddr1', 'BillingPostalCode', 'BillingCity', 'BillingCountry'];
const E_INVOICE = ['FinvoiceAccount', 'FinvoiceOVT'];
const EMAILS = ['SalesEmail', 'BillingEmailAddress'];

/** What mail servers agree on: one @, no spaces, a domain with a dot. Whether the box exists nobody can tell here. */
const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>().]+(\.[^\s@,;<>().]+)+$/;
