import type { AllocationStore } from './allocations';
import { createAllocationStore } from './allocations';
import type { Clock } from './clock';
import { createClock } from './clock';
import type { InvoiceStore } from './invoices';
import { createInvoiceStore } from './invoices';

/** How this Cash-In is: mostly what the simulator does where the vendor's behaviour is not known. */
export interface Settings {
	/** What happens to an invoice whose number is already there. */
	duplicates: 'accept' | 'reject';
	/** A larger `pageSize` gets this many rows, and `Meta.PageSize` says so. */
	maxPageSize: number;
	/** Milliseconds by which every answer of the API is late. */
	latencyMs: number;
}

/** Everything the simulated Cash-In knows. One room per subject; a new subject gets a room beside these. */
export interface World {
	clock: Clock;
	invoices: InvoiceStore;
	allocations: AllocationStore;
	settings: Settings;
	clear(): void;
}

/** @param startAt see createClock */
export function createWorld(start: Settings, startAt?: string): World {
	const settings = { ...start };
	const clock = createClock(startAt);
	const invoices = createInvoiceStore(clock);
	const allocations = createAllocationStore();
	return {
		clock,
		invoices,
		allocations,
		settings,
		clear: () => {
			invoices.clear();
			allocations.clear();
			clock.reset();
			Object.assign(settings, start);
		},
	};
}
