'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { isAlive } = require('./lock');
const { npm } = require('./npm');
const { newOwner, setPassword } = require('./owner');
const { freePort } = require('./ports');
const { readRun } = require('./printed-run');
const { createRest } = require('./rest');
const { ensureRuntime } = require('./runtime');
const { startServer, commandLine, environment } = require('./server');

const PREFIX = 'n8n-cash-in-';

/**
 * One n8n with a folder, a database and ports of its own, and the packed package installed as a user installs it.
 * Several may run side by side. It is stopped after creation: import, publish, then start.
 * @param {object} options
 * @param {string} [options.n8n] its version, one of versions.js; the newest by default
 * @param {string} options.tarball of `npm pack`; see `packNode`
 * @param {number} [options.port] of the editor; without it, a free one
 * @param {Record<string, string>} [options.env] settings of n8n, over the usual ones
 * @param {string} [options.userFolder] to be used and kept; without it, a temporary one that `dispose` removes
 * @param {(line: string) => void} [options.log] hears about an installation of n8n, should one be needed
 * @param {AbortSignal} [options.signal] kills whatever of it runs; `dispose` is still to be called
 */
async function createInstance({ n8n, tarball, port, env = {}, userFolder, log, signal }) {
	const runtime = await ensureRuntime({ n8n, log, signal });
	removeAbandoned();
	const folder = userFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
	const removes = userFolder === undefined ? folder : undefined;
	const settings = environment(folder, port ?? (await freePort()), {
		...runtime.settings,
		...env,
	});
	const url = `http://127.0.0.1:${settings.N8N_PORT}`;
	const owner = newOwner();
	const rest = createRest(url, owner);
	/** @type {import('./processes').Group | undefined} */
	let server;
	let earlier = '';
	const disposal = new AbortController();
	const ending = AbortSignal.any([disposal.signal, ...(signal ? [signal] : [])]);
	/** What has been begun and not ended: disposal waits for it, lest it write into a folder that is gone. */
	const busy = new Set();
	const track = (work) => {
		busy.add(work);
		const done = () => busy.delete(work);
		work.then(done, done);
		return work;
	};

	try {
		if (!fs.existsSync(path.join(folder, '.n8n'))) {
			fs.cpSync(runtime.template, folder, { recursive: true });
		}
		await track(setPassword(runtime, folder, owner, ending));
		await track(installPackage(folder, tarball, ending));
	} catch (error) {
		await dispose();
		throw error;
	}

	const running = () => server?.running() ?? false;

	/** Runs a command of n8n's command line; the server must be stopped, for both write to the same database. */
	async function command(args, { mayFail = false, deadlineMs } = {}) {
		if (running()) {
			throw new Error(
				`Stop n8n before "n8n ${args[0]}": its server does not see what that writes.`,
			);
		}
		const result = await track(
			commandLine(runtime, settings, args, { deadlineMs, signal: ending }),
		);
		if (result.code !== 0 && !mayFail) {
			const detail = result.output.trim().split('\n').slice(-20).join('\n');
			throw Object.assign(new Error(`"n8n ${args.join(' ')}" failed:\n${detail}`), { detail });
		}
		return result;
	}

	async function importList(kind, list) {
		const file = path.join(folder, `import-${kind}.json`);
		fs.writeFileSync(file, JSON.stringify(list));
		const { output } = await command([`import:${kind}`, `--input=${file}`]);
		fs.rmSync(file);
		if (!output.includes('Successfully imported')) {
			throw new Error(`"n8n import:${kind}" did not import:\n${output.trim()}`);
		}
	}

	/** Starts the server and waits until it is ready. */
	async function start({ deadlineMs } = {}) {
		if (running()) return;
		keepLog();
		server = await track(startServer(runtime, settings, { deadlineMs, removes, signal: ending }));
	}

	/** SIGKILL to server and all its children at once, as when a machine loses power. */
	async function kill() {
		await server?.kill();
	}

	async function stop() {
		await server?.stop();
	}

	/** Stops the server and removes the temporary folder. */
	async function dispose() {
		await server?.stop(3_000);
		disposal.abort(new Error('This n8n has been disposed of.'));
		await Promise.allSettled(busy);
		if (removes) fs.rmSync(removes, { recursive: true, force: true, maxRetries: 5 });
	}

	function keepLog() {
		earlier += server?.output() ?? '';
	}

	return {
		url,
		/** The login of its editor, made for this one. */
		owner,
		folder,
		version: runtime.version,
		running,
		/** When the server that runs now has ended, for whatever reason. */
		exited: async () => void (await server?.exited),
		start,
		stop,
		kill,
		dispose,
		/** Everything the server has written since creation, over restarts. */
		log: () => earlier + (server?.output() ?? ''),
		/** @param {Array<{ id: string, name: string, type: string, data: object }>} list `data` in the clear */
		importCredentials: (list) => importList('credentials', list),
		/** @param {Array<object>} list each with an `id` and a `name`; they arrive unpublished */
		importWorkflows: (list) =>
			importList(
				'workflow',
				list.map((one) => ({ active: false, ...one })),
			),
		/** Publishes a workflow for the next start. @param {string} id */
		publish: async (id) => void (await command([...runtime.publish, `--id=${id}`])),
		/**
		 * Runs a workflow that begins with a Manual Trigger, from the command line.
		 * @param {string} id
		 * @param {{ deadlineMs?: number }} [limits]
		 * @returns {Promise<any>} the run, failed ones too: `data.resultData.runData[nodeName]`, `data.resultData.error`
		 */
		execute: async (id, limits) =>
			readRun(
				await command(['execute', `--id=${id}`, '--rawOutput'], { mayFail: true, ...limits }),
			),
		...rest,
	};
}

/**
 * What a node gave in a run, as plain JSON, over all its executions.
 * @param {any} run of `execute`, `runWorkflow`, `execution` or `waitForExecutions`
 * @param {string} node its name
 * @param {number} [branch] 0 is the first output
 * @returns {any[]}
 */
function itemsOf(run, node, branch = 0) {
	const runs = run.data.resultData.runData[node] ?? [];
	return runs.flatMap(({ data }) => (data?.main?.[branch] ?? []).map(({ json }) => json));
}

/** As n8n itself does when a user installs a community node; peer dependencies are n8n's own. */
async function installPackage(userFolder, tarball, signal) {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	fs.mkdirSync(nodes, { recursive: true });
	fs.writeFileSync(
		path.join(nodes, 'package.json'),
		'{ "name": "installed-nodes", "private": true }',
	);
	const args = ['install', '--ignore-scripts', '--omit=peer', '--legacy-peer-deps', '--offline'];
	await npm([...args, path.resolve(tarball)], {
		cwd: nodes,
		purpose: `install ${path.basename(tarball)} into n8n`,
		signal,
	});
}

/** Folders of processes that were killed before they could tidy up. */
function removeAbandoned() {
	for (const name of fs.readdirSync(os.tmpdir())) {
		const pid = name.startsWith(PREFIX) && /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1];
		if (pid && !isAlive(Number(pid))) {
			fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
		}
	}
}

module.exports = { createInstance, itemsOf };
