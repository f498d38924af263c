import type { ResourceRow } from '../shared/catalogueRow';
import * as getOperation from './get.operation';
import * as getAll from './getAll.operation';
import * as getAllDirect from './getAllDirect.operation';
import * as getDirect from './getDirect.operation';

/** What Cash-In paid out (tilitykset), and for which invoices. */
export const settlementResource: ResourceRow = {
	name: 'Settlement',
	value: 'settlement',
	description: 'What Cash-In paid out (tilitykset), and for which invoices',
	operations: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get settlement',
			description: 'Get a settlement with the payments in it',
			run: { each: getOperation },
		},
		{
			name: 'Get Direct',
			value: 'getDirect',
			action: 'Get direct settlement',
			description: 'Get a direct settlement with the payments in it',
			run: { each: getDirect },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many settlements',
			description:
				'List settlements. Cash-In speaks of "fresh" ones: reading the list may mark them as read.',
			run: { each: getAll },
		},
		{
			name: 'Get Many Direct',
			value: 'getAllDirect',
			action: 'Get many direct settlements',
			description: 'List direct settlements. Reading the list may mark them as read.',
			run: { each: getAllDirect },
		},
	],
};
