import { listOperation } from '../shared/reads';

/** How deliveries went; worth asking about once a day, to find those that failed. */
export const { endpoint, description, execute } = listOperation({
	resource: 'invoice',
	operation: 'getDeliveryInformation',
	endpoint: 'getInvoiceDeliveryInformation',
});
