import type { Allocation } from './allocations';
import { addDays, nextSettlementDay } from './dates';
import { fromCents } from './money';
import type { World } from './world';

export interface SeedRequest {
	/** How many allocations. */
	payments?: number;
	/** How many unpaid invoices. */
	invoices?: number;
	/** The same seed on the same day gives the same records. Default 1. */
	seed?: number;
	/** Over how many days, today the last of them, the payment and invoice dates are spread. Default 30. */
	spreadDays?: number;
}

const CITIES = ['Vaasa', 'Oulu', 'Turku', 'Tampere', 'Lahti'];
const PAYMENT_TERM_DAYS = 14;

/**
 * Fills the world with many records fast. Payments stand alone: their invoices are not in the list, as
 * with receivables that reached collection by another road. Invoice numbers are running
 * (`90000001…` for payments, `80000001…` for invoices) and continue where an earlier seeding stopped.
 */
export function seedWorld(
	world: World,
	request: SeedRequest,
): { payments: number; invoices: number } {
	const random = mulberry32(request.seed ?? 1);
	const spread = Math.max(1, request.spreadDays ?? 30);
	const today = world.clock.today();
	// An invoice or payment of every day in the spread; as a table, since a Date per record is slow.
	const days = Array.from({ length: spread }, (_, index) => addDays(today, index - spread + 1));
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

	const payments = request.payments ?? 0;
	const firstPayment = 90_000_001 + world.allocations.all().length;
	const records: Allocation[] = [];
	for (let index = 0; index < payments; index += 1) {
		const paid = pick(days);
		const capital = 500 + Math.floor(random() * 100_000);
		const late = random() < 0.2;
		const interest = late ? Math.floor(random() * 1_000) : 0;
		const costs = late ? 500 : 0;
		records.push({
			AllocationId: world.allocations.nextId(),
			CaseId: `CASE-${firstPayment + index}`,
			Agency: 'CASH-IN',
			InvoiceNumber: String(firstPayment + index),
			PaymentType: { Code: '8', Description: 'Bank Transfer' },
			Dates: {
				PaymentDate: paid,
				BookingDate: paid,
				AccountingDate: paid,
				SettlementDate: settlementDayOf(paid),
			},
			Amounts: {
				PaymentAmount: fromCents(capital + interest + costs),
				CapitalAmount: fromCents(capital),
				InterestAmount: fromCents(interest),
				CreditorCostsAmount: fromCents(costs),
			},
			Currency: 'EUR',
		});
	}
	world.allocations.add(records);

	const invoices = request.invoices ?? 0;
	const firstInvoice = 80_000_001 + world.invoices.all().length;
	for (let index = 0; index < invoices; index += 1) {
		const date = pick(days);
		const cents = 500 + Math.floor(random() * 100_000);
		world.invoices.add(invoiceOf(firstInvoice + index, date, cents, pick(CITIES)));
	}
	return { payments, invoices };
}

/** A plain invoice without VAT to an example buyer. */
function invoiceOf(number: number, date: string, cents: number, city: string) {
	const amount = fromCents(cents);
	return {
		InvoiceNumber: number,
		InvoiceDate: date,
		DueDate: addDays(date, PAYMENT_TERM_DAYS),
		Currency: 'EUR',
		SalesName: `Example Buyer ${number} Oy`,
		SalesStreetAddress: 'Esimerkkikatu 1',
		SalesPostalCode: '00001',
		SalesCity: city,
		SalesCustomerCode: String(number),
		DeliveryType: 'E',
		NetAmount: amount,
		TaxAmount: 0,
		TotalAmount: amount,
		InvoiceRows: [
			{ Description: 'Example work', Qty: 1, Price: amount, VatPercent: 0, Total: amount },
		],
	};
}

const settlementDays = new Map<string, string>();

function settlementDayOf(date: string): string {
	const known = settlementDays.get(date) ?? nextSettlementDay(date);
	settlementDays.set(date, known);
	return known;
}

/** A small public-domain generator (Tommy Ettinger's mulberry32): numbers in [0, 1), the same for the same seed. */
function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
