import type { Decimal } from './exactDecimal';
import { finding, rowFinding } from './findings';
import type { Finding, FindingCode } from './findings';
import { centsToText, readCents, readDecimal, readPercent } from './money';
import { ifReadable, Unreadable } from './unreadable';
import { pricedCents } from './priced';
import { isEmpty } from './salesInvoice';
import type { SalesInvoice, SalesInvoiceRow } from './salesInvoice';
import { vatOnNet } from './vatAmount';

/**
 * Whether the amounts an invoice states agree with one another: every row within itself, with its price and
 * with its rate, the header within itself and with its rows. Members that are missing are not missed here.
 * Needed for amounts that came from outside; those built here agree by construction.
 */
export function statedAmountFindings(invoice: SalesInvoice): Finding[] {
	const findings: Finding[] = [];
	invoice.InvoiceRows.forEach((row, index) => findings.push(...rowAmountFindings(row, index)));
	findings.push(...headerFindings(invoice));
	return findings;
}

function rowAmountFindings(row: SalesInvoiceRow, index: number): Finding[] {
	const findings: Finding[] = [];
	const say = (severity: 'stop' | 'warn', code: FindingCode, member: string, message: string) => {
		findings.push(rowFinding(severity, code, index, member, message));
	};
	const read = <T>(member: string, reader: (value: unknown) => T | Unreadable): T | undefined => {
		if (isEmpty(row[member])) return undefined;
		const value = reader(row[member]);
		if (!(value instanceof Unreadable)) return value;
		say('stop', 'unreadable', member, `${member} is not a number that can be read.`);
		return undefined;
	};
	const net = read('Nto', readCents);
	const vat = read('Tax', readCents);
	const gross = read('Total', readCents);
	const quantity = read('Qty', readDecimal);
	const price = read('Price', readDecimal);
	const percent = read('VatPercent', readPercent);
	const round = ifReadable(row.Round, readCents) ?? 0;
	if (net !== undefined && vat !== undefined && gross !== undefined) {
		if (net + vat + round !== gross) {
			const parts =
				round === 0
					? `net ${centsToText(net)} and VAT ${centsToText(vat)}`
					: `net ${centsToText(net)}, VAT ${centsToText(vat)} and rounding ${centsToText(round)}`;
			say(
				'stop',
				'rowDoesNotAddUp',
				'Total',
				`${parts} make ${centsToText(net + vat + round)}, not the total ${centsToText(gross)}.`,
			);
		}
	}
	const priced = ownPricedCents(row, quantity, price);
	const nearest = [net, gross]
		.filter((cents) => cents !== undefined)
		.map((cents) => Math.abs(cents - (priced ?? cents)));
	const off = Math.min(...nearest);
	if (nearest.length > 0 && off > 0) {
		say(
			off > 1 ? 'stop' : 'warn',
			'rowIsNotItsPrice',
			'Nto',
			`quantity, unit price and discount make ${centsToText(priced ?? 0)}, which is neither its net nor its total.`,
		);
	}
	if (percent !== undefined && percent.digits >= 0n && net !== undefined && vat !== undefined) {
		const expected = vatOnNet(net, percent);
		// Taken out of a gross price, VAT may be a cent off what the rounded net would give.
		if (Math.abs(vat - expected) > 1) {
			say(
				'stop',
				'rowVatIsNotItsRate',
				'Tax',
				`VAT ${centsToText(vat)} is not ${String(row.VatPercent)} % of the net, which is ${centsToText(expected)}.`,
			);
		}
	}
	return findings;
}

/** What the row's quantity, price and discounts come to, in cents; undefined when a part is missing. */
function ownPricedCents(
	row: SalesInvoiceRow,
	quantity: Decimal | undefined,
	price: Decimal | undefined,
): number | undefined {
	if (quantity === undefined || price === undefined) return undefined;
	return pricedCents(quantity, price, {
		percent: ifReadable(row.DiscountPercent, readPercent),
		cents: ifReadable(row.Discount, readCents),
	});
}

function headerFindings(invoice: SalesInvoice): Finding[] {
	const findings: Finding[] = [];
	const rounding = ifReadable(invoice.RoundAmount, readCents) ?? 0;
	const [net, vat, total] = HEADER.map(({ member }) => ifReadable(invoice[member], readCents));
	if (
		net !== undefined &&
		vat !== undefined &&
		total !== undefined &&
		net + vat + rounding !== total
	) {
		findings.push(
			finding(
				'stop',
				'headerDoesNotAddUp',
				'TotalAmount',
				`Net ${centsToText(net)}, VAT ${centsToText(vat)} and rounding ${centsToText(rounding)} make ${centsToText(net + vat + rounding)}, not the total ${centsToText(total)}.`,
			),
		);
	}
	for (const { member, rowMember, name } of HEADER) {
		const stated = ifReadable(invoice[member], readCents);
		const rows = invoice.InvoiceRows.map((row) => ifReadable(row[rowMember], readCents));
		if (stated === undefined || rows.includes(undefined)) continue;
		const extra = member === 'TotalAmount' ? rounding : 0;
		const sum = rows.reduce<number>((total, cents) => total + (cents ?? 0), extra);
		if (sum !== stated) {
			findings.push(
				finding(
					'stop',
					'headerIsNotItsRows',
					member,
					`The rows${extra === 0 ? '' : ' and the rounding'} add up to ${name} ${centsToText(sum)}, and the invoice says ${centsToText(stated)}.`,
				),
			);
		}
	}
	return findings;
}

const HEADER = [
	{ member: 'NetAmount', rowMember: 'Nto', name: 'net' },
	{ member: 'TaxAmount', rowMember: 'Tax', name: 'VAT' },
	{ member: 'TotalAmount', rowMember: 'Total', name: 'a total of' },
];
