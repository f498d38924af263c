import fs from 'node:fs';
import path from 'node:path';

import { root } from '../contract/source.cts';
import { isNewer } from './versions.cts';

/** One version of n8n, as `npm run test:versions` found it. */
export interface RanVersion {
	n8n: string;
	/** The Node it ran on; none where it was not installed. */
	node?: string;
	/** The ids of the checks that passed: what stands in none of the lists was not run. */
	passed: string[];
	/** The ids of the checks that failed. */
	failed: string[];
	/** The ids of the checks that need a newer n8n, such as the import of an example that says so. */
	leftOut?: string[];
	/** Why nothing could be checked, in a sentence, where it was not installed or did not start. */
	unusable?: string;
}

/** What the last run of each version found: the documentation says what stands here and nothing else. */
export interface VersionRecord {
	/** A sentence for each check, by its id. */
	checks: Record<string, string>;
	/** Oldest first. */
	versions: RanVersion[];
}

/** Where it is kept, from the root. */
export const RECORD = 'test/versions/record.json';

export function readRecord(): VersionRecord {
	return JSON.parse(fs.readFileSync(path.join(root, RECORD), 'utf8'));
}

/**
 * The versions that are supported, oldest first: where every check passed, back to the first that failed one. What could
 * not be installed says nothing about the versions before it.
 */
export function supportedIn({ versions }: VersionRecord): RanVersion[] {
	const ran = versions.filter(({ unusable }) => unusable === undefined);
	const failing = ran.filter(({ failed }) => failed.length > 0);
	return ran.filter(({ n8n }) => failing.every((other) => isNewer(n8n, other.n8n)));
}
