import { centsToNumber } from '../invoicing/money';
import { toNumber, toText } from '../invoicing/exactDecimal';
import type { InvoiceInput } from '../invoicing/invoiceInput';
import type { Billed, Order, OrderLine } from './order';

/** What the user decides about the invoice, beside what the order says. */
export type InvoiceChoices = Pick<
	InvoiceInput,
	'invoiceNumber' | 'invoiceDate' | 'paymentTerms' | 'reference' | 'creditorIban' | 'credits'
> & {
	keys: MetadataKeys;
	/** Members of the API by name; they win over what the order says. */
	members: Readonly<Record<string, unknown>>;
};

/** Under which name the shop keeps what the shops have no place for; `''` for not at all. */
export interface MetadataKeys {
	businessId: string;
	eInvoiceAddress: string;
	eInvoiceOperator: string;
	purchaseOrder: string;
}

/** An order as the builder takes an invoice. Rows state the amounts the shop charged, so that none is computed. */
export function orderInvoice(order: Order, billed: Billed, choices: InvoiceChoices): InvoiceInput {
	const { keys, members, ...own } = choices;
	const identifier = metadata(order, keys.businessId);
	return {
		...own,
		currency: order.currency,
		buyer: { ...order.buyer, identifier },
		delivery: order.delivery,
		rows: billed.lines.map(rowOf),
		pricesIncludeVat: false,
		totalAmount: centsToNumber(billed.totalCents),
		members: {
			OrderIdentifier: order.number,
			// A time without its zone is no point in time, and would be taken for one.
			...(ZONED.test(order.createdAt) ? { OrderDate: order.createdAt } : {}),
			...stated('BuyersReference', metadata(order, keys.purchaseOrder || 'po_number')),
			...stated('FinvoiceAccount', metadata(order, keys.eInvoiceAddress)),
			...stated('FinvoiceOVT', metadata(order, keys.eInvoiceOperator)),
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

function stated(member: string, value: string): Record<string, string> {
	return value === '' ? {} : { [member]: value };
}

const ZONED = /T.*(?:Z|[+-][0-9]{2}:?[0-9]{2})$/;
