import type { Party } from '../invoicing/headerNames';
import { finding } from '../invoicing/findings';
import type { Finding } from '../invoicing/findings';

/**
 * The address the goods go to, where it is another than the buyer's and whole: half a delivery address would
 * stop the invoice, which does not need one. Leaving it out is said.
 */
export function shippingParty(
	buyer: Readonly<Party>,
	shipping: Readonly<Party>,
	warnings: Finding[],
): Party | undefined {
	const given = ADDRESS.filter((name) => (shipping[name] ?? '') !== '');
	if (given.length === 0) return undefined;
	if (ADDRESS.every((name) => shipping[name] === buyer[name])) return undefined;
	const missing = NEEDED.filter((name) => (shipping[name] ?? '') === '');
	if (missing.length === 0) return { ...shipping };
	if (given.some((name) => name !== 'country' && shipping[name] !== buyer[name])) {
		warnings.push(
			finding(
				'warn',
				'orderDeliveryLeftOut',
				'DeliveryName',
				`The delivery address of the order is incomplete and is left out: ${missing.join(', ')} missing.`,
			),
		);
	}
	return undefined;
}

const NEEDED = ['name', 'streetAddress', 'postalCode', 'city', 'country'] as const;
const ADDRESS = [...NEEDED, 'name2', 'streetAddress2'] as const;
