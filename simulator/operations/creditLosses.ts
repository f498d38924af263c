import { findDebt } from '../state/collection';
import { firstOfNextMonth } from '../state/dates';
import { debtorOf } from '../state/debtors';
import { fromCents } from '../state/money';
import type { World } from '../state/world';
import { within } from './filters';
import type { Answer, Call, Handler } from './handler';

/** Credit losses, by operationId. */
export const CREDIT_LOSS_HANDLERS: { [operationId: string]: Handler } = {
	listCreditLossReceivables,
};

/**
 * The losses of the months that are over: they are published on the first (page debt-collection-service).
 * The window is of the days they were written off.
 */
function listCreditLossReceivables(world: World, { query }: Call): Answer {
	const published = world.journal.creditLosses.filter(
		({ on }) =>
			firstOfNextMonth(on) <= world.clock.today() && within(on, query.fromDate, query.toDate),
	);
	const body = published.map(({ number, on, capital, interest, costs, reason }) => {
		const debt = findDebt(world, number);
		const debtor = debt === undefined ? {} : debtorOf(world, debt);
		return {
			CaseId: debt?.caseId ?? null,
			InvoiceNumber: number,
			Currency: debt?.submitted.Currency ?? 'EUR',
			CapitalAmount: fromCents(capital),
			InterestAmount: fromCents(interest),
			CreditorCostsAmount: fromCents(costs),
			CreditLossDate: on,
			CustomerCode: debtor.CustomerCode ?? null,
			DebtorName: debtor.Name ?? null,
			Reason: reason,
		};
	});
	return { status: 200, body };
}
