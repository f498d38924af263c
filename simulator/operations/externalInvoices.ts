import { allocationsOf } from '../state/caseView';
import type { InvoiceAction } from '../state/invoiceActions';
import { actionFault, queueAction } from '../state/invoiceActions';
import type { JsonObject, StoredInvoice } from '../state/invoices';
import { amountsOf, sent, statusOf } from '../state/invoices';
import { sellerOf } from '../state/sellers';
import type { World } from '../state/world';
import { deliveryOf } from './deliveries';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { noSuchInvoice, selected } from './invoices';

/** Invoices made elsewhere, by operationId. The simulator knows one kind of invoice: they are all of it. */
export const EXTERNAL_INVOICE_HANDLERS: { [operationId: string]: Handler } = {
	getExternalInvoiceDeliveryInformation: (world, call) =>
		list(world, call, (invoice) => ({
			...deliveryOf(world, invoice),
			...sellerMembers(world, invoice),
		})),
	getExternalInvoicePaymentInformation: (world, call) =>
		list(world, call, (invoice) => paymentsOf(world, invoice)),
	submitExternalInvoiceAction,
	getExternalAgreementStatus,
};

function list(world: World, call: Call, show: (invoice: StoredInvoice) => JsonObject): Answer {
	const agreement = call.query.externalAgreementIdentifier;
	if (agreement !== undefined && world.creditors.byAgreement(String(agreement)) === undefined) {
		return refuse(404, `Agreement ${String(agreement)} was not found.`);
	}
	const found = selected(world, call).filter(
		(invoice) =>
			agreement === undefined || sellerOf(world, invoice).ExternalAgreementIdentifier === agreement,
	);
	if (found.length === 0 && call.query.invoiceNumber !== undefined) return noSuchInvoice(call);
	return { status: 200, body: found.map(show) };
}

function sellerMembers(world: World, invoice: StoredInvoice): JsonObject {
	const { Name, BusinessId, ExternalAgreementIdentifier } = sellerOf(world, invoice);
	return { ExternalAgreementIdentifier, SellerName: Name, SellerBusinessId: BusinessId };
}

function paymentsOf(world: World, invoice: StoredInvoice): JsonObject {
	return {
		InvoiceNumber: invoice.number,
		...sent(invoice, ['InvoiceDate', 'DueDate', 'Reference', 'Currency']),
		CaseId: invoice.caseId,
		Status: statusOf(invoice),
		...amountsOf(invoice),
		ExternalInvoiceRows: allocationsOf(world, invoice).map((record) => ({
			PaymentDate: record.Dates?.PaymentDate ?? null,
			BookingDate: record.Dates?.BookingDate ?? null,
			Amount: record.Amounts?.PaymentAmount ?? null,
			PaymentType: record.PaymentType?.Code ?? null,
			Description: record.PaymentType?.Description ?? null,
			Reference: invoice.submitted.Reference ?? null,
		})),
	};
}

/** One action that cannot be taken refuses them all, since the answer has no room for the others. */
function submitExternalInvoiceAction(world: World, call: Call): Answer {
	const { Actions } = call.body as { Actions?: InvoiceAction[] | null };
	if (!Actions?.length) return refuse(400, 'There is no action in the request.');
	for (const action of Actions) {
		const fault = actionFault(world, action);
		if (fault !== undefined) return refuse(fault.status, fault.message);
	}
	Actions.forEach((action, place) => queueAction(world, action, place));
	const sentence = `Actions in the queue: ${Actions.length}.`;
	return { status: 202, body: { StatusDescription: sentence, Status: 'pending' } };
}

function getExternalAgreementStatus(world: World, { query }: Call): Answer {
	const identifier = query.externalAgreementIdentifier;
	if (identifier === undefined) return refuse(400, 'externalAgreementIdentifier is required.');
	if (world.creditors.byAgreement(String(identifier)) === undefined) {
		return refuse(404, `Agreement ${String(identifier)} was not found.`);
	}
	return {
		status: 200,
		body: {
			ExternalAgreementIdentifier: identifier,
			Status: 'Active',
			StatusDescription: 'In force',
			Active: true,
		},
	};
}
