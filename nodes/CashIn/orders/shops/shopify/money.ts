import { SALES_INVOICE } from '../../../api/generated/fields';
import type { Findings } from '../../../invoicing/findings';
import { centsIn, storeCents, storeDecimal, wholeCents } from '../../amounts';
import { OrderError } from '../../order';
import type { ShopRules } from '../../shop';
import { objectIn, textIn, type ShopObject } from '../../shopJson';

/** Reads the amounts of one Shopify order, all in one currency. */
export interface ShopifyMoney {
	/** Three letters. */
	currency: string;
	/** Whole cents of a member; 0 where it is empty. */
	cents(holder: ShopObject, name: string): number;
	/** The same for what is to be paid. */
	total(holder: ShopObject, name: string): number;
	/** A unit price times a quantity that is a whole number, in whole cents. */
	times(holder: ShopObject, name: string, quantity: number): number;
	/** Whether there is anything under that name. */
	has(holder: ShopObject, name: string): boolean;
}

/**
 * Amounts stand in the order in the shop's currency and, in `<name>_set`, in the buyer's too. An invoice has one
 * currency: where the two differ it is the shop's, in which its books are kept and every amount is told, or what the
 * user chose. An amount that is missing in it is refused and not converted.
 * Source: Shopify REST Admin API, Order, `currency` and `presentment_currency`.
 */
export function shopifyMoney(
	order: ShopObject,
	{ currency: choice }: ShopRules,
	findings: Findings,
): ShopifyMoney {
	const shop = textIn(order, 'currency').toUpperCase();
	const buyers = textIn(order, 'presentment_currency').toUpperCase() || shop;
	if (shop !== buyers && choice === 'stop') {
		throw new OrderError(
			`the shop's currency is ${shop} and the buyer's is ${buyers}. Choose under Options, 'Order Currency', which one the invoice is in.`,
		);
	}
	if (shop !== buyers && choice === 'shop') {
		findings.warn(
			'orderForeignCurrency',
			SALES_INVOICE.currency,
			`The buyer saw the prices in ${buyers}; the invoice is in ${shop}, the shop's currency. See 'Order Currency' under Options.`,
		);
	}
	const inBuyers = shop !== buyers && choice === 'buyer';
	const valueOf = (holder: ShopObject, name: string): unknown => {
		const set = objectIn(holder, `${name}_set`);
		const money = objectIn(set, inBuyers ? 'presentment_money' : 'shop_money');
		assertCurrency(money, name, inBuyers ? buyers : shop);
		if (!inBuyers) return holder[name] ?? money.amount;
		const { amount } = money;
		if (amount === undefined && holder[name] !== undefined && Number(holder[name]) !== 0) {
			throw new OrderError(
				`'${name}' is told in ${shop} only. Choose under Options, 'Order Currency', to invoice in the shop's currency.`,
			);
		}
		return amount;
	};
	return {
		currency: inBuyers ? buyers : shop,
		cents: (holder, name) => storeCents(valueOf(holder, name), `'${name}'`),
		total: (holder, name) => wholeCents(valueOf(holder, name), `'${name}'`),
		times: (holder, name, quantity) => {
			const price = storeDecimal(valueOf(holder, name), `'${name}'`);
			const product = { digits: price.digits * BigInt(quantity), scale: price.scale };
			return centsIn(product, `'${name}'`);
		},
		has: (holder, name) => {
			const value = valueOf(holder, name);
			return value !== undefined && value !== null && value !== '';
		},
	};
}

function assertCurrency(money: ShopObject, name: string, currency: string): void {
	const own = textIn(money, 'currency_code').toUpperCase();
	if (own === '' || own === currency) return;
	throw new OrderError(
		`'${name}' is in ${own} and the order in ${currency}. An invoice has one currency: invoice this order with Create.`,
	);
}
