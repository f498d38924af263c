import fc from 'fast-check';

import { FAULT_KINDS, type FaultInput, type FaultKind } from '../../simulator/faults/fault';

/** Faults that need an invoice to be about have none to meet in a list. */
const ABOUT_INVOICES: readonly FaultKind[] = ['badInvoice', 'partialFailure'];
const SHAPES = [
	'numbers',
	'strings',
	'objects',
	'objectsWithError',
	'nested',
	'countOnly',
] as const;

interface Ordered {
	kind: FaultKind;
	shape?: (typeof SHAPES)[number];
}

/**
 * Faults for about 5 % of the requests of an operation, at random places; every kind comes before one comes again.
 * The same for the same seed.
 * @param requests how many of the operation's requests are to be met
 * @param numbers of the invoices that are sent
 */
export function randomFaults(
	seed: number,
	operationId: string,
	requests: number,
	numbers: readonly number[],
): FaultInput[] {
	const isUpload = operationId === 'createInvoice';
	const kinds = FAULT_KINDS.filter((kind) => isUpload || !ABOUT_INVOICES.includes(kind));
	const faults = kinds.flatMap((kind): Ordered[] =>
		kind === 'partialFailure' ? SHAPES.map((shape) => ({ kind, shape })) : [{ kind }],
	);
	const count = Math.ceil(requests / ONE_IN);
	const rounds = fc.sample(fc.shuffledSubarray(faults, { minLength: faults.length }), {
		seed,
		numRuns: Math.ceil(count / faults.length),
	});
	const chances = fc.sample(
		fc.record({
			gap: fc.integer({ min: 0, max: 2 * ONE_IN - 2 }),
			number: fc.constantFrom(...numbers),
			status: fc.constantFrom(400, 402, 413, 422, 500, 502, 504),
			times: fc.integer({ min: 1, max: 3 }),
		}),
		{ seed, numRuns: count },
	);
	let after = 0;
	return rounds
		.flat()
		.slice(0, count)
		.map(({ kind, shape }, index): FaultInput => {
			const { gap = 0, number = 0, status, times } = chances[index] ?? {};
			after += gap;
			const common = { kind, operationId, after };
			switch (kind) {
				case 'badInvoice':
					return { ...common, after: 0, invoiceNumbers: [number], count: times };
				case 'partialFailure':
					return { ...common, after: 0, invoiceNumbers: [number], count: 1, shape };
				case 'errorShape':
					return { ...common, status, body: { Message: 'ordered by the test' } };
				case 'latency':
					return { ...common, ms: 30 };
				case 429:
				case 503:
					return { ...common, retryAfter: times };
				default:
					return common;
			}
		});
}

/** One request in so many meets a fault. */
export const ONE_IN = 20;
