import { spawn, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import YAML from 'yaml';

import { contractFile, readingFile, type Contract } from '../../scripts/contract/source.cts';

const root = path.join(__dirname, '..', '..');
const OVERLAY = 'contract/overlay.yaml';
export const foreign = (name: string) => path.join(root, 'test/fixtures/foreign', name);
export const foreignText = (name: string) => readFileSync(foreign(name), 'utf8');

export interface Run {
	status: number | null;
	stdout: string;
	stderr: string;
}

/**
 * Makes the contract of a copy what it was before the first document was adopted.
 * @returns false where none was
 */
export function forgetAdoption(folder: string): boolean {
	const at = (file: string) => path.join(folder, file);
	if (!existsSync(at(readingFile))) return false;
	renameSync(at(readingFile), at(contractFile));
	for (const made of ['vendor', 'pairs.yaml']) {
		rmSync(at(`contract/${made}`), { recursive: true });
	}
	const overlay = YAML.parse(readFileSync(at(OVERLAY), 'utf8')) as object;
	const empty = { ...overlay, extends: path.basename(contractFile), actions: [] };
	writeFileSync(at(OVERLAY), YAML.stringify(empty));
	return true;
}

/** The contract and its tools in a folder of their own, where adopting changes nothing of the repository. */
export class Copy {
	readonly folder = mkdtempSync(path.join(tmpdir(), 'cash-in-adopt-'));

	/** @param more files and folders beside those that adopting needs */
	constructor(more: readonly string[] = []) {
		for (const name of [
			'contract',
			'scripts/contract',
			'workflows',
			'README.md',
			'.prettierrc.json',
			...more,
		]) {
			cpSync(path.join(root, name), path.join(this.folder, name), { recursive: true });
		}
		forgetAdoption(this.folder);
		mkdirSync(path.join(this.folder, 'docs'), { recursive: true });
		symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
	}

	adopt(...args: string[]): Run {
		return this.run('scripts/contract/adopt.cts', args);
	}

	/** Without holding up this process, which may be the server that is asked. */
	async adoptLater(...args: string[]): Promise<Run> {
		return await this.runLater('scripts/contract/adopt.cts', args);
	}

	async runLater(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
		const script = path.join(this.folder, file);
		const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
			cwd: this.folder,
			env: { ...process.env, ...env },
		});
		const run: Run = { status: null, stdout: '', stderr: '' };
		child.stdout.on('data', (text) => (run.stdout += String(text)));
		child.stderr.on('data', (text) => (run.stderr += String(text)));
		run.status = await new Promise((resolve) => child.on('close', resolve));
		return run;
	}

	generate(...args: string[]): Run {
		return this.run('scripts/contract/generate.cts', args);
	}

	read(file: string): string {
		return readFileSync(path.join(this.folder, file), 'utf8');
	}

	append(file: string, text: string): void {
		appendFileSync(path.join(this.folder, file), text);
	}

	write(file: string, text: string): void {
		writeFileSync(path.join(this.folder, file), text);
	}

	/** The document in a file of the copy. */
	parse<T = Record<string, unknown>>(file: string): T {
		return YAML.parse(this.read(file)) as T;
	}

	/** Every file of a folder, with what is in it. */
	files(folder: string): Record<string, string> {
		const at = path.join(this.folder, folder);
		const names = readdirSync(at, { recursive: true, withFileTypes: true });
		return Object.fromEntries(
			names
				.filter((entry) => entry.isFile())
				.map((entry) => path.join(entry.parentPath, entry.name))
				.map((file) => [path.relative(this.folder, file), readFileSync(file, 'utf8')]),
		);
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** A process of its own: the tools load ES modules, which jest's module registry cannot. */
	private run(script: string, args: string[]): Run {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', path.join(this.folder, script), ...args],
			{ cwd: this.folder, encoding: 'utf8', timeout: 200_000 },
		);
		return { status, stdout, stderr };
	}
}

/** Documents in a folder of their own. */
export class Documents {
	private readonly folder = mkdtempSync(path.join(tmpdir(), 'cash-in-documents-'));

	/** @returns the path of a file with this text, in a folder that is made where it has to be */
	file(name: string, text: string | Uint8Array): string {
		const target = path.join(this.folder, name);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, text);
		return target;
	}

	path(name: string): string {
		return path.join(this.folder, name);
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** A server on this machine that gives one document and counts how often. */
export async function serve(text: string) {
	let times = 0;
	const server = createServer((_, response) => {
		times += 1;
		response.end(text);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/openapi.json`,
		times: () => times,
		close: () => server.close(),
	};
}

export interface Outcome {
	reasons: string[];
	questions: string[];
	contract?: Contract;
}

/** What comes of adopting each of some documents, without anything being written. */
export function tryAdoption(
	cases: ReadonlyArray<{ document: object; pairs?: Record<string, string | null> }>,
): Outcome[] {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', path.join(__dirname, 'tryAdoption.cts')],
		{
			cwd: root,
			input: JSON.stringify(cases),
			encoding: 'utf8',
			maxBuffer: 2 ** 30,
			// jest gives a test an environment of its own.
			env: process.env,
		},
	);
	if (stdout === '') throw new Error(stderr);
	return JSON.parse(stdout) as Outcome[];
}
