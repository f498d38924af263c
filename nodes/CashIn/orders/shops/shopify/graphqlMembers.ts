import { asObject, listIn, objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';

/** An amount under its REST names, `<name>` in the shop's currency and `<name>_set` in both; nothing where it is not told. */
export function money(holder: ShopObject, name: string, ...members: string[]): ShopObject {
	const bag = members.map((member) => asObject(holder[member])).find((one) => one !== undefined);
	if (bag === undefined) return {};
	const set = moneyBag(bag);
	return { [name]: objectIn(set, 'shop_money').amount, [`${name}_set`]: set };
}

/** Both currencies of an amount, under their REST names. */
export function moneyBag(bag: ShopObject): ShopObject {
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
export function nodesIn(holder: ShopObject, name: string): ShopObject[] {
	if (Array.isArray(holder[name])) return listIn(holder, name);
	const connection = objectIn(holder, name);
	if (Array.isArray(connection.nodes)) return listIn(connection, 'nodes');
	return listIn(connection, 'edges').map((edge) => objectIn(edge, 'node'));
}

/** `gid://shopify/LineItem/5001` → `5001`, as the REST API writes it. */
export function idOf(holder: ShopObject): string {
	const legacy = textIn(holder, 'legacyResourceId');
	if (legacy !== '') return legacy;
	return (textIn(holder, 'id').split('/').pop() ?? '').replace(/\?.*$/, '');
}
