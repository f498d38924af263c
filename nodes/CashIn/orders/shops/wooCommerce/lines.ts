import type { Decimal } from '../../../invoicing/exactDecimal';
import type { Finding } from '../../../invoicing/findings';
import { ONE, storeCents, storeDecimal } from '../../amounts';
import type { OrderLine } from '../../order';
import { orderLines } from '../../orderLine';
import type { LineParts } from '../../orderLine';
import { plainText } from '../../plainText';
import { percentOf } from '../../rates';
import type { LineTax } from '../../rates';
import { listIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';

/**
 * The lines of an order or of a refund: goods, shipping, fees (which may be below zero).
 * @param order whose `tax_lines` tell the rates, where they are not the holder's own
 */
export function wooCommerceLines(
	holder: ShopObject,
	warnings: Finding[],
	order: ShopObject = holder,
): OrderLine[] {
	const rates = ratesOf(order);
	const parts = KINDS.flatMap(({ list, names, fallback, counted }) =>
		listIn(holder, list).map((line): LineParts => {
			const name = textIn(line, ...names);
			const of = name === '' ? '' : ` of "${name.slice(0, 40)}"`;
			return {
				id: originalId(line),
				name: plainText(name),
				fallback: fallbackName(line, fallback),
				productCode: textIn(line, 'sku'),
				quantity: counted ? storeDecimal(line.quantity, `'quantity'${of}`) : ONE,
				netCents: storeCents(line.total, `'total'${of}`),
				vatCents: storeCents(line.total_tax, `'total_tax'${of}`),
				taxes: taxesOf(line, rates),
			};
		}),
	);
	return orderLines(parts, warnings);
}

interface Rate {
	percent?: Decimal;
	compound: boolean;
}

/** By rate id: the rate is what the order says, and never a quotient of amounts. */
function ratesOf(order: ShopObject): Map<string, Rate> {
	return new Map(
		listIn(order, 'tax_lines').map((line): [string, Rate] => [
			textIn(line, 'rate_id'),
			{ percent: percentOf(line.rate_percent), compound: line.compound === true },
		]),
	);
}

function taxesOf(line: ShopObject, rates: ReadonlyMap<string, Rate>): LineTax[] {
	const taxes = listIn(line, 'taxes')
		// An empty total says that the rate does not apply to this line.
		.filter((tax) => textIn(tax, 'total') !== '')
		.map((tax) => ({
			cents: storeCents(tax.total, "'total' of a tax"),
			...rates.get(textIn(tax, 'id')),
			rateId: textIn(tax, 'id'),
		}));
	const vatCents = storeCents(line.total_tax, "'total_tax'");
	if (vatCents === 0 || taxes.some(({ cents }) => cents !== 0)) return taxes;
	// Taxed, and no tax says how: the only rate there is, or one to be told from the amounts.
	const only = rates.size === 1 ? [...rates.values()][0] : undefined;
	return [{ cents: vatCents, ...only, rateId: 'untold' }];
}

/** A line of a refund names the line it takes back in its metadata. */
function originalId(line: ShopObject): string {
	const refunded = listIn(line, 'meta_data').find(
		(entry) => textIn(entry, 'key') === '_refunded_item_id',
	);
	return refunded === undefined ? textIn(line, 'id') : textIn(refunded, 'value');
}

function fallbackName(line: ShopObject, fallback: string): string {
	const sku = textIn(line, 'sku', 'product_id');
	return sku === '' || sku === '0' ? fallback : `${fallback} ${sku}`;
}

const KINDS = [
	{ list: 'line_items', names: ['name', 'parent_name'], fallback: 'Product', counted: true },
	{ list: 'shipping_lines', names: ['method_title'], fallback: 'Shipping', counted: false },
	{ list: 'fee_lines', names: ['name'], fallback: 'Fee', counted: false },
] as const;
