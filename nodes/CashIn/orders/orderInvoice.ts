import { SALES_INVOICE } from '../api/generated/fields';
import { toNumber, toText } from '../invoicing/exactDecimal';
import type { Finding, Findings } from '../invoicing/findings';
import type { InvoiceInput } from '../invoicing/invoiceInput';
import { centsToNumber, centsToText } from '../invoicing/money';
import { VAT_HISTORY } from '../invoicing/vat';
import { grossOf } from './lines';
import type { Billed, Order, OrderLine } from './order';

/** The user's choices about the invoice, beside what the order says. */
export type InvoiceChoices = Pick<
	InvoiceInput,
	'invoiceNumber' | 'invoiceDate' | 'paymentTerms' | 'reference' | 'creditorIban' | 'credits'
> & {
	keys: MetadataKeys;
	/** Members of the API by name; they win over what the order says. */
	members: Readonly<Record<string, unknown>>;
};

/** Names under which the shop keeps what the shops have no place for; `''` for not at all. */
export interface MetadataKeys {
	businessId: string;
	eInvoiceAddress: string;
	eInvoiceOperator: string;
	purchaseOrder: string;
}

/** An order as the builder takes an invoice. Rows state the amounts the shop charged, so that none is computed. */
export function orderInvoice(order: Order, billed: Billed, choices: InvoiceChoices): InvoiceInput {
	const { keys, members, ...own } = choices;
	const told = {
		[SALES_INVOICE.buyersReference]: metadata(order, keys.purchaseOrder || 'po_number'),
		[SALES_INVOICE.finvoiceAccount]: metadata(order, keys.eInvoiceAddress),
		[SALES_INVOICE.finvoiceOVT]: metadata(order, keys.eInvoiceOperator),
	};
	return {
		...own,
		currency: order.currency,
		buyer: { ...order.buyer, identifier: metadata(order, keys.businessId) },
		delivery: order.delivery,
		rows: billed.lines.map(rowOf),
		pricesIncludeVat: false,
		totalAmount: centsToNumber(billed.totalCents),
		members: {
			[SALES_INVOICE.orderIdentifier]: order.number,
			// A time without its zone is no point in time, and would be taken for one.
			...(ZONED.test(order.createdAt) ? { [SALES_INVOICE.orderDate]: order.createdAt } : {}),
			...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '')),
			...members,
		},
	};
}

function rowOf(line: OrderLine): Record<string, unknown> {
	return {
		description: line.description,
		productCode: line.productCode,
		quantity: toNumber(line.quantity),
		vatPercent: toText(line.vatPercent),
		netAmount: centsToNumber(line.netCents),
		vatAmount: centsToNumber(line.vatCents),
		totalAmount: centsToNumber(line.netCents + line.vatCents),
	};
}

/** By its name in any case, with or without the underscore that hides it in some shops. */
function metadata(order: Order, key: string): string {
	const wanted = plainKey(key);
	if (wanted === '') return '';
	for (const [name, value] of order.metadata) if (plainKey(name) === wanted) return value;
	return '';
}

function plainKey(key: string): string {
	return key.trim().replace(/^_/, '').toLowerCase();
}

const ZONED = /T.*(?:Z|[+-][0-9]{2}:?[0-9]{2})$/;

/** The order with a name for a buyer who gave none, made of the e-mail address, which is a finding. */
export function withNameFromEmail(order: Order, findings: Findings): Order {
	const { name = '', email = '' } = order.buyer;
	const made = nameFrom(email);
	if (name !== '' || made === '') return order;
	findings.warn(
		'orderNameFromEmail',
		SALES_INVOICE.buyerName,
		`The order tells no name of the buyer; "${made}" is made of the e-mail address.`,
	);
	return { ...order, buyer: { ...order.buyer, name: made } };
}

/** `esa.esimerkki+shop@example.com` → `Esa Esimerkki` */
function nameFrom(email: string): string {
	const [local = ''] = email.includes('@') ? email.split(/[+@]/) : [];
	return local
		.split(/[._-]+/)
		.filter((word) => word !== '')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

/** Adds findings that only show in the order and its invoice together. */
export function checkBilled(order: Order, billed: Billed, findings: Findings): void {
	warnLargeRounding(order, billed, findings);
	warnForeignBuyer(order, billed, findings);
}

/**
 * Findings of the builder about an invoice of an order. A tax that is not its rate's is odd and no mistake here: shops
 * round per piece, per line or per order, and convert currencies, and the amounts are what the buyer agreed to.
 */
export function asCharged(built: readonly Finding[]): Finding[] {
	return built.map((one) =>
		one.code === 'rowVatIsNotItsRate'
			? { ...one, severity: 'warn', message: `${one.message} It is what the shop charged.` }
			: one,
	);
}

/**
 * Cents that no row shows. Rounded per row instead of per rate, the VAT of an order is off by up to five cents, as the
 * totals of thousands of random orders show, and cash is rounded to five cents; more is worth a look.
 */
function warnLargeRounding(
	{ currency }: Order,
	{ lines, totalCents }: Billed,
	findings: Findings,
): void {
	const rounding = totalCents - grossOf(lines);
	if (Math.abs(rounding) <= USUAL_ROUNDING) return;
	const side = rounding > 0 ? 'above' : 'below';
	findings.warn(
		'orderRounding',
		SALES_INVOICE.roundAmount,
		`The total of the order is ${centsToText(Math.abs(rounding))} ${currency} ${side} its lines, which becomes rounding. Up to a cent for each line can be that; check that no fee or discount is missing.`,
	);
}

/** Cents. */
const USUAL_ROUNDING = 5;

/** Finnish VAT may be right for a buyer abroad, within the threshold of distance sales, and often is not. */
function warnForeignBuyer({ buyer, delivery }: Order, { lines }: Billed, findings: Findings): void {
	const country = delivery?.country || buyer.country || '';
	if (country === '' || country === 'FI') return;
	const rate = lines
		.filter(({ vatCents }) => vatCents !== 0)
		.map(({ vatPercent }) => toText(vatPercent))
		.find((percent) => VAT_HISTORY.some(({ rates }) => rates.includes(percent)));
	if (rate === undefined) return;
	findings.warn(
		'orderForeignBuyer',
		SALES_INVOICE.buyerCountry,
		`The goods go to ${country} and the order has ${rate} % VAT, a Finnish rate. Check which country's VAT applies.`,
	);
}
