import { successOf } from '../api/write';
import { membersOf, type Node } from '../checks';
import type { Contract } from '../contract';
import { schemaAt } from '../wire';
import { ALLOCATED, type Allocation } from '../world/allocations';
import type { JsonObject } from '../world/handler';
import { openCents, statusOf, type StoredInvoice } from '../world/invoices';
import { fromCents } from '../world/money';

/** An invoice as the control interface shows it, under names of its own. Amounts in currency units. */
export interface InvoiceView {
	InvoiceNumber: string;
	Status: string;
	TotalAmount: number;
	OpenAmount: number;
	CaseId: string;
	acceptedAt: string;
	/** The body as it was sent, with the updates since merged in; in the API's names. */
	submitted: JsonObject;
}

/** An allocation as the API lists it. */
export interface AllocationView {
	AllocationId?: string | number;
	[member: string]: unknown;
}

/** Records of the world as the API shows them, and the other way round. */
export function createViews({ document, operation, wire }: Contract) {
	const bodyOf = (id: string): Node => operation(id).body?.element ?? {};
	const rowOf = (id: string): Node => successOf(operation(id), 200)[1].list?.row ?? {};
	// An invoice may have come by any of these.
	const invoice = { anyOf: ['createInvoiceWithSellerInfo', 'createInvoice'].map(bodyOf) };
	const allocation = rowOf(ALLOCATED);
	const show = (schema: Node, thing: object) => wire.toWire(schema, thing) as JsonObject;
	const sms = successOf(operation('sendSms'), 202)[1].record;
	const [reports = ''] = wire.namesOf(sms, ['deliveryReports']);
	const report = membersOf(document, schemaAt(document, sms, [reports])).items ?? {};
	return {
		invoice: (stored: StoredInvoice): InvoiceView => ({
			InvoiceNumber: stored.number,
			Status: statusOf(stored),
			TotalAmount: fromCents(stored.totalCents),
			OpenAmount: fromCents(openCents(stored)),
			CaseId: stored.caseId,
			acceptedAt: stored.acceptedAt,
			submitted: show(invoice, stored.submitted),
		}),
		allocation: (record: Allocation): AllocationView => show(allocation, record),
		/** A record as the API lists it, or some members of one, as the world keeps it. */
		kept: (record: JsonObject) => wire.toFields(allocation, record) as Allocation,
		message: ({ report: of, ...message }: JsonObject) => ({
			...show({ anyOf: [operation('sendSms').body?.whole ?? {}, bodyOf('sendSms')] }, message),
			report: wire.toWire(report, of),
		}),
		document: (document: JsonObject) => show(bodyOf('createMeterReadingDocuments'), document),
	};
}
