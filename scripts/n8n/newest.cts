import os from 'node:os';

import { npm } from '../bootstrap/npm';
import { isNewer, NEWEST, RELEASE } from './versions.cts';

/**
 * The releases of n8n that are newer than the list, the newest first: what a user who installs n8n today may get.
 * @throws where the registry cannot be reached
 */
export async function newerReleases(signal?: AbortSignal): Promise<string[]> {
	const view = ['view', 'n8n', 'versions', 'dist-tags', '--json', '--prefer-online'];
	const { stdout } = await npm(view, {
		cwd: os.tmpdir(),
		purpose: 'ask for the newest n8n',
		signal,
	});
	return newerIn(JSON.parse(stdout));
}

/**
 * @param registry what it says of n8n: releases beyond the one it calls the latest are not meant for users yet
 */
export function newerIn(registry: {
	versions: string[];
	'dist-tags': { latest: string };
}): string[] {
	const { latest } = registry['dist-tags'];
	return registry.versions
		.filter((version) => RELEASE.test(version) && isNewer(version, NEWEST.n8n))
		.filter((version) => !isNewer(version, latest))
		.sort((one, other) => (isNewer(one, other) ? -1 : 1));
}
