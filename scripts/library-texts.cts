import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

import { SINCE } from '../test/versions/examples.cts';
import { exampleNames, readExample, withCredentials, type WorkflowFile } from './n8n/examples.cts';
import { OLDEST } from './n8n/versions.cts';

const BESIDE = path.join(__dirname, '..', 'workflows', 'library.yaml');

/** What stands in no note of an example. */
interface Beside {
	title: string;
	for: string;
	customize: string[];
}

/** What a user has to have, by the type of the credential. */
const ACCOUNTS: Record<string, string> = {
	cashInApi: 'Cash-In: an API key, and the fixed public address of your n8n registered there',
	wooCommerceApi: 'WooCommerce: a REST API key with _Read/Write_',
	shopifyAccessTokenApi: 'Shopify: an access token with leave to read orders',
	stripeApi: 'Stripe: a secret key',
	slackApi: 'Slack',
	smtp: 'A mail account (SMTP)',
	googleSheetsOAuth2Api: 'Google Sheets',
	openAiApi: 'OpenAI',
};

/** `node scripts/run.js scripts/library-texts.cts [NAME …]`: prints what to paste into n8n's template library. */
export function main(): void {
	const chosen = process.argv.slice(2);
	const names = exampleNames().filter((name) => chosen.length === 0 || chosen.includes(name));
	console.log(names.map(libraryText).join('\n---\n\n'));
}

/**
 * The text of an example for n8n's template library: title and sections as its guidelines want them. What is in the
 * notes is taken from there.
 * @throws a sentence where a note is not of that form, or where library.yaml or ACCOUNTS lacks something
 */
export function libraryText(example: string): string {
	const workflow = readExample(example);
	const { title, for: reader, customize } = besideOf(example);
	const [first = '', ...others] = notesOf(workflow);
	const { intro, steps, link } = partsOf(example, first);
	const about = others.map((note) => `- ${asPoint(note)}`);
	return `# ${title}

This template uses the community node **n8n-nodes-cash-in**, so it needs a self-hosted n8n.

## Who it is for

${reader}

## How it works

${[intro, ...(about.length > 0 ? [about.join('\n')] : [])].join('\n\n')}

## How to set up

${steps}

${link}

## Requirements

${requirementsOf(example, workflow)
	.map((one) => `- ${one}`)
	.join('\n')}

## How to customize

${customize.map((one) => `- ${one}`).join('\n')}
`;
}

function besideOf(example: string): Beside {
	const all = YAML.parse(fs.readFileSync(BESIDE, 'utf8')) as Record<string, Beside | undefined>;
	const found = all[example];
	if (found === undefined) {
		throw new Error(`workflows/library.yaml does not say who ${example} is for: add it there.`);
	}
	return found;
}

const notesOf = ({ nodes }: WorkflowFile): string[] =>
	nodes
		.filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
		.map(({ parameters }) => String(parameters.content));

/** The first note: a heading, what it is about, a list of what to do before, and the link to the page. */
function partsOf(example: string, note: string) {
	const found = /^## [^\n]+\n\n(.+)\n\n\*\*Before [^\n]+\n(1\. .+)\n\n(\[[^\n]+\))$/s.exec(note);
	if (found === null) {
		throw new Error(
			`The first note of ${example} has another form than a heading, a text, "**Before …**" with a list, and a link.`,
		);
	}
	const [, intro = '', steps = '', link = ''] = found;
	return { intro, steps, link };
}

/** A note as one point of a list: its heading in bold, and its text in one line. */
function asPoint(note: string): string {
	const [heading = '', ...text] = note.replace(/^#+ /, '').split('\n');
	const lines = text.filter((line) => line !== '').map((line) => line.replace(/^[-*] /, ''));
	return `**${heading}${/[.?!]$/.test(heading) ? '' : ':'}** ${lines.join(' ')}`;
}

function requirementsOf(example: string, workflow: WorkflowFile): string[] {
	const types = withCredentials(workflow).nodes.flatMap(({ credentials }) =>
		Object.keys(credentials ?? {}),
	);
	const accounts = [...new Set(types)].map((type) => {
		const account = ACCOUNTS[type];
		if (account === undefined) {
			throw new Error(`scripts/library-texts.cts does not say what ${type} of ${example} is.`);
		}
		return account;
	});
	return [`n8n ${SINCE[example] ?? OLDEST.n8n} or newer, self-hosted`, ...accounts];
}
