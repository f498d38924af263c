import type { Party } from '../../../invoicing/headerNames';
import { storeCents, wholeCents } from '../../amounts';
import { shippingParty } from '../../delivery';
import type { Order, OrderLine } from '../../order';
import { withRates } from '../../orderLine';
import { plainText } from '../../plainText';
import { listIn, objectIn, pairsOf, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { wooCommerceLines } from './lines';
import { wooCommerceRefunds } from './refunds';
import { wooCommerceState } from './state';
import type { ShopRules } from '../../shop';
import type { Finding } from '../../../invoicing/findings';

/**
 * Reads an order of WooCommerce's REST API v3, which is also the body of its webhooks. Amounts of lines are
 * without tax and after coupons, whatever the shop's prices include; `coupon_lines` say again what is in them.
 * Source: WooCommerce REST API documentation, order properties.
 * @throws AmountProblem when an amount cannot be read or a rate cannot be told
 */
export function readWooCommerce(given: ShopObject, rules: ShopRules): Order {
	const warnings: Finding[] = [];
	const lines = withRates([...wooCommerceLines(given, warnings), ...giftCards(given)]);
	const buyer = partyOf(objectIn(given, 'billing'));
	return {
		...wooCommerceState(given, rules),
		createdAt: createdAt(given),
		currency: textIn(given, 'currency').toUpperCase(),
		buyer,
		delivery: shippingParty(buyer, partyOf(objectIn(given, 'shipping')), warnings),
		metadata: pairsOf(listIn(given, 'meta_data'), 'key', 'value'),
		lines,
		totalCents: wholeCents(given.total, "'total'"),
		vatCents:
			given.total_tax === undefined ? undefined : storeCents(given.total_tax, "'total_tax'"),
		refunds: wooCommerceRefunds(given, lines),
		warnings,
	};
}

/** The time in UTC, where the order tells it: `date_created` is in the shop's own zone and does not say which. */
function createdAt(given: ShopObject): string {
	const utc = textIn(given, 'date_created_gmt');
	return utc === '' ? textIn(given, 'date_created') : `${utc.replace(/Z$/, '')}Z`;
}

/** Company first, with the person as contact; a person stands for himself. */
function partyOf(address: ShopObject): Party {
	const text = (...names: string[]) => plainText(textIn(address, ...names));
	const person = `${text('first_name')} ${text('last_name')}`.trim();
	const company = text('company');
	return {
		name: company || person,
		name2: company === '' ? '' : person,
		streetAddress: text('address_1'),
		streetAddress2: text('address_2'),
		postalCode: text('postcode'),
		city: text('city'),
		country: text('country').toUpperCase(),
		email: text('email'),
		phone: text('phone'),
	};
}

/** The Gift Cards extension takes cards off the total as payment, so that the VAT stays: a row without VAT. */
function giftCards(given: ShopObject): OrderLine[] {
	return listIn(given, 'gift_cards').flatMap((card) => {
		const cents = Math.abs(storeCents(card.amount, "'amount' of a gift card"));
		return cents === 0 ? [] : giftCardLine(`gift card ${textIn(card, 'id')}`, cents);
	});
}

function giftCardLine(id: string, cents: number): OrderLine {
	return {
		id,
		description: 'Gift card',
		productCode: '',
		quantity: { digits: -1n, scale: 0 },
		netCents: -cents,
		vatCents: 0,
		vatPercent: { digits: 0n, scale: 0 },
		isPayment: true,
	};
}
