import type { INodeProperties } from 'n8n-workflow';

/** Names that n8n 1.123 and later ones brought are not there for whoever looks for them; the engine itself needs some. */
jest.mock('n8n-workflow', () => {
	const newer = [
		'migrateRunExecutionData',
		'toExecutionContextEstablishmentHookParameter',
		'getCredentialAllowedDomains',
		'safeRegex',
		'isHitlToolType',
	];
	const isThere = (name: string | symbol) => !newer.includes(String(name));
	return new Proxy(
		{ ...jest.requireActual<object>('n8n-workflow') },
		{
			has: (_, name) => isThere(name),
			ownKeys: (target) => Reflect.ownKeys(target).filter(isThere),
		},
	);
});

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import { fromFields } from '../support/invoiceRuns';
import { createTrigger, runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const noticesOf = (properties: INodeProperties[]) =>
	properties.filter(({ type, displayOptions }) => type === 'notice' && !displayOptions);

const TOO_OLD = 'Cash-In needs n8n 1.123 or newer, and this n8n is older';

it('each node says above its fields that this n8n is too old', () => {
	for (const { description } of [new CashIn(), new CashInTrigger()]) {
		const [first] = noticesOf(description.properties);
		expect(description.properties.indexOf(first as INodeProperties)).toBe(0);
		expect(first?.displayName).toBe(`${TOO_OLD}. Update n8n: until then this node does not run.`);
	}
});

it('an invoice is not sent, and the error says why', async () => {
	const { error } = await runCashIn([{}], fromFields('create'), { baseUrl: simulator().url });

	expect(error).toMatchObject({
		message: TOO_OLD,
		description: 'Nothing was sent to Cash-In. Update n8n and run the workflow again.',
	});
	expect(simulator().requests).toEqual([]);
});

it('where failures leave by the error branch, every item leaves by it and none as if it had been sent', async () => {
	const { success, failed, error } = await runCashIn(
		[{ order: 1 }, { order: 2 }],
		fromFields('create'),
		{ baseUrl: simulator().url },
		{ onError: 'continueErrorOutput' },
	);

	expect(error).toBeUndefined();
	expect(success).toEqual([]);
	expect(failed.map(({ json }) => [json.order, json.error])).toEqual([
		[1, expect.stringContaining(TOO_OLD)],
		[2, expect.stringContaining(TOO_OLD)],
	]);
	expect(simulator().requests).toEqual([]);
});

it('a trigger does not begin, and the error says why', async () => {
	const trigger = createTrigger({}, { baseUrl: simulator().url });

	await expect(trigger.poll()).rejects.toThrow(TOO_OLD);
	expect(simulator().requests).toEqual([]);
});
