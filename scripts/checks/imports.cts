import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { handWritten, read, ROOT } from './sources.cts';

/** The layers of the node, and what each may import beside itself and the leaves. */
const LAYERS: Record<string, string[]> = {
	nodes: ['actions', 'triggers', 'pickers'],
	actions: ['upload', 'orders', 'api'],
	triggers: ['upload', 'orders', 'api'],
	pickers: ['upload', 'orders', 'api'],
	upload: ['invoicing', 'api'],
	orders: ['invoicing'],
	invoicing: ['finnish'],
	finnish: [],
	// Personal identity codes are taken out of errors.
	api: ['finnish'],
};
/** Everybody may import these, and they import nobody. */
const LEAVES = ['api/generated', 'text'];
/** Knows nothing of n8n. */
const PURE = ['orders', 'invoicing', 'finnish'];
const NODE = 'nodes/CashIn/';

/** File → what it imports, in the order it is written; a package by its name. */
type Imports = Map<string, string[]>;

/** What is wrong with the imports of the node and the simulator, a sentence each; undefined where nothing is. */
export function importProblems(): string | undefined {
	const imports: Imports = new Map(
		handWritten(['nodes', 'credentials', 'simulator']).map((file) => [file, importsOf(file)]),
	);
	const problems = problemsIn(imports);
	return problems.length === 0 ? undefined : problems.join('\n');
}

export const problemsIn = (imports: Imports): string[] => [...upwards(imports), ...cycles(imports)];

/** Types count as well: a file that needs another one's types cannot be understood without it. */
function importsOf(file: string): string[] {
	const written = ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName);
	return [...new Set(written)].map((fileName) => {
		if (!fileName.startsWith('.')) return fileName;
		const place = path.posix.join(path.posix.dirname(file), fileName);
		const found = ['.ts', '', '/index.ts'].find((end) => existsSync(path.join(ROOT, place + end)));
		return found === undefined ? place : place + found;
	});
}

function upwards(imports: Imports): string[] {
	const problems: string[] = [];
	for (const [file, imported] of imports) {
		const from = layerOf(file);
		if (from === undefined) continue;
		for (const to of imported) {
			if (to === 'n8n-workflow' && PURE.includes(from)) {
				problems.push(`${file} imports n8n-workflow, and ${from} knows nothing of n8n.`);
			}
			const layer = layerOf(to);
			if (layer === undefined || layer === from || LEAVES.includes(layer)) continue;
			if (!below(from).has(layer)) {
				problems.push(`${file} imports ${to}, and ${from} may not import ${layer}.`);
			}
		}
	}
	return problems;
}

/** `nodes` for the node itself and its credential; undefined for what is not in the node. */
function layerOf(file: string): string | undefined {
	if (file.startsWith('credentials/')) return 'nodes';
	if (!file.startsWith(NODE)) return undefined;
	const place = file.slice(NODE.length);
	const leaf = LEAVES.find((one) => place.startsWith(`${one}/`));
	return leaf ?? (place.includes('/') ? place.split('/')[0] : 'nodes');
}

/** Everything that is reached from a layer downwards. */
function below(layer: string): Set<string> {
	const next = LAYERS[layer] ?? [];
	return new Set([...next, ...next.flatMap((one) => [...below(one)])]);
}

function cycles(imports: Imports): string[] {
	const done = new Set<string>();
	const problems: string[] = [];
	const visit = (file: string, trail: string[]) => {
		const at = trail.indexOf(file);
		if (at >= 0) {
			const [first, second, ...others] = trail.slice(at);
			const way = [second ?? first, ...others, first].join(', which imports ');
			problems.push(`${first} is in a cycle of imports: it imports ${way}.`);
			return;
		}
		if (done.has(file)) return;
		for (const next of imports.get(file) ?? []) visit(next, [...trail, file]);
		done.add(file);
	};
	for (const file of imports.keys()) visit(file, []);
	return problems;
}

/** `npm run check:imports` */
export function main(): void {
	const problems = importProblems();
	if (problems !== undefined) throw new Error(problems);
}
