import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { endpoints } from '../api/endpoints.generated';
import { collectionCaseResource } from './collectionCase/resource';
import { creditorResource } from './creditor/resource';
import { customerResource } from './customer/resource';
import { debtorResource } from './debtor/resource';
import { documentResource } from './document/resource';
import { eInvoicingResource } from './eInvoicing/resource';
import { externalInvoiceResource } from './externalInvoice/resource';
import { finnishResource } from './finnish/resource';
import { invoiceResource } from './invoice/resource';
import { paymentResource } from './payment/resource';
import { productResource } from './product/resource';
import { receivableResource } from './receivable/resource';
import { settlementResource } from './settlement/resource';
import { smsResource } from './sms/resource';
import { tokenResource } from './token/resource';
import type { OperationRow, ResourceRow } from './shared/catalogueRow';

/** Every action of the node; the values are part of the public surface. Alphabetical, as the editor shows them. */
export const catalogue: ResourceRow[] = [
	collectionCaseResource,
	creditorResource,
	customerResource,
	debtorResource,
	documentResource,
	eInvoicingResource,
	externalInvoiceResource,
	finnishResource,
	invoiceResource,
	paymentResource,
	productResource,
	receivableResource,
	settlementResource,
	smsResource,
	tokenResource,
];

/** What the editor begins with, where the first operation would write something nobody asked for. */
const USUAL: Readonly<Record<string, string>> = {
	collectionCase: 'get',
	creditor: 'getDeliveryInformation',
	customer: 'getAll',
	externalInvoice: 'getAgreementStatus',
	product: 'getAll',
	token: 'validate',
};

/** The parameters of the node: resource, operation, and then what each operation asks for. */
export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: catalogue.map(({ name, value, description }) => ({ name, value, description })),
		default: 'invoice',
	},
	...catalogue.map(operationProperty),
	...catalogue.flatMap(({ properties = [], operations }) => [
		...properties,
		...operations.flatMap(({ run }) => descriptionOf(run)),
	]),
];

/** How an action runs, or nothing when there is no such action. */
export function findRun(resource: string, operation: string): OperationRow['run'] | undefined {
	return catalogue
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation)?.run;
}

function operationProperty({ value: resource, operations }: ResourceRow): INodeProperties {
	const first = USUAL[resource] ?? operations[0]?.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(optionOf),
		default: first,
	};
}

function optionOf({ name, value, action, description, run }: OperationRow): INodePropertyOptions {
	return { name, value, action, description: `${description}${caveat(run)}` };
}

/** What the user should know of an operation whose address is our reading: it may have to be corrected. */
function caveat(run: OperationRow['run']): string {
	const endpoint = 'each' in run ? run.each.endpoint : run.many.endpoint;
	if (endpoint === undefined) return '';
	switch (endpoints[endpoint].evidence) {
		case 'partial':
			return '. Its path is not yet confirmed by Cash-In.';
		case 'inferred':
			return '. Its method and path are not yet confirmed by Cash-In.';
		default:
			return '';
	}
}

function descriptionOf(run: OperationRow['run']): INodeProperties[] {
	return 'each' in run ? run.each.description : run.many.description;
}
