import { isEmpty, ParseError, type Reader } from './values';

/**
 * `stop`: the invoice would be wrong or could not be delivered. `warn`: something to know or to look at.
 * The caller decides what is done about either.
 */
export type Severity = 'stop' | 'warn';

/** A fault or an oddity of an invoice, or of another body before it is sent. */
export interface Finding {
	/** Kind of finding, for a program: `dueBeforeInvoice`. */
	code: string;
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

	stop(code: string, member: string, message: string): void {
		this.add('stop', code, member, message);
	}

	warn(code: string, member: string, message: string): void {
		this.add('warn', code, member, message);
	}

	add(severity: Severity, code: string, member: string, message: string): void {
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
