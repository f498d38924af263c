import { SALES_INVOICE as INVOICE } from '../api/generated/fields';
import { readDate } from './dates';
import { Findings, type Finding } from './findings';
import type { SalesInvoice } from './invoiceInput';
import { readCents } from './money';
import { checkAddresses, checkBuyer, checkDelivery } from './partyChecks';
import { checkReference } from './payment';
import { checkTerms } from './paymentTerms';
import { checkRow } from './rowChecks';
import { checkStatedAmounts } from './statedAmounts';
import { quotedLabel } from '../text/labels';
import { isEmpty, readOptional, textOf } from './values';

/** All findings about an invoice in the API's own form that came from outside. Changes nothing. */
export function checkInvoice(invoice: SalesInvoice): Finding[] {
	const findings = new Findings();
	if (isEmpty(invoice[INVOICE.invoiceDate])) {
		findings.stop(
			'missing',
			INVOICE.invoiceDate,
			`${label(INVOICE.invoiceDate)} is missing: give one such as 2026-01-31.`,
		);
	}
	checkStatedAmounts(invoice, findings);
	checkContent(invoice, findings);
	return findings.list;
}

/** Checks everything of an invoice in the API's own form but its arithmetic. */
export function checkContent(invoice: SalesInvoice, findings: Findings): void {
	// `''` when there is none, undefined when it cannot be read.
	const day = (member: string) =>
		isEmpty(invoice[member]) ? '' : findings.read(invoice[member], readDate, member, label);
	const invoiceDate = day(INVOICE.invoiceDate);
	const dueDate = day(INVOICE.dueDate);
	const totalCents = readOptional(invoice[INVOICE.totalAmount], readCents);
	const original = textOf(invoice[INVOICE.creditedInvoiceInformation]);
	const isCredit = original !== '' || (totalCents ?? 0) < 0;

	if (dueDate !== undefined) {
		checkTerms(invoiceDate ?? '', dueDate, invoice[INVOICE.paymentTermsCode], findings);
	}
	const surroundings = {
		currency: textOf(invoice[INVOICE.currency]),
		// A credit carries the rates of the day its original was delivered, which is not known here.
		deliveryDate: isCredit ? '' : (invoiceDate ?? ''),
		hasText: textOf(invoice[INVOICE.description]) !== '',
	};
	invoice[INVOICE.rows].forEach((row, index) => {
		checkRow(row, surroundings, findings.ofRow(index));
	});
	if (totalCents === 0) {
		const message = 'The invoice comes to 0.00: there is nothing to pay.';
		findings.add(isCredit ? 'warn' : 'stop', 'totalZero', INVOICE.totalAmount, message);
	}
	checkCredit(original, totalCents ?? 0, findings);
	checkReference(invoice, findings);
	checkBuyer(invoice, findings);
	checkAddresses(invoice, findings);
	checkDelivery(invoice, findings);
	checkInterest(invoice, findings);
}

/**
 * A credit invoice names the invoice it credits (the VAT Act wants an unambiguous reference to it) and comes to
 * less than zero; an invoice below zero that names none is probably a credit that lost its original.
 */
function checkCredit(original: string, totalCents: number, findings: Findings): void {
	if (original !== '' && totalCents > 0) {
		findings.stop(
			'creditNotNegative',
			INVOICE.creditedInvoiceInformation,
			`The invoice credits invoice ${original}, but its total is above zero: a credited quantity is negative.`,
		);
	}
	if (original === '' && totalCents < 0) {
		findings.stop(
			'creditWithoutOriginal',
			INVOICE.creditedInvoiceInformation,
			'The total is below zero, which makes this a credit invoice: name the invoice it credits.',
		);
	}
}

/**
 * Warns when a consumer is charged more late interest than the statute has: the reference rate plus seven
 * percentage points. Businesses may agree on more. The interest type "V" is read as "points above the reference
 * rate" and a B2C invoice as one to a consumer: that is how the documented sample reads, no more is known.
 * Source: Interest Act (633/1982), sections 2 and 4.
 */
function checkInterest(invoice: SalesInvoice, findings: Findings): void {
	const points = Number(textOf(invoice[INVOICE.interestNumber]) || '0');
	const isConsumer = textOf(invoice[INVOICE.finvoiceSpecification]).toUpperCase() === 'B2C';
	const isAboveReference = textOf(invoice[INVOICE.interestType]) === 'V';
	if (!isConsumer || !isAboveReference || !(points > CONSUMER_POINTS)) return;
	findings.warn(
		'interestTooHigh',
		INVOICE.interestNumber,
		`Late interest of ${points} points above the reference rate is more than the ${CONSUMER_POINTS} a consumer can be charged.`,
	);
}

const CONSUMER_POINTS = 7;

const label = (member: string) => quotedLabel('SalesInvoice', member);
