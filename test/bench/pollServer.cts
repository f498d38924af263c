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

export function allocation(index: number, time: number) {
	const PaymentDate = new Date(time).toISOString().slice(0, 10);
	return {
		AllocationId: String(10_000_001 + index),
		CaseId: `CASE-${10_000_001 + index}`,
		InvoiceNumber: String(1_001 + index),
		Dates: { PaymentDate, BookingDate: PaymentDate },
		Amounts: { PaymentAmount: 100, CapitalAmount: 100 },
		Currency: 'EUR',
	};
}

if (require.main === module) void main();
