import { isEmpty, ParseError, type Reader } from './values';

/**
 * `stop`: the invoice would be wrong or could not be delivered. `warn`: something to know or to look at.
 * The caller decides what is done about either.
 */
export type Severity = 'stop' | 'warn';

/** A fault or an oddity of an invoice, or of another body before it is sent. */
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

	/**
	 * A member as `read` makes it; undefined when it is empty, or cannot be read, which is a stop.
	 * @param label names the member in the message
	 */
	read<T>(
		value: unknown,
		read: Reader<T>,
		member: string,
		label: (member: string) => string = String,
	): T | undefined {
		if (isEmpty(value)) return undefined;
		const result = read(value);
		if (!(result instanceof ParseError)) return result;
		this.stop('unreadable', member, `${label(member)} ${result.why}.`);
		return undefined;
	}
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
