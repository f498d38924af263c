import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './events';

/** What the editor offers to narrow an event down, in alphabetical order. */
export function filtersOf(event: TriggerEvent): INodeProperties[] {
	const statuses = event.family === 'watched' && event.filtersStatus ? STATUSES : [];
	const names: readonly string[] = event.filters;
	return [...QUERIES.filter(({ name }) => names.includes(name)), ...statuses];
}

/** By the contract's own parameter names. */
const QUERIES: INodeProperties[] = [
	{
		displayName: 'Agency',
		name: 'agency',
		type: 'string',
		default: '',
		placeholder: 'e.g. CASH-IN',
		description: 'Only what is handled by this agency',
	},
	{
		displayName: 'Case ID',
		name: 'caseId',
		type: 'string',
		default: '',
		placeholder: 'e.g. CASE-2001',
		description: 'Only what belongs to this collection case',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR',
		description: 'Only payments in this currency',
	},
	{
		displayName: 'Invoice Number',
		name: 'invoiceNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1042',
		description: 'Only what belongs to this invoice',
	},
];

const STATUSES: INodeProperties[] = [
	{
		displayName: 'New Status',
		name: 'newStatus',
		type: 'string',
		default: '',
		placeholder: 'e.g. Paid',
		description:
			"Only changes to this status, in Cash-In's own word. Several with commas between them.",
	},
	{
		displayName: 'Previous Status',
		name: 'previousStatus',
		type: 'string',
		default: '',
		placeholder: 'e.g. Open',
		description:
			"Only changes from this status, in Cash-In's own word. Several with commas between them.",
	},
];
