import { SALES_INVOICE as INVOICE, SALES_INVOICE_ROW as ROW } from '../api/generated/fields';
import type { Findings } from './findings';
import type { SalesInvoice, SalesInvoiceRow } from './invoiceInput';
import { centsToText, readCents, readDecimal, readPercent } from './money';
import { linePrice } from './row';
import { rowLabel } from './rowNames';
import { isEmpty, ParseError, readOptional, type Reader } from './values';
import { vatOnNet } from './vat';

/**
 * Checks whether the amounts an invoice states agree with one another: every row within itself, with its price and
 * with its rate, the header within itself and with its rows. Members that are missing are not missed here.
 * Needed for amounts that came from outside; those built here agree by construction.
 */
export function checkStatedAmounts(invoice: SalesInvoice, findings: Findings): void {
	const rows = invoice[INVOICE.rows];
	rows.forEach((row, index) => checkRowAmounts(row, findings.ofRow(index)));
	const stated = (member: string) => readOptional(invoice[member], readCents);
	const rounding = stated(INVOICE.roundAmount) ?? 0;
	const net = stated(INVOICE.netAmount);
	const vat = stated(INVOICE.taxAmount);
	const total = stated(INVOICE.totalAmount);
	if (net !== undefined && vat !== undefined && total !== undefined) {
		const sum = net + vat + rounding;
		if (sum !== total) {
			findings.stop(
				'headerDoesNotAddUp',
				INVOICE.totalAmount,
				`Net ${centsToText(net)}, VAT ${centsToText(vat)} and rounding ${centsToText(rounding)} make ${centsToText(sum)}, not the total ${centsToText(total)}.`,
			);
		}
	}
	for (const { member, rowMember, name } of HEADER) {
		const told = stated(member);
		const amounts = rows.map((row) => readOptional(row[rowMember], readCents));
		if (told === undefined || amounts.includes(undefined)) continue;
		const extra = member === INVOICE.totalAmount ? rounding : 0;
		const sum = amounts.reduce<number>((before, cents) => before + (cents ?? 0), extra);
		if (sum === told) continue;
		findings.stop(
			'headerIsNotItsRows',
			member,
			`The rows${extra === 0 ? '' : ' and the rounding'} add up to ${name} ${centsToText(sum)}, and the invoice says ${centsToText(told)}.`,
		);
	}
}

function checkRowAmounts(row: SalesInvoiceRow, findings: Findings): void {
	const read = <T>(member: string, reader: Reader<T>): T | undefined => {
		const value = isEmpty(row[member]) ? undefined : reader(row[member]);
		if (!(value instanceof ParseError)) return value;
		findings.stop('unreadable', member, `${rowLabel(member)} is not a number that can be read.`);
		return undefined;
	};
	const net = read(ROW.netAmount, readCents);
	const vat = read(ROW.vatAmount, readCents);
	const gross = read(ROW.totalAmount, readCents);
	const quantity = read(ROW.quantity, readDecimal);
	const price = read(ROW.unitPrice, readDecimal);
	const percent = read(ROW.vatPercent, readPercent);
	const round = readOptional(row[ROW.rounding], readCents) ?? 0;
	if (net !== undefined && vat !== undefined && gross !== undefined) {
		const sum = net + vat + round;
		if (sum !== gross) {
			const parts =
				round === 0
					? `net ${centsToText(net)} and VAT ${centsToText(vat)}`
					: `net ${centsToText(net)}, VAT ${centsToText(vat)} and rounding ${centsToText(round)}`;
			findings.stop(
				'rowDoesNotAddUp',
				ROW.totalAmount,
				`${parts} make ${centsToText(sum)}, not the total ${centsToText(gross)}.`,
			);
		}
	}
	const stated = [net, gross].filter((cents) => cents !== undefined);
	if (quantity !== undefined && price !== undefined && stated.length > 0) {
		const priced = linePrice(
			quantity,
			price,
			readOptional(row[ROW.discountPercent], readPercent),
			readOptional(row[ROW.discountAmount], readCents),
		);
		const off = Math.min(...stated.map((cents) => Math.abs(cents - priced)));
		if (off > 0) {
			findings.add(
				off > 1 ? 'stop' : 'warn',
				'rowIsNotItsPrice',
				ROW.netAmount,
				`quantity, unit price and discount make ${centsToText(priced)}, which is neither its net nor its total.`,
			);
		}
	}
	if (percent !== undefined && percent.digits >= 0n && net !== undefined && vat !== undefined) {
		const expected = vatOnNet(net, percent);
		// Taken out of a gross price, VAT may be a cent off what the rounded net would give.
		if (Math.abs(vat - expected) > 1) {
			findings.stop(
				'rowVatIsNotItsRate',
				ROW.vatAmount,
				`VAT ${centsToText(vat)} is not ${String(row[ROW.vatPercent])} % of the net, which is ${centsToText(expected)}.`,
			);
		}
	}
}

const HEADER = [
	{ member: INVOICE.netAmount, rowMember: ROW.netAmount, name: 'net' },
	{ member: INVOICE.taxAmount, rowMember: ROW.vatAmount, name: 'VAT' },
	{ member: INVOICE.totalAmount, rowMember: ROW.totalAmount, name: 'a total of' },
];
