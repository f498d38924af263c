import { negated, storeCents } from '../../amounts';
import type { OrderLine, OrderRefund } from '../../order';
import { grossOf } from '../../orderLine';
import { plainText } from '../../plainText';
import { listIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { wooCommerceLines } from './lines';

/**
 * The refunds of an order. The order itself tells no more than their sums; in the place of each may stand the
 * whole refund, as `GET /orders/<id>/refunds` gives it, which has lines.
 */
export function wooCommerceRefunds(
	order: ShopObject,
	ordered: readonly OrderLine[],
): OrderRefund[] {
	return listIn(order, 'refunds').map((refund) => {
		const totalCents = -Math.abs(
			refund.amount === undefined
				? storeCents(refund.total, "'total' of a refund")
				: storeCents(refund.amount, "'amount' of a refund"),
		);
		const lines = takenBack(wooCommerceLines(refund, [], order), ordered);
		return {
			id: textIn(refund, 'id'),
			reason: plainText(textIn(refund, 'reason')),
			totalCents,
			lines,
			lumpCents: lines.length === 0 ? totalCents : 0,
		};
	});
}

/** Lines of refunds are below zero in the REST API; some plugins give them above. Rates follow the order's own. */
function takenBack(lines: readonly OrderLine[], ordered: readonly OrderLine[]): OrderLine[] {
	const turn = grossOf(lines) > 0;
	return lines
		.filter(({ netCents, vatCents }) => netCents !== 0 || vatCents !== 0)
		.map((line) => {
			const original = ordered.find(({ id }) => id !== '' && id === line.id);
			const vatPercent = original?.vatPercent ?? line.vatPercent;
			if (!turn) return { ...line, vatPercent };
			return {
				...line,
				vatPercent,
				quantity: negated(line.quantity),
				netCents: -line.netCents,
				vatCents: -line.vatCents,
			};
		});
}
