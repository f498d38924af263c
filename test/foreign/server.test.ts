import { KEY } from './business.cts';
import { useForeignServer } from './support';

const server = useForeignServer();

const customer = { CustomerNumber: 'C-1', Name: 'Example Oy' };

async function ask(method: string, path: string, body?: unknown, headers: object = {}) {
	const response = await fetch(server().baseUrl + path, {
		method,
		headers: {
			'X-Api-Key': KEY,
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...headers,
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return response.status;
}

it('takes what the document names', async () => {
	expect(await ask('POST', '/customers', { Customers: [customer] })).toBe(201);
	expect(await ask('GET', '/customers?page=1&pageSize=10')).toBe(200);
	expect(await ask('DELETE', '/customers?customerNumber=C-1')).toBe(200);
	expect(server().business.customers).toEqual([]);
});

it.each<[string, number, [string, string, unknown?, object?]]>([
	['a path it does not have', 404, ['GET', '/settlements']],
	['a method it does not have', 405, ['DELETE', '/catalog/products']],
	['no key', 401, ['GET', '/customers', undefined, { 'X-Api-Key': '' }]],
	['another key', 401, ['GET', '/customers', undefined, { 'X-Api-Key': 'demo-key' }]],
	['an unknown parameter', 400, ['GET', '/customers?customerCode=C-1']],
	['a parameter of another kind', 400, ['GET', '/customers?page=first']],
	['no key in a query that needs one', 400, ['DELETE', '/customers']],
	['a bare list where a list is wrapped', 400, ['POST', '/customers', [customer]]],
	[
		'an unknown member',
		400,
		['POST', '/customers', { Customers: [{ ...customer, CustomerCode: 'C-1' }] }],
	],
	['a member that is missing', 400, ['POST', '/customers', { Customers: [{ Name: 'A' }] }]],
	['a number for a text', 400, ['POST', '/catalog/products/removal', { ProductCode: 7 }]],
	['no body', 400, ['POST', '/catalog/products/removal']],
	['another media type', 400, ['POST', '/collection/cases', { Claims: [] }]],
])('refuses %s', async (_, status, [method, path, body, headers]) => {
	server().business.customers.push(customer);
	expect(await ask(method, path, body, headers)).toBe(status);
	expect(server().log).toMatchObject([{ status }]);
	expect(server().business.customers).toEqual([customer]);
});
