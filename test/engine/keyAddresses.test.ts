import type { IHttpRequestOptions } from 'n8n-workflow';

import { runCashIn, testCredential } from '../support/engine';
import { askElsewhere } from '../support/askElsewhere';
import { startProxy, startRaw, withEnvironment, type RawServer } from '../support/rawServer.cts';

/**
 * Whoever may use a credential in n8n may use it in every node, n8n's own HTTP Request among them, without being
 * allowed to see it: so it must not go where that person sends it.
 */

const KEY = 'example-key-0123456789';
let cashIn: RawServer;
let other: RawServer;
beforeEach(async () => {
	cashIn = await startRaw((_, response) => response.end('[]'));
	other = await startRaw((_, response) => response.end('[]'));
});
afterEach(async () => {
	await cashIn.close();
	await other.close();
});

const ask = async (options: Partial<IHttpRequestOptions> & { uri?: string }) =>
	await askElsewhere(options, { baseUrl: cashIn.baseUrl, apiKey: KEY });
const origin = (server: RawServer) => new URL(server.baseUrl).origin;
const portOf = (server: RawServer) => new URL(server.baseUrl).port;

it.each<[string, () => Partial<IHttpRequestOptions> & { uri?: string }]>([
	['below the base URL', () => ({ url: `${cashIn.baseUrl}/salesinvoices?page=1` })],
	['the base URL itself', () => ({ url: cashIn.baseUrl })],
	['the base URL with a slash', () => ({ url: `${cashIn.baseUrl}/` })],
	['in capitals', () => ({ url: `HTTP://127.0.0.1:${portOf(cashIn)}/v2/x` })],
	['in two parts', () => ({ baseURL: cashIn.baseUrl, url: '/salesinvoices' })],
	['in two parts without a slash', () => ({ baseURL: `${cashIn.baseUrl}/`, url: 'salesinvoices' })],
	['as the older helper calls it', () => ({ uri: `${cashIn.baseUrl}/salesinvoices` })],
	['with a harmless detour', () => ({ url: `${cashIn.baseUrl}/a/../b` })],
	['with a harmless detour, encoded', () => ({ url: `${cashIn.baseUrl}/a/..%2Fb` })],
])('The key goes to the credential’s own address: %s', async (_, options) => {
	await ask(options());
	expect(cashIn.seen.map(({ key }) => key)).toEqual([KEY]);
});

it.each<[string, () => Partial<IHttpRequestOptions> & { uri?: string }]>([
	['another port of this computer', () => ({ url: `${other.baseUrl}/salesinvoices` })],
	['another name of this computer', () => ({ url: `http://localhost:${portOf(cashIn)}/v2/x` })],
	['another server', () => ({ url: 'https://attacker.example.com/v2/salesinvoices' })],
	[
		'production, of another credential',
		() => ({ url: 'https://api.cash-in.com/v2/salesinvoices' }),
	],
	['another path', () => ({ url: `${origin(cashIn)}/v3/salesinvoices` })],
	['a path that begins alike', () => ({ url: `${origin(cashIn)}/v2evil/x` })],
	['upwards', () => ({ url: `${cashIn.baseUrl}/../other` })],
	['upwards, encoded', () => ({ url: `${cashIn.baseUrl}/%2e%2e/other` })],
	['upwards, encoded for the server', () => ({ url: `${cashIn.baseUrl}/..%2f..%2Fother` })],
	['upwards, encoded twice', () => ({ url: `${cashIn.baseUrl}/%252e%252e%252fother` })],
	['upwards, with a backslash', () => ({ url: `${cashIn.baseUrl}/..\\other` })],
	['upwards, with a parameter', () => ({ url: `${cashIn.baseUrl}/..;/other` })],
	[
		'a server behind a user name',
		() => ({ url: `http://127.0.0.1:${portOf(cashIn)}@127.0.0.1:${portOf(other)}/v2/x` }),
	],
	['the right server with a user name', () => ({ url: cashIn.baseUrl.replace('//', '//a:b@') })],
	[
		'another server, in two parts',
		() => ({ baseURL: cashIn.baseUrl, url: `${other.baseUrl}/salesinvoices` }),
	],
	[
		'another server, in two parts without a scheme',
		() => ({ baseURL: cashIn.baseUrl, url: `//127.0.0.1:${portOf(other)}/v2` }),
	],
	['a part only', () => ({ url: '/v2/salesinvoices' })],
	['nothing', () => ({ url: '' })],
	['as the older helper calls it', () => ({ uri: `${other.baseUrl}/salesinvoices` })],
	[
		'the right server through a proxy of one’s own',
		() => ({
			url: `${cashIn.baseUrl}/x`,
			proxy: { protocol: 'http', host: '127.0.0.1', port: Number(portOf(other)) },
		}),
	],
	[
		'the right server with its certificate unchecked',
		() => ({ url: `${cashIn.baseUrl}/x`, skipSslCertificateValidation: true }),
	],
])('The key does not go to %s', async (_, options) => {
	await expect(ask(options())).rejects.toThrow(/The API key is (not sent|sent over https only)/);
	expect([...cashIn.seen, ...other.seen]).toEqual([]);
});

it('The key does not go along with a redirect, wherever it leads', async () => {
	for (const status of [301, 302, 303, 307, 308]) {
		const pointing = await startRaw((_, response) =>
			response.writeHead(status, { location: `${other.baseUrl}/x` }).end(),
		);
		const credential = { baseUrl: pointing.baseUrl, apiKey: KEY };
		const options = { url: `${pointing.baseUrl}/x`, followRedirect: true, maxRedirects: 9 };
		await askElsewhere(options, credential).catch(() => {});
		await askElsewhere({ ...options, method: 'POST' }, credential).catch(() => {});
		expect(pointing.seen).toHaveLength(2);
		await pointing.close();
	}
	expect(other.seen).toEqual([]);
});

it.each(['/../other', '/%2e%2e/other', '/a/..%2F..%2Fother', '/..\\other'])(
	'A corrected path that leads out of the base URL is told before anything is sent: %s',
	async (path) => {
		const { error } = await runCashIn(
			[{}],
			{ resource: 'payment', operation: 'getAllocated' },
			{
				baseUrl: cashIn.baseUrl,
				apiKey: KEY,
				endpointOverrides: JSON.stringify({ listAllocatedPaymentTransactions: path }),
			},
		);
		expect(error?.message).toContain("leads out of 'Base URL'");
		expect(cashIn.seen).toEqual([]);
	},
);

describe('A proxy in the environment of n8n', () => {
	const behind = async (work: () => Promise<unknown>) => {
		const proxy = await startProxy();
		const { url } = proxy;
		const variables = { HTTP_PROXY: url, http_proxy: url, ALL_PROXY: url, all_proxy: url };
		const none = { NO_PROXY: undefined, no_proxy: undefined };
		try {
			await withEnvironment({ ...variables, ...none }, work);
		} finally {
			await proxy.close();
		}
		return proxy.asked;
	};

	it('is not handed the key that is meant for this computer, by any node', async () => {
		const asked = await behind(async () => {
			await runCashIn(
				[{}],
				{ resource: 'invoice', operation: 'getAll' },
				{ baseUrl: cashIn.baseUrl, apiKey: KEY },
			);
			await ask({ url: `${cashIn.baseUrl}/x` });
		});
		expect(asked).toEqual([]);
		expect(cashIn.seen.map(({ key }) => key)).toEqual([KEY, KEY]);
	});

	it('is not handed it by the test of the credential', async () => {
		const asked = await behind(async () => {
			const verdict = await testCredential({ baseUrl: cashIn.baseUrl, apiKey: KEY });
			expect(verdict).toMatchObject({ status: 'OK' });
		});
		expect(asked).toEqual([]);
	});

	it('sees of a request to any other address no more than the name of the server', async () => {
		const https = { baseUrl: 'https://cash-in.example.com/v2', apiKey: KEY };
		const asked = await behind(async () => {
			const update = { resource: 'customer', operation: 'update', customerCode: 'C-1' };
			const body = { inputMode: 'json', bodyJson: { Name: 'Example Buyer Oy' } };
			await runCashIn([{}], { ...update, ...body }, https);
			await testCredential(https);
		});
		expect(new Set(asked)).toEqual(new Set(['CONNECT cash-in.example.com:443']));
	});
});

it('a server on this computer is asked as any client asks it, where no proxy is in the way', async () => {
	const { run } = await runCashIn(
		[{}],
		{ resource: 'invoice', operation: 'getAll' },
		{ baseUrl: cashIn.baseUrl, apiKey: KEY },
	);
	expect(run.data.resultData.error).toBeUndefined();
	expect(cashIn.seen.map(({ target }) => target)).toEqual([
		expect.stringMatching(/^\/[^/].*page=1/),
	]);
});
