import {
	addOperation,
	copyOfContract,
	dropParameter,
	renameMember,
	renameParameter,
	tablesOf,
} from './changedContract.cts';

/** The tables after an adoption that renamed some things, lacks some, and has new ones. */
const contract = copyOfContract();

for (const [schema, old, current] of [
	['SalesInvoice', 'SalesName', 'customer_name'],
	['SalesInvoice', 'InvoiceRows', 'lines'],
	// A name moves from one member to another.
	['SalesInvoice', 'Description', 'FreeText'],
	['SalesInvoice', 'SalesReference', 'Description'],
	['SalesInvoiceRow', 'Qty', 'units'],
	['SellerInfoDTO', 'Name', 'sellerTitle'],
	['OnlineCustomer', 'Name', 'fullName'],
	['Receivable', 'Debtor', 'payer'],
	['ReceivablesList', 'Receivables', 'claims'],
	['Debtor', 'Name', 'payerName'],
	['SalesInvoicePayment', 'PaymentDate', 'paidOn'],
	['SalesInvoiceUpdate', 'DueDate', 'payBy'],
	['OnlineSalesInvoices', 'InvoiceNumber', 'no'],
	['OnlineSalesInvoices', 'no', 'number'],
	['AllocatedPaymentAmounts', 'PaymentAmount', 'paid'],
] as const) {
	renameMember(contract, schema, old, current);
}
renameParameter(contract, 'deleteProduct', 'prodCode', 'code');
renameParameter(contract, 'listSalesInvoices', 'fromInvDate', 'issuedFrom');
dropParameter(contract, 'listAllocatedPaymentTransactions', 'currency');

const inQuery = (name: string, more: object = {}) => ({
	name,
	in: 'query' as const,
	schema: { type: 'string' },
	'x-field': name,
	...more,
});
addOperation(contract, 'get', '/things', { operationId: 'listThings', summary: 'List things' });
addOperation(contract, 'post', '/things', {
	operationId: 'createThing',
	summary: 'Create thing',
	'x-retry': 'never',
});
addOperation(contract, 'delete', '/things', {
	operationId: 'deleteThing',
	summary: 'Delete thing',
	parameters: [inQuery('thingId', { required: true, 'x-needed': true })],
});
addOperation(contract, 'post', '/thingkeys', {
	operationId: 'makeThingKey',
	summary: 'Make thing key',
	'x-retry': 'never',
	'x-secret-response': true,
});

const tables = tablesOf(contract);
export const { endpoints, fields, members, roles } = tables;
