import {
	ALLOCATED_PAYMENT_AMOUNTS,
	ALLOCATED_PAYMENT_DATES,
	ALLOCATED_PAYMENT_TRANSACTION,
} from '../../nodes/CashIn/api/generated/fields';
import { createSimulator } from '../../simulator/server';

const DAY_MS = 86_400_000;

/** A simulator with many payments of the past, fifty a day and numbered as they came, or with many open invoices. */
async function main() {
	const [kind, count] = process.argv.slice(2);
	const simulator = await createSimulator({ validate: false });
	if (kind === 'payments') {
		const now = Date.now();
		const allocations = Array.from({ length: Number(count) }, (_, index) =>
			allocation(index, now - Math.floor((Number(count) - 1 - index) / 50) * DAY_MS),
		);
		simulator.control.insertAllocations({ allocations, unchecked: true });
	} else {
		simulator.control.seed({ invoices: Number(count), spreadDays: 300, seed: 1 });
	}
	console.log(`listening on ${await simulator.listen()}`);
}

/** A payment as the API lists it. */
export function allocation(index: number, time: number) {
	const day = new Date(time).toISOString().slice(0, 10);
	return {
		[ALLOCATED_PAYMENT_TRANSACTION.allocationId]: String(10_000_001 + index),
		[ALLOCATED_PAYMENT_TRANSACTION.caseId]: `CASE-${10_000_001 + index}`,
		[ALLOCATED_PAYMENT_TRANSACTION.invoiceNumber]: String(1_001 + index),
		[ALLOCATED_PAYMENT_TRANSACTION.dates]: {
			[ALLOCATED_PAYMENT_DATES.paymentDate]: day,
			[ALLOCATED_PAYMENT_DATES.bookingDate]: day,
		},
		[ALLOCATED_PAYMENT_TRANSACTION.amounts]: {
			[ALLOCATED_PAYMENT_AMOUNTS.paymentAmount]: 100,
			[ALLOCATED_PAYMENT_AMOUNTS.capitalAmount]: 100,
		},
		[ALLOCATED_PAYMENT_TRANSACTION.currency]: 'EUR',
	};
}

if (require.main === module) void main();
