/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the command is run as its user runs it */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- with this Node, in this repository */
/* eslint-disable @n8n/community-nodes/no-dangerous-functions -- and nothing but the arguments below */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

it('the benchmark of the builder measures invoices of all sizes, and what they keep', () => {
	const args = ['--expose-gc', 'scripts/run.js', 'test/bench/builder.cts', '--measure-ms', '1'];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: root,
		encoding: 'utf8',
	});
	expect([status, stderr]).toEqual([0, '']);
	const rows = [...stdout.matchAll(/^ *(\d+) rows: [\d.]+ µs/gm)].map(([, count]) => Number(count));
	expect(rows).toEqual([1, 3, 10, 100, 1_000, 10_000]);
	expect(stdout).toMatch(/^baseline .*: [\d.]+ µs$/m);
	expect(stdout).toMatch(/of 2 rows keeps \d+ bytes, one of ten \d+$/m);
});

it('the benchmark of scale says how it is used, and measures no part that it does not know', () => {
	const run = (...args: string[]) =>
		spawnSync(process.execPath, ['scripts/run.js', 'scripts/bench-scale.cts', ...args], {
			cwd: root,
			encoding: 'utf8',
		});
	const usage = /^Usage: npm run bench:scale .*oneRun, spread, orders, polls/s;
	expect(run('--help')).toMatchObject({
		status: 0,
		stderr: '',
		stdout: expect.stringMatching(usage),
	});
	expect(run('--only', 'none')).toMatchObject({ status: 1, stderr: expect.stringMatching(usage) });
	expect(run('--sizes', '1000,few')).toMatchObject({
		status: 1,
		stderr: '--sizes takes whole numbers from 1, not "few".\n',
	});
});
