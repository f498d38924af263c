'use strict';

const path = require('node:path');
const tsx = require('tsx/cjs/api');

const { generatedNotice, operationsOf, root } = require('./source');

const shared = path.join(root, 'nodes', 'CashIn', 'actions', 'shared');
const { simplified, simplifiedRow } = tsx.require(path.join(shared, 'simplified.ts'), __filename);
const { hideSecrets } = tsx.require(path.join(shared, 'secrets.ts'), __filename);

/**
 * Output previews: what one output item of an operation looks like as long as no option is changed, by the examples
 * of the contract.
 * `item` picks it from the example answer and the example request body.
 */
const INVOICE = [
	'InvoiceNumber',
	'InvoiceDate',
	'DueDate',
	'Reference',
	'SalesName',
	'TotalAmount',
	'Currency',
];
const PAYMENT = ['InvoiceNumber', 'PaymentDate', 'Amount', 'Currency'];

const previews = [
	sent('collectionCase', 'create', 'createCollectionCases', 'submitted', [
		'InvoiceNumber',
		'DueDate',
		'CapitalAmount',
		'Currency',
	]),
	rowOf('collectionCase', 'get', 'getCollectionCase'),
	whole('collectionCase', 'getBatchStatus', 'getCaseBatchStatus'),
	hidden('creditor', 'create', 'createCreditor'),
	hidden('creditor', 'getCredentials', 'getCreditorCredentials'),
	rowOf('creditor', 'getDeliveryInformation', 'listDeliveryInformationBySeller'),
	rowOf('creditor', 'getExternalAgreements', 'listExternalAgreementIdentifiers'),
	whole('creditor', 'update', 'updateCreditor'),
	sent('customer', 'create', 'createCustomers', 'created', ['CustomerCode', 'Name']),
	deleted('customer', 'delete', 'deleteCustomer', 'customerCode'),
	rowOf('customer', 'getAll', 'listCustomers'),
	whole('customer', 'update', 'updateCustomer'),
	whole('debtor', 'getSummary', 'getDebtorSummary'),
	sent('document', 'createMeterReading', 'createMeterReadingDocuments', 'created', [
		'DocumentNumber',
		'DocumentDate',
	]),
	rowOf('eInvoicing', 'getContracts', 'listElectronicInvoicingContracts'),
	whole('eInvoicing', 'updateFinvoiceAccount', 'updateFinvoiceAccount'),
	sent('externalInvoice', 'createDirectPayment', 'createExternalDirectPayment', 'created', PAYMENT),
	whole('externalInvoice', 'getAgreementStatus', 'getExternalAgreementStatus'),
	rowOf('externalInvoice', 'getDeliveryInformation', 'getExternalInvoiceDeliveryInformation'),
	rowOf('externalInvoice', 'getPayments', 'getExternalInvoicePaymentInformation'),
	sent('externalInvoice', 'submitAction', 'submitExternalInvoiceAction', 'submitted', [
		'Code',
		'Data',
	]),
	sent('invoice', 'create', 'createInvoice', 'created', INVOICE),
	ofOrder(sent('invoice', 'createFromOrder', 'createInvoice', 'created', INVOICE)),
	sent('invoice', 'createWithSeller', 'createInvoiceWithSellerInfo', 'created', INVOICE),
	rowOf('invoice', 'getAll', 'listSalesInvoices'),
	rowOf('invoice', 'getBatches', 'listInvoiceBatches'),
	rowOf('invoice', 'getDeliveryInformation', 'getInvoiceDeliveryInformation'),
	rowOf('invoice', 'getDeliveryStatistics', 'getDeliveryStatistics'),
	whole('invoice', 'getStatus', 'getInvoiceStatus'),
	shown('invoice', 'preview', 'createInvoice'),
	sent('invoice', 'submitBatch', 'submitInvoiceBatch', 'submitted', INVOICE),
	whole('invoice', 'update', 'updateInvoice'),
	rowOf('payment', 'getAllocated', 'listAllocatedPaymentTransactions'),
	rowOf('payment', 'getReceived', 'listReceivedPayments'),
	sent('payment', 'submit', 'submitInvoicePayment', 'submitted', PAYMENT),
	sent('product', 'create', 'createProducts', 'created', [
		'ProdCode',
		'Name',
		'Description',
		'Price',
		'VatPercent',
	]),
	deleted('product', 'delete', 'deleteProduct', 'prodCode'),
	rowOf('product', 'getAll', 'listProducts'),
	rowOf('receivable', 'getCreditLosses', 'listCreditLossReceivables'),
	rowOf('receivable', 'getStatus', 'getCollectionReceivablesStatus'),
	sent('receivable', 'update', 'updateCollectionReceivables', 'updated', [
		'InvoiceNumber',
		'CaseId',
	]),
	whole('settlement', 'get', 'getSettlement'),
	rowOf('settlement', 'getAll', 'listSettlements'),
	rowOf('settlement', 'getAllDirect', 'listDirectSettlements'),
	whole('settlement', 'getDirect', 'getDirectSettlement'),
	sent('sms', 'send', 'sendSms', 'sent', ['Reference', 'InvoiceNumber', 'CaseId']),
	hidden('token', 'renew', 'renewToken'),
	whole('token', 'validate', 'validateToken'),
];

/** An operation that gives an item for each row of the answer, however the rows are wrapped. */
function rowOf(resource, operation, endpoint) {
	const item = (answer) => {
		const rows = [answer, answer.Data, ...Object.values(answer)].find(Array.isArray);
		if (!rows?.length) throw new Error(`The example of ${endpoint} has no rows`);
		return simple(endpoint, rows[0]);
	};
	return { resource, operation, endpoint, item };
}

/** An operation that gives the answer itself. */
function whole(resource, operation, endpoint) {
	return { resource, operation, endpoint, item: (answer) => simple(endpoint, answer) };
}

/** An answer that holds a key. */
function hidden(resource, operation, endpoint) {
	return { resource, operation, endpoint, item: hideSecrets };
}

/** An operation that takes something away. */
function deleted(resource, operation, endpoint, id) {
	const item = (answer) => ({ deleted: true, [id]: 'text', ...answer });
	return { resource, operation, endpoint, item };
}

/** What a request of many counts and lists is of the request, and not of the item. */
const COUNTED = /^(Uploaded|Sent|Failed)\w*$/;

/** An operation that sends many: what became of one of them, what of it the output shows, and what the answer says. */
function sent(resource, operation, endpoint, status, shown) {
	const item = (answer, body) => {
		const [element] = [body, ...Object.values(body)].find(Array.isArray);
		const own = shown.filter((name) => element[name] !== undefined);
		const { StatusDescription, ...others } = answer;
		const rest = Object.entries(others).filter(([name]) => !COUNTED.test(name));
		return {
			status,
			...Object.fromEntries(own.map((name) => [name, element[name]])),
			StatusDescription,
			...Object.fromEntries(rest),
		};
	};
	return { resource, operation, endpoint, item };
}

/** The same, with the number of the order it was made of behind its status. */
function ofOrder(preview) {
	const item = (answer, body) => {
		const { status, ...rest } = preview.item(answer, body);
		return { status, orderNumber: String(rest.InvoiceNumber), ...rest };
	};
	return { ...preview, item };
}

/** An invoice that is shown instead of sent. */
function shown(resource, operation, endpoint) {
	const rate = { vatPercent: 25.5, net: 100, vat: 25.5, gross: 125.5 };
	const totals = { net: 100, vat: 25.5, rounding: 0, total: 125.5, rates: [rate] };
	const warning = { severity: 'warn', message: 'text', member: 'VatPercent', row: 0 };
	const item = (answer, [invoice]) => ({
		wouldBeSent: true,
		warnings: [warning],
		invoice,
		totals,
	});
	return { resource, operation, endpoint, item };
}

/** 'Simplify' is on until it is switched off. */
function simple(endpoint, row) {
	const members = simplified[endpoint];
	return members === undefined ? row : simplifiedRow(members, row);
}

/** nodes/CashIn/__schema__: the previews as JSON Schema, in the layout n8n looks for. */
function previewFiles(contract) {
	const rows = new Map(operationsOf(contract).map(({ id, operation }) => [id, operation]));
	return previews.map(({ resource, operation, endpoint, item }) => {
		const { responses, requestBody } = rows.get(endpoint);
		const success = Object.keys(responses).find((code) => code.startsWith('2'));
		const sample = item(exampleOf(responses[success]), requestBody && exampleOf(requestBody));
		return {
			file: `nodes/CashIn/__schema__/v1.0.0/${resource}/${operation}.json`,
			content: JSON.stringify({ $comment: generatedNotice, ...shapeOf(sample), version: 1 }),
		};
	});
}

const exampleOf = (message) => message.content['application/json'].example;

function shapeOf(value) {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) return { type: 'array', items: shapeOf(value[0] ?? null) };
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(value).map(([name, member]) => [name, shapeOf(member)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

module.exports = { previewFiles };
