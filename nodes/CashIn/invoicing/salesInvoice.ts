/**
 * An invoice as the API takes it. Only the members this folder reads or writes are named; every other member
 * passes through untouched.
 */
export interface SalesInvoice {
	InvoiceNumber: string | number;
	InvoiceRows: SalesInvoiceRow[];
	[member: string]: unknown;
}

/** A row as the API takes it; amounts are numbers in currency units. */
export interface SalesInvoiceRow {
	[member: string]: unknown;
}

/** A member as trimmed text: numbers in digits, nothing for what is no text. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The first of `members` that has something to say, as text; `''` when none has. */
export function firstText(
	holder: Readonly<Record<string, unknown>>,
	...members: readonly string[]
): string {
	for (const member of members) {
		const text = textOf(holder[member]);
		if (text !== '') return text;
	}
	return '';
}

/** Whether a value says nothing. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
