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

describe('how much of a row an agent gets', () => {
	const row = {
		AllocationId: 5,
		InvoiceNumber: '1042',
		DebtorName: 'Example Debtor',
		PaymentType: { Code: '8', Description: 'Bank Transfer' },
		Amounts: { PaymentAmount: 0.3, CapitalAmount: 0, InterestAmount: null },
		Currency: 'EUR',
		Extra: 'nobody knows it',
	};
	const simple = {
		AllocationId: 5,
		InvoiceNumber: '1042',
		PaymentAmount: 0.3,
		CapitalAmount: 0,
		Currency: 'EUR',
		PaymentTypeCode: '8',
		PaymentType: 'Bank Transfer',
	};
	const payments = { resource: 'payment', operation: 'getAllocated', returnAll: true };
	/** The rows of an answer of Cash-In, as a node gives them on. */
	const read = async (parameters: IDataObject, settings = {}, answer: unknown[] = [row]) => {
		const { addFault } = simulator().control;
		addFault({ kind: 'errorShape', status: 200, body: { Data: answer, Meta: {} }, count: 1 });
		const credential = { baseUrl: simulator().url };
		const { success, error } = await runCashIn([{}], parameters, credential, settings);
		return error?.message ?? success.map(({ json }) => json);
	};

	it.each([
		['as a rule the most useful', {}, simple],
		['the most useful', { output: 'simple' }, simple],
		['all', { output: 'raw' }, row],
		[
			'what somebody selected, where it stood, and the ID',
			{ output: 'fields', fields: ['currency', 'amounts.paymentAmount'] },
			{ AllocationId: 5, Amounts: { PaymentAmount: 0.3 }, Currency: 'EUR' },
		],
		[
			'the same from an expression that gives text',
			{ output: 'fields', fields: '={{ "currency, amounts.paymentAmount" }}' },
			{ AllocationId: 5, Amounts: { PaymentAmount: 0.3 }, Currency: 'EUR' },
		],
		['the ID alone where nothing is selected', { output: 'fields' }, { AllocationId: 5 }],
		[
			'null where Cash-In says so',
			{ output: 'fields', fields: ['amounts.interestAmount'] },
			{ AllocationId: 5, Amounts: { InterestAmount: null } },
		],
	])('is %s', async (_, parameters, expected) => {
		expect(await read({ ...payments, ...parameters }, tool)).toEqual([expected]);
	});

	it.each([
		['off', false, row],
		['on', true, simple],
		['an expression that is false', '={{ false }}', row],
		['an expression that is true', '={{ true }}', simple],
	])('is as before in a tool that was saved with Simplify %s', async (_, simplify, expected) => {
		expect(await read({ ...payments, simplify }, tool)).toEqual([expected]);
	});

	it('is what is chosen in a tool that was saved with Simplify off', async () => {
		const saved = { ...payments, simplify: false };
		expect(await read({ ...saved, output: 'simple' }, tool)).toEqual([simple]);
		expect(await read({ ...saved, output: 'fields', fields: ['currency'] }, tool)).toEqual([
			{ AllocationId: 5, Currency: 'EUR' },
		]);
	});

	it('has no bearing on the ordinary node, which simplifies or does not', async () => {
		expect(await read({ ...payments, output: 'raw' })).toEqual([simple]);
		expect(await read({ ...payments, output: 'fields', simplify: false })).toEqual([row]);
	});

	it('is never more than what was selected, and an answer with none of it is no empty row', async () => {
		const selected = { ...payments, output: 'fields', fields: ['currency'] };
		const odd = { Unheard: 'Example Debtor' };
		expect(await read(selected, tool, [odd])).toMatch(
			/^What Cash-In answered has none of the fields chosen in 'Fields'\. Set 'Output' to Raw/,
		);
		expect(await read(selected, tool, [{ Currency: 'EUR', ...odd }])).toEqual([
			{ Currency: 'EUR' },
		]);
		expect(await read(selected, tool, [])).toEqual([]);
	});

	it.each([
		['fields', { output: 'fields', fields: ['currency', '010101-123N'] }, "'Fields' holds what"],
		['output', { output: '={{ "everything" }}' }, "'Output'"],
	])('is not guessed from %s that there are not', async (_, parameters, said) => {
		const message = await read({ ...payments, ...parameters }, tool);
		expect(message).toContain(said);
		expect(message).not.toContain('010101-123N');
	});

	const properties = new CashIn().description.properties;
	const shownFor = (resource: string, operation: string, name: string) =>
		properties.filter(
			({ name: own, displayOptions: { show } = {} }) =>
				own === name && show?.resource?.includes(resource) && show.operation?.includes(operation),
		);
	const simplified = properties
		.filter(({ name, type }) => name === 'simplify' && type === 'boolean')
		.map(({ displayOptions }) => [
			String(displayOptions?.show?.resource?.[0]),
			String(displayOptions?.show?.operation?.[0]),
		]);

	it('is asked in the tool of every read with more than ten members, in place of Simplify', () => {
		expect(simplified.length).toBeGreaterThanOrEqual(10);
		for (const [resource = '', operation = ''] of simplified) {
			const outputs = shownFor(resource, operation, 'output');
			expect(outputs.map(({ default: usual }) => usual)).toEqual(['simple', 'raw']);
			for (const { options = [], displayOptions } of outputs) {
				expect(options.map(({ name }) => name)).toEqual(['Raw', 'Selected Fields', 'Simplified']);
				expect(displayOptions?.show?.['@tool']).toEqual([true]);
			}
			const [fields, ...more] = shownFor(resource, operation, 'fields');
			expect(more).toEqual([]);
			expect(fields?.type).toBe('multiOptions');
			expect(fields?.options?.length).toBeGreaterThanOrEqual(10);
			const [simplify] = shownFor(resource, operation, 'simplify');
			expect(simplify?.displayOptions?.hide?.['@tool']).toEqual([true]);
		}
		const offering = properties.filter(({ name }) => name === 'fields');
		expect(offering).toHaveLength(simplified.length);
	});

	it('always holds what a row is known by', () => {
		for (const [endpoint, { simplify, fields }] of Object.entries(endpoints)) {
			expect([endpoint, fields?.[0]?.[1]]).toEqual([endpoint, simplify?.[0]?.[1]]);
		}
	});
});
