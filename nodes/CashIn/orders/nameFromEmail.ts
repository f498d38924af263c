import { finding } from '../invoicing/findings';
import type { Order } from './order';

/** The order with a name for a buyer who gave none, made of the e-mail address, which is said. */
export function withNameFromEmail(order: Order): Order {
	const { name = '', email = '' } = order.buyer;
	const made = nameOf(email);
	if (name !== '' || made === '') return order;
	const said = finding(
		'warn',
		'orderNameFromEmail',
		'SalesName',
		`The order tells no name of the buyer; "${made}" is made of the e-mail address.`,
	);
	return {
		...order,
		buyer: { ...order.buyer, name: made },
		warnings: [...order.warnings, said],
	};
}

/** `esa.esimerkki+shop@example.com` → `Esa Esimerkki` */
function nameOf(email: string): string {
	const [local = ''] = email.includes('@') ? email.split(/[+@]/) : [];
	return local
		.split(/[._-]+/)
		.filter((word) => word !== '')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
