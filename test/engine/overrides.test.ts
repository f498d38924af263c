import type { IDataObject } from 'n8n-workflow';

import { createTrigger, runCashIn, testCredential } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** The list that an action, a picker and a trigger all read. */
const moved = (path: string) => ({
	baseUrl: simulator().url,
	endpointOverrides: JSON.stringify({ listAllocatedPaymentTransactions: path }),
});

const paths = () => simulator().requests.map(({ path }) => path);

const emptyList = { kind: 'errorShape', status: 200, body: [], count: 9 } as const;

it('a corrected path moves the trigger that reads it', async () => {
	simulator().control.addFault(emptyList);
	await createTrigger({ event: 'paymentAllocated' }, moved('/elsewhere')).poll();
	expect(new Set(paths())).toEqual(new Set(['/v2/elsewhere']));
});

it.each(['paymentReceived', 'settlementPublished'])(
	'it moves no other trigger: %s asks where it always asks',
	async (event) => {
		await createTrigger({ event }, moved('/elsewhere')).poll();
		expect(paths().length).toBeGreaterThan(0);
		expect(paths()).not.toContain('/v2/elsewhere');
	},
);

it('it moves the action that reads it, and no other', async () => {
	const run = async (parameters: IDataObject) =>
		await runCashIn([{}], parameters, moved('/elsewhere'));
	simulator().control.addFault({ ...emptyList, count: 1 });
	await run({ resource: 'payment', operation: 'getAllocated' });
	await run({ resource: 'payment', operation: 'getReceived' });
	expect(paths()).toEqual(['/v2/elsewhere', expect.not.stringContaining('elsewhere')]);
});

describe.each<[string, string, string]>([
	['an unknown placeholder', '/payments/{number}', 'uses {number}, which this operation does not'],
	['no slash in front', 'payments', 'must begin with one slash'],
	['a way out', '/../v1/payments', "leads out of 'Base URL'"],
])('a corrected path with %s', (_, path, words) => {
	const list = async (operation: string) =>
		await runCashIn([{}], { resource: 'payment', operation }, moved(path));

	it('breaks the operation it is for, with advice, before anything is sent', async () => {
		const { error } = await list('getAllocated');
		expect(error?.message).toContain(
			`'Endpoint Overrides': the path of "listAllocatedPaymentTransactions" ${words}`,
		);
		expect(error?.description).toBe('Open the Cash-In credential and correct it.');
		expect(paths()).toEqual([]);
	});

	it('breaks an upload as well, and nothing is sent', async () => {
		const endpointOverrides = JSON.stringify({ createProducts: path });
		const parameters = {
			resource: 'product',
			operation: 'create',
			inputMode: 'json',
			bodyJson: { ProdCode: 'P-1', Name: 'Service' },
		};
		const { error } = await runCashIn([{}], parameters, { ...moved(path), endpointOverrides });
		expect(error?.message).toContain('the path of "createProducts"');
		expect(paths()).toEqual([]);
	});

	it('breaks no other', async () => {
		expect((await list('getReceived')).error).toBeUndefined();
		expect(paths()).toHaveLength(1);
	});

	it('is told by the test of the credential', async () => {
		const { status, message } = await testCredential(moved(path));
		expect(status).toBe('Error');
		expect(message).toContain(words);
	});
});

it('a name that is no operation is told by every operation', async () => {
	const credential = { ...moved(''), endpointOverrides: '{"listpayments": "/payments"}' };
	const parameters = { resource: 'payment', operation: 'getReceived' };
	const { error } = await runCashIn([{}], parameters, credential);
	expect(error?.message).toContain('names "listpayments", which is no operation');
	expect(paths()).toEqual([]);
});
