import { allDebts } from '../state/collection';
import { claimOf, summaryOf } from '../state/caseView';
import { finnishDate } from '../state/dates';
import { debtorOf } from '../state/debtors';
import { reportReceivable } from '../state/reportReceivable';
import type { JsonObject, Parts } from '../state/invoices';
import { openParts, statusOf, sumOf } from '../state/invoices';
import { fromCents } from '../state/money';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploaded } from './uploaded';

/** Receivables in collection and those who owe them, by operationId. */
export const RECEIVABLE_HANDLERS: { [operationId: string]: Handler } = {
	updateCollectionReceivables,
	getCollectionReceivablesStatus,
	getDebtorSummary,
};

function updateCollectionReceivables(world: World, call: Call): Answer {
	const { Receivables } = call.body as { Receivables?: JsonObject[] | null };
	if (!Receivables?.length) return refuse(400, 'There is no receivable in the request.');
	return uploaded('Receivables', Receivables, (receivable) => {
		const fault = reportReceivable(world, receivable);
		if (fault === undefined) return undefined;
		return { InvoiceNumber: receivable.InvoiceNumber ?? null, StatusDescription: fault };
	});
}

/** Those handed over; the window is of the day a receivable was taken, or sent while it waits. */
function getCollectionReceivablesStatus(world: World, { query }: Call): Answer {
	const taken = world.collection.cases().map(({ debt, createdAt }) => ({
		at: createdAt,
		row: { ...claimOf(debt), Status: statusOf(debt), StatusDescription: 'In collection' },
	}));
	const waiting = world.collection.batches().flatMap(({ rows, createdAt }) =>
		rows
			.filter(({ status }) => status === 'Pending')
			.map(({ number }) => ({
				at: createdAt,
				row: { InvoiceNumber: number, Status: 'Pending', StatusDescription: 'Being processed' },
			})),
	);
	const { invoiceNumber, caseId } = query;
	const found = [...taken, ...waiting].filter(
		({ at, row }: { at: string; row: JsonObject }) =>
			(invoiceNumber === undefined || row.InvoiceNumber === invoiceNumber) &&
			(caseId === undefined || row.CaseId === caseId) &&
			within(finnishDate(new Date(at)), query.fromDate, query.toDate),
	);
	return { status: 200, body: found.map(({ row }) => row) };
}

/** Of everything a debtor owes: invoices as well as receivables in collection. */
function getDebtorSummary(world: World, { query }: Call): Answer {
	const { customerCode, debtorIdentifier } = query;
	if (customerCode === undefined && debtorIdentifier === undefined) {
		return refuse(400, 'customerCode or debtorIdentifier is required.');
	}
	const debts = allDebts(world).filter((debt) => {
		const { CustomerCode, Identifier } = debtorOf(world, debt);
		return customerCode === undefined
			? Identifier === debtorIdentifier
			: CustomerCode === customerCode;
	});
	const [first] = debts;
	if (first === undefined) return refuse(404, 'The debtor was not found.');
	const open = debts.map((debt) => openParts(debt));
	const sum = (part: keyof Parts) => open.reduce((cents, parts) => cents + parts[part], 0);
	return {
		status: 200,
		body: {
			Debtor: debtorOf(world, first),
			Cases: debts.map((debt) => summaryOf(world, debt)),
			Invoices: debts.map((debt) => claimOf(debt)),
			CapitalAmount: fromCents(sum('capital')),
			InterestAmount: fromCents(sum('interest')),
			CostsAmount: fromCents(sum('costs')),
			OpenAmount: fromCents(open.reduce((cents, parts) => cents + sumOf(parts), 0)),
		},
	};
}
