import { startGroup, run, type Group } from '../bootstrap/processes';
import type { Runtime } from './runtime.cts';

/** The same for every instance, so that a database made once can be copied. Local and throw-away: no secret. */
const ENCRYPTION_KEY = 'local-demo-and-test-instances-only';

/** What n8n may see of this machine; not whatever N8N_… or DB_… settings its user has for a real n8n. */
const INHERITED =
	/^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TMPDIR|TEMP|TMP|SystemRoot|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA)$/i;

const SETTINGS = {
	N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
	DB_TYPE: 'sqlite',
	DB_SQLITE_POOL_SIZE: '2',
	TZ: 'Europe/Helsinki',
	GENERIC_TIMEZONE: 'Europe/Helsinki',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_PROTOCOL: 'http',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_COMMUNITY_PACKAGES_PREVENT_LOADING: 'false',
	N8N_LOG_LEVEL: 'info',
	NO_COLOR: '1',
	// Nothing here runs a Code node: without a runner of its own n8n starts faster, and port 0 takes a free one.
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'no-runner-here',
	N8N_RUNNERS_BROKER_PORT: '0',
	// What would look things up on the internet at start, or advertise itself over the workflow.
	N8N_DISABLED_MODULES: 'agents,chat-hub,instance-ai,mcp,mcp-registry,otel,workflow-builder',
};

/**
 * The environment n8n gets.
 * @param extra settings of this instance, over all others
 */
export function environment(
	userFolder: string,
	port: number,
	extra: Record<string, string> = {},
): Record<string, string> {
	const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
	return {
		...Object.fromEntries(inherited),
		...SETTINGS,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		WEBHOOK_URL: `http://127.0.0.1:${port}`,
		...extra,
	};
}

/** Starts n8n's server and waits until it answers as ready. */
export async function startServer(
	runtime: Runtime,
	env: Record<string, string>,
	{
		deadlineMs = 180_000,
		removes,
		signal,
	}: { deadlineMs?: number; removes?: string; signal?: AbortSignal } = {},
): Promise<Group> {
	const group = startGroup(runtime.node, [runtime.n8n, 'start'], {
		env,
		cwd: env.N8N_USER_FOLDER,
		removes,
		signal,
	});
	const until = Date.now() + deadlineMs;
	for (;;) {
		signal?.throwIfAborted();
		if (!group.running()) throw failed('n8n ended while starting', group);
		if (await isReady(env.N8N_PORT)) return group;
		if (Date.now() > until) {
			await group.kill();
			throw failed(`n8n was not ready after ${Math.round(deadlineMs / 1000)} seconds`, group);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** Runs one command of n8n's command line, while its server is stopped. */
export async function commandLine(
	runtime: Runtime,
	env: Record<string, string>,
	args: string[],
	{ deadlineMs = 180_000, signal }: { deadlineMs?: number; signal?: AbortSignal } = {},
): Promise<{ code: number | null; stdout: string; output: string }> {
	return await run(runtime.node, [runtime.n8n, ...args], {
		env,
		cwd: env.N8N_USER_FOLDER,
		deadlineMs,
		signal,
	});
}

/** Older versions call themselves ready when their database is, before they answer their editor. */
async function isReady(port: string | undefined): Promise<boolean> {
	const answers = ['/healthz/readiness', '/rest/settings'].map(async (path) => {
		const signal = AbortSignal.timeout(2_000);
		const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
		return status === 200;
	});
	try {
		return (await Promise.all(answers)).every(Boolean);
	} catch {
		return false;
	}
}

function failed(what: string, group: Group): Error {
	const lines = group.output().trim().split('\n');
	const noise = /^(Starting|Finished) migration /;
	const detail = lines
		.filter((line) => !noise.test(line))
		.slice(-25)
		.join('\n');
	const taken = /EADDRINUSE|port .* already in use/i.exec(detail);
	const reason = taken ? `${what}: its port is taken` : what;
	return Object.assign(new Error(`${reason}. The end of its log:\n${detail}`), { detail });
}
