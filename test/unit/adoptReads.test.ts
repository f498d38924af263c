import type { Contract, Schema } from '../../scripts/contract/source.cts';
import { tryAdoption } from '../support/adopting.cts';
import { operationsOf } from '../support/contract.cts';

/** What comes of one operation and one schema that are written in unusual ways. */
const document = {
	openapi: '3.0.3',
	info: { title: 'Odd', version: '2' },
	servers: [
		{
			url: 'https://{stage}.cash-in.com',
			variables: { stage: { default: 'api', enum: ['api', 'sandbox'] } },
		},
	],
	paths: {
		'/v2/validate': {
			get: { summary: 'Validate token', responses: { 200: { description: 'Valid' } } },
		},
		'/v2/notices/{no}/': {
			parameters: [{ $ref: '#/components/parameters/no' }],
			get: {
				summary: 'Show a notice',
				parameters: [
					{ name: 'Accept', in: 'header', schema: { type: 'string' } },
					{ name: 'X-Trace', in: 'header', schema: { type: 'string' } },
				],
				responses: {
					'2XX': { $ref: '#/components/responses/Notice' },
					default: {
						description: 'Wrong',
						content: {
							'application/problem+json': { schema: { $ref: '#/components/schemas/Wrong' } },
						},
					},
				},
			},
			put: {
				requestBody: {
					content: {
						'application/vnd.notice+json': {
							schema: { allOf: [{ $ref: '#/components/schemas/Sent%20Notice' }] },
						},
					},
				},
				responses: { 'x-200:Changed': { description: 'Changed' } },
			},
		},
	},
	components: {
		parameters: {
			no: {
				name: 'no',
				in: 'path',
				required: true,
				schema: { $ref: '#/components/schemas/Number' },
			},
		},
		responses: {
			Notice: {
				description: 'Here it is',
				content: {
					'application/json; charset=utf-8': {
						schema: { $ref: '#/components/schemas/Sent Notice' },
					},
				},
			},
		},
		schemas: {
			Number: { type: 'string', maxLength: 20 },
			Kind: { type: 'string', enum: ['letter', 'mail', null], nullable: true },
			Base: {
				type: 'object',
				required: ['no'],
				properties: { no: { $ref: '#/components/schemas/Number' } },
			},
			Wrong: {
				type: 'object',
				properties: { error: { type: 'object', properties: { message: { type: 'string' } } } },
			},
			'Sent Notice': {
				allOf: [
					{ $ref: '#/components/schemas/Base' },
					{
						type: 'object',
						required: ['kind'],
						additionalProperties: false,
						properties: {
							kind: { $ref: '#/components/schemas/Kind' },
							to: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
							parent: { nullable: true, allOf: [{ $ref: '#/components/schemas/Base' }] },
							parts: {
								type: 'array',
								items: {
									type: 'object',
									properties: { text: { type: 'string', example: 'Hello' } },
								},
							},
							replies: { type: 'array', items: { $ref: '#/components/schemas/Sent%20Notice' } },
							apiToken: { type: 'string' },
						},
					},
				],
			},
		},
	},
};

let contract: Contract;
let schema: Schema;
const operation = (id: string) => operationsOf(contract).find((row) => row.id === id);

beforeAll(() => {
	const [outcome] = tryAdoption([{ document }]);
	if (outcome?.contract === undefined) throw new Error('Not adopted');
	expect(outcome.reasons).toEqual([]);
	contract = outcome.contract;
	schema = contract.components.schemas.SentNotice ?? {};
});

test('paths come after the base URL, and every address of a server is told', () => {
	expect(operation('showANotice')).toMatchObject({ method: 'GET', path: '/notices/{no}' });
	expect(contract).toMatchObject({
		servers: [{ url: 'https://api.cash-in.com/v2' }, { url: 'https://sandbox.cash-in.com/v2' }],
	});
});

test('parameters of the path and references are followed; headers are left out', () => {
	expect(operation('showANotice')?.parameters).toMatchObject([
		{ name: 'no', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } },
	]);
});

test('answers are found under any JSON type and any spelling of the status', () => {
	const answers = operation('showANotice')?.operation.responses;
	expect(answers?.['200']?.content?.['application/json']?.schema).toEqual({
		$ref: '#/components/schemas/SentNotice',
	});
	expect(
		operationsOf(contract).find(
			({ path: at, method }) => at === '/notices/{no}' && method === 'PUT',
		),
	).toMatchObject({
		operation: {
			requestBody: { 'x-media-type': 'application/vnd.notice+json' },
			responses: { '200': { description: 'Changed' } },
			'x-retry': 'never',
		},
	});
});

test('parts are one schema, scalars stand where they are used, lists of values are open', () => {
	expect(schema).toMatchObject({
		type: 'object',
		required: ['no', 'kind'],
		properties: {
			no: { type: 'string', maxLength: 20, 'x-field': 'no' },
			kind: {
				type: ['string', 'null'],
				'x-known-values': [{ value: 'letter' }, { value: 'mail' }],
			},
			to: { type: ['string', 'integer'] },
			parent: { $ref: '#/components/schemas/Base' },
			parts: { type: 'array', items: { $ref: '#/components/schemas/SentNoticePartItem' } },
			replies: { type: 'array', items: { $ref: '#/components/schemas/SentNotice' } },
		},
	});
	expect(JSON.stringify(contract)).not.toContain('additionalProperties');
});

test('an answer with a token in it is a secret', () => {
	expect(schema.properties?.apiToken?.['x-role']).toBe('secret');
	expect(operation('showANotice')?.operation['x-secret-response']).toBe(true);
});
