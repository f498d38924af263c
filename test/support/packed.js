'use strict';

const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');

/** Runs scripts/pack.js as the release does. Gives its words, and the SHA-256 of what it put into the folder. */
function packForRelease() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-pack-'));
	try {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['scripts/pack.js', '--to', folder],
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

function sha256(file) {
	return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

module.exports = { packForRelease, sha256 };
