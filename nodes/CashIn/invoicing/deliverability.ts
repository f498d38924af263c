import { validateOvt } from '../finnish/businessId';
import { validateIban } from '../finnish/iban';
import { hasBillingAddress } from './addresses';
import { finding } from './findings';
import type { Finding, Severity } from './findings';
import { isPostalCodeReadable, postalCodeFindings } from './postalCodes';
import { firstText, textOf } from './salesInvoice';

type Members = Readonly<Record<string, unknown>>;

/** A way an invoice reaches the buyer. */
export type Channel = 'print' | 'email' | 'eInvoice';

/** One way to the buyer: whether it is open, and what is wrong or lacking where it is not. */
interface Way {
	open: boolean;
	/** What the invoice lacks for it altogether, to follow "cannot be delivered"; `''` when something is given. */
	lacks: string;
	/** The member to look at. */
	member: string;
	/** What is given and wrong, as findings of a severity. */
	faults: (severity: Severity) => Finding[];
}

/**
 * Whether the invoice can reach the buyer: print needs street, postal code, city and country, e-mail a
 * well-formed address, an e-invoice an address together with its operator, with check digits that are right where
 * it has them. What is wrong stops the invoice where it leaves no way to the buyer, and is warned about otherwise.
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
	const ways = {
		eInvoice: eInvoiceWay(invoice),
		email: emailWay(invoice),
		print: printWay(invoice),
	};
	const closed = !Object.values(ways).some(({ open }) => open);
	const isNeeded = (name: Channel) =>
		!ways[name].open && (channel === undefined ? closed : channel === name);

	const findings = [
		...ways.eInvoice.faults(isNeeded('eInvoice') ? 'stop' : 'warn'),
		...ways.email.faults(isNeeded('email') ? 'stop' : 'warn'),
		...ways.print.faults(isNeeded('print') ? 'stop' : 'warn'),
	];
	if (channel !== undefined && isNeeded(channel) && ways[channel].lacks !== '') {
		findings.push(undeliverable(ways[channel].member, ways[channel].lacks));
	}
	if (channel === undefined && closed && ways.print.lacks !== '') {
		const email = ways.email.lacks === '' ? 'no well-formed e-mail address' : 'no e-mail address';
		const eInvoice =
			eInvoiceState(invoice) === 'whole'
				? 'no valid e-invoice address'
				: 'no e-invoice address with its operator';
		const print = missingForPrint(invoice).join(', ');
		findings.push(
			undeliverable(
				ways.print.member,
				`in any way: there is ${email}, ${eInvoice}, and for print ${print} missing`,
			),
		);
	}
	return findings;
}

function undeliverable(member: string, how: string): Finding {
	return finding('stop', 'undeliverable', member, `The invoice cannot be delivered ${how}.`);
}

function printWay(invoice: Members): Way {
	const missing = missingForPrint(invoice);
	const postalCode = hasBillingAddress(invoice) ? 'BillingPostalCode' : 'SalesPostalCode';
	return {
		open: missing.length === 0 && isPostalCodeReadable(invoice, postalCode),
		lacks: missing.length === 0 ? '' : `by post: ${missing.join(', ')} missing`,
		member: missing[0] ?? postalCode,
		faults: (severity) => postalCodeFindings(invoice, severity === 'stop' ? postalCode : ''),
	};
}

function missingForPrint(invoice: Members): string[] {
	const needed = hasBillingAddress(invoice) ? BILLING_PRINT : BUYER_PRINT;
	return needed.filter((member) => textOf(invoice[member]) === '');
}

function emailWay(invoice: Members): Way {
	const given = EMAILS.filter((member) => textOf(invoice[member]) !== '');
	const wrong = given.filter((member) => !EMAIL.test(textOf(invoice[member])));
	return {
		open: given.length > wrong.length,
		lacks: given.length === 0 ? 'by e-mail: there is no e-mail address' : '',
		member: 'SalesEmail',
		faults: (severity) =>
			wrong
				.slice(0, 1)
				.map((member) =>
					finding(severity, 'emailMalformed', member, `${member} is not an e-mail address.`),
				),
	};
}

function eInvoiceWay(invoice: Members): Way {
	const state = eInvoiceState(invoice);
	const wrong = wrongEInvoiceAddresses(invoice);
	return {
		open: state === 'whole' && wrong.length === 0,
		lacks: state === 'none' ? 'as an e-invoice: there is no e-invoice address' : '',
		member: 'FinvoiceAccount',
		faults: (severity) => [
			...wrong.map(({ member, reason }) =>
				finding(severity, 'eInvoiceAddressInvalid', member, `${member}: ${reason}`),
			),
			...(state === 'half'
				? [finding(severity, 'eInvoiceIncomplete', 'FinvoiceAccount', HALF_AN_ADDRESS)]
				: []),
		],
	};
}

function eInvoiceState(invoice: Members): 'none' | 'half' | 'whole' {
	const given = E_INVOICE.filter((member) => textOf(invoice[member]) !== '').length;
	if (given === 0) return 'none';
	return given === E_INVOICE.length ? 'whole' : 'half';
}

/** E-invoice addresses are free text; those that have the form of an OVT or a Finnish IBAN must be right ones. */
function wrongEInvoiceAddresses(invoice: Members): Array<{ member: string; reason: string }> {
	return E_INVOICE.map((member) => {
		const address = firstText(invoice, member);
		if (/^0037[0-9]/.test(address)) return { member, reason: validateOvt(address).reason };
		const isIban = /^FI[0-9]{2} ?[0-9]{4}/i.test(address);
		return { member, reason: isIban ? validateIban(address).reason : '' };
	}).filter(({ reason }) => reason !== '');
}

const HALF_AN_ADDRESS =
	'An e-invoice needs both FinvoiceAccount and FinvoiceOVT, the address and its operator; one is missing.';

const BUYER_PRINT = ['SalesStreetAddress', 'SalesPostalCode', 'SalesCity', 'SalesCountry'];
const BILLING_PRINT = ['BillingStreetAddr1', 'BillingPostalCode', 'BillingCity', 'BillingCountry'];
const E_INVOICE = ['FinvoiceAccount', 'FinvoiceOVT'];
const EMAILS = ['SalesEmail', 'BillingEmailAddress'];

/** What mail servers agree on: one @, no spaces, a domain with a dot. Whether the box exists nobody can tell here. */
const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>().]+(\.[^\s@,;<>().]+)+$/;
