import { firstOfNextMonth } from './clock';
import { collectionOf, debtorOf, findDebt } from './debts';
import { type Handlers, list } from './handler';
import { currencyOf, type EndStatus, isTerminal, openParts, statusOf } from './invoices';
import { within } from './lists';
import { partAmounts, type Parts } from './money';
import { store, type World } from './world';

/** A receivable given up. */
interface CreditLoss {
	number: string;
	/** `YYYY-MM-DD`. */
	on: string;
	lost: Parts;
	reason: string;
}

export const creditLossesOf = store((): CreditLoss[] => []);

/**
 * Puts an invoice into a state it does not leave. A credit loss also goes on the list that is published
 * on the first of the next month.
 *
 * @throws Error when there is no such invoice, or it is in such a state already
 */
export function endInvoice(
	world: World,
	ending: { invoiceNumber: string | number; status: EndStatus; reason?: string },
): void {
	const invoice = findDebt(world, ending.invoiceNumber);
	if (invoice === undefined) throw new Error(`There is no invoice ${ending.invoiceNumber} here.`);
	if (isTerminal(invoice)) {
		throw new Error(`Invoice ${invoice.number} is ${statusOf(invoice)} and stays so.`);
	}
	const on = world.clock.today();
	if (ending.status === 'CreditLoss') {
		const reason = ending.reason ?? 'Written off';
		creditLossesOf(world).push({ number: invoice.number, on, lost: openParts(invoice), reason });
	}
	invoice.ended = { status: ending.status, on };
	const description = ending.reason ?? `The invoice is ${ending.status}`;
	collectionOf(world).note(invoice.caseId, world.clock.timestamp(), ending.status, description);
}

export const creditLossHandlers: Handlers = {
	/**
	 * The losses of the months that are over: they are published on the first (page debt-collection-service).
	 * The window is of the days they were written off.
	 */
	listCreditLossReceivables(world, { parameters: { fromDate, toDate } }) {
		const today = world.clock.today();
		const published = creditLossesOf(world).filter(
			({ on }) => firstOfNextMonth(on) <= today && within(on, fromDate, toDate),
		);
		const rows = published.map(({ number, on, lost, reason }) => {
			const debt = findDebt(world, number);
			const debtor = debt === undefined ? {} : debtorOf(world, debt);
			return {
				caseId: debt?.caseId ?? null,
				invoiceNumber: number,
				currency: debt === undefined ? 'EUR' : currencyOf(debt),
				...partAmounts(lost),
				creditLossDate: on,
				customerCode: debtor.customerCode ?? null,
				debtorName: debtor.name ?? null,
				reason,
			};
		});
		return list(rows);
	},
};
