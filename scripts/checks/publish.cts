import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { repositoryOf } from './docs.cts';

const HELP = `Usage: npm run check:publish -- [--tag]

Names what a maintainer has to set before the package is published, in a sentence for each.

  --tag    fail where there is something; so does a build of a tag on GitHub (GITHUB_REF_TYPE=tag)`;

/** Where a name or an address of the repository may stand, beside package.json. */
const PLACES = [
	'.github',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'LICENSE.md',
	'README.md',
	'SECURITY.md',
	'credentials',
	'docs',
	'nodes',
	'simulator/README.md',
	'workflows',
];
const TEXT = /(?:\.(?:cts|json|md|ts|ya?ml)|CODEOWNERS)$/;
const PICTURE = /\.(?:gif|jpe?g|png)$/;
/** The smallest picture of an editor has many times that. */
const LEAST_PICTURE_BYTES = 1_000;
/** Nobody can have an address there (RFC 2606, RFC 6761). */
const RESERVED =
	/(?:^|[@./])(?:example\.(?:com|net|org)|[\w-]+\.(?:example|invalid|localhost|test))$/i;
/** Marks that somebody meant to come back to. */
const UNFINISHED = /@MAINTAINER\b|\b(?:FIXME|TBD|TODO)\b/;

interface Manifest {
	name: string;
	version: string;
	author?: { name?: string; email?: string };
	repository?: { url?: string };
	homepage?: string;
	bugs?: { url?: string };
}

/** What is about to be published. */
export interface Release {
	manifest: Manifest;
	/** By path from the root. */
	texts: ReadonlyMap<string, string>;
	/** Sizes in bytes, by path from the root. */
	pictures: ReadonlyMap<string, number>;
	/** `owner/name` of the repository this really is; undefined where nothing tells. */
	origin: string | undefined;
	/** Whether a tag is built: then the changelog has to be ready as well. */
	isTag: boolean;
}

/** What is still to be set, in a sentence for each that says where and what. */
export function publishProblems(release: Release): string[] {
	return [
		...authorProblems(release.manifest),
		...repositoryProblems(release),
		...textProblems(release),
		...pictureProblems(release),
		...(release.isTag ? changelogProblems(release) : []),
	];
}

function authorProblems({ name, author = {} }: Manifest): string[] {
	const problems: string[] = [];
	if (!author.name || author.name === placeholderAuthor(name)) {
		problems.push(
			`package.json: author.name is ${quoted(author.name)}. Put the name of the person or company who publishes the package; n8n shows it beside the node.`,
		);
	}
	if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(author.email ?? '') || RESERVED.test(author.email ?? '')) {
		problems.push(
			`package.json: author.email is ${quoted(author.email)}, where nobody can be written to. Put an address that somebody reads; n8n wants one to verify the package.`,
		);
	}
	return problems;
}

const placeholderAuthor = (name: string) => `${name} maintainers`;

function repositoryProblems({ manifest, origin }: Release): string[] {
	const url = manifest.repository?.url;
	const repository = repositoryOf(url ?? '');
	if (repository === '') {
		return [
			`package.json: repository.url is ${quoted(url)}, which is no address on GitHub. Put git+https://github.com/OWNER/NAME.git; npm signs the package for that repository only.`,
		];
	}
	const problems: string[] = [];
	if (origin === undefined) {
		problems.push(
			`package.json: nothing here tells whether ${repository}, in repository.url, is where the package lives: git has no remote "origin" on GitHub. Put your own repository, and push to it.`,
		);
	} else if (!isSame(origin, repository)) {
		problems.push(
			`package.json: repository.url leads to ${repository}, and this is ${origin}. Put git+https://github.com/${origin}.git; npm signs the package for that repository only.`,
		);
	}
	if (!leadsTo(manifest.bugs?.url, repository)) {
		problems.push(
			`package.json: bugs.url is ${quoted(manifest.bugs?.url)}. Put https://github.com/${repository}/issues, or where else people are to write.`,
		);
	}
	if (!leadsTo(manifest.homepage, repository)) {
		problems.push(
			`package.json: homepage is ${quoted(manifest.homepage)}. Put https://github.com/${repository}#readme, or a page of your own.`,
		);
	}
	return problems;
}

/** An address of that repository, or a real one elsewhere. */
function leadsTo(address: string | undefined, repository: string): boolean {
	const url = URL.canParse(address ?? '') ? new URL(address ?? '') : undefined;
	if (url?.protocol !== 'https:' || RESERVED.test(url.hostname)) return false;
	if (url.hostname !== 'github.com') return true;
	return isSame(url.pathname.split('/').slice(1, 3).join('/'), repository);
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Addresses that were left behind, and words that stand for others. */
function textProblems({ manifest, texts }: Release): string[] {
	const { name } = manifest;
	const repository = repositoryOf(manifest.repository?.url ?? '');
	const named = new RegExp(
		`(?:github\\.com|raw\\.githubusercontent\\.com)/([\\w.-]+/${name})(?![\\w-])`,
		'gi',
	);
	return [...texts].flatMap(([file, text]) => {
		const others = [...text.matchAll(named)]
			.map(([, found = '']) => found.replace(/\.git$/, ''))
			.filter((found) => repository !== '' && !isSame(found, repository));
		return [
			...[...new Set(others)].map(
				(other) =>
					`${file}: leads to ${other} on GitHub, and package.json says ${repository}. Put ${repository} there.`,
			),
			...(text.includes(placeholderAuthor(name))
				? [`${file}: names "${placeholderAuthor(name)}". Put who publishes the package.`]
				: []),
			...(isPage(file) ? unfinishedIn(file, text) : []),
		];
	});
}

/** A sentence for each word, with the lines it is in. */
function unfinishedIn(file: string, text: string): string[] {
	const lines = new Map<string, number[]>();
	for (const [at, line] of text.split('\n').entries()) {
		const word = UNFINISHED.exec(line)?.[0];
		if (word !== undefined) lines.set(word, [...(lines.get(word) ?? []), at + 1]);
	}
	return [...lines].map(
		([word, at]) =>
			`${file}: "${word}" (line ${at.join(', ')}) stands for something. Put it there.`,
	);
}

/** Read by people, or by GitHub; not code, whose marks are for those who work on it. */
const isPage = (file: string) => file.endsWith('.md') || file.startsWith('.github/');

function pictureProblems({ pictures }: Release): string[] {
	return [...pictures]
		.filter(([, bytes]) => bytes < LEAST_PICTURE_BYTES)
		.map(
			([file, bytes]) =>
				`${file}: ${bytes} bytes are a stand-in and no picture. Take it from the editor.`,
		);
}

function changelogProblems({ manifest, texts }: Release): string[] {
	const { version } = manifest;
	const sections = (texts.get('CHANGELOG.md') ?? '').split(/^## /m).slice(1);
	const titled = (title: string) =>
		sections.find((section) => section.split(/[\s(]/, 1)[0]?.replace(/[[\]]/g, '') === title);
	const problems: string[] = [];
	if (titled(version) === undefined) {
		problems.push(`CHANGELOG.md: there is no "## ${version}". Say what is new in it.`);
	}
	if (/\S/.test(titled('Unreleased')?.replace('Unreleased', '') ?? '')) {
		problems.push(
			`CHANGELOG.md: there are changes under "## Unreleased". Put them under "## ${version}".`,
		);
	}
	return problems;
}

const quoted = (value: string | undefined) => (value ? `"${value}"` : 'missing');

/** The release that a folder holds. */
export function releaseIn(folder: string, env: NodeJS.ProcessEnv, isTag: boolean): Release {
	const files = PLACES.flatMap((place) => filesIn(folder, place));
	const at = (file: string) => path.join(folder, file);
	return {
		manifest: JSON.parse(fs.readFileSync(at('package.json'), 'utf8')) as Manifest,
		texts: new Map(
			files
				.filter((file) => TEXT.test(file))
				.map((file) => [file, fs.readFileSync(at(file), 'utf8')]),
		),
		pictures: new Map(
			files.filter((file) => PICTURE.test(file)).map((file) => [file, fs.statSync(at(file)).size]),
		),
		origin: originOf(folder, env),
		isTag,
	};
}

function filesIn(folder: string, place: string): string[] {
	const at = path.join(folder, place);
	if (!fs.existsSync(at)) return [];
	if (fs.statSync(at).isFile()) return [place];
	return fs
		.readdirSync(at, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
}

/** What GitHub says that it builds, else where git would push to. */
function originOf(folder: string, { GITHUB_REPOSITORY }: NodeJS.ProcessEnv): string | undefined {
	if (GITHUB_REPOSITORY) return GITHUB_REPOSITORY;
	const { stdout } = spawnSync('git', ['config', '--get', 'remote.origin.url'], {
		cwd: folder,
		encoding: 'utf8',
	});
	return repositoryOf((stdout ?? '').trim()) || undefined;
}

/**
 * `npm run check:publish`.
 * @returns what it says, and the exit code
 */
export function checkPublish(
	folder: string,
	args: string[],
	env: NodeJS.ProcessEnv,
): { lines: string[]; code: number } {
	const { values } = parseArgs({
		args,
		options: {
			tag: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return { lines: [HELP], code: 0 };
	const isTag = values.tag || env.GITHUB_REF_TYPE === 'tag';
	const problems = publishProblems(releaseIn(folder, env, isTag));
	if (problems.length === 0) {
		return { lines: ['Nothing is left to be set: the package can be published.'], code: 0 };
	}
	const mark = env.GITHUB_ACTIONS ? (isTag ? '::error::' : '::warning::') : '- ';
	return {
		lines: [
			isTag
				? 'Not published, since this is still to be set:'
				: 'Before the package is published, a maintainer has to set:',
			...problems.map((problem) => `${mark}${problem}`),
		],
		code: isTag ? 1 : 0,
	};
}

export function main(): void {
	const root = path.join(__dirname, '..', '..');
	const { lines, code } = checkPublish(root, process.argv.slice(2), process.env);
	for (const line of lines) console.log(line);
	process.exitCode = code;
}
