import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { operationsOf, readContract } from '../support/contract.cts';
import { runCashIn } from '../support/engine';
import { editorName, parametersIn, pathWith, sentIn } from '../support/parameters';
import { useSimulator } from '../support/simulator';
import {
	exampleAnswer,
	exampleBody,
	elementsOf,
	exampleParameters,
	fieldsShown,
	inFields,
	isBulk,
	leavesOf,
	switchedOn,
	writes,
	type Write,
} from '../support/writes';

/** No wait of the node lasts: what it waits for is held by other tests. */
jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../support/waits')>('../support/waits')
		.withWaits((ms) => Math.min(ms, 5)),
);

const simulator = useSimulator({ strict: true });

/** An expression that comes to nothing. */
const EMPTY = '={{ $json.nothing }}';

const credential = (endpoint: EndpointId) => ({
	baseUrl: simulator().url,
	apiKey: endpoints[endpoint].partnerKey ? 'partner-key' : 'demo-key',
});

const run = async (
	{ resource, operation, endpoint }: Write,
	parameters: IDataObject,
	items: IDataObject[] = [{}],
	settings = {},
) =>
	await runCashIn(
		items,
		{ resource, operation, ...switchedOn, ...parameters },
		credential(endpoint),
		settings,
	);

/** Cash-In gives this answer, whatever it is asked. */
const answered = (status: number, body: unknown, count = 99) =>
	simulator().control.addFault({ kind: 'errorShape', status, body, count });

const MAKES_AN_EXAMPLE = [
	'createCustomers',
	'createInvoice',
	'createInvoiceWithSellerInfo',
	'submitInvoiceBatch',
];

it('every operation of the contract is an action, and every action an operation', () => {
	const offered = catalogue.flatMap(({ operations }) =>
		operations.flatMap(
			({ run: how }) => ('each' in how ? how.each.endpoint : how.many.endpoint) ?? [],
		),
	);
	const actions = operationsOf(readContract()).filter(({ operation }) => operation['x-action']);
	expect([...new Set(offered)].sort()).toEqual(actions.map(({ id }) => id).sort());
	expect(writes.length).toBeGreaterThanOrEqual(21);
});

describe.each(writes)('$resource: $operation', (write) => {
	const { endpoint } = write;
	const path = exampleParameters(endpoint);
	const [element] = elementsOf(exampleBody(endpoint), write);
	/** The example of the contract, given as JSON. */
	const asJson = {
		...path,
		inputMode: 'json',
		bodyJson: JSON.stringify(element ?? {}),
		invoiceJson: JSON.stringify(element ?? {}),
	};

	it("sends the contract's example to its endpoint, as it is", async () => {
		answered(200, exampleAnswer(endpoint));
		await run(write, asJson);
		const [request] = simulator().requests;
		expect([request?.method, request?.path, request?.operationId]).toEqual([
			endpoints[endpoint].method,
			simulator().basePath + pathWith(endpoint, path),
			endpoint,
		]);
		expect(request?.query).toEqual(sentIn(endpoint, 'query', path));
		if (element === undefined) expect(request?.rawBody).toBe('');
		else
			expect(elementsOf(JSON.parse(request?.rawBody ?? ''), write)[0]).toMatchObject(
				element as object,
			);
	});

	it('is done by the simulator, which checks it against the contract, and pairs its output with its item', async () => {
		// The examples know the customer and the invoice that these would make.
		if (!MAKES_AN_EXAMPLE.includes(endpoint)) simulator().control.seedExamples();
		const { success, error } = await run(write, asJson);
		expect(error).toBeUndefined();
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	});

	it.each<[string, number, unknown]>([
		['a 402', 402, { Message: 'not now' }],
		['a 403', 403, {}],
		['a 404', 404, 'nothing here'],
		['a web page', 405, '<html><title>Oops</title></html>'],
		['an overloaded server', 503, ''],
	])('says in words what was asked and what is wrong after %s', async (_, status, body) => {
		answered(status, body);
		const { failed, success } = await run(write, asJson, [{}], { onError: 'continueErrorOutput' });
		expect(success).toEqual([]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		const { error, message } = failed[0]?.json ?? {};
		expect(error).toMatch(new RegExp(`Cash-In answered ${status}`));
		expect(error).toMatch(
			isBulk(write) ? /was not|may or may not have been/ : endpoints[endpoint].title,
		);
		if ([404, 405].includes(status) && endpoints[endpoint].evidence !== 'documented') {
			expect(message).toMatchObject({
				advice: expect.stringContaining(`{"${endpoint}": "/the/right/path"}`),
			});
		}
		const writesOnce = simulator().to(endpoint).length;
		if (endpoints[endpoint].retry !== 'read') expect(writesOnce).toBe(1);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['something unexpected', { Unheard: [{ of: null }] }],
		['a list', ['odd']],
		['a number', 7],
	])('gives on an answer that is %s without a crash', async (_, body) => {
		if (body === undefined) simulator().control.addFault({ kind: 'noContent', count: 1 });
		else answered(200, body);
		const { success, failed } = await run(write, asJson, [{}], { onError: 'continueErrorOutput' });
		expect([...success, ...failed].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(JSON.stringify([...success, ...failed])).not.toMatch(/TypeError|undefined|\[object/);
	});

	it('goes where the credential says its path is', async () => {
		answered(200, exampleAnswer(endpoint));
		const { resource, operation } = write;
		const endpointOverrides = JSON.stringify({ [endpoint]: '/elsewhere' });
		await runCashIn(
			[{}],
			{ resource, operation, ...switchedOn, ...asJson },
			{ ...credential(endpoint), endpointOverrides },
		);
		expect(simulator().requests[0]?.path).toBe(`${simulator().basePath}/elsewhere`);
	});

	it('is not run again by n8n where that would do it twice', async () => {
		const repeatable = ['PUT', 'DELETE'].includes(endpoints[endpoint].method);
		const { error } = await run(write, asJson, [{}], {
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 0,
		});
		if (
			endpoints[endpoint].retry === 'never' ||
			(!repeatable && endpoints[endpoint].method === 'POST')
		) {
			expect(error?.message).toContain("'Retry On Fail' is switched on");
			expect(simulator().requests).toEqual([]);
		} else {
			expect(error?.message ?? '').not.toContain('Retry On Fail');
		}
	});
});

const IBANS = ['FI2112345600000785', 'SE4550000000058398257466'];

/** Values of each kind, no two alike. */
function filled(field: INodeProperties, next: () => number): unknown {
	switch (field.type) {
		case 'dateTime':
			return `2026-03-${String((next() % 28) + 1).padStart(2, '0')}`;
		case 'number':
			return next() + 0.25 * Number(!/Code$|Terms/.test(field.name));
		case 'boolean':
			return true;
		case 'json':
			return undefined;
		case 'collection':
			return Object.fromEntries(
				(field.options ?? []).flatMap((option) =>
					'type' in option && option.name !== 'otherMembers'
						? [[option.name, filled(option, next)]]
						: [],
				),
			);
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: `text ${next()}` };
		case 'fixedCollection': {
			const [group] = field.options ?? [];
			const values = group !== undefined && 'values' in group ? group.values : [];
			const entry = () =>
				Object.fromEntries(values.map((value) => [value.name, filled(value, next)]));
			return { [group?.name ?? '']: [entry(), entry()] };
		}
		default:
			// Account numbers are checked, and none is like another.
			if (/iban$/i.test(field.name)) return IBANS[next() % IBANS.length];
			return /bic$/i.test(field.name) ? `EXAMFI${10 + next()}` : `text ${next()}`;
	}
}

/** Values by the names of their fields, however deep. */
function namedValues(name: string, value: unknown): Array<[string, unknown]> {
	if (Array.isArray(value)) return value.flatMap((entry) => namedValues(name, entry));
	if (typeof value === 'object' && value !== null) {
		if ('__rl' in value && 'value' in value) return [[name, value.value]];
		return Object.entries(value).flatMap(([inner, one]) => namedValues(inner, one));
	}
	return value === undefined ? [] : [[name, value]];
}

/** Invoices have fields of their own, tested where they are built. */
const plain = writes.filter(
	({ endpoint }) =>
		exampleBody(endpoint) !== undefined &&
		!['createInvoice', 'submitInvoiceBatch', 'createInvoiceWithSellerInfo'].includes(endpoint),
);

it.each(plain)(
	'$resource: $operation sends every field it offers, each in the member that has its field name',
	async (write) => {
		let count = 0;
		const fields = fieldsShown(write).filter(
			({ name, type }) =>
				type !== 'notice' && !['inputMode', 'confirm', 'options', 'sender'].includes(name),
		);
		const parameters: IDataObject = {};
		for (const field of fields) {
			const value = filled(field, () => (count += 1)) as IDataObject[string];
			if (value !== undefined) parameters[field.name] = value;
		}
		const path = exampleParameters(write.endpoint);
		answered(200, exampleAnswer(write.endpoint));
		const { error } = await run(write, { inputMode: 'fields', ...parameters, ...path });
		expect(error).toBeUndefined();
		const [sent] = elementsOf(JSON.parse(simulator().requests[0]?.rawBody ?? 'null'), write);
		const leaves = leavesOf(inFields(write.endpoint, sent));
		const given = Object.entries(parameters)
			.filter(([name]) => !(name in path))
			.flatMap(([name, value]) => namedValues(name, value));
		for (const [name, value] of given) {
			const found = leaves.filter(([, leaf]) => leaf === value);
			const joined = found.map(([names]) => names.replace(/\./g, '').toLowerCase());
			expect([name, joined.some((names) => names.endsWith(name.toLowerCase()))]).toEqual([
				name,
				true,
			]);
		}
		// Beside them nothing but the key of the path, which an update repeats in its body.
		const own = Object.values(path);
		const others = leaves.filter(([, leaf]) => !given.some(([, value]) => value === leaf));
		expect(others.filter(([, leaf]) => !own.includes(String(leaf)))).toEqual([]);
	},
);

it.each(plain.filter(isBulk))(
	'$resource: $operation gives every item its own result, and says which of them was not taken',
	async (write) => {
		simulator().control.seedExamples();
		const [element] = elementsOf(exampleBody(write.endpoint), write) as IDataObject[];
		const items = [{ it: element }, { it: 'no object' }, { it: element }];
		const { success, failed } = await run(
			write,
			{ inputMode: 'json', bodyJson: '={{ $json.it }}' },
			items,
			{ onError: 'continueErrorOutput' },
		);
		const all = [...success, ...failed].map(({ pairedItem }) => Object(pairedItem).item as number);
		expect(all.sort()).toEqual([0, 1, 2]);
		const wrong = failed.find(({ pairedItem }) => Object(pairedItem).item === 1);
		expect(wrong?.json.error).toMatch(/\(JSON\)' (is not valid JSON|must be a single object)/);
	},
);

describe.each(writes.filter(({ endpoint }) => parametersIn(endpoint, 'path').length > 0))(
	'$resource: $operation',
	(write) => {
		const [name = ''] = parametersIn(write.endpoint, 'path').map(editorName);
		const others = exampleParameters(write.endpoint);
		const body = { inputMode: 'json', bodyJson: JSON.stringify(exampleBody(write.endpoint) ?? {}) };

		it.each(['a/b', '..a', 'a?b#c', ' a b ', 'ä€漢', '%2F'])(
			'puts the id "%s" into the path as it is',
			async (id) => {
				answered(200, {});
				await run(write, { ...others, ...body, [name]: id });
				expect(simulator().requests[0]?.path).toBe(
					simulator().basePath + pathWith(write.endpoint, { ...others, [name]: id.trim() }),
				);
			},
		);

		it.each([' ', '.', '..', EMPTY])('refuses the id "%s" before anything is sent', async (id) => {
			const { error } = await run(write, { ...others, ...body, [name]: id });
			expect(error?.message).toMatch(/^'.+' is empty\. Fill it in/);
			expect(simulator().requests).toEqual([]);
		});

		it('refuses a personal identity code, since addresses are logged', async () => {
			const { error } = await run(write, { ...others, ...body, [name]: '010594Y9032' });
			expect(error?.message).toContain('looks like a personal identity code');
			expect(JSON.stringify([error?.message, error?.description])).not.toContain('010594Y9032');
			expect(simulator().requests).toEqual([]);
		});
	},
);

it.each(plain)(
	'$resource: $operation says which field holds the wrong kind of value, and sends nothing',
	async (write) => {
		const path = exampleParameters(write.endpoint);
		const shown = fieldsShown(write).filter(({ name }) => !(name in path));
		const values: IDataObject = {};
		for (const field of shown) {
			if (['inputMode', 'confirm', 'options', 'sender'].includes(field.name)) continue;
			values[field.name] = filled(field, () => 7) as IDataObject[string];
		}
		const odd: Partial<Record<string, unknown>> = { dateTime: 'someday', number: 'many' };
		const wrong = shown.filter(({ type }) => odd[type] !== undefined);
		for (const { name, type, displayName } of wrong) {
			const { error } = await run(write, {
				inputMode: 'fields',
				...values,
				...path,
				[name]: odd[type],
			});
			expect(error?.message).toMatch(new RegExp(`^'${displayName}' .*"?(someday|many|date)`));
		}
		expect(simulator().requests).toEqual([]);
	},
);
