'use strict';

const { execFileSync } = require('node:child_process');
const { mkdirSync } = require('node:fs');
const path = require('node:path');

const { report } = require('./command');

/** What the verification of community nodes lints: the published files of the tarball. */
const PUBLISHED = ['**/*.js', 'package.json'];

/**
 * Lints the packed tarball the way n8n's verification scanner does, inline exceptions ignored.
 * @returns {Promise<{passed: number, failed: number}>}
 */
async function scanTarball(tarball, folder) {
	const target = path.join(folder, 'package');
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	const { analyzePackage } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const { passed, message = '', details = '' } = await analyzePackage(target, PUBLISHED);
	report('verification scan of the tarball', passed, passed ? '' : `${message}\n${details}`);
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

module.exports = { scanTarball };
