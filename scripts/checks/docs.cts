import { spawnSync } from 'node:child_process';
import path from 'node:path';

import manifest from '../../package.json';
import { handWritten, read, ROOT } from './sources.cts';

/** npm shows the README whole, and nobody reads more than this before the first invoice. */
const MOST_README_BYTES = 8_192;
/** Written by an adoption, in the words of the vendor's document. */
const REPORT = 'docs/adoption-report.md';
/** Pages of ours: not the vendor's own, nor those that tests make up. */
const PAGE = /^(?!contract\/vendor\/document\/|test\/).*\.md$/;
const PICTURE = /\.(?:gif|jpe?g|png|svg|webp)$/;
const BRANCH = 'main';

/** The files of a repository, by their path from its root. */
export interface Tree {
	/** `owner/name` on GitHub. */
	repository: string;
	/** Pages in Markdown, with their text. */
	pages: ReadonlyMap<string, string>;
	/** Code and workflows that may name an address of the repository, with their text. */
	code: ReadonlyMap<string, string>;
	/** Every file, these included. */
	files: ReadonlySet<string>;
}

/**
 * What is wrong with pictures, the README and the addresses of the repository, in a sentence for each. Links between
 * pages are remark's business.
 */
export function docsProblems(tree: Tree): string[] {
	return [
		...readmeProblems(tree),
		...[...tree.pages, ...tree.code].flatMap(([file, text]) => addressProblems(file, text, tree)),
		...unused(tree),
	];
}

function readmeProblems({ pages }: Tree): string[] {
	const readme = pages.get('README.md') ?? '';
	const bytes = Buffer.byteLength(readme);
	const relative = picturesIn(readme).filter((address) => !/^https:/.test(address));
	return [
		...(bytes > MOST_README_BYTES
			? [
					`README.md has ${bytes} bytes, and ${MOST_README_BYTES} at most are wanted: move what belongs on a page of docs/.`,
				]
			: []),
		...relative.map(
			(address) =>
				`README.md shows ${address}, which npm does not: give its address on raw.githubusercontent.com.`,
		),
	];
}

/** Addresses of this repository on GitHub, as a picture, a file or a heading of the README. */
function addressProblems(file: string, text: string, { repository, files, pages }: Tree): string[] {
	const problems: string[] = [];
	for (const [address, rest = ''] of text.matchAll(
		/https:\/\/raw\.githubusercontent\.com\/([^\s"'`()\\]+)/g,
	)) {
		const prefix = `${repository}/${BRANCH}/`;
		if (!rest.startsWith(prefix)) {
			problems.push(`${file}: ${address} is not below ${prefix}.`);
		} else if (!files.has(rest.slice(prefix.length))) {
			problems.push(`${file}: ${address} leads to no file of this repository.`);
		}
	}
	const own = new RegExp(
		`https://github\\.com/${repository}(?:/blob/${BRANCH}/([^\\s"'\`()#\\\\]+)|(?:\\?[\\w=-]+)?)(?:#([\\w-]+))?(?=[\\s"'\`)\\\\.,;]|$)`,
		'g',
	);
	for (const [address, target = 'README.md', heading] of text.matchAll(own)) {
		if (!files.has(target)) {
			problems.push(`${file}: ${address} leads to no file of this repository.`);
		} else if (heading !== undefined && !hasHeading(pages.get(target) ?? '', heading)) {
			problems.push(`${file}: ${target} has no heading for ${address}.`);
		}
	}
	return problems;
}

/** GitHub's own word for the top of a README is not among its headings. */
const hasHeading = (text: string, wanted: string) =>
	wanted === 'readme' ||
	[...text.matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => slugOf(heading) === wanted);

/** As GitHub names a heading. */
const slugOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\- _]/gu, '')
		.replace(/ /g, '-');

/** Pictures that no page shows, and pages that no other leads to. */
function unused({ repository, pages, files }: Tree): string[] {
	const led = new Set<string>();
	for (const [file, text] of pages) {
		for (const [, address = ''] of text.matchAll(/\]\(([^)\s#]+)/g)) {
			const raw = `https://raw.githubusercontent.com/${repository}/${BRANCH}/`;
			const target = address.startsWith(raw)
				? address.slice(raw.length)
				: path.posix.join(path.posix.dirname(file), address);
			if (target !== file) led.add(target);
		}
	}
	const inDocs = [...files].filter((file) => file.startsWith('docs/') && file !== REPORT);
	const lost = inDocs.filter((file) => !led.has(file));
	return [
		...lost
			.filter((file) => PICTURE.test(file))
			.map((file) => `${file} is shown on no page: show it, or delete it.`),
		...lost
			.filter((file) => file.endsWith('.md'))
			.map((file) => `No page leads to ${file}: add it to docs/README.md.`),
	];
}

const picturesIn = (text: string) =>
	[...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, address = '']) => address);

/** This repository, as git knows it. */
export function ownTree(): Tree {
	const files = handWritten(['.'], /./);
	const texts = (wanted: RegExp) =>
		new Map(files.filter((file) => wanted.test(file)).map((file) => [file, read(file)]));
	return {
		repository: repositoryOf(manifest.repository.url),
		pages: new Map([...texts(PAGE)].filter(([file]) => file !== REPORT)),
		code: texts(/^(?:credentials|nodes|workflows)\/.*\.(?:json|ts)$/),
		files: new Set(files),
	};
}

/** `owner/name` of an address on GitHub, as a page or as git has it; empty for another one. */
export const repositoryOf = (url: string): string =>
	/^(?:(?:git\+)?(?:https|ssh):\/\/(?:[\w-]+@)?github\.com\/|git@github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?(?:[?#].*)?$/.exec(
		url,
	)?.[1] ?? '';

/**
 * Follows every link from page to page, headings included.
 * @param folder where the pages are, with a .remarkrc.mjs
 * @returns what is broken, or undefined
 */
export function brokenLinks(folder: string, pages: string[]): string | undefined {
	const args = ['remark', '--frail', '--quiet', '--no-stdout', '--no-color', ...pages];
	const { status, stdout, stderr } = spawnSync('npx', args, { cwd: folder, encoding: 'utf8' });
	return status === 0 ? undefined : stdout + stderr;
}

/** `npm run check:docs`: links, headings, pictures and addresses of the documentation. */
export function main(): void {
	const tree = ownTree();
	const links = brokenLinks(ROOT, [...tree.pages.keys()]);
	const problems = [...(links === undefined ? [] : [links]), ...docsProblems(tree)];
	for (const problem of problems) console.error(problem);
	if (problems.length > 0) process.exitCode = 1;
	else console.log(`${tree.pages.size} pages: every link, heading and picture is there`);
}
