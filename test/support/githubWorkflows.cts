import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import YAML from 'yaml';

import manifest from '../../package.json';

export interface Step {
	name?: string;
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
	env?: Record<string, string>;
}

export interface Job {
	needs?: string | string[];
	permissions?: Record<string, string>;
	environment?: string;
	steps: Step[];
}

export interface Workflow {
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

export interface WorkflowFile {
	name: string;
	text: string;
	workflow: Workflow;
}

export interface Download {
	file: string;
	content: string;
	env(checksum: string): Record<string, string>;
}

export interface Ended {
	status: number | null;
	output: string;
}

const folder = path.join(__dirname, '..', '..', '.github', 'workflows');

/** Every workflow of GitHub Actions, by file name, as text and read. */
export function readWorkflows(): WorkflowFile[] {
	return fs
		.readdirSync(folder)
		.sort()
		.map((name) => {
			const text = fs.readFileSync(path.join(folder, name), 'utf8');
			return { name, text, workflow: YAML.parse(text) };
		});
}

/** Runs a step's script in the repository, as GitHub does. */
export function runStep(script: string, env: Record<string, string>): Ended {
	return runIn(path.join(folder, '..', '..'), script, env);
}

/**
 * Runs a script where nothing is but one downloaded file, and with an npm that only notes what it is told.
 * @param given `env` gets the file's SHA-256
 */
export function runBesideDownload(
	script: string,
	{ file, content, env }: Download,
): Ended & { npm: string[] } {
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-publish-'));
	try {
		const bin = path.join(work, 'bin');
		const notes = path.join(work, 'npm-was-told');
		fs.mkdirSync(bin);
		fs.writeFileSync(path.join(bin, 'npm'), `#!/bin/sh\necho "$@" >> '${notes}'\n`, {
			mode: 0o755,
		});
		fs.mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
		fs.writeFileSync(path.join(work, file), content);
		const checksum = crypto.createHash('sha256').update(content).digest('hex');
		const result = runIn(work, script, {
			...env(checksum),
			PATH: `${bin}${path.delimiter}${process.env.PATH}`,
		});
		const npm = fs.existsSync(notes) ? fs.readFileSync(notes, 'utf8').trim().split('\n') : [];
		return { ...result, npm };
	} finally {
		fs.rmSync(work, { recursive: true, force: true });
	}
}

function runIn(cwd: string, script: string, env: NodeJS.ProcessEnv): Ended {
	const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
		cwd,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return { status, output: stdout + stderr };
}

/** The version in package.json. */
export function packageVersion(): string {
	return manifest.version;
}
