import { z } from 'zod';

import { VARIANTS } from '../state/settings';

/** What the control interface takes. Members it does not know are refused: a typing error must not pass. */

const date = z.string().date('is a date, YYYY-MM-DD');
const wholeNumber = z.number().int().min(0);
const record = z.record(z.unknown());

export const payInput = z
	.object({
		InvoiceNumber: z.union([z.string(), z.number()]),
		Amount: z.number().finite().optional(),
		PaymentDate: date.optional(),
		BookingDate: date.optional(),
		PaymentType: z.object({ Code: z.string(), Description: z.string() }).strict().optional(),
	})
	.strict();

export const clockInput = z.union([
	z.object({ now: z.string().datetime({ offset: true }) }).strict(),
	z
		.object({ advanceDays: z.number().optional(), advanceSeconds: z.number().optional() })
		.strict()
		.refine((given) => Object.keys(given).length > 0, {
			message: 'give now, advanceDays or advanceSeconds',
		}),
]);

export const seedInput = z
	.object({
		payments: wholeNumber.max(1_000_000).optional(),
		invoices: wholeNumber.max(1_000_000).optional(),
		seed: z.number().int().optional(),
		spreadDays: wholeNumber.min(1).max(36_500).optional(),
	})
	.strict();

export const insertInput = z
	.object({
		allocations: z.array(record),
		/** Lets records in that the contract does not allow; answers that show them are not checked. */
		unchecked: z.boolean().default(false),
	})
	.strict();

export const editInput = z
	.object({
		AllocationId: z.union([z.string(), z.number()]),
		set: record,
		unchecked: z.boolean().default(false),
	})
	.strict();

export const removeInput = z.object({ AllocationId: z.union([z.string(), z.number()]) }).strict();

/** What can be put off, by its address in the control interface. */
export const PUT_OFF = [
	'pay',
	'insert-allocations',
	'edit-allocation',
	'remove-allocation',
	'end-invoice',
	'fail-deliveries',
] as const;

export const scheduleInput = z
	.object({
		when: z.union([
			/** By the simulator's clock. */
			z.object({ afterSeconds: z.number().min(0) }).strict(),
			/** When so many requests of an operation have been answered from now on. */
			z.object({ afterAnswersOf: z.string(), count: wholeNumber.min(1).default(1) }).strict(),
		]),
		do: z.enum(PUT_OFF),
		with: record,
	})
	.strict();

export const endInput = z
	.object({
		InvoiceNumber: z.union([z.string(), z.number()]),
		Status: z.enum(['Withdrawn', 'Credited', 'CreditLoss']),
		Reason: z.string().optional(),
	})
	.strict();

export const failDeliveriesInput = z
	.object({
		invoiceNumbers: z.array(z.union([z.string(), z.number()])).min(1),
		reason: z.string().default('The address does not exist'),
		ok: z.boolean().default(false),
	})
	.strict();

export const settingsInput = z
	.object({
		duplicates: z.enum(['accept', 'reject']).optional(),
		maxPageSize: wholeNumber.min(1).optional(),
		listOrder: z.enum(['asc', 'desc']).optional(),
		latencyMs: wholeNumber.optional(),
		holdUntilOpen: wholeNumber.optional(),
		strict: z.boolean().optional(),
		variants: z.array(z.enum(VARIANTS)).optional(),
		processingSeconds: wholeNumber.optional(),
		keyGraceSeconds: wholeNumber.optional(),
	})
	.strict();
