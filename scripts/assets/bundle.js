'use strict';

const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const ROOT = path.join(__dirname, '..', '..');

/**
 * Makes one file of each node and credential for `dist`, and takes away the many that TypeScript wrote: n8n reads them all
 * at every start, and finding, opening and compiling the files took longer than everything in them. Not minified,
 * so that a reader of the package and the stack of an error show what is there.
 */
async function bundle({ dist = path.join(ROOT, 'dist') } = {}) {
	const { n8n } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) =>
		path.relative('dist', file).replace(/\.js$/, '.ts'),
	);
	const outputFiles = bundleOf(entries, dist);
	removeCode(dist);
	for (const { path: file, contents } of outputFiles) {
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, contents);
	}
}

/** What becomes of TypeScript files of this repository: for each a file under `outdir`, all it needs inside. */
function bundleOf(entries, outdir) {
	const { outputFiles } = esbuild.buildSync({
		entryPoints: entries.map((file) => path.join(ROOT, file)),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		outdir,
		outbase: ROOT,
		write: false,
		logLevel: 'warning',
	});
	return outputFiles;
}

/** Everything TypeScript wrote; icons and JSON stay. */
function removeCode(folder) {
	for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
		const own = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			removeCode(own);
			if (fs.readdirSync(own).length === 0) fs.rmdirSync(own);
		} else if (/\.(js|js\.map|d\.ts)$/.test(entry.name)) {
			fs.rmSync(own);
		}
	}
}

module.exports = { bundle, bundleOf };
