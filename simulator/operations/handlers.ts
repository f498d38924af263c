import type { Operation } from '../contract';
import { CASE_HANDLERS } from './collectionCases';
import { CREDIT_LOSS_HANDLERS } from './creditLosses';
import { CREDITOR_HANDLERS } from './creditors';
import { CUSTOMER_HANDLERS } from './customers';
import { DELIVERY_HANDLERS } from './deliveries';
import { DIRECT_PAYMENT_HANDLERS } from './directPayments';
import { E_INVOICING_HANDLERS } from './eInvoicing';
import { EXTERNAL_INVOICE_HANDLERS } from './externalInvoices';
import type { Handler } from './handler';
import { BATCH_HANDLERS } from './invoiceBatches';
import { INVOICE_HANDLERS } from './invoices';
import { MESSAGE_HANDLERS } from './messages';
import { PAYMENT_HANDLERS } from './payments';
import { PRODUCT_HANDLERS } from './products';
import { RECEIVABLE_HANDLERS } from './receivables';
import { RECEIVED_PAYMENT_HANDLERS } from './receivedPayments';
import { SETTLEMENT_HANDLERS } from './settlements';
import { TOKEN_HANDLERS } from './tokens';

const HANDLERS: { [operationId: string]: Handler } = {
	...TOKEN_HANDLERS,
	...CASE_HANDLERS,
	...RECEIVABLE_HANDLERS,
	...SETTLEMENT_HANDLERS,
	...CREDIT_LOSS_HANDLERS,
	...PAYMENT_HANDLERS,
	...INVOICE_HANDLERS,
	...BATCH_HANDLERS,
	...DELIVERY_HANDLERS,
	...DIRECT_PAYMENT_HANDLERS,
	...RECEIVED_PAYMENT_HANDLERS,
	...E_INVOICING_HANDLERS,
	...PRODUCT_HANDLERS,
	...CUSTOMER_HANDLERS,
	...EXTERNAL_INVOICE_HANDLERS,
	...CREDITOR_HANDLERS,
	...MESSAGE_HANDLERS,
};

/** What answers an operation. */
export function handlerOf(operation: Operation): Handler {
	const handler = HANDLERS[operation.id];
	if (handler === undefined) throw new Error(`The simulator has no handler for ${operation.id}.`);
	return handler;
}

/**
 * @throws Error when an operation of the contract has no handler, or a handler no operation
 */
export function assertHandlersFit(known: ReadonlyMap<string, Operation>): void {
	for (const id of Object.keys(HANDLERS)) {
		if (!known.has(id)) throw new Error(`The simulator handles ${id}, which the contract lacks.`);
	}
	for (const id of known.keys()) {
		if (HANDLERS[id] === undefined) throw new Error(`The simulator does not handle ${id}.`);
	}
}
