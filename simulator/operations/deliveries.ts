import { finnishDate } from '../state/dates';
import type { JsonObject, StoredInvoice } from '../state/invoices';
import { isTerminal, sent } from '../state/invoices';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { noSuchInvoice, selected } from './invoices';

/** What became of the delivery of invoices, by operationId. */
export const DELIVERY_HANDLERS: { [operationId: string]: Handler } = {
	getInvoiceDeliveryInformation,
	getDeliveryStatistics,
};

/** `fetchType` failed gives those that failed alone; any other value is not known, and gives all. */
function getInvoiceDeliveryInformation(world: World, call: Call): Answer {
	const invoices = selected(world, call);
	if (invoices.length === 0 && call.query.invoiceNumber !== undefined) return noSuchInvoice(call);
	const failedAlone = String(call.query.fetchType).toLowerCase() === 'failed';
	const shown = invoices.filter(({ number }) => !failedAlone || world.failedDeliveries.has(number));
	return { status: 200, body: shown.map((invoice) => deliveryOf(world, invoice)) };
}

/** An invoice counts as sent the moment it is accepted; whether it arrives is for the control interface to say. */
export function deliveryOf(world: World, invoice: StoredInvoice): JsonObject {
	const failure = world.failedDeliveries.get(invoice.number);
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

/** A row for each day and way of delivery, by the day of acceptance. */
function getDeliveryStatistics(world: World, call: Call): Answer {
	const { fromDate, toDate } = call.query;
	const rows = new Map<
		string,
		{ date: string; type: string | null; all: number; failed: number }
	>();
	for (const invoice of world.invoices.all()) {
		const date = finnishDate(new Date(invoice.acceptedAt));
		if (!within(date, fromDate, toDate)) continue;
		const given = invoice.submitted.DeliveryType;
		const type = typeof given === 'string' ? given : null;
		const key = JSON.stringify([date, type]);
		const row = rows.get(key) ?? { date, type, all: 0, failed: 0 };
		row.all += 1;
		row.failed += Number(world.failedDeliveries.has(invoice.number));
		rows.set(key, row);
	}
	const body = [...rows.values()].map(({ date, type, all, failed }) => ({
		Date: date,
		DeliveryType: type,
		TotalCount: all,
		SuccessfulCount: all - failed,
		FailedCount: failed,
	}));
	return { status: 200, body };
}
