/**
 * How long it takes to build and check an invoice, beside what this machine needs for a loop of its own, so that
 * figures of different machines can be compared. Run by `npm run bench:builder`.
 */
const { buildInvoice } = require('../../dist/nodes/CashIn/invoicing/build.js');

const RULES = { vatRounding: 'row' };
const MEASURE_MS = 1_000;

function invoiceOf(rowCount) {
	const rates = [25.5, 13.5, 10];
	return {
		invoiceNumber: 1042,
		invoiceDate: '2026-03-02',
		paymentTerms: 14,
		buyer: {
			name: 'Example Buyer Oy',
			streetAddress: 'Esimerkkikatu 1',
			postalCode: '00100',
			city: 'Helsinki',
			country: 'FI',
			email: 'buyer@example.com',
		},
		rows: Array.from({ length: rowCount }, (_, index) => ({
			description: `Row ${index + 1}`,
			quantity: (index % 7) + 1,
			unitPrice: 0.99 + (index % 25),
			vatPercent: rates[index % rates.length],
			unit: 'kpl',
		})),
		pricesIncludeVat: false,
		reference: { mode: 'national' },
		creditorIban: 'FI2112345600000785',
	};
}

/** Microseconds one call takes, on the average of about a second. */
function microseconds(work) {
	const until = (ms) => {
		const start = process.hrtime.bigint();
		let calls = 0;
		let elapsed = 0n;
		do {
			for (let call = 0; call < 10; call += 1) work();
			calls += 10;
			elapsed = process.hrtime.bigint() - start;
		} while (elapsed < BigInt(ms) * 1_000_000n);
		return Number(elapsed) / 1_000 / calls;
	};
	until(MEASURE_MS / 2);
	return until(MEASURE_MS);
}

/** Parsing and printing a small JSON text: work of the same kind that no change here can make faster. */
const BASELINE = JSON.stringify(invoiceOf(3));
const baseline = microseconds(() => JSON.stringify(JSON.parse(BASELINE)));
console.log(`baseline (a 3-row invoice through JSON and back): ${baseline.toFixed(2)} µs`);

for (const rowCount of [1, 3, 10, 100, 1_000, 10_000]) {
	const input = invoiceOf(rowCount);
	const { warnings } = buildInvoice(input, RULES);
	if (warnings.length > 0)
		throw new Error(`the benchmark invoice is not clean: ${warnings[0].message}`);
	const time = microseconds(() => buildInvoice(input, RULES));
	const perRow = (time / rowCount).toFixed(2);
	const rate = Math.round(1_000_000 / time).toLocaleString('en');
	console.log(
		`${String(rowCount).padStart(6)} rows: ${time.toFixed(2)} µs, ${perRow} µs a row, ${rate} invoices a second, ${(time / baseline).toFixed(1)} × baseline`,
	);
}
