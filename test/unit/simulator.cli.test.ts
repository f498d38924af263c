/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the command is run as its user runs it */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- with this Node, in this repository */
/* eslint-disable @n8n/community-nodes/no-dangerous-functions -- and nothing but the arguments below */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import axios from 'axios';

const root = resolve(__dirname, '../..');
let started: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
	for (const child of started) child.kill('SIGKILL');
	started = [];
});

function run(...args: string[]) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/cli.ts', ...args], {
		cwd: root,
		// jest gives a test an environment of its own.
		env: process.env,
	});
	started.push(child);
	let stderr = '';
	let stdout = '';
	child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
	const closed = once(child, 'close').then(([code]) => ({ code: code as number, stderr }));
	const firstLine = once(child.stdout, 'data').then(
		([chunk]) => /.*\n/.exec(String(chunk))?.[0] ?? '',
	);
	return { child, closed, firstLine, said: () => stdout };
}

/** The address in what the simulator says when it is ready, which npm puts a heading before. */
async function addressIn({ stdout }: ChildProcessWithoutNullStreams): Promise<string> {
	return await new Promise((found) => {
		let said = '';
		stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const url = /listening on (http\S+)\n/.exec(said)?.[1];
			if (url !== undefined) found(url);
		});
	});
}

describe('the simulator from the command line', () => {
	it('says when it is ready, serves with the key given, and ends on SIGTERM', async () => {
		const { child, closed, firstLine, said } = run(
			'--port',
			'0',
			'--key',
			'mine',
			'--seed-payments',
			'5',
		);
		const line = await firstLine;
		const url = /^Cash-In simulator listening on (http:\/\/127\.0\.0\.1:\d+\/v2)\n$/.exec(
			line,
		)?.[1];
		const { data } = await axios.get(`${url}/allocated-payment-transactions`, {
			headers: { 'X-Api-Key': 'mine' },
			proxy: false,
		});
		child.kill('SIGTERM');

		expect(data.Meta.TotalCount).toBe(5);
		expect(await closed).toEqual({ code: 0, stderr: '' });
		const rest = said().split('\n').slice(1).join('\n');
		expect(rest).toBe(
			`Its page, for a browser: ${new URL('/', url).href}\nThe key for a credential: the one given with --key\n`,
		);
	});

	it.each([
		['its launcher', process.execPath, ['scripts/run.js', 'scripts/simulator.cts', '--port', '0']],
		['the npm that ran it', 'npm', ['run', 'simulator', '--', '--port', '0']],
	])('ends when %s was killed, and nothing listens there any more', async (_, command, args) => {
		const child = spawn(command, args, { cwd: root, env: process.env });
		started.push(child);
		// It writes to the same pipe, which therefore ends with the last of them.
		child.stderr.resume();
		const closed = once(child, 'close');
		const url = await addressIn(child);
		child.kill('SIGKILL');
		await closed;

		await expect(axios.get(`${url}/validate`, { proxy: false })).rejects.toMatchObject({
			code: 'ECONNREFUSED',
		});
	});

	it('is strict, and answers in the forms named, when told to', async () => {
		const { firstLine } = run(
			'--port',
			'0',
			'--strict',
			'--variants',
			'namedArray,alternativePaths',
		);
		const url = (await firstLine).trim().split(' ').pop();
		const get = async (path: string) =>
			axios.get(`${url}${path}`, {
				headers: { 'X-Api-Key': 'demo-key' },
				proxy: false,
				validateStatus: () => true,
			});
		const list = await get('/salesitems');
		const stray = await get('/products?colour=red');

		expect(list.data).toEqual({ Products: [] });
		expect(stray.status).toBe(400);
	});

	it('says in one sentence that the port is taken', async () => {
		const first = run('--port', '0');
		const port = /:(\d+)\/v2/.exec(await first.firstLine)?.[1] ?? '';
		const second = await run('--port', port).closed;

		expect(second).toEqual({
			code: 1,
			stderr: `Port ${port} is taken: stop what uses it, or choose another with --port.\n`,
		});
	});

	it.each([
		[['--port', 'four'], '--port is a whole number from 0 to 65535, not "four".\n'],
		[['--host', '0.0.0.0'], /0\.0\.0\.0 is not a loopback address/],
		[['--prot', '1'], /Unknown option '--prot'/],
		[['--variants', 'bareArray,bare'], /^--variants knows bareArray, .*; not "bare"\./],
	])('says what is wrong with %j', async (args, message) => {
		const { code, stderr } = await run(...args).closed;

		expect(code).toBe(1);
		expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
		expect(stderr.trimEnd()).not.toContain('\n');
	});
});
