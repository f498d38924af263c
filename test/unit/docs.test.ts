import { brokenLinks, docsProblems, repositoryOf, type Tree } from '../../scripts/checks/docs.cts';
import { pagesFolder } from '../support/pagesFolder.cts';

const OWN = 'n8n-nodes-cash-in/n8n-nodes-cash-in';
const RAW = `https://raw.githubusercontent.com/${OWN}/main`;

const tree = (
	pages: Record<string, string>,
	{ files = [], code = {} }: { files?: string[]; code?: Record<string, string> } = {},
): Tree => ({
	repository: OWN,
	pages: new Map(Object.entries(pages)),
	code: new Map(Object.entries(code)),
	files: new Set([...Object.keys(pages), ...Object.keys(code), ...files]),
});

const GOOD = {
	'README.md': `# Example\n\n## Credentials\n\n![The form](${RAW}/docs/form.png) [Docs](docs/README.md)`,
	'docs/README.md': '# Docs\n\n[Keys](keys.md#several-keys)',
	'docs/keys.md': '# Keys\n\n## Several keys\n\nas on [GitHub](https://github.com/example/example)',
};
const PICTURE = { files: ['docs/form.png'] };

it('pages that lead to one another, with pictures that are there, are fine', () => {
	expect(docsProblems(tree(GOOD, PICTURE))).toEqual([]);
});

it('a README that npm cannot show as it is, or that nobody would read, is refused', () => {
	const relative = { ...GOOD, 'README.md': '![The form](docs/form.png) [Docs](docs/README.md)' };
	expect(docsProblems(tree(relative, PICTURE))).toEqual([
		'README.md shows docs/form.png, which npm does not: give its address on raw.githubusercontent.com.',
	]);
	const long = { ...GOOD, 'README.md': `${GOOD['README.md']}${'ä'.repeat(4_096)}` };
	expect(docsProblems(tree(long, PICTURE))).toEqual([
		expect.stringMatching(/^README\.md has 8\d\d\d bytes, and 8192 at most are wanted/),
	]);
});

it('the address of a picture has to lead to a file of this repository', () => {
	expect(docsProblems(tree(GOOD))).toEqual([
		`README.md: ${RAW}/docs/form.png leads to no file of this repository.`,
	]);
	const other = GOOD['README.md'].replace(OWN, 'somebody/else');
	expect(docsProblems(tree({ ...GOOD, 'README.md': other }, PICTURE))).toContain(
		`README.md: https://raw.githubusercontent.com/somebody/else/main/docs/form.png is not below ${OWN}/main/.`,
	);
});

it.each([
	[`https://github.com/${OWN}#credentials`, undefined],
	[`https://github.com/${OWN}?tab=readme-ov-file#credentials`, undefined],
	[`https://github.com/${OWN}#readme`, undefined],
	[`https://github.com/${OWN}/blob/main/docs/keys.md#several-keys`, undefined],
	[`https://github.com/${OWN}/issues`, undefined],
	[`https://github.com/${OWN}#credential`, 'README.md has no heading'],
	[`https://github.com/${OWN}/blob/main/docs/keys.md#one-key`, 'docs/keys.md has no heading'],
	[`https://github.com/${OWN}/blob/main/docs/gone.md`, 'leads to no file'],
])('a panel of the node that leads to %s: %s', (address, problem) => {
	const code = { 'nodes/CashIn/Example.node.json': `{ "url": "${address}" }` };
	expect(docsProblems(tree(GOOD, { ...PICTURE, code }))).toEqual(
		problem === undefined ? [] : [expect.stringContaining(problem)],
	);
});

it('a picture that no page shows, and a page that no other leads to, are told', () => {
	const pages = { ...GOOD, 'docs/lost.md': '[To itself](lost.md)' };
	expect(docsProblems(tree(pages, { files: [...PICTURE.files, 'docs/old.png'] }))).toEqual([
		'docs/old.png is shown on no page: show it, or delete it.',
		'No page leads to docs/lost.md: add it to docs/README.md.',
	]);
});

it.each([
	[`git+https://github.com/${OWN}.git`, OWN],
	[`git@github.com:${OWN}.git`, OWN],
	[`ssh://git@github.com/${OWN}`, OWN],
	[`https://github.com/${OWN}#readme`, OWN],
	['https://example.com/some/thing', ''],
	['', ''],
])('%s is the repository %s', (url, repository) => {
	expect(repositoryOf(url)).toBe(repository);
});

describe('links, followed where there is neither a remote nor git', () => {
	const brokenIn = (pages: Record<string, string>) => {
		const made = pagesFolder(pages);
		try {
			return brokenLinks(made.folder, Object.keys(pages));
		} finally {
			made.remove();
		}
	};

	it('are fine where pages and headings are there', () => {
		const own = { 'docs/own.md': `[Keys](https://github.com/${OWN}/blob/main/docs/keys.md)` };
		const linked = { ...GOOD, 'README.md': '[Docs](docs/README.md)', ...own };
		expect(brokenIn(linked)).toBeUndefined();
	});

	it('are told where a page, a picture or a heading is gone', () => {
		const pages = {
			...GOOD,
			'docs/README.md':
				'[Keys](keys.md#one-key), [more](more.md), ![a picture](gone.png)',
			'docs/own.md': `[Gone](https://github.com/${OWN}/blob/main/docs/gone.md)`,
		};
		const told = brokenIn(pages) ?? '';
		for (const what of ['`#one-key` in `keys.md`', '`more.md`', '`gone.png`', '`gone.md`']) {
			expect(told).toContain(what);
		}
	});
});
