import fs from 'node:fs';
import path from 'node:path';

import { freePort, isListening } from '../bootstrap/ports';
import { run, startGroup, type Group } from '../bootstrap/processes';
import { readServices, type Service } from './compose.cts';
import { eventually } from './eventually.cts';
import { installPackage, temporaryFolder } from './instance.cts';
import { newOwner } from './owner.cts';
import { createRest } from './rest.cts';
import { ensureRuntime } from './runtime.cts';
import { environment } from './server.cts';

/** The user that Debian's package of PostgreSQL brings: its server refuses to run as root. */
const POSTGRES_USER = 'postgres';
const DEBIAN_POSTGRES = '/usr/lib/postgresql';
const LOOPBACK = '127.0.0.1';

/** A name of compose.yaml, numbered from 1 where there are several of it: `main`, `worker-2`. */
export type ServiceName = string;

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

interface Options {
	/** Of `npm pack`; see `packNode`. */
	tarball: string;
	/** Settings of every n8n, over those of compose.yaml. */
	env?: Record<string, string>;
	/** Of the editor; without it, a free one. */
	port?: number;
	/** How many of a service there are, where it is not as many as compose.yaml says. */
	replicas?: Record<string, number>;
	log?: (line: string) => void;
	/** Kills whatever of it runs; `dispose` is still to be called. */
	signal?: AbortSignal;
}

/** One process of a service. */
interface Process {
	name: ServiceName;
	service: Service;
	/** Of a server, how it is started. */
	start(): Group;
	/** Waits until its health check succeeds. */
	healthy(deadlineMs?: number): Promise<void>;
	/** What runs now or ran last. */
	group?: Group;
	/** What it wrote in earlier starts. */
	earlier: string;
}

/**
 * @returns the Debian packages that a cluster needs and this machine lacks: none where it can be started
 */
export async function missingPackages(): Promise<string[]> {
	const found = {
		postgresql: postgresFolder() !== undefined,
		'redis-server': (await onPath('redis-server')) && (await onPath('redis-cli')),
	};
	return Object.entries(found).flatMap(([name, there]) => (there ? [] : name));
}

/** In a sentence, what to do about packages that are missing. */
export const installAdvice = (missing: readonly string[]): string =>
	`A cluster needs ${missing.join(' and ')}, which this machine lacks. On Debian and Ubuntu: apt-get install -y ${missing.join(' ')}`;

/**
 * Starts the services of compose.yaml as processes of this machine: the same commands, settings, health checks and
 * order, with free ports of 127.0.0.1 and folders of its own in place of the container's ports and volumes. n8n has an
 * owner then, and the packed package in every process.
 * @throws a sentence where PostgreSQL or Redis is not installed, or a service does not come up
 */
export async function startCluster({
	tarball,
	env = {},
	port,
	replicas = {},
	log = () => {},
	signal,
}: Options) {
	const missing = await missingPackages();
	if (missing.length > 0) throw new Error(installAdvice(missing));
	const services = readServices(process.env);
	const runtime = await ensureRuntime({ n8n: versionIn(services), log, signal });
	const folder = temporaryFolder();
	// The database's own user has to reach its folder.
	fs.chmodSync(folder, 0o711);
	const processes = new Map<ServiceName, Process>();
	const owner = newOwner();
	const mainPort = port ?? (await freePort());
	const url = `http://${LOOPBACK}:${mainPort}`;
	const rest = createRest(url, owner);
	/** Of services that others name, as hosts or by their ports. */
	const ports: Record<string, number> = {};

	try {
		for (const service of services) {
			const count = replicas[service.name] ?? service.replicas;
			const wanted = count === 1 ? [service.name] : numbered(service.name, count);
			const begun: Process[] = [];
			for (const name of wanted) {
				const own = name === 'main' ? mainPort : await freePort();
				if (count === 1) ports[service.name] = own;
				const prepared = await prepare(service, name, own);
				if (prepared === undefined) continue;
				processes.set(name, prepared);
				begun.push(prepared);
			}
			// The first brings the database up to date; the others of it need not wait for each other.
			for (const one of begun) one.group = one.start();
			const isAwaited = services.some(({ after }) =>
				after.some((other) => other.name === service.name && other.condition === 'service_healthy'),
			);
			if (isAwaited || service.name === 'main') for (const one of begun) await one.healthy();
			log(`${service.name} is up.`);
		}
		await Promise.all([...processes.values()].map((one) => one.healthy()));
		await rest.setupOwner();
	} catch (error) {
		await dispose();
		throw error;
	}

	/** @returns nothing where the service has done its work and ended */
	async function prepare(
		service: Service,
		name: ServiceName,
		own: number,
	): Promise<Process | undefined> {
		const home = path.join(folder, name);
		fs.mkdirSync(home, { recursive: true });
		for (const { volume } of service.volumes) fs.mkdirSync(volumeOf(volume), { recursive: true });
		const here = (text: string) => asHere(text, service, own);
		const settings = Object.fromEntries(
			Object.entries(service.environment).map(([key, value]) => [key, here(value)]),
		);
		const command = service.command.map(here);
		const health = service.health === undefined ? undefined : here(service.health);
		const kind = service.image.split(':')[0];

		if (service.args.N8N_VERSION !== undefined) {
			const all = await n8nSettings(home, own, settings);
			await installPackage(home, tarball, signal);
			const start = () =>
				startGroup(runtime.node, [runtime.n8n, ...command], { env: all, cwd: home, signal });
			return processOf(start, path.dirname(runtime.node));
		}
		if (command[0] === 'sh') {
			await runToEnd(name, command, {});
			return undefined;
		}
		if (kind === 'postgres') {
			const bin = postgresFolder() ?? '';
			await compareVersion(name, service.image, [`${bin}/postgres`, '--version']);
			const data = service.volumes.find(({ path: at }) => at.includes('postgresql'));
			const dir = volumeOf(data?.volume ?? 'postgres');
			await createDatabase(bin, dir, settings);
			return processOf(
				() =>
					startGroup(...asPostgres(`${bin}/postgres`, serverOf(dir, own)), { cwd: dir, signal }),
				bin,
			);
		}
		if (kind === 'redis') {
			const [server = '', ...args] = command;
			await compareVersion(name, service.image, [server, '--version']);
			const listening = ['--bind', LOOPBACK, '--port', String(own)];
			return processOf(() => startGroup(server, [...args, ...listening], { cwd: home, signal }));
		}
		throw new Error(`compose.yaml: nothing here starts the image ${service.image} of ${name}.`);

		function processOf(start: () => Group, folderOfTools = ''): Process {
			const one: Process = {
				name,
				service,
				start,
				earlier: '',
				async healthy(deadlineMs = 180_000) {
					if (health === undefined) return;
					const PATH = `${folderOfTools}${path.delimiter}${process.env.PATH}`;
					await eventually(
						async () => {
							if (one.group?.running() === false) throw ended(one);
							// A health check is three processes: none before somebody listens.
							if (!(await isListening(own))) return undefined;
							const { code } = await run('sh', ['-c', health], {
								env: { ...process.env, PATH },
								deadlineMs: 10_000,
								signal,
							});
							return code === 0 || undefined;
						},
						deadlineMs,
						async () => `${name} does not answer. The end of its log:\n${endOf(one)}`,
					);
				},
			};
			return one;
		}
	}

	/** What the file says of a container, as it is on this machine: folders, ports and hosts. */
	function asHere(text: string, { volumes }: Service, own: number): string {
		const moved = volumes.reduce(
			(all, mount) => all.replaceAll(mount.path, volumeOf(mount.volume)),
			text,
		);
		if (ports[moved] !== undefined) return LOOPBACK;
		return moved.replace(/\b(5432|6379|5678)\b/g, (inContainer) => {
			const [of] = PORTS[inContainer] ?? [];
			return String((of === undefined ? undefined : ports[of]) ?? own);
		});
	}

	function volumeOf(name: string): string {
		return path.join(folder, 'volumes', name);
	}

	async function n8nSettings(home: string, own: number, ofService: Record<string, string>) {
		// Its own keys and database come from the file.
		const {
			N8N_ENCRYPTION_KEY: _key,
			DB_SQLITE_POOL_SIZE: _size,
			...usual
		} = environment(home, own, runtime.settings);
		return {
			...usual,
			...ofService,
			// Of this machine, whatever the file says.
			WEBHOOK_URL: url,
			N8N_EDITOR_BASE_URL: url,
			N8N_SECURE_COOKIE: 'false',
			N8N_WORKER_SERVER_ADDRESS: LOOPBACK,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...env,
		};
	}

	async function createDatabase(bin: string, dir: string, settings: Record<string, string>) {
		if (fs.existsSync(path.join(dir, 'PG_VERSION'))) return;
		if (isRoot()) await runToEnd('postgres', ['chown', POSTGRES_USER, dir], {});
		const { POSTGRES_USER: user = '', POSTGRES_PASSWORD_FILE = '', POSTGRES_DB = '' } = settings;
		const init = ['-D', dir, '-U', user, '--pwfile', POSTGRES_PASSWORD_FILE];
		const [command, args] = asPostgres(`${bin}/initdb`, [
			...init,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--no-locale',
			'--no-sync',
		]);
		await runToEnd('postgres', [command, ...args], { cwd: dir });
		// The image makes the database before its server listens; this one is fed to a server that never does.
		const [single, singleArgs] = asPostgres('sh', [
			'-c',
			`echo 'CREATE DATABASE "${POSTGRES_DB}"' | "${bin}/postgres" --single -D "${dir}" postgres`,
		]);
		await runToEnd('postgres', [single, ...singleArgs], { cwd: dir });
	}

	/** Says where this machine has another version than the file: the tests ran with this one. */
	async function compareVersion(name: string, image: string, [program = '', ...args]: string[]) {
		const { stdout } = await run(program, args, { deadlineMs: 10_000, signal });
		const [here] = /\d+(\.\d+)*/.exec(stdout) ?? ['of an unknown version'];
		if (here.split('.')[0] === image.split(':')[1]) return;
		log(`compose.yaml has ${image}, and the ${name} of this machine is ${here}.`);
	}

	async function runToEnd(name: string, [command = '', ...args]: string[], { cwd = folder }) {
		const { code, output } = await run(command, args, { cwd, deadlineMs: 120_000, signal });
		if (code !== 0) throw new Error(`${name} did not get ready:\n${output.trim()}`);
	}

	function find(name: ServiceName): Process {
		const found = processes.get(name);
		if (found) return found;
		throw new Error(`No ${name} runs here, only ${[...processes.keys()].join(', ')}.`);
	}

	/** Starts one again that has ended, and waits until it answers. */
	async function start(name: ServiceName) {
		const one = find(name);
		if (one.group?.running()) return;
		one.earlier += one.group?.output() ?? '';
		one.group = one.start();
		await one.healthy();
	}

	/** SIGKILL to a process and its children, as when a machine loses power. */
	async function kill(name: ServiceName) {
		await find(name).group?.kill();
	}

	/** SIGTERM: an n8n ends what it is at. */
	async function stop(name: ServiceName, graceMs?: number) {
		await find(name).group?.stop(graceMs);
	}

	/** Ends every process, those first that others need last, and removes the folder. */
	async function dispose() {
		const all = [...processes.values()];
		const isStore = ({ service }: Process) => service.args.N8N_VERSION === undefined;
		for (const some of [all.filter((one) => !isStore(one)), all.filter(isStore)]) {
			await Promise.allSettled(some.map(({ group }) => group?.stop(5_000)));
		}
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}

	return {
		url,
		/** The login of its editor. */
		owner,
		version: runtime.version,
		/** The names of all processes. */
		names: [...processes.keys()],
		/** The names of the workers. */
		workers: [...processes.keys()].filter((name) => name.startsWith('worker')),
		running: (name: ServiceName) => find(name).group?.running() ?? false,
		/** When one of the processes has ended, by itself or not. */
		exited: async () =>
			await Promise.race(
				[...processes.values()].map(async ({ name, group }) => {
					await group?.exited;
					return name;
				}),
			),
		start,
		kill,
		stop,
		dispose,
		/** Everything a process has written, over restarts. */
		log: (name: ServiceName) => {
			const { earlier, group } = find(name);
			return earlier + (group?.output() ?? '');
		},
		...rest,
	};
}

/** Which service a port of the containers belongs to; none where it is the one of n8n itself. */
const PORTS: Record<string, string[]> = { '5432': ['postgres'], '6379': ['redis'], '5678': [] };

const numbered = (name: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

function versionIn(services: Service[]): string {
	const found = services.find(({ args }) => args.N8N_VERSION !== undefined);
	if (found?.args.N8N_VERSION === undefined) throw new Error('compose.yaml names no N8N_VERSION.');
	return found.args.N8N_VERSION;
}

const serverOf = (dir: string, port: number) => [
	'-D',
	dir,
	'-p',
	String(port),
	'-h',
	LOOPBACK,
	'-k',
	'',
];

const isRoot = () => process.getuid?.() === 0;

/** A command as a user that PostgreSQL accepts. */
function asPostgres(command: string, args: string[]): [command: string, args: string[]] {
	if (!isRoot()) return [command, args];
	const as = [`--reuid=${POSTGRES_USER}`, `--regid=${POSTGRES_USER}`, '--clear-groups'];
	return ['setpriv', [...as, command, ...args]];
}

/** Where PostgreSQL's programs are: Debian keeps them beside the path, one folder for each version. */
function postgresFolder(): string | undefined {
	const versions = fs.existsSync(DEBIAN_POSTGRES) ? fs.readdirSync(DEBIAN_POSTGRES) : [];
	const folders = [
		...versions
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin')),
		...(process.env.PATH ?? '').split(path.delimiter),
	];
	const isThere = (folder: string) =>
		['initdb', 'postgres', 'pg_isready'].every((name) => fs.existsSync(path.join(folder, name)));
	return folders.find(isThere);
}

async function onPath(command: string): Promise<boolean> {
	const { code } = await run('sh', ['-c', `command -v ${command}`], { deadlineMs: 10_000 });
	return code === 0;
}

function ended(one: Process): Error {
	return new Error(`${one.name} has ended by itself. The end of its log:\n${endOf(one)}`);
}

const endOf = ({ group }: Process) =>
	(group?.output() ?? '').trim().split('\n').slice(-25).join('\n');
