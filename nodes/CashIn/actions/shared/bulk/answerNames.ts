import type { AnswerNames } from './kind';

/** Names of an invoice number, the surest first. */
export const INVOICE_KEYS = [
	/^(sales_?)?invoice_?(number|num|nbr|no|nr)$/i,
	/^invoice$/i,
	/^(inv|lasku)_?(number|numero|num|nbr|nro|no|nr)$/i,
	/^(bill|document|doc)_?(number|num|nbr|no|nr)$/i,
	/^number$/i,
	/^(invoice_?)?id$/i,
];

/**
 * How an upload answer counts, after the pattern of the one that is documented.
 * @param what as in the members' names: `Items` gives UploadedItemsCount, FailedItemsCount, FailedItems
 */
export function answerNames(what: string, keys: readonly RegExp[] = INVOICE_KEYS): AnswerNames {
	return {
		taken: `Uploaded${what}Count`,
		failed: `Failed${what}Count`,
		list: `Failed${what}`,
		keys,
	};
}
