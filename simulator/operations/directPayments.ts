import { bookDirectPayment } from '../state/directPayments';
import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploaded } from './uploaded';

/** Payments the creditor received and reports, by operationId. */
export const DIRECT_PAYMENT_HANDLERS: { [operationId: string]: Handler } = {
	submitInvoicePayment: (world, call) =>
		book(world, call, (payment) => ({ ...payment, Reference: payment.PaymentReference })),
	createExternalDirectPayment: (world, call) => book(world, call, (payment) => payment),
};

/** Sending one twice books it twice, as long as something is open: there is nothing to know it by. */
function book(world: World, call: Call, read: (payment: JsonObject) => JsonObject): Answer {
	const payments = call.body as JsonObject[];
	if (payments.length === 0) return refuse(400, 'There is no payment in the request.');
	return uploaded('Payments', payments, (payment) => {
		const fault = bookDirectPayment(world, read(payment));
		if (fault === undefined) return undefined;
		const { InvoiceNumber = null } = payment;
		return { InvoiceNumber, StatusDescription: fault };
	});
}
