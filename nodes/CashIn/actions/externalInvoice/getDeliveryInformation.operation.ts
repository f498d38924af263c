import { listOperation } from '../shared/reads';

/** How deliveries of external invoices went. */
export const { endpoint, description, execute } = listOperation({
	resource: 'externalInvoice',
	operation: 'getDeliveryInformation',
	endpoint: 'getExternalInvoiceDeliveryInformation',
});
