import { asObject, objectIn, objectsIn, textIn, type ShopObject } from '../../shopJson';

/** Whether an object is an order as the GraphQL Admin API gives it. */
export function isGraphqlOrder(given: ShopObject): boolean {
	const { nodes, edges } = objectIn(given, 'lineItems');
	const isList = Array.isArray(nodes) || Array.isArray(edges);
	return isList && ['totalPriceSet', 'currentTotalPriceSet'].some((name) => name in given);
}

/**
 * An order of the GraphQL Admin API in the members of the REST one, so that both give the same invoice. An order that
 * has the REST members already comes back as it is. Never throws: what is odd stays odd.
 * Source: Shopify GraphQL Admin API, Order, LineItem, Refund.
 */
export function restOrder(given: ShopObject): ShopObject {
	if (!isGraphqlOrder(given)) return given;
	return {
		...restObject(given),
		order_number: orderNumber(given),
		currency: textIn(given, 'currencyCode') || currencyOf(given, 'shopMoney'),
		presentment_currency:
			textIn(given, 'presentmentCurrencyCode') || currencyOf(given, 'presentmentMoney'),
	};
}

/** The first list of an order, or of a refund in it, that goes on after what it holds; `''` when all are whole. */
export function cutList(given: ShopObject): string {
	if (!isGraphqlOrder(given)) return '';
	for (const holder of [given, ...objectsIn(connected(given.refunds) ?? [])]) {
		const cut = CUT_LISTS.find(
			(name) => objectIn(objectIn(holder, name), 'pageInfo').hasNextPage === true,
		);
		if (cut !== undefined) return cut;
	}
	return '';
}

const CUT_LISTS = [
	'lineItems',
	'shippingLines',
	'refunds',
	'refundLineItems',
	'refundShippingLines',
	'orderAdjustments',
	'transactions',
];

function rest(value: unknown): unknown {
	const list = connected(value);
	if (list !== undefined) return list.map(rest);
	const object = asObject(value);
	return object === undefined ? value : restObject(object);
}

/** Members in snake case, IDs without their path, amounts as `<name>` and, in both currencies, `<name>_set`. */
function restObject(given: ShopObject): ShopObject {
	const members = Object.entries(given).flatMap(([name, value]): Array<[string, unknown]> => {
		const own = RENAMED.get(name) ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		if (name === 'id') return [[own, idOf(given)]];
		const { shopMoney, amount, currencyCode } = asObject(value) ?? {};
		const isMoney = currencyCode !== undefined && !/^(?:shop|presentment)Money$/.test(name);
		if (shopMoney === undefined) return [[own, isMoney ? amount : rest(value)]];
		const plain = own.replace(/_set$/, '');
		return [
			[plain, asObject(shopMoney)?.amount],
			[`${plain}_set`, rest(value)],
		];
	});
	return Object.fromEntries(members);
}

/** Names of the REST API that are not the GraphQL ones in snake case. */
const RENAMED: ReadonlyMap<string, string> = new Map([
	['allocatedAmountSet', 'amount'],
	['countryCodeV2', 'country_code'],
	['customAttributes', 'note_attributes'],
	['displayFinancialStatus', 'financial_status'],
	['displayName', 'name'],
	['originalPriceSet', 'price'],
	['originalUnitPriceSet', 'price'],
]);

/** A list, or what a connection holds, as `nodes` or as `edges`. */
function connected(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	const { nodes, edges } = asObject(value) ?? {};
	if (Array.isArray(nodes)) return nodes;
	return Array.isArray(edges) ? edges.map((edge: unknown) => asObject(edge)?.node) : undefined;
}

/** `gid://shopify/LineItem/5001` → `5001`, as the REST API writes it. */
function idOf(holder: ShopObject): string {
	const legacy = textIn(holder, 'legacyResourceId');
	if (legacy !== '') return legacy;
	return (textIn(holder, 'id').split('/').pop() ?? '').replace(/\?.*$/, '');
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
