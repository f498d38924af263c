import { recordOperation } from '../shared/reads';

/** What a debtor owes in all. Asked by customer code only: a personal identity code has no place in an address. */
export const { endpoint, description, execute } = recordOperation({
	resource: 'debtor',
	operation: 'getSummary',
	endpoint: 'getDebtorSummary',
	asked: ['customerCode'],
	left: ['debtorIdentifier'],
});
