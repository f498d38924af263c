import type { Fault, FaultInput } from './fault';
import { faultInput } from './fault';

/** What a fault is matched against. */
export interface Target {
	operationId: string | undefined;
	method: string;
	/** Numbers of the invoices in the request's body. */
	invoiceNumbers: readonly string[];
}

export interface FaultBook {
	/** @throws ZodError when the order is not understood */
	add(input: FaultInput): Fault;
	list(): readonly Fault[];
	/** @param id without it: all */
	clear(id?: number): void;
	/**
	 * The faults that meet a request: any number of delays and refusals, and at most one that decides how
	 * it ends. The one added first goes first. Counts them down.
	 */
	take(target: Target): Fault[];
}

/** Kinds that leave the rest of the request its way, so that another fault may meet it as well. */
const PASSING = new Set<Fault['kind']>(['latency', 'partialFailure']);
/** Kinds that stand until they are cleared, unless they are counted. */
const LASTING = new Set<Fault['kind']>(['badInvoice', 'partialFailure']);

export function createFaultBook(): FaultBook {
	let faults: Fault[] = [];
	let lastId = 0;
	return {
		add: (input) => {
			const read = faultInput.parse(input);
			const remaining = read.count ?? (LASTING.has(read.kind) ? null : 1);
			const fault: Fault = { ...read, id: (lastId += 1), remaining, hits: 0 };
			faults.push(fault);
			return fault;
		},
		list: () => faults,
		clear: (id) => {
			faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id);
		},
		take: (target) => {
			const taken: Fault[] = [];
			let decided = false;
			for (const fault of faults) {
				const passing = PASSING.has(fault.kind);
				if ((decided && !passing) || !matches(fault, target)) continue;
				if (fault.after > 0) {
					fault.after -= 1;
					continue;
				}
				fault.hits += 1;
				if (fault.remaining !== null) fault.remaining -= 1;
				decided ||= !passing;
				taken.push(fault);
			}
			faults = faults.filter((fault) => fault.remaining !== 0);
			return taken;
		},
	};
}

function matches(fault: Fault, target: Target): boolean {
	if (fault.operationId !== undefined && fault.operationId !== target.operationId) return false;
	if (fault.method !== undefined && fault.method !== target.method) return false;
	if (fault.invoiceNumbers === undefined) return true;
	return fault.invoiceNumbers.some((number) => target.invoiceNumbers.includes(String(number)));
}
