import type { Shop } from '../shop';
import { shopify } from './shopify/shopify';
import { stripe } from './stripe/stripe';
import { wooCommerce } from './wooCommerce/wooCommerce';

/** Every shop system there is, by name. A new one is a folder beside these and a line here. */
export const SHOPS: readonly Shop[] = [shopify, stripe, wooCommerce];

/** Their names in a sentence: `A, B or C`. */
export function shopNames(): string {
	const names = SHOPS.map(({ name }) => name);
	return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1] ?? ''}`;
}
