import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { scriptOf } from './assets/bundle.cts';
import { ensureRuntime, type Runtime } from './n8n/runtime.cts';

const ROOT = path.join(__dirname, '..');
const MEASURE = path.join('test', 'bench', 'load.cts');
const ROUNDS = 15;
const GOAL = { bytes: 400_000, milliseconds: 40 };

interface Run {
	milliseconds: number;
	bytes: number;
}

interface MeasuredNode {
	className: string;
	ours: boolean;
	file: string;
	runs: Run[];
}

/**
 * `npm run bench:load`: how big the node's description is and how long the node takes to load, beside nodes that
 * come with n8n. Each is loaded in processes of its own, in turns, by the Node that n8n runs on.
 */
export async function main(): Promise<void> {
	const runtime = await ensureRuntime({ log: console.log });
	const build = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, encoding: 'utf8' });
	if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-bench-'));
	try {
		const script = scriptOf(MEASURE, folder);
		const nodes = [...ours(folder, runtime), ...builtIn(runtime)];
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const node of nodes) node.runs.push(measure(runtime, script, node));
		}
		report(nodes);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/** The build, in a folder where it finds the n8n-workflow that the built-in nodes find. */
function ours(folder: string, { dir }: Runtime): MeasuredNode[] {
	fs.cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true });
	fs.symlinkSync(path.join(dir, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
	return ['CashIn', 'CashInTrigger'].map((className) => ({
		className,
		ours: true,
		file: path.join(folder, 'dist', 'nodes', 'CashIn', `${className}.node.js`),
		runs: [],
	}));
}

function builtIn({ dir }: Runtime): MeasuredNode[] {
	const nodes = path.join(dir, 'node_modules', 'n8n-nodes-base', 'dist', 'nodes');
	return ['Stripe', 'Xero', 'QuickBooks'].map((className) => ({
		className,
		ours: false,
		file: path.join(nodes, className, `${className}.node.js`),
		runs: [],
	}));
}

function measure(runtime: Runtime, script: string, { file, className }: MeasuredNode): Run {
	const args = ['--expose-gc', script, file, className];
	const { stdout, stderr, status } = spawnSync(runtime.node, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${className} could not be loaded:\n${stderr}`);
	return JSON.parse(stdout);
}

function report(nodes: MeasuredNode[]) {
	const load = os.loadavg()[0]?.toFixed(1);
	console.log(
		`Median of ${ROUNDS} fresh processes each, in turns, n8n-workflow loaded before (${os.cpus().length} processors, load ${load}):`,
	);
	const rows = nodes.map(({ className, ours: own, runs }) => {
		const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		const median = times[Math.floor(times.length / 2)] ?? NaN;
		return { className, own, bytes: runs[0]?.bytes ?? NaN, median, least: times[0] ?? NaN };
	});
	const stripe = rows.find(({ className }) => className === 'Stripe')?.median ?? NaN;
	for (const { className, bytes, median, least } of rows) {
		const size = bytes.toLocaleString('en').padStart(9);
		console.log(
			`${className.padEnd(14)}${size} bytes ${median.toFixed(1).padStart(7)} ms  fastest ${least.toFixed(1)} ms  ${(median / stripe).toFixed(1)} × Stripe`,
		);
	}
	for (const { className, bytes, median } of rows.filter(({ own }) => own)) {
		console.log(goal(`${className}: description under 400 KB`, bytes < GOAL.bytes));
		console.log(goal(`${className}: loads in under 40 ms`, median < GOAL.milliseconds));
	}
}

const goal = (what: string, met: boolean) => `${met ? 'met   ' : 'MISSED'} ${what}`;
