import { type Allocation, allocationsOf, newAllocation } from '../world/allocations';
import { addDays, nextSettlementDay } from '../world/clock';
import { creditLossesOf } from '../world/creditLosses';
import { collectionOf } from '../world/debts';
import { keepFinvoiceAccount } from '../world/eInvoicing';
import { invoicesOf, newInvoice, type StoredInvoice } from '../world/invoices';
import { invoiceBatchesOf } from '../world/invoiceUploads';
import { fromCents } from '../world/money';
import { customersOf, productsOf, merge } from '../world/recordStore';
import type { World } from '../world/world';

const CITIES = ['Vaasa', 'Oulu', 'Turku', 'Tampere', 'Lahti'];
const PAYMENT_TERM_DAYS = 14;

/**
 * Fills the world with many records fast. Payments stand alone: their invoices are not in the list, as
 * with receivables that reached collection by another road. Invoice numbers are running
 * (`90000001…` for payments, `80000001…` for invoices) and continue where an earlier seeding stopped.
 *
 * @param order `payments`, `invoices`: how many allocations, and unpaid invoices; `seed`: the same one on the
 *   same day gives the same records; `spreadDays`: over how many days, today the last of them, the payment
 *   and invoice dates are spread
 */
export function seedWorld(
	world: World,
	order: { payments?: number; invoices?: number; seed?: number; spreadDays?: number },
): { payments: number; invoices: number } {
	const { payments = 0, invoices = 0, seed = 1, spreadDays = 30 } = order;
	const random = mulberry32(seed);
	const spread = Math.max(1, spreadDays);
	const today = world.clock.today();
	// The days as a table, since a Date per record is slow.
	const days = Array.from({ length: spread }, (_, index) => addDays(today, index - spread + 1));
	const settlementDays = new Map(days.map((day) => [day, nextSettlementDay(day)]));
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

	const allocations = allocationsOf(world);
	const firstPayment = 90_000_001 + allocations.all().length;
	const records: Allocation[] = [];
	for (let index = 0; index < payments; index += 1) {
		const paidOn = pick(days);
		const capital = 500 + Math.floor(random() * 100_000);
		const late = random() < 0.2;
		const interest = late ? Math.floor(random() * 1_000) : 0;
		const record = newAllocation({
			id: allocations.nextId(),
			caseId: `CASE-${firstPayment + index}`,
			invoiceNumber: String(firstPayment + index),
			paidOn,
			bookedOn: paidOn,
			settledOn: settlementDays.get(paidOn),
			parts: { capital, interest, costs: late ? 500 : 0 },
		});
		records.push(record);
	}
	allocations.add(records);

	const firstInvoice = 80_000_001 + invoicesOf(world).all().length;
	for (let index = 0; index < invoices; index += 1) {
		const date = pick(days);
		const cents = 500 + Math.floor(random() * 100_000);
		invoicesOf(world).add(plainInvoice(firstInvoice + index, date, cents, pick(CITIES)));
	}
	return { payments, invoices };
}

/** An invoice without VAT to an example buyer. */
function plainInvoice(number: number, date: string, cents: number, city: string) {
	const amount = fromCents(cents);
	return {
		invoiceNumber: number,
		invoiceDate: date,
		dueDate: addDays(date, PAYMENT_TERM_DAYS),
		currency: 'EUR',
		buyerName: `Example Buyer ${number} Oy`,
		buyerStreetAddress: 'Esimerkkikatu 1',
		buyerPostalCode: '00001',
		buyerCity: city,
		salesCustomerCode: String(number),
		deliveryType: 'E',
		netAmount: amount,
		taxAmount: 0,
		totalAmount: amount,
		rows: [
			{
				description: 'Example work',
				quantity: 1,
				unitPrice: amount,
				vatPercent: 0,
				totalAmount: amount,
			},
		],
	};
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

const DEBTOR = {
	customerCode: 'C-1007',
	name: 'Esimerkki Asiakas',
	streetAddress: 'Esimerkkikatu 1',
	postalCode: '00100',
	city: 'HELSINKI',
	country: 'FI',
	email: 'buyer@example.com',
};

const CUSTOMER = { ...DEBTOR, name: 'Example Buyer Oy', deliveryType: 'E' };

const FINVOICE_ADDRESS = { finvoiceAccount: 'FI2112345600000785', finvoiceOVT: '003712345671' };

const PRODUCT = {
	prodCode: 'P-100',
	description: 'Maintenance work',
	price: 100,
	vatPercent: 25.5,
	unit: 'kpl',
	currency: 'EUR',
};

const INVOICE = {
	invoiceNumber: '1042',
	invoiceType: 'I',
	invoiceDate: '2026-03-02',
	dueDate: '2026-03-16',
	currency: 'EUR',
	netAmount: 100,
	taxAmount: 25.5,
	totalAmount: 125.5,
	reference: '10427',
	buyerName: CUSTOMER.name,
	buyerStreetAddress: CUSTOMER.streetAddress,
	buyerPostalCode: CUSTOMER.postalCode,
	buyerCity: CUSTOMER.city,
	buyerCountry: CUSTOMER.country,
	salesCustomerCode: CUSTOMER.customerCode,
	buyerEmail: CUSTOMER.email,
	deliveryType: 'E',
	rows: [
		{
			productCode: PRODUCT.prodCode,
			description: PRODUCT.description,
			vatPercent: 25.5,
			quantity: 1,
			unitPrice: 100,
			netAmount: 100,
			vatAmount: 25.5,
			totalAmount: 125.5,
			unit: 'kpl',
		},
	],
};

/**
 * Adds the records the examples of the contract name, so that each example request works:
 * invoice 1042 of case CASE-2001, partly paid; customer C-1007 with an e-invoicing contract; product
 * P-100; upload B-2026-03; batch 3001; the settlements 202603180001, once their day has come; a credit
 * loss of February 2026. Meant for a world without records; where invoice 1042 is there already it
 * changes nothing.
 */
export function seedExamples(world: World): void {
	const { invoiceNumber: number, reference } = INVOICE;
	if (invoicesOf(world).get(number) !== undefined) return;
	merge(productsOf(world), PRODUCT.prodCode, PRODUCT);
	merge(customersOf(world), CUSTOMER.customerCode, CUSTOMER);
	const invoice = invoicesOf(world).add(INVOICE);
	invoice.caseId = 'CASE-2001';
	keepFinvoiceAccount(world, CUSTOMER.customerCode, FINVOICE_ADDRESS);

	invoiceBatchesOf(world).push({
		batchId: 'B-2026-03',
		createdAt: '2026-03-02T06:00:00.000Z',
		lines: [{ invoiceNumber: number, status: 'Accepted', statusDescription: 'OK' }],
	});

	const received = payExample(invoice, '123456', 2_550);
	const direct = payExample(invoice, '123457', 1_000);
	allocationsOf(world).add([received, direct]);
	allocationsOf(world).direct.set(direct, { method: 'Bank transfer', reference });

	collectExample(world, '1040', 'CASE-2000');
	const given = collectExample(world, '1039', 'CASE-1999');
	const on = '2026-02-20';
	given.ended = { status: 'CreditLoss', on };
	const { number: lost, claimed } = given;
	creditLossesOf(world).push({ number: lost, on, lost: { ...claimed }, reason: 'Written off' });
}

function payExample(invoice: StoredInvoice, id: string, cents: number): Allocation {
	invoice.paid.capital += cents;
	return newAllocation({
		id,
		caseId: invoice.caseId,
		invoiceNumber: invoice.number,
		paidOn: '2026-03-14',
		bookedOn: '2026-03-16',
		settledOn: '2026-03-18',
		parts: { capital: cents, interest: 0, costs: 0 },
	});
}

/** A receivable in collection, handed over in a batch of its own. */
function collectExample(world: World, number: string, caseId: string): StoredInvoice {
	const createdAt = '2026-02-02T08:00:00.000Z';
	const receivable = {
		invoiceNumber: number,
		invoiceDate: '2026-01-02',
		dueDate: '2026-01-16',
		currency: 'EUR',
		totalAmount: 80,
	};
	const debt = newInvoice(receivable, caseId, createdAt);
	const collection = collectionOf(world);
	collection.cases.push({ debt, debtor: DEBTOR, createdAt });
	collection.addBatch([{ number, status: 'Created', caseId }], createdAt);
	return debt;
}
