/** How this Cash-In is: mostly what the simulator does where the vendor's behaviour is not known. */
export interface Settings {
	/** What happens to an invoice or a customer whose number is already there. */
	duplicates: 'accept' | 'reject';
	/** A larger `pageSize` gets this many rows, and `Meta.PageSize` says so. */
	maxPageSize: number;
	/** The order of allocated payments and invoices for a request that names none. */
	listOrder: 'asc' | 'desc';
	/** Milliseconds by which every answer of the API is late. */
	latencyMs: number;
	/** No answer of the API before so many requests have been open at the same time. */
	holdUntilOpen: number;
	/** Whether members of a body and query parameters that the contract does not know are a 400. */
	strict: boolean;
	/** In which of the ways that are possible beside the contract's own it answers. */
	variants: readonly Variant[];
	/** Seconds, by the simulator's clock, that one receivable or one action takes to be processed. */
	processingSeconds: number;
	/** Seconds, by the simulator's clock, for which a renewed key still opens the API. */
	keyGraceSeconds: number;
}

/** What each one does stands in README.md. */
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

export const DEFAULT_SETTINGS: Settings = {
	duplicates: 'reject',
	maxPageSize: 1_000,
	listOrder: 'asc',
	latencyMs: 0,
	holdUntilOpen: 0,
	strict: false,
	variants: [],
	processingSeconds: 60,
	keyGraceSeconds: 3_600,
};
