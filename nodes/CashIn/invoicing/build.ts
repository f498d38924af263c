import { SALES_INVOICE as INVOICE, SALES_INVOICE_ROW as ROW } from '../api/generated/fields';
import { checkContent } from './check';
import { Findings, type Finding } from './findings';
import { readHeader } from './header';
import type { InvoiceInput, SalesInvoice, SalesInvoiceRow } from './invoiceInput';
import { centsToNumber, centsToText } from './money';
import { completePostalCodes } from './partyChecks';
import { barcodeOf, referenceOf, usableIban } from './payment';
import { completeRow, type RowAmounts } from './row';
import { apiRow } from './rowNames';
import { checkStatedAmounts } from './statedAmounts';
import { addUp, withDeclared, type Totals, type VatRounding } from './totals';
import { isEmpty } from './values';

export interface BuildRules {
	vatRounding: VatRounding;
	/** The day taken for the invoice date where none is given, `YYYY-MM-DD` in Helsinki. */
	today?: string;
}

export interface BuiltInvoice {
	/** Ready to send. */
	invoice: SalesInvoice;
	/** In whole cents. */
	totals: Totals;
	/** All there is to say about it: see `Finding`. */
	findings: Finding[];
}

/** No invoice can be made: `findings` begin with every value that is missing or unreadable. */
export interface UnbuiltInvoice {
	invoice?: undefined;
	totals?: undefined;
	findings: Finding[];
}

/**
 * Builds an invoice out of plain names, and checks it. Amounts are computed in whole cents, halves away from zero;
 * members and amounts the user gave are sent as given, and compared.
 * The same input gives the same invoice: there is no clock and nothing random in here.
 */
export function buildInvoice(
	input: InvoiceInput,
	rules: BuildRules,
): BuiltInvoice | UnbuiltInvoice {
	const problems = new Findings();
	const findings = new Findings();
	const header = readHeader(input, rules, problems);
	const { members, declared, stated, currency, dueDate } = header;
	const { rows, amounts } = buildRows(input, currency, problems, findings);
	// Without a number, that is the problem, and not what follows from it.
	const choice = (header.number === '' ? undefined : input.reference) ?? { mode: 'none' };
	const reference = isEmpty(members[INVOICE.reference])
		? referenceOf(choice, header.number, problems)
		: String(members[INVOICE.reference]);
	if (problems.list.length === 0 && sizeOf(amounts) > LARGEST_CENTS) {
		problems.stop(
			'tooLarge',
			INVOICE.totalAmount,
			'The rows add up to more than 9,999,999,999,999.99, which cannot be sent exactly.',
		);
	}
	if (problems.list.length > 0) return { findings: [...problems.list, ...findings.list] };

	completePostalCodes(members, findings);
	const { vatRounding } = rules;
	const sums = addUp(amounts, vatRounding, input.pricesIncludeVat);
	const totals = withDeclared(sums, rows.length, declared);
	const { totalCents } = totals;
	const iban = usableIban(input.creditorIban ?? '', findings);
	const barcode = isEmpty(members[INVOICE.virtualBankBarcode])
		? barcodeOf(
				{ iban, reference, totalCents, statedCents: declared.totalCents, dueDate, currency },
				findings,
			)
		: '';
	const invoice: SalesInvoice = {
		[INVOICE.invoiceNumber]: input.invoiceNumber,
		...members,
		[INVOICE.netAmount]: centsToNumber(totals.netCents),
		[INVOICE.roundAmount]: centsToNumber(totals.roundingCents),
		[INVOICE.taxAmount]: centsToNumber(totals.vatCents),
		[INVOICE.totalAmount]: centsToNumber(totalCents),
		...(reference === '' ? {} : { [INVOICE.reference]: reference }),
		...(barcode === '' ? {} : { [INVOICE.virtualBankBarcode]: barcode }),
		...stated,
		[INVOICE.rows]: rows,
	};
	if (vatRounding === 'rate') checkVatRounding(totals, findings);
	const hasStated =
		Object.keys(stated).length > 0 ||
		amounts.some((row) => row.stated) ||
		rows.some((row) => !isEmpty(row[ROW.rounding]));
	if (hasStated) checkStatedAmounts(invoice, findings);
	checkContent(invoice, findings);
	return { invoice, totals, findings: findings.list };
}

function buildRows(
	input: InvoiceInput,
	currency: string,
	problems: Findings,
	findings: Findings,
): { rows: SalesInvoiceRow[]; amounts: RowAmounts[] } {
	if (input.rows.length === 0) {
		problems.stop('noRows', INVOICE.rows, 'The invoice has no rows. Add at least one.');
	}
	const rows: SalesInvoiceRow[] = [];
	const amounts: RowAmounts[] = [];
	input.rows.forEach((given, index) => {
		const row = apiRow(given, index, findings);
		if (isEmpty(row[ROW.vatType])) row[ROW.vatType] = DEFAULT_VAT_TYPE;
		if (isEmpty(row[ROW.currency])) row[ROW.currency] = currency;
		rows.push(row);
		amounts.push(completeRow(row, input.pricesIncludeVat, problems.ofRow(index)));
	});
	return { rows, amounts };
}

/** Amounts added up without their signs: what no sum on the way can exceed. */
function sizeOf(amounts: readonly RowAmounts[]): number {
	return amounts.reduce(
		(sum, { netCents, grossCents }) => sum + Math.abs(netCents) + Math.abs(grossCents),
		0,
	);
}

function checkVatRounding(totals: Totals, findings: Findings): void {
	const ofRates = totals.rates.reduce((sum, { vatCents }) => sum + vatCents, 0);
	if (ofRates === totals.vatCents) return;
	findings.warn(
		'vatRoundingDiffers',
		INVOICE.taxAmount,
		`The VAT of the rows is ${centsToText(totals.vatCents)}, computed per rate it is ${centsToText(ofRates)}; the rounding amount is ${centsToText(totals.roundingCents)}.`,
	);
}

/** Fifteen digits are what a number keeps exactly on its way through JSON. */
const LARGEST_CENTS = 999_999_999_999_999;

/** The only value the API's documentation shows. What it means there is not known. */
const DEFAULT_VAT_TYPE = 'N';
