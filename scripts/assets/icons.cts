import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { optimize } from 'svgo';

const FOLDER = path.join(__dirname, '..', '..', 'icons');

/** n8n loads every icon into the browser of everybody who opens the node list. */
const LARGEST_BYTES = 4_096;

/** What a picture shown in other people's editors must not do: run code or load anything. */
const FORBIDDEN = /<script|<foreignObject|<image|\bon\w+=|href=|url\(\s*['"]?http|@import/i;

/** @throws Error naming the icon and what is wrong with it */
export async function checkIcons(folder = FOLDER): Promise<void> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.svg'));
	for (const file of files) {
		const source = await readFile(path.join(folder, file), 'utf8');
		const problem = problemOf(source) ?? missingTwin(file, files);
		if (problem) throw new Error(`icons/${file}: ${problem}`);
	}
	if (files.length === 0) throw new Error('icons/ holds no SVG');
}

function problemOf(source: string): string | undefined {
	const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(source);
	if (!box || box[1] !== box[2]) return 'it needs a square viewBox that starts at 0 0';
	if (FORBIDDEN.test(source)) return 'it holds a script, a link or something to load';
	if (Buffer.byteLength(source) > LARGEST_BYTES) return `it is larger than ${LARGEST_BYTES} bytes`;
	// Parses the drawing: throws where it is no well-formed SVG.
	optimize(source, { plugins: [] });
	return undefined;
}

function missingTwin(file: string, files: string[]): string | undefined {
	const dark = file.endsWith('.dark.svg');
	const twin = dark ? file.replace('.dark.svg', '.svg') : file.replace(/\.svg$/, '.dark.svg');
	return files.includes(twin) ? undefined : `${twin} is missing`;
}
