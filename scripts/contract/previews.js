'use strict';

const { generatedNotice, operationsOf } = require('./source');

/**
 * Output previews: what one output item of an operation looks like, by the examples of the contract.
 * `item` picks it from the example answer and the example request body.
 */
const previews = [
	{
		resource: 'invoice',
		operation: 'create',
		endpoint: 'createInvoice',
		item: (answer, [invoice]) => ({
			InvoiceNumber: invoice.InvoiceNumber,
			status: 'created',
			StatusDescription: answer.StatusDescription,
		}),
	},
	{
		resource: 'invoice',
		operation: 'getAll',
		endpoint: 'listSalesInvoices',
		item: (answer) => answer.Data[0],
	},
	{
		resource: 'payment',
		operation: 'getAllocated',
		endpoint: 'listAllocatedPaymentTransactions',
		item: (answer) => answer.Data[0],
	},
];

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
