import { z } from 'zod';

import { FAILED_SHAPES } from '../world/handler';

/** Explained in README.md. */
export const FAULT_KINDS = [
	401,
	402,
	403,
	404,
	429,
	500,
	503,
	'timeout',
	'timeoutAfterProcessing',
	'reset',
	'resetAfterProcessing',
	'500AfterProcessing',
	'html',
	'html502',
	'truncatedJson',
	'emptyBody',
	'noContent',
	'errorShape',
	'latency',
	'badInvoice',
	'partialFailure',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

const wholeNumber = z.number().int().min(0);
const textOrNumber = z.union([z.string(), z.number()]);

const kind = textOrNumber
	.transform((given) => FAULT_KINDS.find((each) => String(each) === String(given)))
	.refine((known) => known !== undefined, { message: `is one of ${FAULT_KINDS.join(', ')}` })
	.transform((known) => known as FaultKind);

/** The order of a fault, as it is posted to the control interface. */
const faultInput = z
	.object({
		kind,
		/** The next so many matching requests. Default 1; for badInvoice and partialFailure until cleared. */
		count: wholeNumber.min(1).optional(),
		/** Matching requests that pass first. */
		after: wholeNumber.default(0),
		operationId: z.string().optional(),
		method: z.string().toUpperCase().optional(),
		/** 429 and 503: seconds, or an HTTP date as it is to be sent. Absent: no Retry-After header. */
		retryAfter: z.union([wholeNumber, z.string()]).optional(),
		/** latency: how long. */
		ms: wholeNumber.optional(),
		/** errorShape: the answer. A string goes out as it is, anything else as JSON. */
		status: z.number().int().min(200).max(599).optional(),
		body: z.unknown(),
		contentType: z.string().optional(),
		/** badInvoice, partialFailure: which. */
		invoiceNumbers: z.array(textOrNumber).min(1).optional(),
		/** badInvoice: whether the 400 says which invoice it was. */
		names: z.boolean().default(false),
		/** partialFailure: how the answer names the ones not taken. */
		shape: z.enum(FAILED_SHAPES).default('objects'),
	})
	.strict()
	.superRefine((fault, context) => {
		for (const member of NEEDED[fault.kind] ?? []) {
			if (fault[member] !== undefined) continue;
			const message = `is needed for ${fault.kind}`;
			context.addIssue({ code: 'custom', path: [member], message });
		}
	});

const NEEDED: { [kind in FaultKind]?: ReadonlyArray<'ms' | 'invoiceNumbers' | 'status'> } = {
	latency: ['ms'],
	errorShape: ['status'],
	badInvoice: ['invoiceNumbers'],
	partialFailure: ['invoiceNumbers'],
};

export type FaultInput = z.input<typeof faultInput>;

/** A fault that is waiting for its requests. */
export type Fault = z.output<typeof faultInput> & {
	id: number;
	/** Matching requests it will still meet; null: until it is cleared. */
	remaining: number | null;
	/** Requests it has met. */
	hits: number;
};

/** Kinds that leave the rest of the request its way, so that another fault may meet it as well. */
const PASSING = new Set<FaultKind>(['latency', 'partialFailure']);
/** Kinds that stand until they are cleared, unless they are counted. */
const LASTING = new Set<FaultKind>(['badInvoice', 'partialFailure']);

/** The request a fault is matched against. */
interface Target {
	operationId: string | undefined;
	method: string;
	/** Numbers of the invoices in the request's body. */
	invoiceNumbers: readonly string[];
}

/** The faults that wait for their requests. */
export class FaultBook {
	private faults: Fault[] = [];
	private lastId = 0;

	/** @throws ZodError when the order is not understood */
	add(input: FaultInput): Fault {
		const read = faultInput.parse(input);
		const remaining = read.count ?? (LASTING.has(read.kind) ? null : 1);
		this.lastId += 1;
		const fault: Fault = { ...read, id: this.lastId, remaining, hits: 0 };
		this.faults.push(fault);
		return fault;
	}

	list(): readonly Fault[] {
		return this.faults;
	}

	/** @param id without it: all */
	clear(id?: number): void {
		this.faults = id === undefined ? [] : this.faults.filter((fault) => fault.id !== id);
	}

	/**
	 * The faults that meet a request: any number of delays and refusals, and at most one that decides how
	 * it ends. The one added first goes first. Counts them down.
	 */
	take(target: Target): Fault[] {
		const taken: Fault[] = [];
		let decided = false;
		for (const fault of this.faults) {
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
		this.faults = this.faults.filter((fault) => fault.remaining !== 0);
		return taken;
	}
}

function matches(fault: Fault, target: Target): boolean {
	if (fault.operationId !== undefined && fault.operationId !== target.operationId) return false;
	if (fault.method !== undefined && fault.method !== target.method) return false;
	if (fault.invoiceNumbers === undefined) return true;
	return fault.invoiceNumbers.some((number) => target.invoiceNumbers.includes(String(number)));
}
