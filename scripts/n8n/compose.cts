import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

const FILE = path.join(__dirname, '..', '..', 'compose.yaml');

/** When a service may be started: once another has ended well, answers, or runs. */
type Condition = 'service_completed_successfully' | 'service_healthy' | 'service_started';

interface File {
	services: Record<string, Written>;
}

/** A service as the file has it; only what this project's file uses. */
interface Written {
	image?: string;
	build?: { args: Record<string, string> };
	entrypoint?: string[];
	command?: string | string[];
	environment?: Record<string, string | number>;
	depends_on?: Record<string, { condition: Condition }>;
	healthcheck?: { test: string[] };
	volumes?: string[];
	deploy?: { replicas: number };
}

/** A service to be started, as often as `replicas` says. */
export interface Service {
	name: string;
	/** As in `postgres:15`; of n8n the image that the file builds. */
	image: string;
	/** What an image is built from: of n8n its version. */
	args: Record<string, string>;
	/** Entrypoint and command in one. */
	command: string[];
	environment: Record<string, string>;
	/** The names of the services that come before, with what is waited for. */
	after: Array<{ name: string; condition: Condition }>;
	/** For `sh -c`; it succeeds when the service answers. */
	health?: string;
	/** Where each volume is mounted. */
	volumes: Array<{ volume: string; path: string }>;
	replicas: number;
}

/**
 * The services of compose.yaml, each after those that it waits for.
 * @throws where services wait for each other, or a health check is written in a way that is not read here
 */
export function readServices(env: Record<string, string | undefined> = {}): Service[] {
	const file: File = parse(fs.readFileSync(FILE, 'utf8'), { merge: true });
	const services = Object.entries(file.services).map(([name, written]) =>
		serviceOf(name, written, env),
	);
	return inOrder(services);
}

function serviceOf(
	name: string,
	written: Written,
	env: Record<string, string | undefined>,
): Service {
	const { image = name, build, entrypoint = [], command = [], environment = {} } = written;
	const fill = (text: unknown) => interpolated(String(text), env);
	return {
		name,
		image,
		args: build?.args ?? {},
		command: [...entrypoint, ...(typeof command === 'string' ? command.split(' ') : command)].map(
			fill,
		),
		environment: Object.fromEntries(
			Object.entries(environment).map(([key, value]) => [key, fill(value)]),
		),
		after: Object.entries(written.depends_on ?? {}).map(([other, { condition }]) => ({
			name: other,
			condition,
		})),
		health: written.healthcheck && fill(shellOf(name, written.healthcheck.test)),
		volumes: (written.volumes ?? []).map((text) => {
			const [volume = '', mounted = ''] = text.split(':');
			return { volume, path: mounted };
		}),
		replicas: written.deploy?.replicas ?? 1,
	};
}

function shellOf(name: string, [kind, line]: string[]): string {
	if (kind === 'CMD-SHELL' && line !== undefined) return line;
	throw new Error(`compose.yaml: write the health check of ${name} as ['CMD-SHELL', 'one line'].`);
}

/** `${NAME:-otherwise}` is a setting of who starts it, and `$$` a dollar sign. */
function interpolated(text: string, env: Record<string, string | undefined>): string {
	return text.replace(
		/\$(?:\$|\{(\w+)(?::-([^}]*))?\})/g,
		(_whole, name: string | undefined, otherwise = '') =>
			name === undefined ? '$' : env[name] || otherwise,
	);
}

function inOrder(services: Service[]): Service[] {
	const done: Service[] = [];
	let rest = services;
	while (rest.length > 0) {
		const names = new Set(rest.map(({ name }) => name));
		const next = rest.filter(({ after }) => after.every(({ name }) => !names.has(name)));
		if (next.length === 0) {
			throw new Error(`compose.yaml: ${[...names].join(', ')} wait for each other.`);
		}
		done.push(...next);
		rest = rest.filter((service) => !next.includes(service));
	}
	return done;
}
