import { addressFindings } from './addresses';
import { creditFindings } from './credit';
import { readDate } from './dates';
import { deliveryFindings } from './deliverability';
import type { Channel } from './deliverability';
import { finding } from './findings';
import type { Finding } from './findings';
import { interestFindings } from './interest';
import { readCents } from './money';
import { ifReadable, Unreadable } from './unreadable';
import { partyFindings } from './parties';
import { referenceFindings } from './referenceChecks';
import { rowFindings } from './rowChecks';
import { isEmpty, textOf } from './salesInvoice';
import type { SalesInvoice } from './salesInvoice';
import { statedAmountFindings } from './statedAmounts';
import { termsFindings } from './terms';

export interface CheckRules {
	/** Which code of `DeliveryType` means which channel, as far as it is known. */
	deliveryChannels?: Readonly<Record<string, Channel>>;
}

/**
 * Everything there is to say about an invoice in the API's own form that came from outside as it is: its
 * date, its amounts, and all that `contentFindings` looks at. Changes nothing and never throws for what it finds.
 */
export function checkInvoice(invoice: SalesInvoice, rules: CheckRules): Finding[] {
	return [
		...(isEmpty(invoice.InvoiceDate) ? [NO_INVOICE_DATE] : []),
		...statedAmountFindings(invoice),
		...contentFindings(invoice, rules),
	];
}

/** Everything there is to say about an invoice in the API's own form but for its arithmetic. */
export function contentFindings(invoice: SalesInvoice, rules: CheckRules): Finding[] {
	const findings: Finding[] = [];
	const invoiceDate = day(invoice, 'InvoiceDate', findings);
	const dueDate = day(invoice, 'DueDate', findings);
	const total = ifReadable(invoice.TotalAmount, readCents);
	const isCredit = textOf(invoice.CreditedInvoiceInformation) !== '' || (total ?? 0) < 0;

	if (dueDate !== undefined) {
		findings.push(...termsFindings(invoiceDate ?? '', dueDate, invoice.PaymentTermsCode));
	}
	const surroundings = {
		currency: textOf(invoice.Currency),
		// A credit carries the rates of the day its original was delivered, which is not known here.
		deliveryDate: isCredit ? '' : (invoiceDate ?? ''),
		hasText: textOf(invoice.Description) !== '',
	};
	invoice.InvoiceRows.forEach((row, index) => {
		findings.push(...rowFindings(row, index, surroundings));
	});
	if (total === 0) {
		findings.push(
			finding(
				isCredit ? 'warn' : 'stop',
				'totalZero',
				'TotalAmount',
				'The invoice comes to 0.00: there is nothing to pay.',
			),
		);
	}
	findings.push(
		...creditFindings(invoice, total),
		...referenceFindings(invoice),
		...partyFindings(invoice),
		...addressFindings(invoice),
		...deliveryFindings(invoice, rules.deliveryChannels ?? {}),
		...interestFindings(invoice),
	);
	return findings;
}

/** A day of the invoice: `''` when it has none, undefined (and a finding) when it cannot be read. */
function day(invoice: SalesInvoice, member: string, findings: Finding[]): string | undefined {
	if (isEmpty(invoice[member])) return '';
	const date = readDate(invoice[member]);
	if (!(date instanceof Unreadable)) return date;
	findings.push(finding('stop', 'unreadable', member, `${member} ${date.why}.`));
	return undefined;
}

const NO_INVOICE_DATE = finding(
	'stop',
	'missing',
	'InvoiceDate',
	'The invoice date is missing: give InvoiceDate, such as 2026-01-31.',
);
