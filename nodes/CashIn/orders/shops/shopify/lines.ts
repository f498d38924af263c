import { toNumber } from '../../../invoicing/exactDecimal';
import type { Findings } from '../../../invoicing/findings';
import { percentFromFraction } from '../../../invoicing/vat';
import { ONE, storeDecimal } from '../../amounts';
import { orderLines, percentOf, type LineParts, type LineTax } from '../../lines';
import { OrderError, type OrderLine } from '../../order';
import { oneLine } from '../../plainText';
import { asObject, listIn, objectIn, textIn, type ShopObject } from '../../shopJson';
import type { ShopifyMoney } from './money';

/**
 * The lines of an order as it was placed: goods, duties, shipping, a tip that is no line of its own. What was taken
 * out or refunded since is in its refunds.
 */
export function shopifyLines(
	order: ShopObject,
	money: ShopifyMoney,
	findings: Findings,
): OrderLine[] {
	const included = order.taxes_included === true;
	const goods = listIn(order, 'line_items');
	const parts = [
		...goods.map((line) => goodsLine(line, included, money)),
		...goods.flatMap((line) => dutyLines(line, money)),
		...listIn(order, 'shipping_lines').flatMap((line) => shippingLine(line, included, money)),
		...tipLine(order, goods, money),
	];
	return orderLines(parts, findings);
}

function goodsLine(line: ShopObject, included: boolean, money: ShopifyMoney): LineParts {
	const name = nameOf(line);
	const quantity = storeDecimal(line.quantity, `'quantity' of "${name.slice(0, 40)}"`);
	if (quantity.scale > 0) {
		throw new OrderError(
			`'quantity' of "${name.slice(0, 40)}" is ${toNumber(quantity)}, and Shopify counts in whole pieces. Correct the order.`,
		);
	}
	const charged = money.times(line, 'price', Number(quantity.digits)) - allocated(line, money);
	return {
		id: textIn(line, 'id'),
		name,
		fallback: fallbackName(line),
		productCode: textIn(line, 'sku'),
		quantity,
		...taxed(line, charged, included, money),
	};
}

function shippingLine(line: ShopObject, included: boolean, money: ShopifyMoney): LineParts[] {
	if (line.is_removed === true) return [];
	const allocations = allocated(line, money);
	const charged =
		allocations === 0 && money.has(line, 'discounted_price')
			? money.cents(line, 'discounted_price')
			: money.cents(line, 'price') - allocations;
	return [
		{
			id: textIn(line, 'id'),
			name: oneLine(textIn(line, 'title', 'code')),
			fallback: 'Shipping',
			quantity: ONE,
			...taxed(line, charged, included, money),
		},
	];
}

/** Customs duties, charged at the checkout. Their tax is on top, whatever the prices include. */
function dutyLines(line: ShopObject, money: ShopifyMoney): LineParts[] {
	return listIn(line, 'duties').map((duty) => {
		// The REST form tells a duty as `{ shop_money, presentment_money }` without a name.
		const holder = 'price_set' in duty ? duty : { price_set: duty, tax_lines: duty.tax_lines };
		return {
			id: textIn(duty, 'id'),
			name: `Duties: ${nameOf(line)}`,
			fallback: 'Duties',
			quantity: ONE,
			...taxed(holder, money.cents(holder, 'price'), false, money),
		};
	});
}

function tipLine(
	order: ShopObject,
	goods: readonly ShopObject[],
	money: ShopifyMoney,
): LineParts[] {
	const isLine = goods.some((line) => 'tip_payment_gateway' in line || asObject(line.tip));
	if (isLine) return [];
	const netCents = money.cents(order, 'total_tip_received');
	const parts = { id: '', name: 'Tip', fallback: 'Tip', quantity: ONE, netCents };
	return netCents === 0 ? [] : [{ ...parts, vatCents: 0, taxes: [] }];
}

/** Tax is taken out of an amount that includes it, and is on top of one that does not; both as the order has it. */
function taxed(
	line: ShopObject,
	charged: number,
	included: boolean,
	money: ShopifyMoney,
): { netCents: number; vatCents: number; taxes: LineTax[] } {
	const taxes = listIn(line, 'tax_lines').map((tax) => ({
		cents: money.cents(tax, 'price'),
		percent: percentIn(tax),
		title: textIn(tax, 'title'),
	}));
	const vatCents = taxes.reduce((sum, { cents }) => sum + cents, 0);
	return { netCents: included ? charged - vatCents : charged, vatCents, taxes };
}

/** `0.255` is 25.5 %; `rate_percentage`, where there is one, says the same. */
function percentIn(tax: ShopObject) {
	const rate = textIn(tax, 'rate');
	if (rate === '') return percentOf(tax.rate_percentage);
	const percent = percentFromFraction(rate);
	return percentOf(typeof percent === 'string' ? percent : undefined);
}

function allocated(line: ShopObject, money: ShopifyMoney): number {
	return listIn(line, 'discount_allocations').reduce(
		(sum, allocation) => sum + money.cents(allocation, 'amount'),
		0,
	);
}

function nameOf(line: ShopObject): string {
	const name = textIn(line, 'name');
	const variant = textIn(line, 'variant_title') || textIn(objectIn(line, 'variant'), 'title');
	const title = textIn(line, 'title') || textIn(objectIn(line, 'product'), 'title');
	if (name !== '') return oneLine(name);
	return oneLine(variant === '' || title === '' ? title : `${title} - ${variant}`);
}

function fallbackName(line: ShopObject): string {
	const code =
		textIn(line, 'sku', 'product_id') ||
		textIn(objectIn(line, 'product'), 'id') ||
		textIn(line, 'variant_id') ||
		textIn(objectIn(line, 'variant'), 'id');
	return code === '' ? 'Product' : `Product ${code}`;
}
