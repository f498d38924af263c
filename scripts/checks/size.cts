import { handWritten, read } from './sources.cts';

interface Part {
	name: string;
	folders: string[];
	extension?: RegExp;
	/** The most there should be; nothing fails where there is more. */
	budget?: { lines: number; files?: number };
}

const CODE = /\.([cm]?ts|js)$/;
const PARTS: Part[] = [
	{
		name: 'node and credential',
		folders: ['nodes', 'credentials'],
		budget: { lines: 14_000, files: 170 },
	},
	{ name: 'simulator', folders: ['simulator'], budget: { lines: 4_600 } },
	{ name: 'scripts', folders: ['scripts'], extension: CODE },
	{ name: 'tests', folders: ['test'], extension: CODE },
];

/** `npm run size`: how many lines and files of code are written by hand. */
export function main(): void {
	for (const { name, folders, extension, budget } of PARTS) {
		const files = handWritten(folders, extension);
		const lines = files.reduce((sum, file) => sum + read(file).split('\n').length - 1, 0);
		const found = `${amount(lines)} lines in ${String(files.length).padStart(4)} files`;
		console.log(`${name.padEnd(20)} ${found}${budget === undefined ? '' : budgetOf(budget)}`);
	}
}

function budgetOf({ lines, files }: { lines: number; files?: number }): string {
	const most = files === undefined ? '' : ` in ${files} files`;
	return `, budget ${amount(lines)}${most}`;
}

const amount = (lines: number) => lines.toLocaleString('en').padStart(6);
