import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { useStandIn } from '../support/standIn';

type Tables = typeof import('../support/adoptedTables');
jest.mock(
	'../../nodes/CashIn/api/generated/endpoints',
	() => jest.requireActual<Tables>('../support/adoptedTables').endpoints,
);
jest.mock(
	'../../nodes/CashIn/api/generated/fields',
	() => jest.requireActual<Tables>('../support/adoptedTables').fields,
);
jest.mock(
	'../../nodes/CashIn/api/generated/members',
	() => jest.requireActual<Tables>('../support/adoptedTables').members,
);
jest.mock(
	'../../nodes/CashIn/api/generated/roles',
	() => jest.requireActual<Tables>('../support/adoptedTables').roles,
);

const cashIn = useStandIn();

const run = async (
	resource: string,
	operation: string,
	parameters: IDataObject,
	{ settings = {} } = {},
) =>
	await runCashIn(
		[{}],
		{ resource, operation, ...parameters },
		{ baseUrl: cashIn.baseUrl },
		settings,
	);

const hintsOf = ({ run: whole }: Awaited<ReturnType<typeof run>>): string[] =>
	(whole.data.resultData.runData['Cash-In']?.[0]?.hints ?? []).map(({ message }) => message);

describe('a body with names of before', () => {
	it('goes out under the new ones, which the call says: of a list, of what is around it, and of what is in it', async () => {
		const call = async (endpoint: string, body: unknown) =>
			await run('custom', 'call', {
				requestBy: 'endpoint',
				endpoint,
				body: JSON.stringify(body),
				confirm: true,
			});
		const result = await call('createCollectionCases', {
			Receivables: [{ Debtor: { Name: 'Buyer' } }, { Debtor: { Name: 'Buyer' } }],
		});
		expect(cashIn.asked[0]?.body).toEqual({
			claims: [{ payer: { payerName: 'Buyer' } }, { payer: { payerName: 'Buyer' } }],
		});
		expect(hintsOf(result).map((text) => text.split(' now')[0])).toEqual([
			"'Body (JSON)': 'Receivables' is called 'claims'",
			"'Body (JSON)': 'claims[0].Debtor' is called 'payer'",
			"'Body (JSON)': 'claims[0].payer.Name' is called 'payerName'",
		]);
		await call('createInvoice', [{ SalesName: 'a' }, { customer_name: 'b' }]);
		expect(cashIn.asked[1]?.body).toEqual([{ customer_name: 'a' }, { customer_name: 'b' }]);
	});
});

describe('an operation that an adoption adds', () => {
	const call = async (endpoint: string, more: object = {}, settings = {}) =>
		await run('custom', 'call', { requestBy: 'endpoint', endpoint, ...more }, { settings });
	const asked = () => cashIn.asked.map(({ method, path }) => `${method} ${path}`);

	it('can be called at once; a read as it is', async () => {
		cashIn.answer = () => ({ body: [{ a: 1 }] });
		const { success, error } = await call('listThings');
		expect(error).toBeUndefined();
		expect(asked()).toEqual(['GET /things']);
		expect(success.map(({ json }) => json)).toEqual([{ a: 1 }]);
	});

	it('that changes something has to be confirmed, is closed to AI agents, and is never repeated', async () => {
		expect((await call('createThing')).error?.message).toContain("'Confirm' is off");
		const tool = { type: 'n8n-nodes-cash-in.cashInTool' };
		const closed = await call('createThing', { confirm: true }, tool);
		expect(closed.error?.message).toContain('not open to AI agents');
		expect(asked()).toEqual([]);
		cashIn.answer = () => ({ status: 429, body: {} });
		await call('createThing', { confirm: true });
		expect(asked()).toEqual(['POST /things']);
	});

	it('that deletes by a parameter of the query is not asked without it, chosen or typed', async () => {
		const typed = { requestBy: 'path', method: 'DELETE', path: '/things', confirm: true };
		for (const parameters of [{ endpoint: 'deleteThing', confirm: true }, typed]) {
			const { error } = await run('custom', 'call', { requestBy: 'endpoint', ...parameters });
			expect(error?.message).toContain("'Thing ID' is empty");
		}
		expect(asked()).toEqual([]);
	});

	it('whose answer is a key needs somebody who sees it, and hides it from others', async () => {
		const { error } = await call('makeThingKey', { confirm: true });
		expect(error?.message).toContain('the answer holds a key');
		expect(asked()).toEqual([]);
	});
});
