import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import {
	endpoints,
	type EndpointId,
	type Parameter,
} from '../../nodes/CashIn/api/generated/endpoints';
import { runCashIn } from '../support/engine';
import { editorName, parametersIn, pathWith, sentIn } from '../support/parameters';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** Letters that n8n shows of an operation's description, in two lines of its list. */
const LONGEST_LINE = 105;

/** n8n itself refuses a required field left empty; an expression may still come to nothing. */
const EMPTY = '={{ $json.nothing }}';

/** Every action that reads, item by item, what is no secret. */
const reads = catalogue.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value: operation, run }) =>
		'each' in run && run.each.endpoint !== undefined && isRead(run.each.endpoint)
			? [{ resource, operation, endpoint: run.each.endpoint }]
			: [],
	),
);

function isRead(endpoint: EndpointId): boolean {
	const { retry, secretResponse } = endpoints[endpoint];
	return retry === 'read' && !secretResponse;
}

const ODD = 'a/b ä?&#';

/** Every parameter that the contract knows, by the editor's name, with values that need encoding. */
function filledIn(endpoint: EndpointId, place: Parameter['in']) {
	const value = ({ type, format }: Parameter) => {
		if (format === 'date') return '2026-03-02';
		return type === 'boolean' ? true : type === 'string' ? ODD : 7;
	};
	const asked = parametersIn(endpoint, place).filter(
		({ role = '', field }) => !['page', 'pageSize'].includes(role) && field !== 'debtorIdentifier',
	);
	return Object.fromEntries(asked.map((parameter) => [editorName(parameter), value(parameter)]));
}

it('there are reads to walk through', () => {
	expect(reads.length).toBeGreaterThanOrEqual(23);
});

describe.each(reads)('$resource: $operation', ({ resource, operation, endpoint }) => {
	const partner = endpoints[endpoint].partnerKey;
	const credential = () => ({
		baseUrl: simulator().url,
		apiKey: partner ? 'partner-key' : 'demo-key',
	});
	const path = filledIn(endpoint, 'path');
	const query = filledIn(endpoint, 'query');
	const body = filledIn(endpoint, 'body');
	const parameters = {
		resource,
		operation,
		returnAll: true,
		...path,
		...query,
		...body,
		filters: { ...query, ...body },
		sort: query,
	};
	const answered = (body: unknown) =>
		simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 9 });

	it('asks its endpoint of the contract, each parameter under its own name and in its place', async () => {
		answered([]);
		const { error } = await runCashIn([{}], parameters, credential());
		expect(error).toBeUndefined();
		const [request] = simulator().requests;
		expect([request?.method, request?.path]).toEqual([
			endpoints[endpoint].method,
			simulator().basePath + pathWith(endpoint, path),
		]);
		expect(request?.query).toMatchObject(sentIn(endpoint, 'query', query));
	});

	it('gives its answer on as it came, paired with its item', async () => {
		const odd = { Unheard: { of: [1, null] }, Number: '007' };
		answered(odd);
		const { success } = await runCashIn([{}, {}], parameters, credential());
		expect(success).toEqual([
			{ json: odd, pairedItem: { item: 0 } },
			{ json: odd, pairedItem: { item: 1 } },
		]);
	});

	it.each<[string, unknown, number]>([
		['a 402', { Message: 'not now' }, 402],
		['a 403', {}, 403],
		['a 404', 'nothing here', 404],
		['a web page', '<html><title>Oops</title></html>', 405],
	])('says what is wrong after %s, and lets the other items go on', async (_, body, status) => {
		simulator().control.addFault({
			kind: 'errorShape',
			status,
			body,
			count: 1,
		});
		simulator().control.addFault({
			kind: 'errorShape',
			status: 200,
			body: [{ fine: true }],
			count: 9,
		});
		const { success, failed } = await runCashIn([{}, {}], parameters, credential(), {
			onError: 'continueErrorOutput',
		});
		expect(failed.map(({ pairedItem, json }) => [pairedItem, json.error])).toEqual([
			[{ item: 0 }, expect.stringContaining(`Cash-In answered ${status}`)],
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		if (status === 404 && endpoints[endpoint].evidence !== 'documented') {
			expect(failed[0]?.json.message).toMatchObject({
				advice: expect.stringContaining(`{"${endpoint}": "/the/right/path"}`),
			});
		}
	});

	it('goes where the credential says its path is', async () => {
		answered([]);
		const endpointOverrides = JSON.stringify({ [endpoint]: '/elsewhere' });
		await runCashIn([{}], parameters, { ...credential(), endpointOverrides });
		expect(simulator().requests[0]?.path).toBe(`${simulator().basePath}/elsewhere`);
	});
});

it.each(reads.filter(({ endpoint }) => parametersIn(endpoint, 'path').length > 0))(
	'$resource: $operation asks for nothing when its id is empty',
	async ({ resource, operation, endpoint }) => {
		const ids = parametersIn(endpoint, 'path').map((one) => [editorName(one), EMPTY]);
		const parameters = { resource, operation, ...Object.fromEntries(ids) };
		const { error } = await runCashIn([{}], parameters, { baseUrl: simulator().url });
		expect(error?.message).toMatch(/^'.+' is empty\. Fill it in/);
		expect(simulator().requests).toEqual([]);
	},
);

it.each<[string, string, object, string]>([
	['invoice', 'getStatus', { invoiceNumber: EMPTY }, "'Invoice Number' is empty"],
	['debtor', 'getSummary', { customerCode: EMPTY }, "'Customer Code' is empty"],
	[
		'collectionCase',
		'get',
		{ filters: {} },
		"Add one of the filters 'Case ID' or 'Invoice Number'",
	],
])(
	'%s: %s without its key is refused instead of asking for everything',
	async (resource, operation, parameters, words) => {
		const { error } = await runCashIn(
			[{}],
			{ resource, operation, ...parameters },
			{ baseUrl: simulator().url },
		);
		expect(error?.message).toContain(words);
		expect(simulator().requests).toEqual([]);
	},
);

it('a debtor is not asked for by a personal identity code, which would stand in addresses and logs', () => {
	const names = JSON.stringify(catalogue.find(({ value }) => value === 'debtor')?.operations);
	expect(names).toContain('customerCode');
	expect(names).not.toContain('debtorIdentifier');
});

it('an operation that is not documented says so above its fields, and in no list', () => {
	const { properties } = new CashIn().description;
	const noticesOf = (resource: string, operation: string) =>
		properties
			.filter(
				({ type, displayOptions: { show = {} } = {} }) =>
					type === 'notice' &&
					show.resource?.includes(resource) &&
					show.operation?.includes(operation),
			)
			.map(({ displayName }) => displayName)
			.join(' ');
	const unconfirmed: Partial<Record<string, RegExp>> = {
		documented: /^((?!path is not yet confirmed).)*$/s,
		partial: /^Its path is not yet confirmed by Cash-In\. /,
		inferred: /^Its method and path are not yet confirmed by Cash-In\. /,
	};
	for (const { resource, operation, endpoint } of reads) {
		expect([endpoint, noticesOf(resource, operation)]).toEqual([
			endpoint,
			expect.stringMatching(unconfirmed[endpoints[endpoint].evidence] ?? /^$/),
		]);
	}
});

it('the line that tells what an operation does is short enough to be read whole', () => {
	const descriptions = catalogue.flatMap(({ operations }) =>
		operations.map(({ description }) => description),
	);
	expect(descriptions.filter((text) => text.length > LONGEST_LINE || /\. /.test(text))).toEqual([]);
});
