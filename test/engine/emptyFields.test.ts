import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { leavesOf, switchedOn } from '../support/writes';

const simulator = useSimulator();
const answered = (body: unknown) =>
	simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 99 });

const { properties } = new CashIn().description;
const fieldsIn = (options: INodeProperties['options'] = []) =>
	options.filter((option): option is INodeProperties => 'type' in option);

/** Fields an operation shows when it is filled in field by field. */
const fieldsOf = (resource: string, operation: string) =>
	properties.filter(({ displayOptions }) => {
		const { show = {} } = displayOptions ?? {};
		return (
			show.resource?.includes(resource) === true &&
			show.operation?.includes(operation) === true &&
			(show.inputMode === undefined || show.inputMode.includes('fields')) &&
			show['@tool'] === undefined
		);
	});

/** Every collection of every operation, as the editor offers it. */
const collections = properties
	.filter(({ type }) => type === 'collection')
	.flatMap((collection) => {
		const { resource = [], operation = [] } = collection.displayOptions?.show ?? {};
		return resource.flatMap((one) =>
			operation.map((other) => ({
				resource: String(one),
				operation: String(other),
				name: collection.name,
				fields: fieldsIn(collection.options),
			})),
		);
	});
const filters = collections.filter(({ name }) => name === 'filters' || name === 'sort');

/** A choice as the editor adds it, cleared again, cleared by a person, and out of an expression that comes to nothing. */
const EMPTY_CHOICES: Array<[string, unknown]> = [
	['as it is added', { mode: 'list', value: '' }],
	['cleared', { __rl: true, mode: 'list', value: '' }],
	['cleared by an older editor', { __rl: true, mode: 'id', value: null }],
	['without a value', { __rl: true, mode: 'id' }],
	['blank', { __rl: true, mode: 'id', value: '  ' }],
	['of an expression that comes to nothing', { __rl: true, mode: 'id', value: '={{ $json.no }}' }],
];

const run = async (
	{ resource, operation }: { resource: string; operation: string },
	parameters: IDataObject,
) => {
	const partner = ['creditor', 'sms'].includes(resource);
	return await runCashIn(
		[{}],
		{ resource, operation, ...switchedOn, returnAll: true, ...parameters },
		{ baseUrl: simulator().url, apiKey: partner ? 'partner-key' : 'demo-key' },
	);
};

/** Something for every field an operation asks for on its own, so that it runs. */
const asked = ({ resource, operation }: { resource: string; operation: string }) =>
	Object.fromEntries(
		fieldsOf(resource, operation)
			.filter(({ required }) => required === true)
			.map(({ name, type }) => [name, type === 'dateTime' ? '2026-03-02' : '7']),
	);

it('there are filters and choices to walk through', () => {
	expect(filters.length).toBeGreaterThanOrEqual(12);
	const choices = filters.flatMap(({ fields }) =>
		fields.filter(({ type }) => type === 'resourceLocator'),
	);
	expect(choices.length).toBeGreaterThanOrEqual(9);
});

describe.each(filters)('$resource: $operation, $name', ({ resource, operation, name, fields }) => {
	const row = { resource, operation };

	it('every filter that is added and left empty is as good as none', async () => {
		answered([]);
		const texts = fields.filter(({ type }) => !['boolean', 'number'].includes(type));
		for (const field of texts) {
			const { error } = await run(row, { ...asked(row), [name]: { [field.name]: field.default } });
			if (error?.message.startsWith('Nothing is asked for') === true) continue;
			expect([field.name, error?.message]).toEqual([field.name, undefined]);
			expect(simulator().requests.at(-1)?.query).not.toHaveProperty(field.name);
		}
	});

	it.each(EMPTY_CHOICES)('every choice left empty is as good as none: %s', async (_, value) => {
		answered([]);
		const choices = fields.filter(({ type }) => type === 'resourceLocator');
		const all = Object.fromEntries(choices.map((field) => [field.name, value]));
		const { error } = await run(row, { ...asked(row), [name]: all as IDataObject });
		if (error?.message.startsWith('Nothing is asked for') === true) return;
		expect(error?.message).toBeUndefined();
		const sent = Object.keys(simulator().requests.at(-1)?.query ?? {});
		expect(sent.filter((one) => choices.some((field) => field.name === one))).toEqual([]);
	});
});

it('what is looked up by one of two filters asks for the one that is filled in', async () => {
	answered({ Cases: [] });
	const empty = { mode: 'list', value: '' };
	await run(
		{ resource: 'collectionCase', operation: 'get' },
		{ filters: { invoiceNumber: empty, caseId: 'CASE-1' } },
	);
	expect(simulator().requests.map(({ query }) => query)).toEqual([{ caseId: 'CASE-1' }]);
	const { error } = await run(
		{ resource: 'collectionCase', operation: 'get' },
		{ filters: { invoiceNumber: empty, caseId: empty } },
	);
	expect(error?.message).toContain("Add one of the filters 'Case ID' or 'Invoice Number'");
});

it('a choice that was filled in without n8n’s mark, as by a program, is asked for', async () => {
	answered([]);
	const filters = { invoiceNumber: { mode: 'id', value: '1042' } };
	await run({ resource: 'payment', operation: 'getReceived' }, { filters });
	expect(simulator().requests.map(({ query }) => query)).toEqual([{ invoiceNumber: '1042' }]);
});

describe('a code of a body, chosen in a collection', () => {
	const debtor = {
		debtorName: 'Example Buyer Oy',
		debtorStreetAddress: 'Esimerkkikatu 1',
		debtorPostalCode: '00100',
		debtorCity: 'Helsinki',
	};
	const rows: Array<[string, string, IDataObject, (value: unknown) => IDataObject]> = [
		[
			'collectionCase',
			'create',
			{
				invoiceNumber: '77',
				invoiceDate: '2026-03-02',
				dueDate: '2026-03-16',
				capitalAmount: 100,
				...debtor,
			},
			(value) => ({ additionalFields: { debtorContactPersonRole: value as string } }),
		],
		[
			'creditor',
			'update',
			{ customerCode: '7001' },
			(value) => ({
				updateFields: {
					contactPersons: { entry: [{ name: 'Example Person', role: value as string }] },
				},
			}),
		],
	];

	it.each(
		rows.flatMap((row) =>
			EMPTY_CHOICES.map(([how, value]) => [...row.slice(0, 2), how, row, value]),
		),
	)(
		'%s: %s is sent without it when it is left empty: %s',
		async (_resource, _operation, _how, row, value) => {
			const [resource, operation, own, collection] = row as (typeof rows)[number];
			answered({ UploadedReceivablesCount: 1, FailedReceivablesCount: 0 });
			const { error } = await run(
				{ resource, operation },
				{ inputMode: 'fields', ...own, ...collection(value) },
			);
			expect(error?.message).toBeUndefined();
			const sent = leavesOf(JSON.parse(simulator().requests[0]?.rawBody ?? '{}'));
			expect(sent.map(([path]) => path).filter((path) => /role/i.test(path))).toEqual([]);
		},
	);
});
