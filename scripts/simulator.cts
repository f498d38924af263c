import { spawnSync } from 'node:child_process';

import { isAlive } from './bootstrap/lock';

const OFTEN_MS = 500;

/** `npm run simulator -- --port 4010`: the simulator, which ends with the npm that runs it. */
export function main(): void {
	whenNpmDies(() => process.exit(0));
	require('../simulator/cli');
}

/**
 * Does something when the npm that runs this script has died, kill -9 included: no pipe leads to it, so it is looked
 * for. A script that was started by hand may outlive what started it.
 */
function whenNpmDies(then: () => void): void {
	if (process.env.npm_lifecycle_event === undefined) return;
	const npm = npmProcess();
	if (npm === undefined) return;
	const watch = setInterval(() => {
		if (isAlive(npm)) return;
		clearInterval(watch);
		then();
	}, OFTEN_MS);
	watch.unref();
}

/** The parent, or the one before it where a shell stands between; nothing where there is no `ps` to ask. */
function npmProcess(): number | undefined {
	const parent = process.ppid;
	const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(parent)], {
		encoding: 'utf8',
	});
	const [, before, name = ''] = /^\s*(\d+)\s+(.*)$/m.exec(stdout ?? '') ?? [];
	if (before === undefined) return undefined;
	return /(^|\/)-?(sh|ash|dash|bash|zsh)$/.test(name.trim()) ? Number(before) : parent;
}
