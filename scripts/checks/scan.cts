import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { check, type Counts } from './command.cts';

/** What the verification of community nodes lints: the published files of the tarball. */
const PUBLISHED = ['**/*.js', 'package.json'];

/** Lints the packed tarball the way n8n's verification scanner does, inline exceptions ignored. */
export async function scanTarball(tarball: string, folder: string): Promise<Counts> {
	const target = path.join(folder, 'package');
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	const { analyzePackage } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const { passed, message = '', details = '' } = await analyzePackage(target, PUBLISHED);
	return check('verification scan of the tarball', passed ? undefined : `${message}\n${details}`);
}
