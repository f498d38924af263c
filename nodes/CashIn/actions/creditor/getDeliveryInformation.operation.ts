import { listOperation } from '../shared/reads';

/** How deliveries of the sellers in the partner's portfolio went. */
export const { endpoint, description, execute } = listOperation({
	resource: 'creditor',
	operation: 'getDeliveryInformation',
	endpoint: 'listDeliveryInformationBySeller',
});
