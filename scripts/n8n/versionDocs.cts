import { readRecord, supportedIn, type RanVersion, type VersionRecord } from './versionRecord.cts';
import { NEWEST, OLDEST } from './versions.cts';

const NOTICE =
	'generated from test/versions/record.json, which `npm run test:versions -- --write` writes; do not edit';

/** What is said of the versions in the documentation, not yet formatted. */
export function versionFiles(record = readRecord()) {
	return [{ file: 'docs/versions.md', content: versionsPage(record) }];
}

/** docs/versions.md: which n8n was run, on which Node, and what passed there. */
export function versionsPage(record: VersionRecord): string {
	const supported = supportedIn(record);
	const ran = record.versions.filter(({ unusable }) => unusable === undefined);
	const unusable = record.versions.filter((version) => version.unusable !== undefined);
	const nodes = [...new Set(ran.map(({ node = '' }) => node))];
	const newest = record.versions.at(-1);
	const rows = Object.entries(record.checks).map(
		([id, name]) => `| ${name} | ${ran.map((version) => cellOf(version, id)).join(' | ')} |`,
	);
	return `<!-- ${NOTICE} -->

# Versions of n8n

The package runs in **n8n ${rangeOf(supported)}**. Versions in between are not run.

\`npm run test:versions\` installs each of these with the packed package, on Node ${inWords(nodes)}, and checks there what a user meets first. The newest is what n8n released last when it was run.

| | ${ran.map(({ n8n }) => n8n).join(' | ')} |
|---|${ran.map(() => '---').join('|')}|
${rows.join('\n')}

${unusable.map(unusableSentence(ran)).join('\n\n')}${newest?.unusable === undefined ? '' : '\n'}
Beside that, \`npm test\` runs:

| n8n | how |
|---|---|
| ${OLDEST.n8n} | the tests in its engine of the error branch, sending, every read, credentials, lists to choose from and the trigger |
| ${NEWEST.n8n} | all tests in its engine, and the end-to-end tests in a real n8n |

## An older n8n

In an n8n older than that, each of the two nodes says so above its fields, and does not run: the workflow fails with the same sentence before anything is sent. Update n8n.

package.json does not hold the range: n8n reads no \`engines\` of a community node, and its lint wants the peer dependency \`n8n-workflow\` to be \`*\`.
`;
}

function cellOf({ passed, failed, leftOut = [] }: RanVersion, id: string): string {
	if (leftOut.includes(id)) return 'needs a newer n8n';
	if (failed.includes(id)) return '**no**';
	return passed.includes(id) ? 'yes' : 'not run';
}

/** From the oldest on: nothing is known of what n8n changes later, and a nightly run finds it out. */
function rangeOf(supported: RanVersion[]): string {
	const [oldest] = supported;
	if (oldest === undefined) throw new Error('There is no n8n in which every check passed.');
	return `${minorOf(oldest.n8n)} and newer`;
}

/** `1.123.81` -> `1.123`; a user who has that minor version has its newest patch, or should. */
export function minorOf(n8n: string): string {
	return n8n.split('.').slice(0, 2).join('.');
}

const unusableSentence =
	(ran: RanVersion[]) =>
	({ n8n, unusable }: RanVersion) =>
		`n8n ${n8n} is not among them: "${unusable}" The newest that installs is ${ran.at(-1)?.n8n}.`;

function inWords(list: string[]): string {
	return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}
