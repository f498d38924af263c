import type { INodeProperties } from 'n8n-workflow';

import { collectionCase } from './collectionCase';
import { creditor } from './creditor';
import { custom } from './custom/custom';
import { customer } from './customer';
import { debtor } from './debtor';
import { document } from './document';
import { eInvoicing } from './eInvoicing';
import { externalInvoice } from './externalInvoice';
import { finnish } from './finnish';
import { invoice } from './invoice/operations';
import { payment } from './payment';
import { product } from './product';
import { receivable } from './receivable';
import { settlement } from './settlement';
import type { Resource, Runner } from './shared/resource';
import { sms } from './sms';
import { token } from './token';

const resources: Resource[] = [
	collectionCase,
	creditor,
	customer,
	debtor,
	document,
	eInvoicing,
	externalInvoice,
	finnish,
	invoice,
	payment,
	product,
	receivable,
	settlement,
	sms,
	token,
];

/** Every action of the node; the values are part of the public surface. Alphabetical, as the editor shows them. */
export const catalogue: Resource[] = [custom(resources), ...resources];

/** The parameters of the node: resource, operation, and then the fields of each operation. */
export const actionProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: catalogue.map(({ name, value, description }) => ({ name, value, description })),
		default: 'invoice',
	},
	...catalogue.map(
		({ value: resource, operations, initial }): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
			default: initial,
		}),
	),
	...catalogue.flatMap(({ properties }) => properties),
];

/** How an action runs, or nothing when there is no such action. */
export function findRun(resource: string, operation: string): Runner | undefined {
	return catalogue
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation)?.run;
}
