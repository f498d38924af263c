'use strict';

const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const YAML = require('yaml');

const folder = path.join(__dirname, '..', '..', '.github', 'workflows');

/** Every workflow of GitHub Actions, by file name, as text and read. */
function readWorkflows() {
	return fs
		.readdirSync(folder)
		.sort()
		.map((name) => {
			const text = fs.readFileSync(path.join(folder, name), 'utf8');
			return { name, text, workflow: YAML.parse(text) };
		});
}

/** Runs a step's script in the repository, as GitHub does. */
function runStep(script, env) {
	return runIn(path.join(folder, '..', '..'), script, env);
}

/**
 * Runs a script where nothing is but one downloaded file, and with an npm that only notes what it is told.
 * @param {string} script
 * @param {{ file: string, content: string, env: (checksum: string) => object }} given `env` gets the file's SHA-256
 */
function runBesideDownload(script, { file, content, env }) {
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

function runIn(cwd, script, env) {
	const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
		cwd,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return { status, output: stdout + stderr };
}

/** The version in package.json. */
function packageVersion() {
	return require('../../package.json').version;
}

module.exports = { readWorkflows, runStep, runBesideDownload, packageVersion };
