'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { ensureInstalled } = require('./install');
const { ensureRuntime } = require('./n8n/runtime');

const ROOT = path.join(__dirname, '..');
const MEASURE = path.join(ROOT, 'test', 'bench', 'load.js');
const ROUNDS = 15;
const GOAL = { bytes: 400_000, milliseconds: 40 };

/**
 * `npm run bench:load`: how big the node's description is and how long the node takes to load, beside nodes that
 * come with n8n. Each is loaded in processes of its own, in turns, by the Node that n8n runs on.
 */
async function main() {
	await ensureInstalled();
	const runtime = await ensureRuntime({ log: console.log });
	const build = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, encoding: 'utf8' });
	if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-bench-'));
	try {
		const nodes = [...ours(folder, runtime), ...builtIn(runtime)];
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const node of nodes) node.runs.push(measure(runtime, node));
		}
		report(nodes);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/** The build, in a folder where it finds the n8n-workflow that the built-in nodes find. */
function ours(folder, { dir }) {
	fs.cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true });
	fs.symlinkSync(path.join(dir, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
	return ['CashIn', 'CashInTrigger'].map((className) => ({
		className,
		ours: true,
		file: path.join(folder, 'dist', 'nodes', 'CashIn', `${className}.node.js`),
		runs: [],
	}));
}

function builtIn({ dir }) {
	const nodes = path.join(dir, 'node_modules', 'n8n-nodes-base', 'dist', 'nodes');
	return ['Stripe', 'Xero', 'QuickBooks'].map((className) => ({
		className,
		ours: false,
		file: path.join(nodes, className, `${className}.node.js`),
		runs: [],
	}));
}

function measure(runtime, { file, className }) {
	const args = ['--expose-gc', MEASURE, file, className];
	const { stdout, stderr, status } = spawnSync(runtime.node, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${className} could not be loaded:\n${stderr}`);
	return JSON.parse(stdout);
}

function report(nodes) {
	const load = os.loadavg()[0].toFixed(1);
	console.log(
		`Median of ${ROUNDS} fresh processes each, in turns, n8n-workflow loaded before (${os.cpus().length} processors, load ${load}):`,
	);
	const rows = nodes.map(({ className, ours: own, runs }) => {
		const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		return { className, own, bytes: runs[0].bytes, median: median(times), least: times[0] };
	});
	const stripe = rows.find(({ className }) => className === 'Stripe').median;
	for (const { className, bytes, median: time, least } of rows) {
		const size = bytes.toLocaleString('en').padStart(9);
		console.log(
			`${className.padEnd(14)}${size} bytes ${time.toFixed(1).padStart(7)} ms  fastest ${least.toFixed(1)} ms  ${(time / stripe).toFixed(1)} × Stripe`,
		);
	}
	for (const row of rows.filter(({ own }) => own)) {
		console.log(goal(`${row.className}: description under 400 KB`, row.bytes < GOAL.bytes));
		console.log(goal(`${row.className}: loads in under 40 ms`, row.median < GOAL.milliseconds));
	}
}

const goal = (what, met) => `${met ? 'met   ' : 'MISSED'} ${what}`;

const median = (sorted) => sorted[Math.floor(sorted.length / 2)];

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
