import type { IDataObject } from 'n8n-workflow';

import { createTrigger, runCashIn } from '../support/engine';
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
