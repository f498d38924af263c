import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const ROOT = path.join(__dirname, '..', '..');

/**
 * Makes one file of each node and credential for `dist`, and takes away the many that TypeScript wrote: n8n reads them all
 * at every start, and finding, opening and compiling the files took longer than everything in them. Not minified,
 * so that a reader of the package and the stack of an error show what is there.
 */
export async function bundle({ dist = path.join(ROOT, 'dist') } = {}): Promise<void> {
	const { n8n }: { n8n: Record<'nodes' | 'credentials', string[]> } = JSON.parse(
		fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
	);
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
export function bundleOf(entries: string[], outdir: string) {
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

/**
 * Writes a TypeScript file of this repository as JavaScript into a folder, for a process whose time or memory is measured:
 * what reads TypeScript must not be part of that.
 * @returns the script
 */
export function scriptOf(file: string, folder: string): string {
	const script = path.join(folder, `${path.basename(file, path.extname(file))}.js`);
	for (const { contents } of bundleOf([file], folder)) fs.writeFileSync(script, contents);
	return script;
}

/** Everything TypeScript wrote; icons and JSON stay. */
function removeCode(folder: string) {
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
