import { listOperation } from '../shared/reads';

/** How many deliveries succeeded and failed, by channel. */
export const { endpoint, description, execute } = listOperation({
	resource: 'invoice',
	operation: 'getDeliveryStatistics',
	endpoint: 'getDeliveryStatistics',
});
