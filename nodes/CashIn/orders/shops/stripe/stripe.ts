import type { Shop } from '../../shop';
import { stripeMistaken } from './mistaken';
import { stripeDigits, stripeSequence } from './numbers';
import { readStripe } from './order';
import { stripeState } from './state';

/** Stripe, by the invoices of its API. */
export const stripe: Shop = {
	id: 'stripe',
	name: 'Stripe',
	orderIs: 'An invoice as the Stripe node, its trigger or a webhook gives it',
	recognisedBy: `'object' "invoice"`,
	ownFields: 'its metadata and custom fields',
	skipStatuses: ['draft', 'test', 'uncollectible', 'void'],
	neverInvoiced: ['draft', 'test'],
	mistaken: stripeMistaken,
	detect: ({ object, lines }) => object === 'invoice' && lines !== undefined,
	state: stripeState,
	read: readStripe,
	invoiceDigits: stripeDigits,
	sequenceDigits: stripeSequence,
};
