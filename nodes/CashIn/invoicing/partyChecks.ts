import { SALES_INVOICE as INVOICE } from '../api/generated/fields';
import { validateBusinessId, validateOvt } from '../finnish/businessId';
import { validateIban } from '../finnish/iban';
import { validatePersonalId } from '../finnish/personalId';
import {
	completedPostalCode,
	hasFinnishPostalCodes,
	isFinnishPostalCode,
	readsAsFinnishPostalCode,
} from '../finnish/postalCode';
import type { Findings } from './findings';
import { quotedLabel } from '../text/labels';
import { firstText, textOf } from './values';

type Members = Readonly<Record<string, unknown>>;

/**
 * Checks who the invoice is for, and the form of countries.
 * The buyer's identifier may be a personal identity code and is never repeated.
 */
export function checkBuyer(invoice: Members, findings: Findings): void {
	if (textOf(invoice[INVOICE.buyerName]) === '') {
		findings.stop('noBuyerName', INVOICE.buyerName, `${label(INVOICE.buyerName)} is missing.`);
	}
	for (const { country } of POSTAL_CODES) {
		const code = textOf(invoice[country]);
		if (code === '' || /^[A-Z]{2}$/.test(code)) continue;
		const message = `${label(country)} should be a two-letter code such as FI.`;
		findings.warn('countryMalformed', country, message);
	}
	const reason = identifierFault(textOf(invoice[INVOICE.salesIdentifier]));
	if (reason === '') return;
	const message = `The buyer's identifier: ${reason}`;
	findings.warn('identifierInvalid', INVOICE.salesIdentifier, message);
}

/** Why an identifier that has the form of a Finnish one is invalid; others are not judged. */
function identifierFault(identifier: string): string {
	if (/^[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]$/i.test(identifier)) {
		return validatePersonalId(identifier).reason;
	}
	if (/^(FI)?[0-9]{6,7}-?[0-9]$/i.test(identifier)) return validateBusinessId(identifier).reason;
	return '';
}

/**
 * The billing and the delivery address go together or not at all: when one of their members is given, name,
 * street, postal code, city and country must be. The billing e-mail address stands for itself.
 */
export function checkAddresses(invoice: Members, findings: Findings): void {
	for (const { name, needed, others } of [BILLING, DELIVERY]) {
		const isGiven = (member: string) => textOf(invoice[member]) !== '';
		const missing = needed.filter((member) => !isGiven(member));
		const [first] = missing;
		if (first === undefined) continue;
		if (missing.length === needed.length && !others.some(isGiven)) continue;
		findings.stop(
			'addressIncomplete',
			first,
			`The ${name} address is incomplete: ${areMissing(missing)}. Give the whole address or none of it.`,
		);
	}
}

/** Puts leading zeros back into Finnish postal codes that have lost them, in place, and warns. */
export function completePostalCodes(members: Record<string, unknown>, findings: Findings): void {
	for (const { member, text } of finnishCodes(members)) {
		const completed = completedPostalCode(text);
		if (completed === '') continue;
		members[member] = completed;
		findings.warn(
			'postalCodeCompleted',
			member,
			`${label(member)} ${text} has lost its leading zeros, and is sent as ${completed}.`,
		);
	}
}

/**
 * Checks whether the invoice can reach the buyer: print needs street, postal code, city and country, e-mail a
 * well-formed address, an e-invoice an address together with its operator, with check digits that are right where
 * it has them. A fault is a stop where no way to the buyer is left, and a warning otherwise.
 *
 * Which way the code of the delivery type means is agreed between Cash-In and its customer and is not documented, so
 * that it is enough when one of the ways is open.
 */
export function checkDelivery(invoice: Members, findings: Findings): void {
	const isGiven = (member: string) => textOf(invoice[member]) !== '';
	const wrongAddresses = wrongEInvoiceAddresses(invoice);
	const eInvoice = E_INVOICE.filter(isGiven).length;
	const emails = EMAILS.filter(isGiven);
	const wrongEmails = emails.filter((member) => !EMAIL.test(textOf(invoice[member])));
	const isBilled = BILLING.needed.some(isGiven);
	const missing = (isBilled ? BILLING_PRINT : BUYER_PRINT).filter((member) => !isGiven(member));
	const postalCode = isBilled ? INVOICE.billingPostalCode : INVOICE.buyerPostalCode;
	const codes = finnishCodes(invoice);
	const isCodeReadable = codes.every(
		({ member, text }) => member !== postalCode || readsAsFinnishPostalCode(text),
	);
	const isOpen =
		(eInvoice === E_INVOICE.length && wrongAddresses.length === 0) ||
		emails.length > wrongEmails.length ||
		(missing.length === 0 && isCodeReadable);
	const severity = isOpen ? 'warn' : 'stop';

	for (const { member, reason } of wrongAddresses) {
		findings.add(severity, 'eInvoiceAddressInvalid', member, `${label(member)}: ${reason}`);
	}
	if (eInvoice === 1) {
		findings.add(
			severity,
			'eInvoiceIncomplete',
			INVOICE.finvoiceAccount,
			`An e-invoice needs both ${E_INVOICE.map(label).join(' and ')}; one is missing.`,
		);
	}
	for (const member of wrongEmails.slice(0, 1)) {
		findings.add(severity, 'emailMalformed', member, `${label(member)} is not an e-mail address.`);
	}
	checkPostalCodes(codes, isOpen ? '' : postalCode, findings);
	const [first] = missing;
	if (isOpen || first === undefined) return;
	const noEmail = emails.length > 0 ? 'no well-formed e-mail address' : 'no e-mail address';
	const noEInvoice =
		eInvoice === E_INVOICE.length
			? 'no valid e-invoice address'
			: 'no e-invoice address with its operator';
	findings.stop(
		'undeliverable',
		first,
		`${areMissing(missing)}, and there is ${noEmail} and ${noEInvoice}: the invoice cannot reach its buyer.`,
	);
}

/**
 * Checks Finnish postal codes. A wrong one is not repeated: it may be anything.
 * @param needed the member without which the invoice cannot be delivered; `''` for none
 */
function checkPostalCodes(codes: readonly PostalCode[], needed: string, findings: Findings): void {
	for (const { member, text } of codes) {
		if (isFinnishPostalCode(text)) continue;
		const stops = member === needed && !readsAsFinnishPostalCode(text);
		const only = stops ? ', and the invoice can be delivered by post only' : '';
		const completed = completedPostalCode(text);
		const meant =
			completed === '' ? '' : ` If it has lost its leading zeros, give it as text: ${completed}.`;
		findings.add(
			stops ? 'stop' : 'warn',
			'postalCodeMalformed',
			member,
			`${label(member)} is not a Finnish postal code, which has five digits${only}.${meant}`,
		);
	}
}

const label = (member: string) => quotedLabel('SalesInvoice', member);

/** `'Buyer City' is missing`, `'Buyer City' and 'Buyer Country' are missing` */
function areMissing(missing: readonly string[]): string {
	const labels = missing.map(label);
	const last = labels.pop() ?? '';
	return labels.length === 0
		? `${last} is missing`
		: `${labels.join(', ')} and ${last} are missing`;
}

interface PostalCode {
	member: string;
	text: string;
}

function finnishCodes(members: Members): PostalCode[] {
	return POSTAL_CODES.filter(({ country }) => hasFinnishPostalCodes(textOf(members[country])))
		.map(({ member }) => ({ member, text: textOf(members[member]) }))
		.filter(({ text }) => text !== '');
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

const BUYER_PRINT: string[] = [
	INVOICE.buyerStreetAddress,
	INVOICE.buyerPostalCode,
	INVOICE.buyerCity,
	INVOICE.buyerCountry,
];

const BILLING_PRINT: string[] = [
	INVOICE.billingStreetAddr1,
	INVOICE.billingPostalCode,
	INVOICE.billingCity,
	INVOICE.billingCountry,
];

const BILLING = {
	name: 'billing',
	needed: [INVOICE.billingName1, ...BILLING_PRINT],
	others: [INVOICE.billingName2, INVOICE.billingStreetAddr2, INVOICE.billingStreetAddr3],
};

const DELIVERY = {
	name: 'delivery',
	needed: [
		INVOICE.deliveryName,
		INVOICE.deliveryStreetAddr1,
		INVOICE.deliveryPostalCode,
		INVOICE.deliveryCity,
		INVOICE.deliveryCountry,
	],
	others: [INVOICE.deliveryName2, INVOICE.deliveryStreetAddr2, INVOICE.deliveryStreetAddr3],
};

const POSTAL_CODES = [
	{ country: INVOICE.buyerCountry, member: INVOICE.buyerPostalCode },
	{ country: INVOICE.billingCountry, member: INVOICE.billingPostalCode },
	{ country: INVOICE.deliveryCountry, member: INVOICE.deliveryPostalCode },
];

const E_INVOICE = [INVOICE.finvoiceAccount, INVOICE.finvoiceOVT];
const EMAILS = [INVOICE.buyerEmail, INVOICE.billingEmailAddress];

/** What mail servers agree on: one @, no spaces, a domain with a dot. Whether the box exists nobody can tell here. */
const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>().]+(\.[^\s@,;<>().]+)+$/;
