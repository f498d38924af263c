import { AmountProblem } from './amounts';
import type { Order, OrderSource } from './order';
import { OrderProblem } from './orderProblem';
import { readShopify } from './shopify';
import { textIn } from './shopJson';
import type { ShopObject } from './shopJson';
import { orderIn } from './source';
import type { StoreRules } from './storeRules';
import { readStripe } from './stripe';
import { readWooCommerce } from './wooCommerce';

/**
 * An order of a store in plain terms.
 * @param given the order as the store's API or webhook gives it; what a workflow wraps around it is taken off
 * @param source `auto` tells the store by the shape
 * @throws OrderProblem naming the order, when it is none or cannot be read
 */
export function readOrder(
	given: ShopObject,
	source: OrderSource | 'auto',
	rules: StoreRules,
): Order {
	const found = orderIn(given, source);
	try {
		const order = READERS[found.source](found.order, rules);
		if (!/^[A-Z]{3}$/.test(order.currency)) {
			throw new AmountProblem("it does not tell its currency ('currency').");
		}
		return order;
	} catch (error) {
		throw named(textIn(found.order, 'name', 'number', 'order_number', 'id'), error);
	}
}

function named(number: string, error: unknown): Error {
	if (error instanceof AmountProblem) return new OrderProblem(number, error.message);
	return error instanceof Error ? error : new Error(String(error));
}

const READERS: Readonly<Record<OrderSource, (given: ShopObject, rules: StoreRules) => Order>> = {
	shopify: readShopify,
	stripe: readStripe,
	wooCommerce: readWooCommerce,
};
