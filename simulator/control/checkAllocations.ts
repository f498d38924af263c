import type { Contract } from '../contract';
import type { Allocation } from '../state/allocations';

/**
 * Holds records against what the contract says of the list they will be shown in.
 *
 * @throws Error naming the record and its member
 */
export function checkAllocations(contract: Contract, records: readonly Allocation[]): void {
	const operation = contract.byId.get('listAllocatedPaymentTransactions');
	const count = records.length;
	const wrong = operation?.checkAnswer(200, {
		Data: records,
		Meta: {
			RequestId: crypto.randomUUID(),
			Timestamp: new Date().toISOString(),
			Count: count,
			Page: 1,
			PageSize: Math.max(1, count),
			TotalCount: count,
		},
	});
	if (wrong === undefined) return;
	throw new Error(
		`${wrong} The contract does not allow this record; say "unchecked": true to let it in all the same.`,
	);
}
