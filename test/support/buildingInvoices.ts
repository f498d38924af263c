import { buildInvoice } from '../../nodes/CashIn/invoicing/build';
import type { BuildRules, BuiltInvoice } from '../../nodes/CashIn/invoicing/build';
import { InvoiceInputError } from '../../nodes/CashIn/invoicing/findings';
import type { Finding } from '../../nodes/CashIn/invoicing/findings';
import type { InvoiceInput } from '../../nodes/CashIn/invoicing/invoiceInput';
import { invoiceOf } from './invoiceArbitraries';

/** An invoice of the given rows around an example buyer, VAT rounded per row. */
export function build(
	rows: ReadonlyArray<Record<string, unknown>>,
	more: Partial<InvoiceInput> = {},
): BuiltInvoice {
	return buildInvoice(invoiceOf(rows, more), RULES);
}

/** What kinds of findings there are, in alphabetical order. */
export function codes(findings: readonly Finding[]): string[] {
	return findings.map(({ code }) => code).sort();
}

/** The problems an attempt to build fails with; an attempt that does not fail is an error. */
export function problemsOf(attempt: () => unknown): readonly Finding[] {
	try {
		attempt();
	} catch (error) {
		expect(error).toBeInstanceOf(InvoiceInputError);
		if (error instanceof InvoiceInputError) return error.problems;
	}
	throw new Error('an invoice was built');
}

export const RULES: BuildRules = { vatRounding: 'row' };

/** A row with nothing to be said about it. */
export const row = { description: 'Example', quantity: 1, unitPrice: 100, vatPercent: 25.5 };

export const buyer = {
	name: 'Example Buyer Oy',
	streetAddress: 'Esimerkkikatu 1',
	postalCode: '00100',
	city: 'Helsinki',
	country: 'FI',
	email: 'buyer@example.com',
};

export const billing = {
	name: 'Example Billing Oy',
	streetAddress: 'Laskukatu 2',
	postalCode: '33100',
	city: 'Tampere',
	country: 'FI',
};
