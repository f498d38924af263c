import { checkPublish, publishProblems, type Release } from '../../scripts/checks/publish.cts';
import { pagesFolder } from '../support/pagesFolder.cts';

const OWN = 'example-oy/n8n-nodes-cash-in';

/** A package that somebody has made theirs. */
const READY: Release = {
	manifest: {
		name: 'n8n-nodes-cash-in',
		version: '1.2.3',
		author: { name: 'Esimerkki Oy', email: 'paketit@esimerkki.fi' },
		repository: { url: `git+https://github.com/${OWN}.git` },
		homepage: `https://github.com/${OWN}#readme`,
		bugs: { url: `https://github.com/${OWN}/issues` },
	},
	texts: new Map([
		['README.md', `![It](https://raw.githubusercontent.com/${OWN}/main/docs/it.png)`],
		['docs/install.md', 'e.g. https://sandbox.example.com/v2'],
		['.github/CODEOWNERS', '* @esimerkki'],
		['nodes/CashIn/text.ts', '// TODO: said to those who work on it'],
		['CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- It is there.\n'],
	]),
	pictures: new Map([['docs/it.png', 20_000]]),
	origin: OWN,
	isTag: true,
};

type Manifest = Release['manifest'];
const problems = (change: Partial<Omit<Release, 'manifest'>> & { manifest?: Partial<Manifest> }) =>
	publishProblems({ ...READY, ...change, manifest: { ...READY.manifest, ...change.manifest } });
const withText = (file: string, text: string) =>
	problems({ texts: new Map([...READY.texts, [file, text]]) });

it('a package that a maintainer has made theirs has nothing left to be set', () => {
	expect(publishProblems(READY)).toEqual([]);
	expect(problems({ manifest: { homepage: 'https://esimerkki.fi/n8n' } })).toEqual([]);
});

it.each<[string, Partial<Manifest>, RegExp]>([
	[
		'no author',
		{ author: undefined },
		/^package\.json: author\.name is missing\. Put the name of the person/,
	],
	[
		'the author it came with',
		{ author: { name: 'n8n-nodes-cash-in maintainers', email: 'a@esimerkki.fi' } },
		/author\.name is "n8n-nodes-cash-in maintainers"/,
	],
	[
		'an address that nobody can have',
		{ author: { name: 'Esimerkki Oy', email: 'maintainers@n8n-nodes-cash-in.example' } },
		/author\.email is "maintainers@n8n-nodes-cash-in\.example", where nobody can be written to/,
	],
	[
		'an address at example.com',
		{ author: { name: 'Esimerkki Oy', email: 'me@example.com' } },
		/author\.email/,
	],
	[
		'no repository',
		{ repository: undefined },
		/repository\.url is missing, which is no address on GitHub/,
	],
	['no place for bugs', { bugs: undefined }, /bugs\.url is missing\. Put https:\/\/github\.com/],
	[
		'bugs of another repository',
		{ bugs: { url: 'https://github.com/other/n8n-nodes-cash-in/issues' } },
		/bugs\.url/,
	],
	['a homepage that is none', { homepage: 'https://example.com' }, /homepage is "https:/],
])('%s is told, with what to put', (_, manifest, sentence) => {
	expect(problems({ manifest })).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
});

it('the repository is the one that GitHub builds, or git pushes to', () => {
	expect(problems({ origin: 'other/name' })).toEqual([
		`package.json: repository.url leads to ${OWN}, and this is other/name. Put git+https://github.com/other/name.git; npm signs the package for that repository only.`,
	]);
	expect(problems({ origin: undefined })).toEqual([
		expect.stringContaining('git has no remote "origin" on GitHub'),
	]);
	expect(problems({ origin: OWN.toUpperCase() })).toEqual([]);
});

it('what was left behind in texts is told with its file', () => {
	const came = 'n8n-nodes-cash-in/n8n-nodes-cash-in';
	expect(
		withText(
			'docs/a.md',
			`git clone https://github.com/${came}.git and https://github.com/${came}/issues`,
		),
	).toEqual([
		`docs/a.md: leads to ${came} on GitHub, and package.json says ${OWN}. Put ${OWN} there.`,
	]);
	expect(withText('nodes/CashIn/x.json', `{ "url": "https://github.com/${came}#readme" }`)).toEqual(
		[expect.stringContaining('nodes/CashIn/x.json: leads to')],
	);
	expect(withText('.github/CODEOWNERS', '# who\n* @MAINTAINER\n/docs/ @MAINTAINER\n')).toEqual([
		'.github/CODEOWNERS: "@MAINTAINER" (line 2, 3) stands for something. Put it there.',
	]);
	expect(withText('docs/a.md', 'TODO: a picture')).toEqual([expect.stringContaining('"TODO"')]);
	expect(withText('LICENSE.md', '(c) n8n-nodes-cash-in maintainers')).toEqual([
		'LICENSE.md: names "n8n-nodes-cash-in maintainers". Put who publishes the package.',
	]);
});

it('a picture that stands in for one is told', () => {
	expect(problems({ pictures: new Map([['docs/it.png', 118]]) })).toEqual([
		'docs/it.png: 118 bytes are a stand-in and no picture. Take it from the editor.',
	]);
});

it('a tag needs its section in the changelog, which nothing else does', () => {
	const waiting = '# Changelog\n\n## Unreleased\n\n- New.\n';
	const told = [
		'CHANGELOG.md: there is no "## 1.2.3". Say what is new in it.',
		'CHANGELOG.md: there are changes under "## Unreleased". Put them under "## 1.2.3".',
	];
	expect(withText('CHANGELOG.md', waiting)).toEqual(told);
	const texts = new Map([...READY.texts, ['CHANGELOG.md', waiting]]);
	expect(problems({ texts, isTag: false })).toEqual([]);
});

describe('the command', () => {
	const run = (text: string, args: string[], env: Record<string, string>) => {
		const manifest = JSON.stringify(READY.manifest);
		const made = pagesFolder({
			'package.json': manifest,
			'README.md': text,
			'CHANGELOG.md': '## 1.2.3',
		});
		try {
			return checkPublish(made.folder, args, { GITHUB_REPOSITORY: OWN, ...env });
		} finally {
			made.remove();
		}
	};

	it('warns while nothing is published, and fails where a tag is built', () => {
		const one = (mark: string) => [
			expect.any(String),
			`${mark}README.md: "TODO" (line 1) stands for something. Put it there.`,
		];
		expect(run('TODO', [], {})).toEqual({ code: 0, lines: one('- ') });
		expect(run('TODO', ['--tag'], {})).toEqual({ code: 1, lines: one('- ') });
		expect(run('TODO', [], { GITHUB_REF_TYPE: 'branch' }).code).toBe(0);
		expect(run('TODO', [], { GITHUB_REF_TYPE: 'tag', GITHUB_ACTIONS: 'true' })).toEqual({
			code: 1,
			lines: one('::error::'),
		});
	});

	it('says so where nothing is left', () => {
		expect(run('Ready.', ['--tag'], {})).toEqual({
			code: 0,
			lines: ['Nothing is left to be set: the package can be published.'],
		});
	});
});
