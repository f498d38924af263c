import { finnishDate } from './clock';
import { creditorsOf, noSuchCreditor, sellerOf } from './creditors';
import { type Handlers, type JsonObject, ok, refuse } from './handler';
import type { StoredInvoice } from './invoices';
import { invoicesOf, isTerminal, noSuchInvoice, selectInvoices, sent } from './invoices';
import { groupBy, within } from './lists';
import { store, type World } from './world';

/** The reasons why invoices cannot be delivered, by their numbers. */
export const failedDeliveriesOf = store(() => new Map<string, string>());

/** An invoice counts as sent the moment it is accepted; whether it arrives is for the control interface to say. */
export function deliveryOf(world: World, invoice: StoredInvoice): JsonObject {
	const failure = failedDeliveriesOf(world).get(invoice.number);
	return {
		InvoiceNumber: invoice.number,
		...sent(invoice, ['InvoiceDate', 'DeliveryType']),
		DeliveryStatus: failure === undefined ? 'Delivered' : 'Failed',
		...(failure === undefined
			? { DeliveryDate: invoice.acceptedAt }
			: { DeliveryDate: null, ErrorDescription: failure }),
		PaymentControlStatus: isTerminal(invoice) ? 'Closed' : 'Active',
		CaseId: invoice.caseId,
		Agency: 'CASH-IN',
	};
}

export const deliveryHandlers: Handlers = {
	/** `fetchType` failed gives those that failed alone; any other value is not known, and gives all. */
	getInvoiceDeliveryInformation(world, { query }) {
		const found = selectInvoices(world, query);
		if (found.length === 0 && query.invoiceNumber !== undefined) return noSuchInvoice(query);
		const failedAlone = String(query.fetchType).toLowerCase() === 'failed';
		const failures = failedDeliveriesOf(world);
		const shown = found.filter(({ number }) => !failedAlone || failures.has(number));
		return ok(shown.map((invoice) => deliveryOf(world, invoice)));
	},

	/** A row for each day and way of delivery, by the day of acceptance. */
	getDeliveryStatistics(world, { query }) {
		const accepted = invoicesOf(world)
			.all()
			.map(({ number, acceptedAt, submitted: { DeliveryType: type } }) => ({
				date: finnishDate(acceptedAt),
				type: typeof type === 'string' ? type : null,
				failed: failedDeliveriesOf(world).has(number),
			}))
			.filter(({ date }) => within(date, query.fromDate, query.toDate));
		const groups = groupBy(accepted, ({ date, type }) => JSON.stringify([date, type]));
		const rows = groups.map((invoices) => {
			const failed = invoices.filter((invoice) => invoice.failed).length;
			return {
				Date: invoices[0].date,
				DeliveryType: invoices[0].type,
				TotalCount: invoices.length,
				SuccessfulCount: invoices.length - failed,
				FailedCount: failed,
			};
		});
		return ok(rows);
	},

	/** By business id, or by the customer code of a creditor; with both, both must fit. */
	listDeliveryInformationBySeller(world, { query }) {
		const { sellerBusinessId, customerCode } = query;
		if (sellerBusinessId === undefined && customerCode === undefined) {
			return refuse(400, 'sellerBusinessId or customerCode is required.');
		}
		const creditor = customerCode === undefined ? undefined : creditorsOf(world).get(customerCode);
		if (customerCode !== undefined && creditor === undefined) return noSuchCreditor(customerCode);
		const found = selectInvoices(world, query)
			.map((invoice) => ({ invoice, seller: sellerOf(world, invoice) }))
			.filter(
				({ seller }) =>
					(sellerBusinessId === undefined || seller.BusinessId === sellerBusinessId) &&
					(creditor === undefined || seller.BusinessId === creditor.data.BusinessCode),
			);
		if (found.length === 0 && query.invoiceNumber !== undefined) return noSuchInvoice(query);
		const rows = found.map(({ invoice, seller }) => ({
			...deliveryOf(world, invoice),
			SellerBusinessId: seller.BusinessId,
			SellerName: seller.Name,
		}));
		return ok(rows);
	},
};
