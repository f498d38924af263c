import type { CaseBatch, CaseBatchRow } from './collection';
import { findDebt } from './collection';
import type { JsonObject } from './invoices';
import { isTerminal, newInvoice, statusOf } from './invoices';
import { toCents } from './money';
import type { World } from './world';

/**
 * Takes receivables for collection. Each that is in order becomes a case when its turn comes, one after
 * the other by the simulator's clock; the others fail at once.
 *
 * @param receivables members of the contract's Receivable; amounts in currency units
 */
export function handOver(world: World, receivables: readonly JsonObject[]): CaseBatch {
	const rows: CaseBatchRow[] = [];
	const pending = pendingNumbers(world);
	for (const receivable of receivables) {
		const number = String(receivable.InvoiceNumber ?? '');
		const error = faultOf(world, receivable, pending);
		rows.push({ number, status: error === undefined ? 'Pending' : 'Failed', error, receivable });
		if (error === undefined) pending.add(number);
	}
	const waiting = rows.filter(({ status }) => status === 'Pending');
	waiting.forEach((row, index) => {
		world.agenda.after((index + 1) * world.settings.processingSeconds, (at) => {
			makeCase(world, row, at);
		});
	});
	return world.collection.addBatch(rows, world.clock.now().toISOString());
}

function pendingNumbers(world: World): Set<string> {
	const rows = world.collection.batches().flatMap((batch) => batch.rows);
	return new Set(rows.filter(({ status }) => status === 'Pending').map(({ number }) => number));
}

/** A sentence about why a receivable cannot be collected, or undefined. */
function faultOf(
	world: World,
	receivable: JsonObject,
	pending: ReadonlySet<string>,
): string | undefined {
	const number = receivable.InvoiceNumber;
	if (number === undefined || number === null || number === '') return 'InvoiceNumber is missing.';
	const name = String(number);
	if (pending.has(name) || world.collection.byInvoice(name) !== undefined) {
		return `Invoice ${name} is in collection already.`;
	}
	const debtor = receivable.Debtor as JsonObject | null | undefined;
	if (!debtor?.Name) return `Invoice ${name}: Debtor.Name is missing.`;
	const invoice = findDebt(world, name);
	if (invoice !== undefined) {
		return isTerminal(invoice) ? `Invoice ${name} is ${statusOf(invoice)}.` : undefined;
	}
	const capital = receivable.CapitalAmount ?? receivable.TotalAmount;
	return typeof capital === 'number' && toCents(capital) > 0
		? undefined
		: `Invoice ${name}: CapitalAmount is missing or not above 0.`;
}

function makeCase(world: World, row: CaseBatchRow, at: string): void {
	const { receivable } = row;
	const known = findDebt(world, row.number);
	if (known !== undefined && isTerminal(known)) {
		row.status = 'Failed';
		row.error = `Invoice ${row.number} is ${statusOf(known)}.`;
		return;
	}
	const debt = known ?? unknownDebt(world, receivable, at);
	debt.claimed.interest += centsOf(receivable.InterestAmount);
	debt.claimed.costs += centsOf(receivable.CreditorCostsAmount);
	const debtor = receivable.Debtor as JsonObject;
	world.collection.addCase({ caseId: debt.caseId, debt, debtor, createdAt: at });
	world.collection.note(debt.caseId, {
		Date: at,
		Type: 'Created',
		Description: 'Receivable taken for collection',
	});
	row.status = 'Created';
	row.caseId = debt.caseId;
}

/** A receivable of an invoice that did not come through the API is all that is known of it. */
function unknownDebt(world: World, receivable: JsonObject, at: string) {
	const capital = receivable.CapitalAmount ?? receivable.TotalAmount;
	const submitted = { ...receivable, TotalAmount: capital };
	return newInvoice(submitted, world.collection.nextCaseId(), at);
}

function centsOf(amount: unknown): number {
	return typeof amount === 'number' ? toCents(amount) : 0;
}
