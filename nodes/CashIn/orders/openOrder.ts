import { AmountProblem } from './amounts';
import { detectShop } from './detectShop';
import type { Order, OrderState } from './order';
import { OrderProblem } from './orderProblem';
import type { Shop, ShopRules } from './shop';
import type { ShopObject } from './shopJson';

/** An order that was found. Its state is known; what it costs is read when it is asked for. */
export interface OpenOrder {
	shop: Shop;
	state: OrderState;
	/** @throws OrderProblem when it cannot be read, naming the order */
	read(): Order;
}

/**
 * Finds an order of a shop in what an item holds.
 * @param given the order as the shop's API or webhook gives it; what a workflow wraps around it is taken off
 * @param source id of the shop; `auto` tells the shop by the shape
 * @throws OrderProblem when there is none
 */
export function openOrder(given: ShopObject, source: string, rules: ShopRules): OpenOrder {
	const { shop, order } = detectShop(given, source);
	const state = shop.state(order, rules);
	const read = () => {
		try {
			const found = shop.read(order, rules);
			if (/^[A-Z]{3}$/.test(found.currency)) return found;
			throw new AmountProblem("it does not tell its currency ('currency').");
		} catch (error) {
			throw error instanceof AmountProblem ? new OrderProblem(state.number, error.message) : error;
		}
	};
	return { shop, state, read };
}
