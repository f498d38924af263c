import type { Operation } from '../contract';
import type { Handler } from './handler';
import { INVOICE_HANDLERS } from './invoices';
import { PAYMENT_HANDLERS } from './payments';

const HANDLERS: { [operationId: string]: Handler } = {
	...INVOICE_HANDLERS,
	...PAYMENT_HANDLERS,
};

/**
 * What answers an operation: its handler, or, for one without behaviour of its own, the example that
 * stands in the contract.
 */
export function handlerOf(operation: Operation): Handler {
	return HANDLERS[operation.id] ?? (() => operation.example);
}

/**
 * @throws Error when a handler's operationId is not in the contract: it would never be called
 */
export function assertHandlersFit(known: ReadonlyMap<string, Operation>): void {
	for (const id of Object.keys(HANDLERS)) {
		if (!known.has(id)) throw new Error(`The simulator handles ${id}, which the contract lacks.`);
	}
}
