import { readDate } from './dates';
import { finding } from './findings';
import type { Finding } from './findings';
import { partyMembers } from './headerNames';
import type { InvoiceInput } from './invoiceInput';
import { centsToNumber, readCents } from './money';
import { isEmpty, textOf } from './salesInvoice';
import { settleTerms } from './terms';
import type { Terms } from './terms';
import { Unreadable } from './unreadable';

/** The invoice without rows and amounts, read and settled. */
export interface Header {
	/** Invoice number as text. */
	number: string;
	currency: string;
	/** `YYYY-MM-DD`, `''` when there is neither a due date nor terms. */
	dueDate: string;
	/** Members of the API to send, amounts apart. */
	members: Record<string, unknown>;
	/** Members as the user gave them by the API's names. */
	given: Readonly<Record<string, unknown>>;
	/** Rounding and total the user declared, in cents. */
	declared: { roundingCents?: number; totalCents?: number };
	/** Amounts the user gave, to be sent as given. */
	stated: Record<string, unknown>;
	hasStated: boolean;
}

/**
 * Reads everything of an invoice but its rows: plain names become the API's, dates are read, due date and
 * payment terms settled, declared amounts taken apart.
 * @param today for a missing invoice date; `''` makes it a problem
 * @param problems receives what is missing or unreadable
 */
export function readHeader(input: InvoiceInput, today: string, problems: Finding[]): Header {
	const given = input.members ?? {};
	const currency = textOf(given.Currency) || textOf(input.currency) || 'EUR';
	if (!/^[A-Z]{3}$/.test(currency)) {
		problems.push(
			finding(
				'stop',
				'unreadable',
				'Currency',
				'The currency must be a three-letter code such as EUR.',
			),
		);
	}
	const { invoiceDate, dueDate, paymentTerms } = readTerms(input, given, today, problems);
	const credits = textOf(input.credits);
	const members: Record<string, unknown> = {
		InvoiceDate: invoiceDate,
		...(dueDate === '' ? {} : { DueDate: dueDate }),
		...(isEmpty(paymentTerms) ? {} : { PaymentTermsCode: paymentTerms }),
		Currency: currency,
		...partyMembers('buyer', input.buyer ?? {}),
		...partyMembers('billing', input.billing ?? {}),
		...partyMembers('delivery', input.delivery ?? {}),
		...(credits === '' ? {} : { CreditedInvoiceInformation: credits }),
		...withoutSettled(given),
	};
	return {
		number: readNumber(input.invoiceNumber, problems),
		currency,
		dueDate,
		members,
		given,
		...readAmounts(input, given, problems),
	};
}

type Members = Readonly<Record<string, unknown>>;

function readTerms(
	input: InvoiceInput,
	given: Members,
	today: string,
	problems: Finding[],
): Terms & { invoiceDate: string } {
	const invoiceDate =
		readDay(given.InvoiceDate, input.invoiceDate, 'InvoiceDate', problems) ?? today;
	const dueDate = readDay(given.DueDate, input.dueDate, 'DueDate', problems) ?? '';
	const paymentTerms = isEmpty(given.PaymentTermsCode)
		? input.paymentTerms
		: given.PaymentTermsCode;
	if (invoiceDate === '') {
		const unreadable = problems.some(({ member }) => member === 'InvoiceDate');
		if (!unreadable)
			problems.push(
				finding('stop', 'missing', 'InvoiceDate', 'The invoice date is missing: fill it in.'),
			);
		return { invoiceDate, dueDate, paymentTerms };
	}
	return { invoiceDate, ...settleTerms(invoiceDate, dueDate, paymentTerms) };
}

/** A day, the API's member before ours; undefined when neither is given or it cannot be read. */
function readDay(
	byMember: unknown,
	byName: unknown,
	member: string,
	problems: Finding[],
): string | undefined {
	const value = isEmpty(byMember) ? byName : byMember;
	if (isEmpty(value)) return undefined;
	const date = readDate(value);
	if (!(date instanceof Unreadable)) return date;
	problems.push(unreadable(member, date));
	return undefined;
}

/** Amounts of the header that the user gave: rounding and total count, and all four go out as given. */
function readAmounts(
	input: InvoiceInput,
	given: Members,
	problems: Finding[],
): Pick<Header, 'declared' | 'stated' | 'hasStated'> {
	const stated: Record<string, unknown> = {};
	const read = (member: string, byName: unknown): number | undefined => {
		const value = isEmpty(given[member]) ? byName : given[member];
		if (isEmpty(value)) return undefined;
		const cents = readCents(value);
		if (cents instanceof Unreadable) {
			problems.push(unreadable(member, cents));
			return undefined;
		}
		stated[member] = centsToNumber(cents);
		return cents;
	};
	read('NetAmount', undefined);
	read('TaxAmount', undefined);
	const declared = {
		roundingCents: read('RoundAmount', input.rounding),
		totalCents: read('TotalAmount', input.totalAmount),
	};
	return { declared, stated, hasStated: Object.keys(stated).length > 0 };
}

function unreadable(member: string, { why }: Unreadable): Finding {
	return finding('stop', 'unreadable', member, `'${LABELS[member] ?? member}' ${why}.`);
}

function readNumber(value: unknown, problems: Finding[]): string {
	const text = textOf(value);
	if (text === '') {
		problems.push(
			finding(
				'stop',
				'missing',
				'InvoiceNumber',
				'The invoice number is missing. Every invoice needs a number of its own.',
			),
		);
	} else if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0)) {
		problems.push(
			finding(
				'stop',
				'unreadable',
				'InvoiceNumber',
				'The invoice number must be a whole number of at most 15 digits, or text.',
			),
		);
	}
	return text;
}

function withoutSettled(given: Members): Record<string, unknown> {
	const others = { ...given };
	for (const member of SETTLED) delete others[member];
	return others;
}

/** Members that are read here and set above, not passed through. */
const SETTLED = [
	'InvoiceNumber',
	'InvoiceDate',
	'DueDate',
	'PaymentTermsCode',
	'Currency',
	'InvoiceRows',
	'NetAmount',
	'TaxAmount',
	'RoundAmount',
	'TotalAmount',
];

const LABELS: Readonly<Record<string, string>> = {
	InvoiceDate: 'invoiceDate',
	DueDate: 'dueDate',
	RoundAmount: 'rounding',
	TotalAmount: 'totalAmount',
};
