import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { isAlive } from '../bootstrap/lock';
import { npm } from '../bootstrap/npm';
import { freePort } from '../bootstrap/ports';
import type { Group } from '../bootstrap/processes';
import { newOwner, setPassword } from './owner.cts';
import type { Run } from './executions.cts';
import { createRest, type Credential } from './rest.cts';
import { ensureRuntime } from './runtime.cts';
import { startServer, commandLine, environment } from './server.cts';

const PREFIX = 'n8n-cash-in-';

export type Instance = Awaited<ReturnType<typeof createInstance>>;

interface Options {
	/** One of versions.cts; the newest by default. */
	n8n?: string;
	/** Of `npm pack`; see `packNode`. */
	tarball: string;
	/** Of the editor; without it, a free one. */
	port?: number;
	/** Settings of n8n, over the usual ones. */
	env?: Record<string, string>;
	/** To be used and kept; without it, a temporary one that `dispose` removes. */
	userFolder?: string;
	/** Hears about an installation of n8n, should one be needed. */
	log?: (line: string) => void;
	/** Kills whatever of it runs; `dispose` is still to be called. */
	signal?: AbortSignal;
}

/**
 * One n8n with a folder, a database and ports of its own, and the packed package installed as a user installs it.
 * Several may run side by side. It is stopped after creation: import, publish, then start.
 */
export async function createInstance({
	n8n,
	tarball,
	port,
	env = {},
	userFolder,
	log,
	signal,
}: Options) {
	const runtime = await ensureRuntime({ n8n, log, signal });
	const folder = userFolder ?? temporaryFolder();
	const removes = userFolder === undefined ? folder : undefined;
	const settings = environment(folder, port ?? (await freePort()), {
		...runtime.settings,
		...env,
	});
	const url = `http://127.0.0.1:${settings.N8N_PORT}`;
	const owner = newOwner();
	const rest = createRest(url, owner);
	let server: Group | undefined;
	let earlier = '';
	const disposal = new AbortController();
	const ending = AbortSignal.any([disposal.signal, ...(signal ? [signal] : [])]);
	/** What has been begun and not ended: disposal waits for it, lest it write into a folder that is gone. */
	const busy = new Set<Promise<unknown>>();
	const track = <T,>(work: Promise<T>): Promise<T> => {
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
	async function command(
		args: string[],
		{ mayFail = false, deadlineMs }: Limits & { mayFail?: boolean } = {},
	) {
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

	async function importList(kind: 'credentials' | 'workflow', list: object[]) {
		const file = path.join(folder, `import-${kind}.json`);
		fs.writeFileSync(file, JSON.stringify(list));
		const { output } = await command([`import:${kind}`, `--input=${file}`]);
		fs.rmSync(file);
		if (!output.includes('Successfully imported')) {
			throw new Error(`"n8n import:${kind}" did not import:\n${output.trim()}`);
		}
	}

	/** Starts the server and waits until it is ready. */
	async function start({ deadlineMs }: Limits = {}) {
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
		importCredentials: (list: Array<Credential & { id: string }>) =>
			importList('credentials', list),
		/** They arrive unpublished. */
		importWorkflows: (list: Array<{ id: string; name: string }>) =>
			importList(
				'workflow',
				list.map((one) => ({ active: false, ...one })),
			),
		/** Publishes a workflow for the next start. */
		publish: async (id: string) => void (await command([...runtime.publish, `--id=${id}`])),
		/** Runs a workflow that begins with a Manual Trigger, from the command line; a run that failed is given too. */
		execute: async <Printed extends object = Pick<Run, 'data'>>(id: string, limits?: Limits) =>
			readRun<Printed>(
				await command(['execute', `--id=${id}`, '--rawOutput'], { mayFail: true, ...limits }),
			),
		...rest,
	};
}

interface Limits {
	deadlineMs?: number;
}

/** n8n prints a run indented by two: it begins with a line "{" and ends with a line "}". */
function readRun<Printed>({ stdout, output }: { stdout: string; output: string }): Printed {
	const lines = stdout.split('\n');
	const first = lines.indexOf('{');
	const last = lines.indexOf('}', first);
	if (first === -1 || last === -1) {
		throw new Error(
			`n8n printed no result of the run:\n${output.trim().split('\n').slice(-20).join('\n')}`,
		);
	}
	return JSON.parse(lines.slice(first, last + 1).join('\n'));
}

/** As n8n itself does when a user installs a community node; peer dependencies are n8n's own. */
export async function installPackage(
	userFolder: string,
	tarball: string,
	signal?: AbortSignal,
): Promise<void> {
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

/** A folder for what one n8n or cluster keeps; those of processes that were killed are removed first. */
export function temporaryFolder(): string {
	removeAbandoned();
	return fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
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
