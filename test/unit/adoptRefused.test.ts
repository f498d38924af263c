import {
	Copy,
	Documents,
	foreignText,
	serve,
	tryAdoption,
	type Outcome,
} from '../support/adopting.cts';
import { operationsOf, readContract } from '../support/contract.cts';

interface Case {
	document: Document;
	pairs?: Record<string, string | null>;
}

type Json = Record<string, unknown>;
type Operation = {
	parameters?: Json[];
	requestBody?: unknown;
	responses: Record<string, Json>;
} & Json;
type Document = {
	openapi: string;
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, { properties: Record<string, Json> } & Json> };
} & Json;

/** Our own contract as a vendor would write it: without our marks. */
const plain = (): Document =>
	JSON.parse(JSON.stringify(readContract()), (key: string, value: unknown) =>
		key.startsWith('x-') ? undefined : value,
	) as Document;

/** That document with a change. */
function changed(change: (document: Document) => void): Document {
	const document = plain();
	change(document);
	return document;
}

const at = (document: Document, path_: string, method: string): Operation => {
	const operation = document.paths[path_]?.[method];
	if (operation === undefined) throw new Error(`No ${method} ${path_}`);
	return operation;
};

function move(document: Document, from: [string, string], to: [string, string]): Operation {
	const operation = at(document, ...from);
	delete document.paths[from[0]]?.[from[1]];
	(document.paths[to[0]] ??= {})[to[1]] = operation;
	return operation;
}

const json = (schema: Json) => ({
	description: 'Done',
	content: { 'application/json': { schema } },
});

const cases: Record<string, Case> = {
	itself: { document: plain() },
	deleteLostItsKey: {
		document: changed((document) => {
			move(document, ['/products/{prodCode}', 'delete'], ['/products', 'delete']).parameters = [];
		}),
	},
	deleteByAnotherFilter: {
		document: changed((document) => {
			move(document, ['/customers/{customerCode}', 'delete'], ['/customers', 'delete']).parameters =
				[{ name: 'olderThan', in: 'query', schema: { type: 'string', format: 'date' } }];
		}),
	},
	updateLostItsKey: {
		document: changed((document) => {
			const operation = move(document, ['/customers/{customerCode}', 'put'], ['/customers', 'put']);
			operation.parameters = [];
			operation.requestBody = {
				content: {
					'application/json': {
						schema: { type: 'object', properties: { Colour: { type: 'string' } } },
					},
				},
			};
		}),
	},
	parameterTwice: {
		document: changed((document) => {
			at(document, '/salesinvoices', 'get').parameters?.push({
				name: 'STATUS',
				in: 'query',
				schema: { type: 'string' },
			});
		}),
	},
	noCounters: {
		document: changed((document) => {
			at(document, '/customers', 'post').responses = {
				'200': json({
					type: 'object',
					properties: { Ok: { type: 'boolean' }, Ticket: { type: 'string' } },
				}),
			};
		}),
	},
	noRows: {
		document: changed((document) => {
			at(document, '/customers', 'get').responses = {
				'200': json({ type: 'object', properties: { Link: { type: 'string' } } }),
			};
		}),
	},
	noId: {
		document: changed((document) => {
			at(document, '/products', 'get').responses = {
				'200': json({
					type: 'array',
					items: { type: 'object', properties: { Colour: { type: 'string' } } },
				}),
			};
		}),
	},
	pagesByCursor: {
		document: changed((document) => {
			const operation = at(document, '/salesinvoices', 'get');
			operation.parameters = [
				{ name: 'invoiceNumber', in: 'query', schema: { type: 'string' } },
				{ name: 'cursor', in: 'query', schema: { type: 'string' } },
				{ name: 'limit', in: 'query', schema: { type: 'integer' } },
			];
		}),
	},
	pagesFromZero: {
		document: changed((document) => {
			const operation = at(document, '/salesinvoices', 'get');
			for (const parameter of operation.parameters ?? []) {
				if (parameter.name === 'page')
					parameter.schema = { type: 'integer', default: 0, minimum: 0 };
			}
			operation.responses = {
				'200': json({
					type: 'object',
					properties: {
						Data: { type: 'array', items: { $ref: '#/components/schemas/OnlineSalesInvoices' } },
					},
				}),
			};
		}),
	},
	sameRequestTwice: {
		document: changed((document) => {
			document.paths['/products/{code}'] = { delete: { summary: 'Drop', responses: {} } };
		}),
	},
	otherFile: {
		document: changed((document) => {
			at(document, '/products', 'get').responses = {
				'200': json({ $ref: 'products.yaml#/Product' }),
			};
		}),
	},
	leadsNowhere: {
		document: changed((document) => {
			at(document, '/products', 'get').responses = {
				'200': json({ $ref: '#/components/schemas/Gone' }),
			};
		}),
	},
	leftAsItWas: {
		document: changed((document) => {
			move(document, ['/products/{prodCode}', 'delete'], ['/products', 'delete']).parameters = [];
		}),
		pairs: { 'operation deleteProduct': null },
	},
	writeBecomesRead: {
		document: changed((document) => {
			const operation = move(
				document,
				['/products/{prodCode}', 'delete'],
				['/products/remove', 'get'],
			);
			operation.parameters = [
				{ name: 'prodCode', in: 'query', required: true, schema: { type: 'string' } },
			];
		}),
	},
	formInsteadOfJson: {
		document: changed((document) => {
			at(document, '/sms', 'post').requestBody = {
				content: {
					'multipart/form-data': {
						schema: { type: 'object', properties: { File: { type: 'string' } } },
					},
				},
			};
		}),
	},
	countersTurned: {
		document: changed((document) => {
			at(document, '/customers', 'post').responses = {
				'200': json({
					type: 'object',
					properties: {
						Received: { type: 'integer' },
						NotAccepted: { type: 'integer' },
						Rejected: { type: 'integer' },
					},
				}),
			};
		}),
	},
	marksOfTheVendor: {
		document: changed((document) => {
			Object.assign(at(document, '/renew', 'get'), {
				'x-retry': 'read',
				'x-secret-response': false,
			});
		}),
	},
};

const results = new Map<string, Outcome>();
const of = (name: string): Outcome =>
	results.get(name) ?? { reasons: ['not tried'], questions: [] };

beforeAll(() => {
	const outcomes = tryAdoption(Object.values(cases));
	for (const [index, name] of Object.keys(cases).entries()) {
		const outcome = outcomes[index];
		if (outcome !== undefined) results.set(name, outcome);
	}
});

const row = (name: string, id: string) => {
	const { contract } = of(name);
	const found = contract && operationsOf(contract).find((candidate) => candidate.id === id);
	if (!found) throw new Error(`No operation ${id}`);
	return found;
};

describe('an adoption is refused, with a sentence', () => {
	test.each([
		[
			'deleteLostItsKey',
			/^deleteProduct: nothing in DELETE \/products stands for its key prodCode.*delete all/,
		],
		[
			'deleteByAnotherFilter',
			/^deleteCustomer: nothing in DELETE \/customers stands for its key customerCode/,
		],
		[
			'updateLostItsKey',
			/^updateCustomer: nothing in PUT \/customers stands for its key customerCode/,
		],
		['parameterTwice', /^listSalesInvoices has the parameter STATUS twice, once as status/],
		['noCounters', /^createCustomers: nothing in .* counts what was taken or what failed/],
		['noRows', /^listCustomers is a list, and nothing in the vendor's answer holds its rows/],
		['noId', /^listProducts: no member of the vendor's rows has the x-role id, which was ProdCode/],
		[
			'pagesByCursor',
			/^listSalesInvoices comes in pieces asked for by cursor.*cut after the first piece/,
		],
		[
			'pagesFromZero',
			/^listSalesInvoices counts its pages from 0.*the first page would be left out/,
		],
		[
			'sameRequestTwice',
			/DELETE \/products\/\{.*\} are the same request, which the document has twice/,
		],
		['otherFile', /^The document refers to products\.yaml#\/Product, which is another file/],
		['leadsNowhere', /^The reference #\/components\/schemas\/Gone leads nowhere/],
	])('%s', (name, sentence) => {
		expect(of(name).reasons).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
	});

	test('and says how to leave the operation as it was, which works', () => {
		expect(of('deleteLostItsKey').reasons[0]).toContain('"operation deleteProduct: null"');
		expect(of('leftAsItWas').reasons).toEqual([]);
		expect(row('leftAsItWas', 'deleteProduct')).toMatchObject({
			method: 'DELETE',
			path: '/products/{prodCode}',
		});
	});
});

describe('what is not refused', () => {
	test('our own contract is nothing new', () => {
		expect(of('itself')).toMatchObject({ reasons: [], questions: [] });
	});

	test('a write that looks like a read now is never repeated', () => {
		expect(of('writeBecomesRead').reasons).toEqual([]);
		expect(row('writeBecomesRead', 'deleteProduct')).toMatchObject({
			method: 'GET',
			operation: { 'x-retry': 'never' },
		});
	});

	test('what a document says of our own marks is not believed', () => {
		expect(row('marksOfTheVendor', 'renewToken').operation).toMatchObject({
			'x-retry': 'never',
			'x-secret-response': true,
		});
	});

	test('an operation that sends a form stays as it was', () => {
		const before = operationsOf(readContract()).find(({ id }) => id === 'sendSms');
		expect(row('formInsteadOfJson', 'sendSms').operation).toMatchObject({
			requestBody: before?.operation.requestBody,
			'x-evidence': 'inferred',
		});
	});

	test('what was received is not what was taken', () => {
		const { contract } = of('countersTurned');
		const answer = contract?.components.schemas.OnlineCustomerResponse?.properties;
		expect(answer?.Received?.['x-role']).toBeUndefined();
		expect(answer?.NotAccepted?.['x-role']).toBe('failed');
		expect(of('countersTurned').questions).toEqual(['role createCustomers.failed']);
	});
});

describe('the command', () => {
	const documents = new Documents();
	const copy = new Copy();
	afterAll(() => {
		copy.remove();
		documents.remove();
	});

	test('ends with code 1 and writes nothing when it refuses', () => {
		const files = copy.files('.');
		const run = copy.adopt(
			documents.file('lost.json', JSON.stringify(cases.deleteLostItsKey?.document)),
			'--accept',
		);
		expect(run.status).toBe(1);
		expect(run.stderr).toContain('nothing was written');
		expect(run.stderr).toContain('stands for its key prodCode');
		expect(copy.files('.')).toEqual(files);
	});

	test('says what is wrong with what it is given', () => {
		expect(copy.adopt(documents.path('none.yaml'))).toMatchObject({
			status: 1,
			stderr: expect.stringContaining('There is no file or folder'),
		});
		expect(
			copy.adopt(documents.file('page.html', '<!doctype html><html></html>')).stderr,
		).toContain('is a web page');
		expect(copy.adopt(documents.file('other.yaml', 'name: something')).stderr).toContain(
			'is no OpenAPI document',
		);
		expect(copy.adopt(documents.file('broken.json', '{"openapi": "3.1.0", ')).stderr).toContain(
			'cannot be read',
		);
	});

	test('refuses pages that give one name to two schemas', () => {
		const page = (route: string, type: string) =>
			`# Page\r\n\r\n\`\`\`yaml\r\nopenapi: 3.0.1\r\npaths:\r\n  ${route}:\r\n    get:\r\n      responses: { x-200:Done: { description: Done } }\r\ncomponents:\r\n  schemas:\r\n    Sales Invoice: { type: object, x-apidog-folder: '${route}', properties: { Number: { type: ${type} } } }\r\n\`\`\`\r\n`;
		documents.file('pages/a.md', page('/a', 'string'));
		documents.file('pages/b.md', page('/b', 'integer'));
		const { status, stderr } = copy.adopt(documents.path('pages'));
		expect([status, stderr]).toEqual([
			1,
			expect.stringContaining(
				'There are two different schemas of the name Sales Invoice: in a.md and in b.md.',
			),
		]);
	});

	test('asks an address once', async () => {
		const server = await serve(foreignText('swagger.json'));
		const { status, stderr } = await copy.adoptLater(server.address, '--dry-run');
		server.close();
		expect([status, stderr]).toEqual([2, expect.stringContaining('Not sure of')]);
		expect(server.times()).toBe(1);
	});
});
