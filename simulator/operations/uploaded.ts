import type { JsonObject } from '../state/invoices';
import type { Answer } from './handler';

/**
 * The answer to an upload, after the pattern of the one that is documented, for invoices: what can be
 * taken is taken, and the rest is listed.
 *
 * @param what as in the members' names: `Items` gives UploadedItemsCount, FailedItemsCount, FailedItems
 * @param take takes one, or answers how the list of those that failed has it
 */
export function uploaded(
	what: string,
	items: readonly JsonObject[],
	take: (item: JsonObject) => JsonObject | undefined,
): Answer {
	const failed: JsonObject[] = [];
	for (const item of items) {
		const failure = take(item);
		if (failure !== undefined) failed.push(failure);
	}
	const taken = items.length - failed.length;
	return {
		status: 202,
		body: {
			StatusDescription: `Taken: ${taken}. Failed: ${failed.length}.`,
			[`Uploaded${what}Count`]: taken,
			[`Failed${what}Count`]: failed.length,
			[`Failed${what}`]: failed.length === 0 ? null : failed,
		},
	};
}
