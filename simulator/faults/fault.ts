import { z } from 'zod';

/** The order to go wrong, as it is posted to the control interface. Kinds are explained in README.md. */
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

const kind = z
	.union([z.string(), z.number()])
	.transform((given) => FAULT_KINDS.find((each) => String(each) === String(given)))
	.refine((known) => known !== undefined, { message: `is one of ${FAULT_KINDS.join(', ')}` })
	.transform((known) => known as FaultKind);

const wholeNumber = z.number().int().min(0);

export const faultInput = z
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
		invoiceNumbers: z
			.array(z.union([z.string(), z.number()]))
			.min(1)
			.optional(),
		/** badInvoice: whether the 400 says which invoice it was. */
		names: z.boolean().default(false),
		/** partialFailure: how the answer names the ones not taken. */
		shape: z
			.enum(['numbers', 'strings', 'objects', 'objectsWithError', 'nested', 'countOnly'])
			.default('objects'),
	})
	.strict()
	.superRefine((fault, context) => {
		for (const member of NEEDED[fault.kind] ?? []) {
			if (fault[member] === undefined) {
				context.addIssue({
					code: 'custom',
					path: [member],
					message: `is needed for ${fault.kind}`,
				});
			}
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
