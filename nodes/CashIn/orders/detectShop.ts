import type { Findings } from '../invoicing/findings';
import { aboutOrder, OrderError, type Order, type OrderState } from './order';
import type { Shop, ShopRules } from './shop';
import { objectsIn, textIn, type ShopObject } from './shopJson';
import { shopNames, SHOPS } from './shops/shops';

/** An order that was found. Its state is known; the rest is read on demand. */
export interface OpenOrder {
	shop: Shop;
	state: OrderState;
	/** @throws OrderError when it cannot be read */
	read(findings: Findings): Order;
}

/**
 * Finds an order of a shop in what an item holds.
 * @param given the order as the shop's API or webhook gives it; wrappers that a workflow puts around it are taken off
 * @param source id of the shop; `auto` tells the shop by the shape
 * @throws OrderError that names the order, when there is none
 */
export function openOrder(given: ShopObject, source: string, rules: ShopRules): OpenOrder {
	const { shop, order } = detectShop(given, source);
	return {
		shop,
		state: shop.state(order, rules),
		read: (findings) => {
			const found = shop.read(order, rules, findings);
			if (/^[A-Z]{3}$/.test(found.currency)) return found;
			throw new OrderError("it does not tell its currency ('currency').");
		},
	};
}

/** The order, and the shop system it is of: the item as it is, or what is wrapped in it. */
function detectShop(given: ShopObject, wanted: string): { shop: Shop; order: ShopObject } {
	const candidates = unwrapped(given);
	for (const order of candidates) {
		const shop = SHOPS.find((one) => one.detect(order));
		if (shop === undefined) continue;
		if (wanted === 'auto' || wanted === shop.id) return { shop, order };
		const chosen = SHOPS.find(({ id }) => id === wanted)?.name ?? wanted;
		throw named(
			nameOf(order),
			`it looks like an order of ${shop.name}, and 'Source' is ${chosen}. Choose the other one, or Detect Automatically.`,
		);
	}
	for (const { detect, advice } of [...SHOPS.flatMap(({ mistaken }) => mistaken), LIST]) {
		const mistaken = candidates.find(detect);
		if (mistaken !== undefined) throw named(nameOf(mistaken), advice(mistaken));
	}
	const shapes = SHOPS.map(({ name, recognisedBy }) => `${recognisedBy} (${name})`);
	throw named(
		textIn(given, 'number', 'id'),
		`this is no order of ${shopNames()}: it has neither ${shapes.join(', nor ')}. Let 'Order' give the whole order as the shop's node gives it.`,
	);
}

/** The item, and what workflows, webhooks and events wrap around an order, from the outside in. */
function unwrapped(given: ShopObject): ShopObject[] {
	const found: ShopObject[] = [given];
	let outer: ShopObject[] = [given];
	for (let depth = 0; depth < DEEPEST; depth += 1) {
		outer = outer.flatMap((holder) => WRAPPERS.flatMap((name) => objectsIn([holder[name]])));
		found.push(...outer);
	}
	return found;
}

const WRAPPERS = ['body', 'data', 'order', 'invoice', 'object', 'node'];
/** `body.data.object`, as of an event that came in by a webhook. */
const DEEPEST = 3;

const LIST = {
	detect: ({ orders, data, object }: ShopObject) =>
		(typeof orders === 'object' && orders !== null) || (object === 'list' && Array.isArray(data)),
	advice: () =>
		'this is a list. Give one order for each item, for example with a Split Out node before this one.',
};

function nameOf(order: ShopObject): string {
	return textIn(order, 'name', 'number', 'id');
}

function named(order: string, message: string): OrderError {
	return new OrderError(aboutOrder(order, { message }));
}
