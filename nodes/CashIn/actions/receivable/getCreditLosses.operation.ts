import { listOperation } from '../shared/reads';

/** Receivables given up as credit losses; published on the first day of a month. */
export const { endpoint, description, execute } = listOperation({
	resource: 'receivable',
	operation: 'getCreditLosses',
	endpoint: 'listCreditLossReceivables',
});
