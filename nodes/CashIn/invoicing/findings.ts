/**
 * `stop`: the invoice would be wrong or could not be delivered. `warn`: something to know or to look at.
 * What is done about either is the caller's choice.
 */
export type Severity = 'stop' | 'warn';

/** One thing to say about an invoice, or about another body before it is sent. */
export interface Finding {
	/** The kind of finding, for a program. */
	code: FindingCode;
	severity: Severity;
	/** Which row, counted from 0; absent when it is about the invoice as a whole. */
	row?: number;
	/** The API's name of the member to look at, e.g. `Qty`. */
	member: string;
	/** One or two sentences for a person; the row is counted from 1 in them. */
	message: string;
}

/** A value the invoice cannot be computed without is missing or unreadable. Holds every such value, not the first. */
export class InvoiceInputError extends Error {
	override readonly name = 'InvoiceInputError';

	constructor(readonly problems: readonly Finding[]) {
		const first = problems.slice(0, SHOWN).map(({ message }) => message);
		const rest = problems.length - first.length;
		super([...first, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' '));
	}
}

/** A message of a thousand sentences helps nobody. */
const SHOWN = 5;

/** Collects findings about an invoice, or about one row of it, whose messages then begin with the row. */
export class Findings {
	constructor(
		readonly list: Finding[] = [],
		private readonly row?: number,
	) {}

	/** @param row counted from 0 */
	ofRow(row: number): Findings {
		return new Findings(this.list, row);
	}

	stop(code: FindingCode, member: string, message: string): void {
		this.add('stop', code, member, message);
	}

	warn(code: FindingCode, member: string, message: string): void {
		this.add('warn', code, member, message);
	}

	add(severity: Severity, code: FindingCode, member: string, message: string): void {
		const { row } = this;
		this.list.push(
			row === undefined
				? { code, severity, member, message }
				: { code, severity, row, member, message: `Row ${row + 1}: ${message}` },
		);
	}
}

/** A finding about the invoice as a whole. */
export function finding(
	severity: Severity,
	code: FindingCode,
	member: string,
	message: string,
): Finding {
	return { code, severity, member, message };
}

/** A finding about one row, whose message begins with the row. */
export function rowFinding(
	severity: Severity,
	code: FindingCode,
	row: number,
	member: string,
	message: string,
): Finding {
	return { code, severity, row, member, message: `Row ${row + 1}: ${message}` };
}

export type FindingCode =
	// Nothing can be computed:
	| 'missing'
	| 'unreadable'
	| 'tooLarge'
	| 'noRows'
	// Rows:
	| 'unknownKey'
	| 'keyTwice'
	| 'noDescription'
	| 'quantityZero'
	| 'negativeUnitPrice'
	| 'discountNegative'
	| 'discountTooLarge'
	| 'vatLooksLikeFraction'
	| 'vatTooHigh'
	| 'vatUnknown'
	| 'vatNotInForce'
	| 'zeroVatWithoutReason'
	| 'rowCurrencyDiffers'
	| 'rowDoesNotAddUp'
	| 'rowIsNotItsPrice'
	| 'rowVatIsNotItsRate'
	// Webshop orders:
	| 'orderBalance'
	| 'orderDeliveryLeftOut'
	| 'orderForeignCurrency'
	| 'orderForeignBuyer'
	| 'orderNameFromEmail'
	| 'orderPaidInPart'
	| 'orderRateGuessed'
	| 'orderRefundWithoutLines'
	| 'orderRounding'
	// Header:
	| 'headerDoesNotAddUp'
	| 'headerIsNotItsRows'
	| 'vatRoundingDiffers'
	| 'totalZero'
	| 'noDueDate'
	| 'dueBeforeInvoice'
	| 'termsDisagree'
	| 'interestTooHigh'
	| 'referenceInvalid'
	| 'referenceCheckDigit'
	| 'referenceShort'
	| 'referenceForeign'
	| 'barcodeNotMade'
	| 'barcodeMalformed'
	| 'ibanInvalid'
	| 'bicMalformed'
	| 'creditWithoutOriginal'
	| 'creditNotNegative'
	// Claims and payments:
	| 'notDue'
	| 'dueRecently'
	| 'dueDateUnknown'
	| 'nothingToCollect'
	| 'paymentNotPositive'
	| 'paymentInFuture'
	// Parties and delivery:
	| 'noBuyerName'
	| 'identifierInvalid'
	| 'countryMalformed'
	| 'postalCodeMalformed'
	| 'postalCodeCompleted'
	| 'addressIncomplete'
	| 'emailMalformed'
	| 'eInvoiceIncomplete'
	| 'eInvoiceAddressInvalid'
	| 'undeliverable';
