import { objectIn, textIn } from '../../shopJson';
import type { ShopObject } from '../../shopJson';
import { idOf, money, nodesIn } from './graphqlMembers';

/** A refund of the GraphQL Admin API in the members of the REST one. */
export function restRefund(given: ShopObject): ShopObject {
	return {
		id: idOf(given),
		note: given.note,
		refund_line_items: nodesIn(given, 'refundLineItems').map((item) => ({
			line_item_id: idOf(objectIn(item, 'lineItem')),
			line_item: { name: objectIn(item, 'lineItem').name, title: objectIn(item, 'lineItem').title },
			quantity: item.quantity,
			...money(item, 'subtotal', 'subtotalSet'),
			...money(item, 'total_tax', 'totalTaxSet'),
		})),
		refund_shipping_lines: nodesIn(given, 'refundShippingLines').map((item) => ({
			shipping_line: { id: idOf(objectIn(item, 'shippingLine')) },
			...money(item, 'subtotal_amount', 'subtotalAmountSet'),
			...money(item, 'tax_amount', 'taxAmountSet'),
		})),
		order_adjustments: nodesIn(given, 'orderAdjustments').map((item) => ({
			kind: textIn(item, 'kind').toLowerCase(),
			reason: item.reason,
			...money(item, 'amount', 'amountSet'),
			...money(item, 'tax_amount', 'taxAmountSet'),
		})),
		transactions: nodesIn(given, 'transactions').map((item) => ({
			kind: textIn(item, 'kind').toLowerCase(),
			status: textIn(item, 'status').toLowerCase(),
			amount: objectIn(objectIn(item, 'amountSet'), 'shopMoney').amount,
			currency: objectIn(objectIn(item, 'amountSet'), 'shopMoney').currencyCode,
		})),
	};
}
