import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { workflow, type Workflow, type WorkflowNode } from '../support/n8n';
import { READ, SEND } from './api.cts';
import { ACCOUNTS, AT_ONCE, BATCH, PAGES_IN_FLIGHT } from './contenders.cts';
import { invoiceNodes } from './invoices.cts';

const HEADER_KEY = { id: 'headerKey', name: 'X-Api-Key' };
const CASH_IN = { id: 'cashInCredential', name: 'Cash-In' };
const OF_ITEM = { id: 'credentialOfItem', name: 'Cash-In of the Item' };

/** How many requests a rate limit lets be under way at once, and how often a batch of so many may start. */
const RATE_LIMIT = 10;

/** The API keys of the accounts. */
export const ACCOUNT_KEYS = Array.from(
	{ length: ACCOUNTS },
	(_, index) => `key-of-account-${index}`,
);

/** Credentials for the simulator: ours, the same by expression, and a plain header for n8n's HTTP Request. */
export function credentials(url: string, key: string) {
	return [
		{
			...CASH_IN,
			type: 'cashInApi',
			data: { apiKey: key, environment: 'custom', baseUrl: url, endpointOverrides: '{}' },
		},
		{
			...OF_ITEM,
			type: 'cashInApi',
			data: {
				apiKey: '={{ $json.apiKey }}',
				environment: 'custom',
				baseUrl: url,
				endpointOverrides: '{}',
			},
		},
		{ ...HEADER_KEY, type: 'httpHeaderAuth', data: { name: 'X-Api-Key', value: key } },
	];
}

/**
 * Workflows that send `count` invoices; of the empty one the last node does nothing.
 * @param options `url` is what paths come after, `key` the one of the bare helper
 */
export function sendingWorkflows({
	url,
	key,
	count,
	latencyMs,
}: {
	url: string;
	key: string;
	count: number;
	latencyMs: number;
}): Record<string, Workflow> {
	const source = invoiceNodes(count);
	const ending = (id: string, last: WorkflowNode) => chain(id, [...source, last]);
	const ofAccounts = invoiceNodes(count, { keys: ACCOUNT_KEYS });
	const endingAccounts = (id: string, last: WorkflowNode) => chain(id, [...ofAccounts, last]);
	return {
		empty: ending('sendNothing', noOp()),
		emptyAccounts: endingAccounts('sendNothingOfAccounts', noOp()),
		json: ending('sendJson', cashIn(JSON_INVOICE)),
		concurrent: ending(
			'sendConcurrent',
			cashIn({ ...JSON_INVOICE, options: { concurrentRequests: AT_ONCE } }),
		),
		fields: ending('sendFields', cashIn({ resource: 'invoice', operation: 'create', ...FIELDS })),
		accounts: endingAccounts(
			'sendOfAccounts',
			cashIn({ ...JSON_INVOICE, invoiceJson: '={{ $json.invoice }}' }, OF_ITEM),
		),
		helper: ending('sendWithHelper', bare('send', { url, key, api: SEND, batch: BATCH })),
		credentials: endingAccounts('askForCredentials', bare('credentials', {})),
		oneByOne: ending('sendOneByOne', httpRequest(url, {})),
		batched: ending(
			'sendBatched',
			httpRequest(url, {
				// The node waits this long after starting a batch, whether it has been answered or not.
				batching: { batch: { batchSize: RATE_LIMIT, batchInterval: latencyMs + 5 } },
			}),
		),
	};
}

const accessTo = (names: readonly string[]) =>
	names
		.map((name) => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`))
		.join('');
const ofInvoice = (field: keyof typeof SALES_INVOICE) =>
	`={{ $json${accessTo([SALES_INVOICE[field]])} }}`;

export const JSON_INVOICE = {
	resource: 'invoice',
	operation: 'create',
	inputMode: 'json',
	invoiceJson: '={{ $json }}',
};

/** The same invoice from twelve expressions. */
const FIELDS = {
	inputMode: 'fields',
	invoiceNumber: ofInvoice('invoiceNumber'),
	invoiceDate: ofInvoice('invoiceDate'),
	dueDate: ofInvoice('dueDate'),
	currency: ofInvoice('currency'),
	buyerName: ofInvoice('buyerName'),
	buyerStreetAddress: ofInvoice('buyerStreetAddress'),
	buyerPostalCode: ofInvoice('buyerPostalCode'),
	buyerCity: ofInvoice('buyerCity'),
	buyerCountry: ofInvoice('buyerCountry'),
	buyerEmail: ofInvoice('billingEmailAddress'),
	deliveryType: ofInvoice('deliveryType'),
	pricesIncludeVat: false,
	referenceMode: 'national',
	rowsInput: 'expression',
	rowsArray: ofInvoice('rows'),
};

/**
 * Workflows that read every payment.
 * @param options as for `sendingWorkflows`
 */
export function readingWorkflows({
	url,
	key,
}: {
	url: string;
	key: string;
}): Record<string, Workflow> {
	const pages = {
		name: 'Measured',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: url + READ.path,
			...HEADER_AUTH,
			sendQuery: true,
			queryParameters: { parameters: [{ name: READ.pageSize, value: '100' }] },
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [{ type: 'qs', name: READ.page, value: '={{ $pageCount + 1 }}' }],
						},
						paginationCompleteWhen: 'other',
						completeExpression: `={{ $pageCount * 100 >= $response.body${accessTo(READ.total)} }}`,
					},
				},
			},
		},
		credentials: { httpHeaderAuth: HEADER_KEY },
	};
	const split = {
		name: 'Payments',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: READ.rows.join('.'), options: {} },
	};
	return {
		empty: chain('readNothing', [manualTrigger(), noOp()]),
		cashIn: chain('readAll', [
			manualTrigger(),
			cashIn({ resource: 'payment', operation: 'getAllocated', returnAll: true }),
		]),
		helper: chain('readWithHelper', [
			manualTrigger(),
			bare('read', { url, key, api: READ, batch: BATCH, inFlight: PAGES_IN_FLIGHT }),
		]),
		pages: chain('readPages', [manualTrigger(), pages]),
		split: chain('readSplit', [manualTrigger(), pages, split]),
	};
}

const HEADER_AUTH = { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth' };

function httpRequest(url: string, options: IDataObject): WorkflowNode {
	return {
		name: 'Measured',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: SEND.method,
			url: url + SEND.path,
			...HEADER_AUTH,
			sendBody: true,
			specifyBody: 'json',
			jsonBody:
				SEND.items === undefined
					? '={{ [$json] }}'
					: `={{ { ${JSON.stringify(SEND.items)}: [$json] } }}`,
			options,
		},
		credentials: { httpHeaderAuth: HEADER_KEY },
	};
}

/** Our node, as what is measured. */
export function cashIn(parameters: IDataObject, account = CASH_IN): WorkflowNode {
	return {
		name: 'Measured',
		type: 'n8n-nodes-cash-in.cashIn',
		typeVersion: 1,
		parameters,
		credentials: { cashInApi: account },
	};
}

/** The node of nodes/Bare.node.js. */
function bare(task: 'send' | 'read' | 'credentials', work: object): WorkflowNode {
	return {
		name: 'Measured',
		type: 'CUSTOM.bare',
		typeVersion: 1,
		parameters: { task, work: JSON.stringify(work) },
		credentials: { cashInApi: OF_ITEM },
	};
}

/** In place of what is measured. */
export function noOp(): WorkflowNode {
	return { name: 'Measured', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
}

export function manualTrigger(): WorkflowNode {
	return {
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
}

/** Nodes in a row. */
export function chain(id: string, nodes: WorkflowNode[]): Workflow {
	const links = nodes.slice(1).map(({ name }, index) => [nodes[index]?.name, [[name]]]);
	return workflow(id, nodes, Object.fromEntries(links));
}
