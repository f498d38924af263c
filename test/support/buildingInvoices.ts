import { buildInvoice } from '../../nodes/CashIn/invoicing/build';
import type { BuildRules, BuiltInvoice } from '../../nodes/CashIn/invoicing/build';
import type { Finding } from '../../nodes/CashIn/invoicing/findings';
import type {
	InvoiceInput,
	SalesInvoice as AnyInvoice,
	SalesInvoiceRow,
} from '../../nodes/CashIn/invoicing/invoiceInput';
import { invoiceOf } from './invoiceArbitraries';

/** An invoice in the names that these tests are written in. */
export type SalesInvoice = AnyInvoice & {
	InvoiceNumber: string | number;
	InvoiceRows: SalesInvoiceRow[];
};

export type Built = BuiltInvoice & { invoice: SalesInvoice };

/** An invoice of the given rows around an example buyer, VAT rounded per row. */
export function build(
	rows: ReadonlyArray<Record<string, unknown>>,
	more: Partial<InvoiceInput> = {},
): Built {
	return built(invoiceOf(rows, more), RULES);
}

/** An invoice that can be built; one that cannot is an error. */
export function built(input: InvoiceInput, rules: BuildRules): Built {
	const result = buildInvoice(input, rules);
	if (result.invoice !== undefined) return result as Built;
	throw new Error(result.findings.map(({ message }) => message).join(' '));
}

/** What kinds of findings there are, in alphabetical order. */
export function codes(findings: readonly Finding[]): string[] {
	return findings.map(({ code }) => code).sort();
}

/** Why no invoice can be built of rows; one that can be built is an error. */
export function problemsOf(
	rows: ReadonlyArray<Record<string, unknown>>,
	more: Partial<InvoiceInput> = {},
): readonly Finding[] {
	const { invoice, findings } = buildInvoice(invoiceOf(rows, more), RULES);
	if (invoice !== undefined) throw new Error('an invoice was built');
	return findings;
}

/** The rows that credit the given ones wholly. */
export function creditRows(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
): Array<Record<string, unknown>> {
	return rows.map((one) => ({ ...one, quantity: -Number(one.quantity) }));
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
	BillingName1: 'Example Billing Oy',
	BillingStreetAddr1: 'Laskukatu 2',
	BillingPostalCode: '33100',
	BillingCity: 'Tampere',
	BillingCountry: 'FI',
};

export const delivery = {
	DeliveryName: 'Example Warehouse Oy',
	DeliveryStreetAddr1: 'Varastokatu 3',
	DeliveryPostalCode: '33100',
	DeliveryCity: 'Tampere',
	DeliveryCountry: 'FI',
};
