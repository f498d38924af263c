import { finnishDate } from './clock';
import { creditorsOf, noSuchCreditor, sellerOf } from './creditors';
import { eitherOf, type Handlers, type JsonObject, list, refuse } from './handler';
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
		invoiceNumber: invoice.number,
		...sent(invoice, ['invoiceDate', 'deliveryType']),
		deliveryStatus: failure === undefined ? 'Delivered' : 'Failed',
		...(failure === undefined
			? { deliveryDate: invoice.acceptedAt }
			: { deliveryDate: null, errorDescription: failure }),
		paymentControlStatus: isTerminal(invoice) ? 'Closed' : 'Active',
		caseId: invoice.caseId,
		agency: 'CASH-IN',
	};
}

export const deliveryHandlers: Handlers = {
	/** `fetchType` failed gives those that failed alone; any other value is not known, and gives all. */
	getInvoiceDeliveryInformation(world, { parameters }) {
		const found = selectInvoices(world, parameters);
		if (found.length === 0 && parameters.invoiceNumber !== undefined) {
			return noSuchInvoice(parameters);
		}
		const failedAlone = String(parameters.fetchType).toLowerCase() === 'failed';
		const failures = failedDeliveriesOf(world);
		const shown = found.filter(({ number }) => !failedAlone || failures.has(number));
		return list(shown, { show: (invoice) => deliveryOf(world, invoice) });
	},

	/** A row for each day and way of delivery, by the day of acceptance. */
	getDeliveryStatistics(world, { parameters: { fromDate, toDate } }) {
		const accepted = invoicesOf(world)
			.all()
			.map(({ number, acceptedAt, submitted: { deliveryType: type } }) => ({
				date: finnishDate(acceptedAt),
				type: typeof type === 'string' ? type : null,
				failed: failedDeliveriesOf(world).has(number),
			}))
			.filter(({ date }) => within(date, fromDate, toDate));
		const groups = groupBy(accepted, ({ date, type }) => JSON.stringify([date, type]));
		const rows = groups.map((invoices) => {
			const failed = invoices.filter((invoice) => invoice.failed).length;
			return {
				date: invoices[0].date,
				deliveryType: invoices[0].type,
				totalCount: invoices.length,
				successfulCount: invoices.length - failed,
				failedCount: failed,
			};
		});
		return list(rows);
	},

	/** By business id, or by the customer code of a creditor; with both, both must fit. */
	listDeliveryInformationBySeller(world, { parameters, names }) {
		const { sellerBusinessId, customerCode } = parameters;
		if (sellerBusinessId === undefined && customerCode === undefined) {
			return refuse(400, eitherOf(names, 'sellerBusinessId', 'customerCode'));
		}
		const creditor = customerCode === undefined ? undefined : creditorsOf(world).get(customerCode);
		if (customerCode !== undefined && creditor === undefined) return noSuchCreditor(customerCode);
		const found = selectInvoices(world, parameters)
			.map((invoice) => ({ invoice, seller: sellerOf(world, invoice) }))
			.filter(
				({ seller }) =>
					(sellerBusinessId === undefined || seller.businessId === sellerBusinessId) &&
					(creditor === undefined || seller.businessId === creditor.data.businessCode),
			);
		if (found.length === 0 && parameters.invoiceNumber !== undefined) {
			return noSuchInvoice(parameters);
		}
		return list(found, {
			show: ({ invoice, seller }) => ({
				...deliveryOf(world, invoice),
				sellerBusinessId: seller.businessId,
				sellerName: seller.name,
			}),
		});
	},
};
