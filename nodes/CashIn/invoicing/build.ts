import { contentFindings } from './check';
import type { CheckRules } from './check';
import { finding, InvoiceInputError } from './findings';
import type { Finding } from './findings';
import { readHeader } from './header';
import type { InvoiceInput } from './invoiceInput';
import { centsToNumber, centsToText } from './money';
import { barcodeOf, referenceOf, usableIban } from './payment';
import { completePostalCodes } from './postalCodes';
import { completeRow } from './row';
import type { RowAmounts } from './row';
import { apiRow } from './rowNames';
import { isEmpty } from './salesInvoice';
import type { SalesInvoice, SalesInvoiceRow } from './salesInvoice';
import { statedAmountFindings } from './statedAmounts';
import { addUp, withDeclared } from './totals';
import type { Totals, VatRounding } from './totals';

export interface BuildRules extends CheckRules {
	vatRounding: VatRounding;
	/** The day taken for the invoice date where none is given, `YYYY-MM-DD` in Helsinki. */
	today?: string;
}

export interface BuiltInvoice {
	/** Ready to send. */
	invoice: SalesInvoice;
	/** In whole cents. */
	totals: Totals;
	/** All there is to say about it, `stop` and `warn`: see `Finding`. */
	warnings: Finding[];
}

/**
 * Builds an invoice out of plain names, and says everything that is odd about it. Amounts are computed in whole
 * cents, halves away from zero; members and amounts the user gave are sent as given, and compared.
 * The same input gives the same invoice: there is no clock and nothing random in here.
 *
 * @throws InvoiceInputError with every value that is missing or unreadable, so that no invoice can be made
 */
export function buildInvoice(input: InvoiceInput, rules: BuildRules): BuiltInvoice {
	const problems: Finding[] = [];
	const warnings: Finding[] = [];
	const header = readHeader(input, rules.today ?? '', problems);
	const { rows, amounts } = buildRows(input, header.currency, problems, warnings);
	const { given } = header;
	const generated = isEmpty(given.Reference)
		? referenceOf(
				// Without a number, that is what is said, and not what follows from it.
				header.number === '' ? { mode: 'none' } : (input.reference ?? { mode: 'none' }),
				header.number,
				problems,
			)
		: String(given.Reference);
	if (problems.length === 0 && sizeOf(amounts) > LARGEST_CENTS) problems.push(TOO_LARGE);
	if (problems.length > 0) throw new InvoiceInputError([...problems, ...warnings]);

	completePostalCodes(header.members, warnings);
	const totals = withDeclared(
		addUp(amounts, rules.vatRounding, input.pricesIncludeVat),
		rows.length,
		header.declared,
	);
	const iban = usableIban(input.creditorIban ?? '', warnings);
	const barcode = isEmpty(given.VirtualBankBarcode)
		? barcodeOf(
				{
					iban,
					reference: generated,
					totalCents: totals.totalCents,
					statedCents: header.declared.totalCents,
					dueDate: header.dueDate,
					currency: header.currency,
				},
				warnings,
			)
		: '';
	const invoice: SalesInvoice = {
		InvoiceNumber: input.invoiceNumber,
		...header.members,
		NetAmount: centsToNumber(totals.netCents),
		RoundAmount: centsToNumber(totals.roundingCents),
		TaxAmount: centsToNumber(totals.vatCents),
		TotalAmount: centsToNumber(totals.totalCents),
		...(generated === '' ? {} : { Reference: generated }),
		...(barcode === '' ? {} : { VirtualBankBarcode: barcode }),
		...header.stated,
		InvoiceRows: rows,
	};
	const hasStated =
		header.hasStated ||
		amounts.some(({ stated }) => stated) ||
		rows.some(({ Round }) => !isEmpty(Round));
	return {
		invoice,
		totals,
		warnings: [
			...warnings,
			...roundingFindings(totals, rules.vatRounding),
			...(hasStated ? statedAmountFindings(invoice) : []),
			...contentFindings(invoice, rules),
		],
	};
}

function buildRows(
	input: InvoiceInput,
	currency: string,
	problems: Finding[],
	warnings: Finding[],
): { rows: SalesInvoiceRow[]; amounts: RowAmounts[] } {
	if (input.rows.length === 0) {
		problems.push(
			finding('stop', 'noRows', 'InvoiceRows', 'The invoice has no rows. Add at least one.'),
		);
	}
	const rows: SalesInvoiceRow[] = [];
	const amounts: RowAmounts[] = [];
	input.rows.forEach((given, index) => {
		const row = apiRow(given, index, warnings);
		if (isEmpty(row.VatType)) row.VatType = DEFAULT_VAT_TYPE;
		if (isEmpty(row.Currency)) row.Currency = currency;
		rows.push(row);
		amounts.push(completeRow(row, index, input.pricesIncludeVat, problems));
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

function roundingFindings(totals: Totals, vatRounding: VatRounding): Finding[] {
	if (vatRounding === 'row') return [];
	const ofRates = totals.rates.reduce((sum, { vatCents }) => sum + vatCents, 0);
	if (ofRates === totals.vatCents) return [];
	return [
		finding(
			'warn',
			'vatRoundingDiffers',
			'TaxAmount',
			`The VAT of the rows is ${centsToText(totals.vatCents)}, computed per rate it is ${centsToText(ofRates)}; the rounding amount is ${centsToText(totals.roundingCents)}.`,
		),
	];
}

/** Fifteen digits are what a number keeps exactly on its way through JSON. */
const LARGEST_CENTS = 999_999_999_999_999;
const TOO_LARGE = finding(
	'stop',
	'tooLarge',
	'TotalAmount',
	'The rows add up to more than 9,999,999,999,999.99, which cannot be sent exactly.',
);

/** The only value the API's documentation shows. What it means there is not known. */
const DEFAULT_VAT_TYPE = 'N';
