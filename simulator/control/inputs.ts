import { z } from 'zod';

import { settingsSchema } from '../world/settings';

/**
 * The inputs of the control interface. Members it does not know are refused: a typing error must not pass. Their names
 * are its own, whatever the API calls such things; what is read of them has the names of the world.
 */

const date = z.string().date('is a date, YYYY-MM-DD');
const wholeNumber = z.number().int().min(0);
const record = z.record(z.unknown());
const textOrNumber = z.union([z.string(), z.number()]);

export const pay = z
	.object({
		InvoiceNumber: textOrNumber,
		Amount: z.number().finite().optional(),
		PaymentDate: date.optional(),
		BookingDate: date.optional(),
		PaymentType: z
			.object({ Code: z.string(), Description: z.string() })
			.strict()
			.transform(({ Code: code, Description: description }) => ({ code, description }))
			.optional(),
	})
	.strict()
	.transform((given) => ({
		invoiceNumber: given.InvoiceNumber,
		amount: given.Amount,
		paymentDate: given.PaymentDate,
		bookingDate: given.BookingDate,
		paymentType: given.PaymentType,
	}));

export const clock = z.union([
	z.object({ now: z.string().datetime({ offset: true }) }).strict(),
	z
		.object({ advanceDays: z.number().optional(), advanceSeconds: z.number().optional() })
		.strict()
		.refine((given) => Object.keys(given).length > 0, {
			message: 'give now, advanceDays or advanceSeconds',
		}),
]);

export const seed = z
	.object({
		payments: wholeNumber.max(1_000_000).optional(),
		invoices: wholeNumber.max(1_000_000).optional(),
		seed: z.number().int().optional(),
		spreadDays: wholeNumber.min(1).max(36_500).optional(),
	})
	.strict();

export const insert = z
	.object({
		allocations: z.array(record),
		/** Lets records in that the contract does not allow; answers that show them are not checked. */
		unchecked: z.boolean().default(false),
	})
	.strict();

export const edit = z
	.object({ AllocationId: textOrNumber, set: record, unchecked: z.boolean().default(false) })
	.strict()
	.transform(({ AllocationId, ...rest }) => ({ id: String(AllocationId), ...rest }));

export const remove = z
	.object({ AllocationId: textOrNumber })
	.strict()
	.transform(({ AllocationId }) => ({ id: String(AllocationId) }));

export const end = z
	.object({
		InvoiceNumber: textOrNumber,
		Status: z.enum(['Withdrawn', 'Credited', 'CreditLoss']),
		Reason: z.string().optional(),
	})
	.strict()
	.transform((given) => ({
		invoiceNumber: given.InvoiceNumber,
		status: given.Status,
		reason: given.Reason,
	}));

export const failDeliveries = z
	.object({
		invoiceNumbers: z.array(textOrNumber).min(1),
		reason: z.string().default('The address does not exist'),
		ok: z.boolean().default(false),
	})
	.strict();

/** Actions that can be put off, by their addresses in the control interface. */
const DEFERRABLE = [
	'pay',
	'insert-allocations',
	'edit-allocation',
	'remove-allocation',
	'end-invoice',
	'fail-deliveries',
] as const;

export type Deferrable = (typeof DEFERRABLE)[number];

export const schedule = z
	.object({
		when: z.union([
			/** By the simulator's clock. */
			z.object({ afterSeconds: z.number().min(0) }).strict(),
			/** When so many requests of an operation have been answered from now on. */
			z.object({ afterAnswersOf: z.string(), count: wholeNumber.min(1).default(1) }).strict(),
		]),
		do: z.enum(DEFERRABLE),
		with: record,
	})
	.strict();

export const settings = settingsSchema.partial().strict();
