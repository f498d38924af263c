import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { plainOrder } from '../support/orderFixtures';
import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { runOrders } from '../support/orderRuns';
import {
	elementsOf,
	exampleBody,
	exampleParameters,
	switchedOn,
	writes,
	type Write,
} from '../support/writes';

const simulator = useSimulator();

/** What n8n makes of the node for AI agents. */
const tool = { type: 'n8n-nodes-cash-in.cashInTool' };

/** All that an agent may write without anybody having opened it: it reaches nobody, and moves no money. */
const OPEN = [
	'customer: create',
	'customer: delete',
	'customer: update',
	'product: create',
	'product: delete',
];

const nameOf = ({ resource, operation }: Omit<Write, 'endpoint'>) => `${resource}: ${operation}`;
const closed = writes.filter((write) => !OPEN.includes(nameOf(write)));

/** Where not every body matters. */
const BODIES: Partial<Record<EndpointId, object>> = {
	updateCreditor: { CreditorUpdateDetails: { Iban: 'FI2112345600000785' } },
};

/** The contract's example of it, as a tool that somebody set up. */
const run = async (write: Write, parameters: IDataObject, settings = {}) => {
	const { resource, operation, endpoint } = write;
	const [example = {}] = elementsOf(exampleBody(endpoint), write);
	const element = BODIES[endpoint] ?? example;
	const given = {
		inputMode: 'json',
		bodyJson: JSON.stringify(element),
		invoiceJson: JSON.stringify(element),
	};
	const apiKey = endpoints[endpoint].partnerKey ? 'partner-key' : 'demo-key';
	return await runCashIn(
		[{}],
		{ resource, operation, ...exampleParameters(endpoint), ...given, ...switchedOn, ...parameters },
		{ baseUrl: simulator().url, apiKey },
		settings,
	);
};

/** The switch of an operation, as the editor shows it in the tool. */
const switchesOf = ({ resource, operation }: Omit<Write, 'endpoint'>): INodeProperties[] =>
	new CashIn().description.properties.filter(
		({ name, displayOptions: { show } = {} }) =>
			name === 'allowAgent' &&
			show?.resource?.includes(resource) &&
			show.operation?.includes(operation),
	);

describe.each(closed)('$resource: $operation', (write) => {
	it('is closed to an AI agent until a person opens it, and says what to switch on', async () => {
		const { error } = await run(write, {}, tool);
		expect(error?.message).toMatch(
			/^Nothing was sent: this operation is not open to AI agents\. Let a person switch on 'Allow AI Agents' in the tool; it is off in tools that were saved before .+ An agent can then .+\. \[item 0\]$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it('is done when it is opened, and without a word in the ordinary node', async () => {
		await run(write, { allowAgent: true }, tool);
		expect(simulator().to(write.endpoint)).toHaveLength(1);
		await run(write, {});
		expect(simulator().to(write.endpoint)).toHaveLength(2);
	});
});

it('what an agent may write without being asked for is named here, and nothing else is', () => {
	const without = writes.filter((write) => switchesOf(write).length === 0).map(nameOf);
	expect(without.sort()).toEqual(OPEN);
});

it.each(OPEN)('%s is open', async (name) => {
	const write = writes.find((one) => nameOf(one) === name);
	if (write === undefined) throw new Error(`There is no ${name}`);
	await run(write, {}, tool);
	expect(simulator().to(write.endpoint)).toHaveLength(1);
});

it('each switch says in a sentence of its own what the agent can then do, and no data can set it', () => {
	const fromOrder = { resource: 'invoice', operation: 'createFromOrder' };
	const call = { resource: 'custom', operation: 'call' };
	const switches = [...closed, fromOrder].flatMap(switchesOf);
	expect(switches).toHaveLength(closed.length + 1);
	for (const { type, default: initial, noDataExpression, displayOptions, hint } of switches) {
		expect([type, initial, noDataExpression]).toEqual(['boolean', false, true]);
		expect(displayOptions?.show?.['@tool']).toEqual([true]);
		expect(hint).toMatch(/^An agent can then [^.]{20,110}\.$/);
	}
	const sentences = [...switches, ...switchesOf(call).slice(0, 1)].map(({ hint }) => hint);
	expect(new Set(sentences).size).toBe(sentences.length);
});

describe('an order', () => {
	const orders = async (parameters: IDataObject) =>
		await runOrders(simulator().url, [plainOrder()], parameters, tool);

	it('is not invoiced by an AI agent until a person opens it', async () => {
		const { failed } = await orders({});
		expect(failed[0]?.json.error).toContain('not open to AI agents');
		expect(simulator().requests).toEqual([]);
		const { success } = await orders({ allowAgent: true });
		expect(success).toHaveLength(1);
		expect(simulator().to('createInvoice')).toHaveLength(1);
	});

	it('may be previewed by any agent', async () => {
		const { success } = await orders({ previewOnly: true });
		expect(success[0]?.json).toMatchObject({ wouldBeSent: true });
	});
});

it('an invoice may be previewed by any agent', async () => {
	const [invoice] = [exampleBody('createInvoice')].flat();
	const parameters = {
		resource: 'invoice',
		operation: 'preview',
		inputMode: 'json',
		invoiceJson: JSON.stringify(invoice),
	};
	const { success, error } = await runCashIn([{}], parameters, null, tool);
	expect(error).toBeUndefined();
	expect(success[0]?.json).toMatchObject({ invoice: expect.any(Object) });
});

it('an invoice that an agent sends by an API Call is closed to it, too', async () => {
	const parameters = {
		resource: 'custom',
		operation: 'call',
		requestBy: 'endpoint',
		endpoint: 'createInvoice',
		body: JSON.stringify([exampleBody('createInvoice')].flat()),
	};
	const { error } = await runCashIn([{}], parameters, { baseUrl: simulator().url }, tool);
	expect(error?.message).toContain('not open to AI agents');
	expect(simulator().requests).toEqual([]);
});

it('of several invoices each is refused by its own, with the error branch', async () => {
	const [invoice] = [exampleBody('createInvoice')].flat();
	const parameters = {
		resource: 'invoice',
		operation: 'create',
		inputMode: 'json',
		invoiceJson: JSON.stringify(invoice),
	};
	const { success, failed } = await runCashIn(
		[{}, {}],
		parameters,
		{ baseUrl: simulator().url },
		{ ...tool, onError: 'continueErrorOutput' },
	);
	expect(success).toEqual([]);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(simulator().requests).toEqual([]);
});
