import { newerIn } from '../../scripts/n8n/newest.cts';
import { minorOf, versionsPage } from '../../scripts/n8n/versionDocs.cts';
import { supportedIn, readRecord } from '../../scripts/n8n/versionRecord.cts';
import { NEWEST, VERSIONS, versionOf } from '../../scripts/n8n/versions.cts';
import { OLDEST_N8N } from '../../nodes/CashIn/api/engine';
import { textOf } from '../support/texts.cts';

const [major, minor] = NEWEST.n8n.split('.').map(Number);
const next = `${major}.${Number(minor) + 1}.0`;
const after = `${major}.${Number(minor) + 10}.2`;

const ran = (n8n: string, ...failed: string[]) => ({
	n8n,
	node: '24.0.0',
	passed: ['create', 'trigger'].filter((id) => !failed.includes(id)),
	failed,
});
const checks = { create: 'an invoice is created', trigger: 'a payment starts a workflow' };

describe('the n8n that can be run', () => {
	it('is each on the list, and a newer one with the settings of the newest on the list', () => {
		for (const version of VERSIONS) expect(versionOf(version.n8n)).toBe(version);
		expect(versionOf(after)).toEqual({ ...NEWEST, n8n: after, core: undefined });
	});

	it.each(['1.0.0', '2.41', 'latest', ''])('is not %s', (n8n) => {
		expect(() => versionOf(n8n)).toThrow(/is none of the versions that can be run here: 1\.123/);
	});
});

it('the releases newer than the list are those up to the latest, the newest first, without trial versions', () => {
	const versions = ['1.0.0', NEWEST.n8n, after, next, `${after}-beta.1`, `${major}.99.0`];
	expect(newerIn({ versions, 'dist-tags': { latest: after } })).toEqual([after, next]);
	expect(newerIn({ versions, 'dist-tags': { latest: NEWEST.n8n } })).toEqual([]);
});

describe('what is said to be supported', () => {
	it('reaches back to the first version in which a check failed', () => {
		const versions = [ran('1.9.0'), ran('1.10.0', 'create'), ran('2.0.0'), ran('2.1.0')];
		expect(supportedIn({ checks, versions }).map(({ n8n }) => n8n)).toEqual(['2.0.0', '2.1.0']);
		expect(versionsPage({ checks, versions })).toContain('**n8n 2.0 and newer**');
		expect(versionsPage({ checks, versions })).toMatch(
			/\| an invoice is created \| yes \| \*\*no\*\* \| yes \| yes \|/,
		);
	});

	it('is not ended by a release that cannot be installed, of which the page says why', () => {
		const why = 'Could not install n8n 2.2.0: no matching version.';
		const broken = { n8n: '2.2.0', passed: [], failed: ['installed'], unusable: why };
		const record = { checks, versions: [ran('2.0.0'), ran('2.1.0'), broken] };
		expect(supportedIn(record).map(({ n8n }) => n8n)).toEqual(['2.0.0', '2.1.0']);
		expect(versionsPage(record)).toContain(
			`n8n 2.2.0 is not among them: "${why}" The newest that installs is 2.1.0.`,
		);
	});

	it('is not ended by an example that needs a newer n8n, which the page says', () => {
		const versions = [{ ...ran('1.9.0'), passed: ['create'], leftOut: ['trigger'] }, ran('2.0.0')];
		expect(supportedIn({ checks, versions }).map(({ n8n }) => n8n)).toEqual(['1.9.0', '2.0.0']);
		expect(versionsPage({ checks, versions })).toContain(
			'| a payment starts a workflow | needs a newer n8n | yes |',
		);
	});

	it('is not claimed for a check that a version was never put to', () => {
		const versions = [{ ...ran('1.9.0'), passed: ['create'] }, ran('2.0.0')];
		expect(versionsPage({ checks, versions })).toContain(
			'| a payment starts a workflow | not run | yes |',
		);
	});

	it('is refused where nothing is', () => {
		const versions = [ran('2.0.0', 'create')];
		expect(() => versionsPage({ checks, versions })).toThrow(/no n8n in which every check passed/);
	});

	it.each(['README.md', 'docs/install.md'])('is what %s says', (page) => {
		expect(textOf(page)).toContain(`n8n ${OLDEST_N8N} or newer`);
	});

	it('begins where the nodes say it does, and takes in every version on the list', () => {
		const supported = supportedIn(readRecord()).map(({ n8n }) => n8n);
		expect(minorOf(supported[0] ?? '')).toBe(OLDEST_N8N);
		expect(supported).toEqual(expect.arrayContaining(VERSIONS.map(({ n8n }) => n8n)));
	});
});
