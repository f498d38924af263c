import { list } from './shared/list';
import { record } from './shared/record';
import { resource } from './shared/resource';

export const settlement = resource(
	'settlement',
	{
		name: 'Settlement',
		description: 'What Cash-In paid out (tilitykset), and for which invoices',
	},
	{
		get: record('getSettlement', {
			action: 'Get settlement',
			description: 'Get a settlement with the payments in it',
		}),
		getDirect: record('getDirectSettlement', {
			action: 'Get direct settlement',
			description: 'Get a direct settlement with the payments in it',
		}),
		getAll: list('listSettlements', {
			action: 'Get many settlements',
			description: 'List settlements: what Cash-In paid out, and when',
			notice: 'Cash-In speaks of "fresh" settlements: reading the list may mark them as read.',
		}),
		getAllDirect: list('listDirectSettlements', {
			action: 'Get many direct settlements',
			description: 'List direct settlements: of payments that came to your own account',
			notice: 'Reading the list may mark them as read.',
		}),
	},
);
