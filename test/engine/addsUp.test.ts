import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { SalesInvoiceRow } from '../../nodes/CashIn/invoicing/invoiceInput';
import type { SalesInvoice } from '../support/buildingInvoices';
import vectors from '../fixtures/vat-vectors.json';
import { runCashIn } from '../support/engine';
import {
	chargedRow,
	expectedPriced,
	expectedRow,
	expectedVat,
	givenRows,
	type PlainRow,
} from '../support/invoiceArbitraries';
import { filledIn, fromFields } from '../support/invoiceRuns';
import { wireCents } from '../support/rational';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const SEED = 20_260_302;
const RATES = ['25.5', '24', '14', '13.5', '10', '0'];

interface PlainInvoice {
	pricesIncludeVat: boolean;
	vatRounding: 'row' | 'rate';
	rows: PlainRow[];
}

/** A row to charge at one of the Finnish rates, old and new, with a discount that fits into it. */
const chargeable = fc
	.tuple(chargedRow, fc.constantFrom(...RATES))
	.map(([row, vatPercent]) => ({ ...row, vatPercent }))
	.filter((row) => expectedPriced(row) >= 0n);

/** One in ten credits what it has on it. */
const plainInvoice = fc
	.record({
		pricesIncludeVat: fc.boolean(),
		vatRounding: fc.constantFrom('row' as const, 'rate' as const),
		rows: fc.array(chargeable, { minLength: 1, maxLength: 50, size: 'max' }),
		credits: fc.integer({ min: 0, max: 9 }).map((digit) => digit === 0),
	})
	.map(({ credits, rows, ...rest }) => ({
		...rest,
		rows: credits ? rows.map((row) => ({ ...row, quantity: `-${row.quantity}` })) : rows,
	}));

describe(`A thousand invoices of 1 to 50 rows at mixed rates, generated with seed ${SEED}`, () => {
	const plain: PlainInvoice[] = fc.sample(plainInvoice, { numRuns: 1_000, seed: SEED });
	it('add up exactly on the wire, as an independent calculation has it', async () => {
		const { bodies, sent } = await sendAll(plain.map(asItem));
		expect(bodies.map((body) => JSON.parse(body).length)).toEqual(Array(10).fill(100));
		expect(sent.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(
			plain.map((_, index) => 10_001 + index),
		);
		plain.forEach((invoice, index) => {
			const wire = sent[index];
			const expected = invoice.rows.map((row) => expectedRow(row, invoice.pricesIncludeVat));
			expect(wire?.InvoiceRows.map(rowCents)).toEqual(expected);
			const net = sum(expected.map((row) => row.net));
			const vat = sum(expected.map((row) => row.vat));
			const total = expectedTotal(invoice, expected);
			expect(headerCents(wire)).toEqual({ net, vat, total, rounding: total - net - vat });
			// Prices go out as they came, and what includes VAT is what is to be paid.
			expect(wire?.InvoiceRows.map(({ Price }) => Price)).toEqual(
				invoice.rows.map(({ unitPrice }) => Number(unitPrice)),
			);
			if (invoice.pricesIncludeVat) {
				expect(wire?.InvoiceRows.map(({ Total }) => wireCents(Total))).toEqual(
					invoice.rows.map(expectedPriced),
				);
			}
		});

		// The same once more, from the wire alone.
		const rows = sent.flatMap(({ InvoiceRows }) => InvoiceRows.map(rowCents));
		expect(rows.filter(({ net, vat, gross }) => net + vat !== gross)).toEqual([]);
		for (const invoice of sent) {
			const { rounding, total } = headerCents(invoice);
			expect(sum(invoice.InvoiceRows.map(rowCents).map(({ gross }) => gross)) + rounding).toBe(
				total,
			);
		}
		const numbers = bodies.flatMap(numbersIn);
		expect(numbers.length).toBeGreaterThan(plain.length * 10);
		expect(numbers.filter((number) => !PLAIN_NUMBER.test(number))).toEqual([]);

		// What was generated is what was promised.
		const counts = plain.map(({ rows: { length } }) => length);
		expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 50]);
		expect(sent.some(({ RoundAmount }) => RoundAmount !== 0)).toBe(true);
		expect(sent.some(({ TotalAmount }) => Number(TotalAmount) < 0)).toBe(true);
	});
});

describe('VAT worked out by hand', () => {
	it('is what goes over the wire', async () => {
		const { vatOnNet, grossSplit, grossUnreachableFromNet } = vectors;
		const { sent } = await sendAll([
			...vatOnNet.map(([percent, net]) => onePiece(percent, net, false)),
			...grossSplit.map(([percent, gross]) => onePiece(percent, gross, true)),
			...grossUnreachableFromNet.map(([percent, gross]) => onePiece(percent, gross, true)),
		]);
		const amounts = sent.map(({ InvoiceRows: [row] }) => [row?.Nto, row?.Tax, row?.Total]);
		expect(amounts).toEqual([
			...vatOnNet.map(([, net, vat]) => [Number(net), Number(vat), euros(net, vat)]),
			...grossSplit.map(([, gross, net, vat]) => [Number(net), Number(vat), Number(gross)]),
			...grossUnreachableFromNet.map(([percent = '', gross = '']) => {
				const cents = wireCents(Number(gross));
				const vat = expectedVat(cents, percent, true);
				return [Number(cents - vat) / 100, Number(vat) / 100, Number(gross)];
			}),
		]);
		expect(sent.map(({ TotalAmount }) => TotalAmount)).toEqual(amounts.map(([, , total]) => total));
	});

	it('differs per row and per rate by what is sent as the rounding amount', async () => {
		const { unitPrice, quantity, vatPercent, vatOfRows } = vectors.threeRows;
		const row = { description: 'Example', quantity: 1, unitPrice, vatPercent };
		const rows = Array.from({ length: quantity }, () => row);
		const { sent } = await sendAll([
			filledIn({ rows, vatRounding: 'row' }),
			filledIn({ rows, vatRounding: 'rate' }),
		]);
		const common = { NetAmount: 29.97, TaxAmount: Number(vatOfRows) };
		expect(sent).toEqual([
			expect.objectContaining({ ...common, RoundAmount: 0, TotalAmount: 37.62 }),
			expect.objectContaining({ ...common, RoundAmount: -0.01, TotalAmount: 37.61 }),
		]);
	});
});

/** Sends items through the node, numbered from 10001 on, and gives back what reached Cash-In. */
async function sendAll(items: IDataObject[]): Promise<{ bodies: string[]; sent: SalesInvoice[] }> {
	const numbered = items.map((item, index) => ({ ...item, invoiceNumber: 10_001 + index }));
	const credential = { baseUrl: simulator().url };
	const { error, success } = await runCashIn(numbered, fromFields('create'), credential);
	expect(error).toBeUndefined();
	expect(success).toHaveLength(items.length);
	const bodies = simulator()
		.to('createInvoice')
		.map(({ rawBody }) => rawBody);
	return { bodies, sent: bodies.flatMap((body): SalesInvoice[] => JSON.parse(body)) };
}

function asItem({ pricesIncludeVat, vatRounding, rows }: PlainInvoice): IDataObject {
	const credits = rows[0]?.quantity.startsWith('-') === true;
	return filledIn({
		pricesIncludeVat,
		rows: givenRows(rows) as IDataObject[],
		vatRounding,
		...(credits ? { creditedInvoiceInformation: '900' } : {}),
	});
}

function onePiece(vatPercent = '', unitPrice = '', pricesIncludeVat: boolean): IDataObject {
	const row = { description: 'Example', quantity: 1, unitPrice, vatPercent };
	return filledIn({ pricesIncludeVat, rows: [row] });
}

/** The total, VAT computed once per rate on the sum of its rows where that is asked for. */
function expectedTotal(
	{ rows, pricesIncludeVat, vatRounding }: PlainInvoice,
	expected: Array<{ net: bigint; gross: bigint }>,
): bigint {
	if (vatRounding === 'row' || pricesIncludeVat) return sum(expected.map(({ gross }) => gross));
	return sum(
		RATES.map((rate) => {
			const net = sum(
				expected.filter((_, index) => rows[index]?.vatPercent === rate).map((row) => row.net),
			);
			return net + expectedVat(net, rate, false);
		}),
	);
}

function rowCents({ Nto, Tax, Total }: SalesInvoiceRow) {
	return { net: wireCents(Nto), vat: wireCents(Tax), gross: wireCents(Total) };
}

function headerCents(invoice: SalesInvoice | undefined) {
	return {
		net: wireCents(invoice?.NetAmount),
		vat: wireCents(invoice?.TaxAmount),
		total: wireCents(invoice?.TotalAmount),
		rounding: wireCents(invoice?.RoundAmount),
	};
}

/** Everything in the text of a body that is neither a text of its own nor punctuation. */
function numbersIn(body: string): string[] {
	return body.replace(/"(?:[^"\\]|\\.)*"/g, ' ').match(/[^\s,:[\]{}]+/g) ?? [];
}

/** No NaN, null, exponent or minus nought. */
const PLAIN_NUMBER = /^(?!-0(?:\.0*)?$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

function sum(cents: bigint[]): bigint {
	return cents.reduce((total, more) => total + more, 0n);
}

function euros(...amounts: Array<string | undefined>): number {
	return Number(sum(amounts.map((amount) => wireCents(Number(amount))))) / 100;
}
