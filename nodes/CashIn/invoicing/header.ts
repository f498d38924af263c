import { SALES_INVOICE as INVOICE } from '../api/generated/fields';
import { readDate } from './dates';
import type { Findings } from './findings';
import type { InvoiceInput, Party } from './invoiceInput';
import { centsToNumber, readCents } from './money';
import { settleTerms, type Terms } from './paymentTerms';
import { quotedLabel } from '../text/labels';
import { isEmpty, textOf } from './values';

/** The invoice without rows and amounts, read and settled. */
export interface Header {
	/** Invoice number as text. */
	number: string;
	currency: string;
	/** `YYYY-MM-DD`, `''` when there is neither a due date nor terms. */
	dueDate: string;
	/** Members of the API to send, amounts apart. */
	members: Record<string, unknown>;
	/** Rounding and total the user declared, in cents. */
	declared: { roundingCents?: number; totalCents?: number };
	/** Amounts the user gave, to be sent as given. */
	stated: Record<string, unknown>;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads everything of an invoice but its rows: plain names become the API's, dates are read, due date and
 * payment terms settled, declared amounts taken apart.
 * @param rules `today` is looked at where the invoice date is missing; without it, that is a problem
 * @param problems receives what is missing or unreadable
 */
export function readHeader(
	input: InvoiceInput,
	rules: { readonly today?: string },
	problems: Findings,
): Header {
	const given = input.members ?? {};
	const currency = textOf(given[INVOICE.currency]) || textOf(input.currency) || 'EUR';
	if (!/^[A-Z]{3}$/.test(currency)) {
		const message = `${labelOf(INVOICE.currency)} must be a three-letter code such as EUR.`;
		problems.stop('unreadable', INVOICE.currency, message);
	}
	const { invoiceDate, dueDate, paymentTerms } = readTerms(input, given, rules, problems);
	const credits = textOf(input.credits);
	const others = Object.entries(given).filter(([member]) => !SETTLED.has(member));
	const members: Record<string, unknown> = {
		[INVOICE.invoiceDate]: invoiceDate,
		...(dueDate === '' ? {} : { [INVOICE.dueDate]: dueDate }),
		...(isEmpty(paymentTerms) ? {} : { [INVOICE.paymentTermsCode]: paymentTerms }),
		[INVOICE.currency]: currency,
		...partyMembers(BUYER, input.buyer),
		...partyMembers(DELIVERY, input.delivery),
		...(credits === '' ? {} : { [INVOICE.creditedInvoiceInformation]: credits }),
		...Object.fromEntries(others),
	};
	return {
		number: readNumber(input.invoiceNumber, problems),
		currency,
		dueDate,
		members,
		...readAmounts(input, given, problems),
	};
}

function readTerms(
	input: InvoiceInput,
	given: Members,
	rules: { readonly today?: string },
	problems: Findings,
): Terms & { invoiceDate: string } {
	// The API's member before ours.
	const either = (member: string, own: unknown) => (isEmpty(given[member]) ? own : given[member]);
	const day = (member: string, own: unknown) =>
		problems.read(either(member, own), readDate, member, labelOf);
	const known = problems.list.length;
	const invoiceDate = day(INVOICE.invoiceDate, input.invoiceDate) ?? rules.today ?? '';
	const isUnreadable = problems.list.length > known;
	const dueDate = day(INVOICE.dueDate, input.dueDate) ?? '';
	const paymentTerms = either(INVOICE.paymentTermsCode, input.paymentTerms);
	if (invoiceDate !== '')
		return { invoiceDate, ...settleTerms(invoiceDate, dueDate, paymentTerms) };
	if (!isUnreadable) {
		problems.stop(
			'missing',
			INVOICE.invoiceDate,
			`${labelOf(INVOICE.invoiceDate)} is missing: fill it in.`,
		);
	}
	return { invoiceDate, dueDate, paymentTerms };
}

/** Amounts of the header that the user gave: rounding and total count, and all four go out as given. */
function readAmounts(
	input: InvoiceInput,
	given: Members,
	problems: Findings,
): Pick<Header, 'declared' | 'stated'> {
	const stated: Record<string, unknown> = {};
	const read = (member: string, own?: unknown): number | undefined => {
		const value = isEmpty(given[member]) ? own : given[member];
		const cents = problems.read(value, readCents, member, labelOf);
		if (cents !== undefined) stated[member] = centsToNumber(cents);
		return cents;
	};
	read(INVOICE.netAmount);
	read(INVOICE.taxAmount);
	const roundingCents = read(INVOICE.roundAmount);
	const totalCents = read(INVOICE.totalAmount, input.totalAmount);
	return { declared: { roundingCents, totalCents }, stated };
}

function readNumber(value: unknown, problems: Findings): string {
	const text = textOf(value);
	if (text === '') {
		const message = `${labelOf(INVOICE.invoiceNumber)} is missing. Every invoice needs a number of its own.`;
		problems.stop('missing', INVOICE.invoiceNumber, message);
	} else if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0)) {
		const message = `${labelOf(INVOICE.invoiceNumber)} must be a whole number of at most 15 digits, or text.`;
		problems.stop('unreadable', INVOICE.invoiceNumber, message);
	}
	return text;
}

function partyMembers(names: PartyNames, party: Readonly<Party> = {}): Record<string, unknown> {
	const members: Record<string, unknown> = {};
	for (const [name, member] of names) {
		if (!isEmpty(party[name])) members[member] = party[name];
	}
	return members;
}

type PartyNames = ReadonlyArray<readonly [keyof Party, string]>;

const BUYER: PartyNames = [
	['name', INVOICE.buyerName],
	['name2', INVOICE.salesName2],
	['streetAddress', INVOICE.buyerStreetAddress],
	['streetAddress2', INVOICE.salesStreetAddress2],
	['postalCode', INVOICE.buyerPostalCode],
	['city', INVOICE.buyerCity],
	['country', INVOICE.buyerCountry],
	['identifier', INVOICE.salesIdentifier],
	['email', INVOICE.buyerEmail],
	['phone', INVOICE.salesPhone],
];

const DELIVERY: PartyNames = [
	['name', INVOICE.deliveryName],
	['name2', INVOICE.deliveryName2],
	['streetAddress', INVOICE.deliveryStreetAddr1],
	['streetAddress2', INVOICE.deliveryStreetAddr2],
	['postalCode', INVOICE.deliveryPostalCode],
	['city', INVOICE.deliveryCity],
	['country', INVOICE.deliveryCountry],
];

/** Members that are read here and set by the builder, not passed through. */
const SETTLED: ReadonlySet<string> = new Set([
	INVOICE.invoiceNumber,
	INVOICE.invoiceDate,
	INVOICE.dueDate,
	INVOICE.paymentTermsCode,
	INVOICE.currency,
	INVOICE.rows,
	INVOICE.netAmount,
	INVOICE.taxAmount,
	INVOICE.roundAmount,
	INVOICE.totalAmount,
]);

const labelOf = (member: string) => quotedLabel('SalesInvoice', member);
