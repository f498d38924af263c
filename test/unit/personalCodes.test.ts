import { personalCodesFile } from '../../scripts/contract/personalCodes.cts';
import type { Contract, Schema } from '../../scripts/contract/source.cts';

const text: Schema = { type: 'string' };
const code: Schema = { type: 'string', 'x-personal-code': true, 'x-field': 'code' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });

const schemas: Record<string, Schema> = {
	Person: { type: 'object', properties: { Code: code, Guardian: ref('Person'), Name: text } },
	Case: {
		type: 'object',
		properties: {
			Who: ref('Person'),
			Others: { type: 'array', items: ref('Person') },
			Number: text,
		},
	},
	CaseList: {
		type: 'object',
		properties: { Cases: { type: 'array', items: ref('Case'), 'x-role': 'rows' } },
	},
	Done: { type: 'object', properties: { Count: { type: 'integer' } } },
};

/** A contract of one operation. */
const contractOf = (answer: Schema, more: object = {}) =>
	({
		openapi: '3.1.0',
		servers: [],
		tags: [],
		paths: {
			'/things': {
				post: {
					operationId: 'things',
					summary: 'Things',
					'x-evidence': 'inferred',
					responses: { '200': { description: 'Success', ...json(answer) } },
					...more,
				},
			},
		},
		components: { schemas, responses: {} },
	}) as Contract;

const pathsIn = (contract: Contract) =>
	[...personalCodesFile(contract).content.matchAll(/"([^"]+)"/g)].map(([, path]) => path);

it('a row names the code in it and in what it holds, and so does the whole answer', () => {
	expect(pathsIn(contractOf(ref('CaseList')))).toEqual([
		'Others[*].Code',
		'Who.Code',
		'body.Cases[*].Others[*].Code',
		'body.Cases[*].Who.Code',
	]);
});

it('a bare list names the code of each element', () => {
	expect(pathsIn(contractOf({ type: 'array', items: ref('Person') }))).toEqual([
		'Code',
		'body[*].Code',
	]);
});

it('of what is sent, the code is named where the output shows it, and in what is previewed', () => {
	const requestBody = json(ref('Person'));
	expect(pathsIn(contractOf(ref('Done'), { requestBody }))).toEqual([]);
	expect(pathsIn(contractOf(ref('Done'), { requestBody, 'x-shown': ['code'] }))).toEqual(['Code']);
	const actions = ['invoice.create', 'invoice.preview'];
	expect(pathsIn(contractOf(ref('Done'), { requestBody, 'x-action': actions }))).toEqual([
		'invoice.Code',
	]);
});
