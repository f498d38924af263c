import { asObject, listIn, objectIn, textIn, type ShopObject } from '../../shopJson';

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

/** A refund of the GraphQL Admin API in the members of the REST one. */
function restRefund(given: ShopObject): ShopObject {
	return {
		id: idOf(given),
		note: given.note,
		refund_line_items: nodesIn(given, 'refundLineItems').map((item) => {
			const line = objectIn(item, 'lineItem');
			return {
				line_item_id: idOf(line),
				line_item: { name: line.name, title: line.title },
				quantity: item.quantity,
				...money(item, 'subtotal', 'subtotalSet'),
				...money(item, 'total_tax', 'totalTaxSet'),
			};
		}),
		refund_shipping_lines: nodesIn(given, 'refundShippingLines').map((item) => ({
			shipping_line: { id: idOf(objectIn(item, 'shippingLine')) },
			...money(item, 'subtotal_amount', 'subtotalAmountSet'),
			...money(item, 'tax_amount', 'taxAmountSet'),
		})),
		order_adjustments: nodesIn(given, 'orderAdjustments').map((item) => ({
			kind: textIn(item, 'kind').toLowerCase(),
			reason: item.reason,
			...money(item, 'amount', 'amountSet'),
			...money(item, 'tax_amount', 'taxAmountSet'),
		})),
		transactions: nodesIn(given, 'transactions').map((item) => {
			const { amount, currencyCode } = objectIn(objectIn(item, 'amountSet'), 'shopMoney');
			return {
				kind: textIn(item, 'kind').toLowerCase(),
				status: textIn(item, 'status').toLowerCase(),
				amount,
				currency: currencyCode,
			};
		}),
	};
}

/** An amount under its REST names, `<name>` in the shop's currency and `<name>_set` in both; nothing where it is not told. */
function money(holder: ShopObject, name: string, ...members: string[]): ShopObject {
	const bag = members.map((member) => asObject(holder[member])).find((one) => one !== undefined);
	if (bag === undefined) return {};
	const set = moneyBag(bag);
	return { [name]: objectIn(set, 'shop_money').amount, [`${name}_set`]: set };
}

/** Both currencies of an amount, under their REST names. */
function moneyBag(bag: ShopObject): ShopObject {
	const inOne = (name: string) => {
		const one = asObject(bag[name]);
		return one === undefined ? {} : { amount: one.amount, currency_code: one.currencyCode };
	};
	return {
		shop_money: inOne('shopMoney'),
		...('presentmentMoney' in bag ? { presentment_money: inOne('presentmentMoney') } : {}),
	};
}

/** What a connection holds, as `nodes` or as `edges`; or a plain list. */
function nodesIn(holder: ShopObject, name: string): ShopObject[] {
	if (Array.isArray(holder[name])) return listIn(holder, name);
	const connection = objectIn(holder, name);
	if (Array.isArray(connection.nodes)) return listIn(connection, 'nodes');
	return listIn(connection, 'edges').map((edge) => objectIn(edge, 'node'));
}

/** `gid://shopify/LineItem/5001` → `5001`, as the REST API writes it. */
function idOf(holder: ShopObject): string {
	const legacy = textIn(holder, 'legacyResourceId');
	if (legacy !== '') return legacy;
	return (textIn(holder, 'id').split('/').pop() ?? '').replace(/\?.*$/, '');
}
