import { testCredential, type Credential } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const check = async (credential: Credential = {}) =>
	await testCredential({ baseUrl: simulator().url, ...credential });

it('a key that Cash-In accepts is fine', async () => {
	expect(await check()).toEqual({ status: 'OK', message: 'Cash-In accepts this API key.' });
	expect(simulator().requests.map(({ operationId }) => operationId)).toEqual([
		'listAllocatedPaymentTransactions',
	]);
});

it('blanks around a pasted key do no harm', async () => {
	expect(await check({ apiKey: '  demo-key\n' })).toMatchObject({ status: 'OK' });
});

it('an empty list without a body is an acceptance too', async () => {
	simulator().control.addFault({ kind: 'noContent' });
	expect(await check()).toMatchObject({ status: 'OK' });
});

it('a wrong key, or one of the other environment, is told as that', async () => {
	const { status, message } = await check({ apiKey: 'wrong-key' });
	expect(status).toBe('Error');
	expect(message).toContain('does not accept this API key (401)');
	expect(message).toContain('a sandbox key does not work in production');
	expect(message).not.toContain('wrong-key');
});

it('a key that is not allowed here is told apart from a wrong one', async () => {
	simulator().control.addFault({ kind: 403, count: 2 });
	const { status, message } = await check();
	expect(status).toBe('Error');
	expect(message).toContain('knows this API key, but it is not allowed here (403)');
	expect(message).toContain('IP address of this n8n is not registered');
});

it('a key that may list invoices but not payments is fine', async () => {
	simulator().control.addFault({ kind: 403, operationId: 'listAllocatedPaymentTransactions' });
	expect(await check()).toMatchObject({ status: 'OK' });
});

it('a web page is not taken for Cash-In', async () => {
	simulator().control.addFault({ kind: 'html' });
	const { status, message } = await check();
	expect(status).toBe('Error');
	expect(message).toMatch(
		/answered with a web page.*not as the Cash-In API does\. Check 'Base URL'/,
	);
});

it.each<[string, unknown]>([
	['an object of another kind', { hello: 'world' }],
	['text', 'pong'],
	['nothing', ''],
])('%s is not taken for Cash-In', async (_, body) => {
	simulator().control.addFault({ kind: 'errorShape', status: 200, body });
	const { status, message } = await check();
	expect(status).toBe('Error');
	expect(message).toContain('not as the Cash-In API does');
});

it.each<[string, string, string]>([
	['no server at all', 'http://127.0.0.1:1/v2', '127.0.0.1:1 cannot be reached'],
	[
		'a host name that does not exist',
		'https://cash-in.invalid/v2',
		'There is no server called cash-in.invalid',
	],
	[
		'plain http to another computer',
		'http://api.example.com/v2',
		'not sent to api.example.com over plain http',
	],
	['no address', '', "'Base URL' is empty"],
])('%s is told as that', async (_, baseUrl, words) => {
	const { status, message } = await check({ baseUrl });
	expect(status).toBe('Error');
	expect(message).toContain(words);
});

it('an address of the right host without the API is told as that', async () => {
	const { status, message } = await check({ baseUrl: simulator().url.replace('/v2', '/v1') });
	expect(status).toBe('Error');
	expect(message).toContain("has no Cash-In API at this address (404). Check 'Base URL'");
});

it.each([429, 500, 503] as const)(
	'a passing trouble (%d) is not blamed on the key',
	async (kind) => {
		simulator().control.addFault({ kind });
		const { status, message } = await check();
		expect(status).toBe('Error');
		expect(message).toMatch(/Wait a minute|try again in a few minutes/);
	},
);

it('a mistyped override is told before anything is sent', async () => {
	const { message } = await check({ endpointOverrides: '{"validatetoken": "/x"}' });
	expect(message).toContain('Did you mean "validateToken"?');
	expect(simulator().requests).toEqual([]);
});

it('an empty key is told before anything is sent', async () => {
	expect((await check({ apiKey: ' ' })).message).toContain("'API Key' is empty");
	expect(simulator().requests).toEqual([]);
});
