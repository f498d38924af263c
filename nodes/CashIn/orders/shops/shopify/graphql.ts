import { asObject, listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { idOf, money, moneyBag, nodesIn } from './graphqlMembers';
import { restRefund } from './graphqlRefund';

/** Whether an object is an order as the GraphQL Admin API gives it. */
export function isGraphqlOrder(given: ShopObject): boolean {
	const lines = asObject(given.lineItems);
	const isList =
		lines !== undefined && ['nodes', 'edges'].some((name) => Array.isArray(lines[name]));
	return isList && ['totalPriceSet', 'currentTotalPriceSet'].some((name) => name in given);
}

/**
 * An order of the GraphQL Admin API in the members of the REST one, as far as invoices need them, so that both give the
 * same invoice. An order that has the REST members already comes back as it is. Never throws: what is odd stays odd.
 * Source: Shopify GraphQL Admin API, Order, LineItem, Refund.
 */
export function restOrder(given: ShopObject): ShopObject {
	if (!isGraphqlOrder(given)) return given;
	const customer = objectIn(given, 'customer');
	return {
		id: idOf(given),
		name: given.name,
		order_number: orderNumber(given),
		created_at: given.createdAt,
		processed_at: given.processedAt,
		cancelled_at: given.cancelledAt,
		test: given.test,
		currency: textIn(given, 'currencyCode') || currencyOf(given, 'shopMoney'),
		presentment_currency:
			textIn(given, 'presentmentCurrencyCode') || currencyOf(given, 'presentmentMoney'),
		financial_status: textIn(given, 'displayFinancialStatus', 'financialStatus').toLowerCase(),
		taxes_included: given.taxesIncluded,
		email: given.email,
		phone: given.phone,
		po_number: given.poNumber,
		payment_gateway_names: given.paymentGatewayNames,
		note_attributes: listIn(given, 'customAttributes').map(({ key, value }) => ({
			name: key,
			value,
		})),
		billing_address: addressOf(given.billingAddress),
		shipping_address: addressOf(given.shippingAddress),
		customer: {
			...personOf(customer),
			email:
				textIn(customer, 'email') ||
				textIn(objectIn(customer, 'defaultEmailAddress'), 'emailAddress'),
			phone:
				textIn(customer, 'phone') ||
				textIn(objectIn(customer, 'defaultPhoneNumber'), 'phoneNumber'),
			default_address: addressOf(customer.defaultAddress),
		},
		...money(given, 'total_price', 'totalPriceSet'),
		...money(given, 'total_tax', 'totalTaxSet'),
		...money(given, 'current_total_price', 'currentTotalPriceSet'),
		...money(given, 'current_total_tax', 'currentTotalTaxSet'),
		...money(given, 'total_outstanding', 'totalOutstandingSet'),
		...money(given, 'total_tip_received', 'totalTipReceivedSet', 'totalTipReceived'),
		line_items: nodesIn(given, 'lineItems').map(lineItem),
		shipping_lines: nodesIn(given, 'shippingLines').map(shippingLine),
		refunds: nodesIn(given, 'refunds').map(restRefund),
	};
}

/** The first list of an order, or of what is in it, that goes on after what it holds; `''` when all are whole. */
export function cutList(given: ShopObject): string {
	if (!isGraphqlOrder(given)) return '';
	const lists: Array<[ShopObject, string[]]> = [
		[given, ['lineItems', 'shippingLines', 'refunds']],
		...nodesIn(given, 'refunds').map((one): [ShopObject, string[]] => [
			one,
			['refundLineItems', 'refundShippingLines', 'orderAdjustments', 'transactions'],
		]),
	];
	const cut = lists.flatMap(([holder, names]) =>
		names.filter((name) => objectIn(objectIn(holder, name), 'pageInfo').hasNextPage === true),
	);
	return cut[0] ?? '';
}

function lineItem(line: ShopObject): ShopObject {
	return {
		id: idOf(line),
		name: line.name,
		title: line.title,
		variant_title: line.variantTitle ?? objectIn(line, 'variant').title,
		sku: line.sku,
		quantity: line.quantity,
		current_quantity: line.currentQuantity,
		product: line.product,
		product_id: idOf(objectIn(line, 'product')),
		variant_id: idOf(objectIn(line, 'variant')),
		...money(line, 'price', 'originalUnitPriceSet'),
		discount_allocations: allocations(line),
		tax_lines: taxLines(line),
		duties: listIn(line, 'duties').map((duty) => ({
			id: idOf(duty),
			...moneyBag(asObject(duty.price) ?? {}),
			tax_lines: taxLines(duty),
		})),
	};
}

function shippingLine(line: ShopObject): ShopObject {
	return {
		id: idOf(line),
		title: line.title,
		code: line.code,
		is_removed: line.isRemoved,
		...money(line, 'price', 'originalPriceSet'),
		...money(line, 'discounted_price', 'discountedPriceSet'),
		discount_allocations: allocations(line),
		tax_lines: taxLines(line),
	};
}

function allocations(line: ShopObject): ShopObject[] {
	return listIn(line, 'discountAllocations').map((one) =>
		money(one, 'amount', 'allocatedAmountSet'),
	);
}

function taxLines(holder: ShopObject): ShopObject[] {
	return listIn(holder, 'taxLines').map((tax) => ({
		title: tax.title,
		rate: tax.rate,
		rate_percentage: tax.ratePercentage,
		...money(tax, 'price', 'priceSet'),
	}));
}

function addressOf(given: unknown): ShopObject | undefined {
	const address = asObject(given);
	if (address === undefined) return undefined;
	return {
		...personOf(address),
		name: address.name,
		company: address.company,
		address1: address.address1,
		address2: address.address2,
		zip: address.zip,
		city: address.city,
		country_code: address.countryCodeV2 ?? address.countryCode,
		phone: address.phone,
	};
}

function personOf(person: ShopObject): ShopObject {
	return {
		first_name: person.firstName,
		last_name: person.lastName,
		name: person.displayName,
	};
}

/** The order's own count, or the digits of its name where there is one group of them only. */
function orderNumber(given: ShopObject): string {
	const told = textIn(given, 'number');
	if (told !== '') return told;
	const groups = textIn(given, 'name').match(/[0-9]+/g) ?? [];
	return groups.length === 1 ? (groups[0] ?? '') : '';
}

function currencyOf(given: ShopObject, side: string): string {
	const bag = asObject(given.totalPriceSet) ?? objectIn(given, 'currentTotalPriceSet');
	return textIn(objectIn(bag, side), 'currencyCode');
}
