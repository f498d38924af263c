import { DEBTOR, PAYMENT, RECEIVABLE } from '../api/generated/fields';
import { validateBusinessId } from '../finnish/businessId';
import { daysBetween, readDate } from './dates';
import { toNumber } from './exactDecimal';
import { Findings, type Finding } from './findings';
import { isNamed } from './memberNames';
import { readDecimal } from './money';
import { readOptional, textOf } from './values';

type Members = Readonly<Record<string, unknown>>;

/**
 * Days after the due date before a debt is collected.
 * Consumers: a reminder may be charged for when 14 days have passed since the due date, by the Debt Collection Act
 * (laki saatavien perinnästä 513/1999), section 10 and those after it; see the Consumer Ombudsman's "Good practice in
 * consumer debt collection", 2.10. Companies: the Act sets no such time, and 7 days are the custom of the trade.
 */
const CONSUMER_DAYS = 14;
const COMPANY_DAYS = 7;

/**
 * Checks whether a receivable may be handed over for debt collection: it stops before the due date, and is warned about
 * soon after it. Every due date in it counts, its own and those of its invoices; the latest decides.
 * @param receivable in the API's own form
 * @param today `YYYY-MM-DD` in Helsinki
 */
export function claimFindings(receivable: Members, today: string): Finding[] {
	const { [RECEIVABLE.payments]: payments, ...claim } = receivable;
	const findings = new Findings(paymentListFindings(payments, today));
	const capital = numberOf(receivable[RECEIVABLE.capitalAmount]);
	if (capital !== undefined && capital <= 0) {
		const member = RECEIVABLE.capitalAmount;
		const message = `${member} is ${capital}: there is nothing to collect.`;
		findings.stop('nothingToCollect', member, message);
	}
	const due = daysNamed(isDueDate, claim);
	const invoiced =
		due.length > 0 ? [] : daysNamed((name) => name === RECEIVABLE.invoiceDate, claim);
	const early = [...due, ...invoiced].filter(({ day }) => day > today);
	for (const { path, day } of early) {
		const message = `${path} is ${day}: a claim that is not due yet cannot be collected.`;
		findings.stop('notDue', path, message);
	}
	const [latest] = due.sort((one, other) => (one.day < other.day ? 1 : -1));
	if (early.length > 0) return findings.list;
	if (latest !== undefined) {
		checkSoonAfter(latest, today, debtorOf(receivable[RECEIVABLE.debtor]), findings);
	} else {
		findings.warn(
			'dueDateUnknown',
			RECEIVABLE.dueDate,
			'The receivable has no due date: whether it is due was not checked.',
		);
	}
	return findings.list;
}

/** Names of the members of a payment that are looked at. */
export interface PaymentNames {
	amount: string;
	paymentDate: string;
}

/**
 * Checks whether a payment may be reported: one of nothing or less, or of a day to come, stops.
 * @param payment in the API's own form
 * @param names what the API calls its members: several kinds of payment have schemas of their own
 * @param today `YYYY-MM-DD` in Helsinki
 * @param prefix what stands before the names of its members in a message: `Payments[0].`
 */
export function paymentFindings(
	payment: Members,
	names: PaymentNames,
	today: string,
	prefix = '',
): Finding[] {
	const findings = new Findings();
	const amount = numberOf(payment[names.amount]);
	if (amount !== undefined && amount <= 0) {
		const back = amount < 0 ? ' What was paid back is no payment.' : '';
		findings.stop(
			'paymentNotPositive',
			names.amount,
			`${prefix}${names.amount} is ${amount}: a payment is above zero.${back}`,
		);
	}
	const day = readOptional(payment[names.paymentDate], readDate);
	if (day !== undefined && day > today) {
		const message = `${prefix}${names.paymentDate} is ${day}, which is still to come.`;
		findings.stop('paymentInFuture', names.paymentDate, message);
	}
	return findings.list;
}

/** The same of the payments in a receivable. */
export function paymentListFindings(payments: unknown, today: string): Finding[] {
	if (!Array.isArray(payments)) return [];
	return payments.flatMap((payment: unknown, index) =>
		isMembers(payment)
			? paymentFindings(payment, PAYMENT, today, `${RECEIVABLE.payments}[${index}].`)
			: [],
	);
}

const isDueDate = isNamed(/^due_?date$/i);

/** A day in a body, and the path to it. */
interface NamedDay {
	path: string;
	day: string;
}

/** The days under members of that name, however deep: names of the API are our reading. */
function daysNamed(isWanted: (name: string) => boolean, value: unknown, path = ''): NamedDay[] {
	if (Array.isArray(value)) {
		return value.flatMap((inner, index) => daysNamed(isWanted, inner, `${path}[${index}]`));
	}
	if (!isMembers(value)) return [];
	return Object.entries(value).flatMap(([member, inner]): NamedDay[] => {
		const own = path === '' ? member : `${path}.${member}`;
		if (!isWanted(member)) return daysNamed(isWanted, inner, own);
		const day = readOptional(inner, readDate);
		return day === undefined ? [] : [{ path: own, day }];
	});
}

type DebtorKind = 'company' | 'consumer' | 'unknown';

/** A person by the type, and a company by a business ID that holds or by the type; where neither tells, unknown. */
function debtorOf(debtor: unknown): DebtorKind {
	if (!isMembers(debtor)) return 'unknown';
	const type = textOf(debtor[DEBTOR.type]).toUpperCase();
	const identifier = textOf(debtor[DEBTOR.identifier]);
	if (type === PERSON || PERSONAL_CODE.test(identifier)) return 'consumer';
	if (BUSINESS_ID.test(identifier) && validateBusinessId(identifier).valid) return 'company';
	return type === COMPANY ? 'company' : 'unknown';
}

function checkSoonAfter(
	{ path, day }: NamedDay,
	today: string,
	debtor: DebtorKind,
	findings: Findings,
): void {
	const days = daysBetween(day, today);
	if (days >= (debtor === 'company' ? COMPANY_DAYS : CONSUMER_DAYS)) return;
	const ago = days === 0 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
	findings.warn('dueRecently', path, `${path} is ${day}, ${ago}. ${USUAL[debtor]}`);
}

const OF_A_CONSUMER = `from a consumer debts are collected ${CONSUMER_DAYS} days after the due date at the earliest: before that a reminder may not be charged for (Debt Collection Act, laki saatavien perinnästä 513/1999).`;

const USUAL: Readonly<Record<DebtorKind, string>> = {
	company: `From a company debts are usually collected ${COMPANY_DAYS} days after the due date at the earliest.`,
	consumer: `F${OF_A_CONSUMER.slice(1)}`,
	unknown: `The debtor is not known to be a company, and ${OF_A_CONSUMER}`,
};

/** Debtor types: H (henkilö) is in Cash-In's sample; Y (yritys) is our reading of its counterpart. */
const PERSON = 'H';
const COMPANY = 'Y';
const PERSONAL_CODE = /^[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]$/i;
const BUSINESS_ID = /^(FI)?[0-9]{7}-?[0-9]$/i;

function numberOf(value: unknown): number | undefined {
	const number = readOptional(value, readDecimal);
	return number === undefined ? undefined : toNumber(number);
}

function isMembers(value: unknown): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
