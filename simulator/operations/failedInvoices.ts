import type { JsonObject } from '../state/invoices';
import type { FailedShape } from './handler';

/**
 * The member FailedInvoices of an upload's answer. Its documented value is null; how its elements look
 * is not documented, so that the simulator can speak in every shape a reader should understand.
 *
 * @param failed `InvoiceNumber` as it was sent, and `StatusDescription`
 */
export function failedInvoices(
	failed: readonly JsonObject[],
	shape: FailedShape,
): unknown[] | null {
	return failed.length === 0 ? null : SHAPES[shape](failed);
}

const SHAPES: { [shape in FailedShape]: (failed: readonly JsonObject[]) => unknown[] | null } = {
	numbers: (failed) => failed.map((each) => Number(each.InvoiceNumber)),
	strings: (failed) => failed.map((each) => String(each.InvoiceNumber)),
	objects: (failed) => failed.map((each) => ({ ...each })),
	objectsWithError: (failed) =>
		failed.map((each) => ({
			InvoiceNumber: each.InvoiceNumber,
			ErrorMessage: each.StatusDescription,
		})),
	nested: (failed) =>
		failed.map((each) => ({
			Invoice: { InvoiceNumber: each.InvoiceNumber },
			Errors: [{ Message: each.StatusDescription }],
		})),
	countOnly: () => null,
};
