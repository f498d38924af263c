import { z } from 'zod';

/** Explained in README.md. */
export const VARIANTS = [
	'bareArray',
	'namedArray',
	'camelCaseArray',
	'dataMeta',
	'metaData',
	'noContent',
	'singleCase',
	'flatPayments',
	'alternativePaths',
] as const;

export type Variant = (typeof VARIANTS)[number];

const wholeNumber = z.number().int().min(0);

/** The settings with their defaults: mostly about behaviour of the vendor that is not known. */
export const settingsSchema = z.object({
	/** For an invoice or a customer whose number is already there. */
	duplicates: z.enum(['accept', 'reject']).default('reject'),
	/** A larger `pageSize` gets this many rows, and `Meta.PageSize` says so. */
	maxPageSize: wholeNumber.min(1).default(1_000),
	/** The order of allocated payments and invoices for a request that names none. */
	listOrder: z.enum(['asc', 'desc']).default('asc'),
	/** Milliseconds by which every answer of the API is late. */
	latencyMs: wholeNumber.default(0),
	/** No answer of the API before so many requests have been open at the same time. */
	holdUntilOpen: wholeNumber.default(0),
	/** True: a member of a body, or a query parameter, that the contract does not know is a 400. */
	strict: z.boolean().default(false),
	/** Other forms to answer in. */
	variants: z.array(z.enum(VARIANTS)).readonly().default([]),
	/** Seconds, by the simulator's clock, that one receivable or one action takes to be processed. */
	processingSeconds: wholeNumber.default(60),
	/** Seconds, by the simulator's clock, for which a renewed key still opens the API. */
	keyGraceSeconds: wholeNumber.default(3_600),
});

export type Settings = z.output<typeof settingsSchema>;
