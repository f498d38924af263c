import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** Runs scripts/pack.cts as the release does. Gives its words, and the SHA-256 of what it put into the folder. */
export function packForRelease() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-pack-'));
	try {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['scripts/run.js', 'scripts/pack.cts', '--to', folder],
			{ cwd: ROOT, encoding: 'utf8' },
		);
		const files = fs
			.readdirSync(folder)
			.map((name) => ({ name, sha256: sha256(path.join(folder, name)) }));
		return { status, said: stdout.trim().split('\n'), stderr, files };
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

export function sha256(file: string): string {
	return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}
