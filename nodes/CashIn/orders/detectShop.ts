import { OrderProblem } from './orderProblem';
import type { Shop } from './shop';
import { asObject, textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { shopNames, SHOPS } from './shops/shops';

/** An order and the shop system it is of. */
export interface DetectedOrder {
	shop: Shop;
	order: ShopObject;
}

/**
 * Finds the order in what an item holds, and which shop system it is of: as it is, or in what webhooks, events and
 * workflows wrap around it.
 * @param wanted id of a shop, or `auto`
 * @throws OrderProblem when there is none, saying what the item looks like
 */
export function detectShop(given: ShopObject, wanted: string): DetectedOrder {
	const candidates = unwrapped(given);
	for (const order of candidates) {
		const shop = SHOPS.find((one) => one.detect(order));
		if (shop === undefined) continue;
		if (wanted === 'auto' || wanted === shop.id) return { shop, order };
		const chosen = SHOPS.find(({ id }) => id === wanted)?.name ?? wanted;
		throw new OrderProblem(
			nameOf(order),
			`it looks like an order of ${shop.name}, and 'Source' is ${chosen}. Choose the other one, or Detect Automatically.`,
		);
	}
	for (const { detect, advice } of [...SHOPS.flatMap(({ mistaken }) => mistaken), LIST]) {
		const mistaken = candidates.find(detect);
		if (mistaken !== undefined) throw new OrderProblem(nameOf(mistaken), advice(mistaken));
	}
	const shapes = SHOPS.map(({ name, recognisedBy }) => `${recognisedBy} (${name})`);
	throw new OrderProblem(
		textIn(given, 'number', 'id'),
		`this is no order of ${shopNames()}: it has neither ${shapes.join(', nor ')}. Let 'Order' give the whole order as the shop's node gives it.`,
	);
}

/** The item, and what workflows, webhooks and events wrap around an order, from the outside in. */
function unwrapped(given: ShopObject): ShopObject[] {
	const found: ShopObject[] = [given];
	let outer: ShopObject[] = [given];
	for (let depth = 0; depth < DEEPEST; depth += 1) {
		const inner: ShopObject[] = [];
		for (const holder of outer) {
			for (const name of WRAPPERS) {
				const wrapped = asObject(holder[name]);
				if (wrapped !== undefined) inner.push(wrapped);
			}
		}
		found.push(...inner);
		outer = inner;
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
