import { allocationHandlers } from './allocations';
import { caseHandlers } from './cases';
import { creditLossHandlers } from './creditLosses';
import { creditorHandlers } from './creditors';
import { deliveryHandlers } from './deliveries';
import { eInvoicingHandlers } from './eInvoicing';
import { externalInvoiceHandlers } from './externalInvoices';
import type { Handler } from './handler';
import { invoiceHandlers } from './invoices';
import { invoiceUploadHandlers } from './invoiceUploads';
import { tokenHandlers } from './keys';
import { messageHandlers } from './messages';
import { paymentHandlers } from './payments';
import { receivableHandlers } from './receivables';
import { recordHandlers } from './records';
import { settlementHandlers } from './settlements';

const SUBJECTS = [
	allocationHandlers,
	caseHandlers,
	creditLossHandlers,
	creditorHandlers,
	deliveryHandlers,
	eInvoicingHandlers,
	externalInvoiceHandlers,
	invoiceHandlers,
	invoiceUploadHandlers,
	messageHandlers,
	paymentHandlers,
	receivableHandlers,
	recordHandlers,
	settlementHandlers,
	tokenHandlers,
];

/**
 * The handlers of all subjects, by operationId.
 *
 * @param operations of the contract; one that no action uses may do without
 * @param isOurs false for another contract than the repository's, which need not have all operations
 * @throws Error when an operation does not have exactly one handler, or a handler no operation
 */
export function collectHandlers(
	operations: ReadonlyArray<{ id: string; isUnused: boolean }>,
	isOurs: boolean,
): ReadonlyMap<string, Handler> {
	const known = new Set(operations.map(({ id }) => id));
	const handlers = new Map<string, Handler>();
	for (const [id, handler] of SUBJECTS.flatMap((subject) => Object.entries(subject))) {
		if (!known.has(id)) {
			if (!isOurs) continue;
			throw new Error(`The simulator handles ${id}, which the contract lacks.`);
		}
		if (handlers.has(id)) throw new Error(`The simulator handles ${id} twice.`);
		handlers.set(id, handler);
	}
	for (const { id, isUnused } of operations) {
		if (!isUnused && !handlers.has(id)) throw new Error(`The simulator does not handle ${id}.`);
	}
	return handlers;
}
