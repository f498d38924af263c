import type { Fault, FaultInput } from '../faults/fault';

/** The faults that the page offers, in the words of what a workflow meets. More of them: the control interface. */
export const OFFERED: ReadonlyArray<{ id: string; label: string; order: FaultInput }> = [
	{ id: '503', label: 'Out of service (503)', order: { kind: 503 } },
	{ id: '429', label: 'Too many requests (429)', order: { kind: 429, retryAfter: 2 } },
	{ id: '500', label: 'Server error (500)', order: { kind: 500 } },
	{ id: '401', label: 'Key refused (401)', order: { kind: 401 } },
	{ id: '403', label: 'Address not registered (403)', order: { kind: 403 } },
	{ id: 'reset', label: 'Connection cut, nothing done', order: { kind: 'reset' } },
	{
		id: 'resetAfterProcessing',
		label: 'Done, but the answer is lost',
		order: { kind: 'resetAfterProcessing' },
	},
	{ id: 'timeout', label: 'No answer at all', order: { kind: 'timeout' } },
	{ id: 'html502', label: 'Web page in place of an answer (502)', order: { kind: 'html502' } },
	{ id: 'latency', label: 'Answer five seconds late', order: { kind: 'latency', ms: 5_000 } },
];

/** A fault that waits, as the page shows it. */
export function faultRow({ id, kind, ms, remaining, operationId, method, after }: Fault) {
	const narrowed = operationId ?? method;
	return {
		id,
		label:
			OFFERED.find(({ order }) => order.kind === kind && order.ms === ms)?.label ?? String(kind),
		times: remaining === null ? 'until removed' : inTimes(remaining),
		only: [narrowed, after > 0 ? `after ${inTimes(after)}` : undefined].filter(Boolean).join(', '),
	};
}

export function inTimes(count: number): string {
	return count === 1 ? 'once' : `${count} times`;
}
