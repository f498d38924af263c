import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { finnishResource } from './finnish/resource';
import * as createInvoice from './invoice/create.operation';
import * as getAllInvoices from './invoice/getAll.operation';
import * as previewInvoice from './invoice/preview.operation';
import * as getAllocatedPayments from './payment/getAllocated.operation';
import type { OperationRow, ResourceRow } from './shared/catalogueRow';
import type { BatchOperation } from './shared/operation';

/** Every action of the node; the values are part of the public surface. Alphabetical, as the editor shows them. */
export const catalogue: ResourceRow[] = [
	finnishResource,
	{
		name: 'Invoice',
		value: 'invoice',
		description: 'Sales invoices (laskut) that Cash-In delivers',
		operations: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create invoice',
				description: 'Send an invoice to be delivered; many items go out in few requests',
				run: { many: createInvoice as BatchOperation },
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many invoices',
				description:
					'List the invoices in Cash-In. Its path is documented, its filters and answer are not yet confirmed.',
				run: { each: getAllInvoices },
			},
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview invoice',
				description:
					'See exactly what Create would send, the totals and every warning; nothing is sent',
				run: { each: previewInvoice },
			},
		],
	},
	{
		name: 'Payment',
		value: 'payment',
		description: 'Money that came in for invoices',
		operations: [
			{
				name: 'Get Allocated',
				value: 'getAllocated',
				action: 'Get allocated payments',
				description:
					'List payments, rebates and write-offs matched to invoices; without dates those of the last 30 days',
				run: { each: getAllocatedPayments },
			},
		],
	},
];

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
	...catalogue.flatMap(({ operations }) => operations.flatMap(({ run }) => descriptionOf(run))),
];

/** How an action runs, or nothing when there is no such action. */
export function findRun(resource: string, operation: string): OperationRow['run'] | undefined {
	return catalogue
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation)?.run;
}

function operationProperty({ value: resource, operations }: ResourceRow): INodeProperties {
	const first = operations[0]?.value ?? '';
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

function optionOf({ name, value, action, description }: OperationRow): INodePropertyOptions {
	return { name, value, action, description };
}

function descriptionOf(run: OperationRow['run']): INodeProperties[] {
	return 'each' in run ? run.each.description : run.many.description;
}
