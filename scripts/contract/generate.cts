import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

import { endpointsFile } from './endpoints.cts';
import { fieldsFile, rolesFile } from './fields.cts';
import { membersFile } from './members.cts';
import { missingIn } from './needs.cts';
import { operationsFile } from './operations.cts';
import { personalCodesFile } from './personalCodes.cts';
import { previewFiles } from './previews.cts';
import { readContract, root, type Contract } from './source.cts';
import { workflowFiles } from './workflows.cts';

export interface Made {
	/** Relative to the repository. */
	file: string;
	content: string;
}

const GENERATORS: Array<(contract: Contract) => Made | Made[]> = [
	endpointsFile,
	fieldsFile,
	membersFile,
	personalCodesFile,
	rolesFile,
	operationsFile,
	previewFiles,
	workflowFiles,
];

/**
 * Everything made from the contract, formatted as it is committed. Reads the contract only; writes nothing.
 * @throws where an operation lacks what it needs, with a sentence for each
 */
export async function generate(contract = readContract()): Promise<Made[]> {
	const missing = missingIn(contract);
	if (missing.length > 0) throw new Error(missing.join('\n'));
	const made = GENERATORS.flatMap((generator) => generator(contract));
	return await Promise.all(made.map(format));
}

/** The files that are not what the contract and the nodes give now, or are missing. */
export async function check(): Promise<string[]> {
	return staleIn([...(await generate()), ...(await ofNodes())]).map(({ file }) => file);
}

/**
 * Pages made from the nodes' descriptions, which follow the contract themselves: they are loaded here and not before,
 * so that they are those of the files just written. None in a copy of the contract and its own tools.
 */
async function ofNodes(): Promise<Made[]> {
	if (onDisk('scripts/docs/nodePages.cts') === undefined) return [];
	const { nodePages } = require('../docs/nodePages.cts') as typeof import('../docs/nodePages.cts');
	return await Promise.all(nodePages().map(format));
}

/** What was made and is not so on disk. */
export function staleIn(made: Made[]): Made[] {
	return made.filter(({ file, content }) => onDisk(file) !== content);
}

/**
 * Writes the files that differ.
 * @param wanted which of them; all when left out
 * @returns the files written
 */
export async function write(wanted: (file: string) => boolean = () => true): Promise<string[]> {
	return writeMade((await generate()).filter(({ file }) => wanted(file)));
}

/** Writes what was made of the contract, and then what the nodes that follow it say. @returns the files written */
export async function writeWithPages(made: Made[]): Promise<string[]> {
	const written = writeMade(made);
	return [...written, ...writeMade(await ofNodes())];
}

/** Writes what was made where it differs. @returns the files written */
export function writeMade(made: Made[]): string[] {
	const stale = staleIn(made);
	for (const { file, content } of stale) {
		const target = path.join(root, file);
		fs.mkdirSync(path.dirname(target), { recursive: true });
		fs.writeFileSync(target, content);
	}
	return stale.map(({ file }) => file);
}

/** The same as it is committed. */
export async function format({ file, content }: Made): Promise<Made> {
	const target = path.join(root, file);
	const options = await prettier.resolveConfig(target);
	return { file, content: await prettier.format(content, { ...options, filepath: target }) };
}

function onDisk(file: string): string | undefined {
	const target = path.join(root, file);
	return fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : undefined;
}

async function main(args: string[]): Promise<void> {
	if (!args.includes('--check')) {
		const written = await writeWithPages(await generate());
		console.log(written.length > 0 ? `Written: ${written.join(', ')}` : 'Everything was fresh');
		return;
	}
	const stale = await check();
	if (stale.length === 0) return;
	console.error(`Not in step with the contract: ${stale.join(', ')}`);
	console.error('Run `npm run contract` and commit the result');
	process.exitCode = 1;
}

if (require.main === module) {
	main(process.argv.slice(2)).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	});
}
