'use strict';

const path = require('node:path');
const tsx = require('tsx/cjs/api');

const { generatedNotice, operationsOf, root } = require('./source');

const shared = path.join(root, 'nodes', 'CashIn', 'actions', 'shared');
const { simplified, simplifiedRow } = tsx.require(path.join(shared, 'simplified.ts'), __filename);

/**
 * Output previews: what one output item of an operation looks like as long as no option is changed, by the examples
 * of the contract.
 * `item` picks it from the example answer and the example request body.
 */
const previews = [
	{
		resource: 'invoice',
		operation: 'create',
		endpoint: 'createInvoice',
		item: (answer, [invoice]) => ({
			status: 'created',
			InvoiceNumber: invoice.InvoiceNumber,
			InvoiceDate: invoice.InvoiceDate,
			DueDate: invoice.DueDate,
			Reference: invoice.Reference,
			SalesName: invoice.SalesName,
			TotalAmount: invoice.TotalAmount,
			Currency: invoice.Currency,
			StatusDescription: answer.StatusDescription,
		}),
	},
	rowOf('collectionCase', 'get', 'getCollectionCase'),
	whole('collectionCase', 'getBatchStatus', 'getCaseBatchStatus'),
	rowOf('creditor', 'getDeliveryInformation', 'listDeliveryInformationBySeller'),
	rowOf('creditor', 'getExternalAgreements', 'listExternalAgreementIdentifiers'),
	rowOf('customer', 'getAll', 'listCustomers'),
	whole('debtor', 'getSummary', 'getDebtorSummary'),
	rowOf('eInvoicing', 'getContracts', 'listElectronicInvoicingContracts'),
	whole('externalInvoice', 'getAgreementStatus', 'getExternalAgreementStatus'),
	rowOf('externalInvoice', 'getDeliveryInformation', 'getExternalInvoiceDeliveryInformation'),
	rowOf('externalInvoice', 'getPayments', 'getExternalInvoicePaymentInformation'),
	rowOf('invoice', 'getAll', 'listSalesInvoices'),
	rowOf('invoice', 'getBatches', 'listInvoiceBatches'),
	rowOf('invoice', 'getDeliveryInformation', 'getInvoiceDeliveryInformation'),
	rowOf('invoice', 'getDeliveryStatistics', 'getDeliveryStatistics'),
	whole('invoice', 'getStatus', 'getInvoiceStatus'),
	rowOf('payment', 'getAllocated', 'listAllocatedPaymentTransactions'),
	rowOf('payment', 'getReceived', 'listReceivedPayments'),
	rowOf('product', 'getAll', 'listProducts'),
	rowOf('receivable', 'getCreditLosses', 'listCreditLossReceivables'),
	rowOf('receivable', 'getStatus', 'getCollectionReceivablesStatus'),
	whole('settlement', 'get', 'getSettlement'),
	rowOf('settlement', 'getAll', 'listSettlements'),
	rowOf('settlement', 'getAllDirect', 'listDirectSettlements'),
	whole('settlement', 'getDirect', 'getDirectSettlement'),
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
