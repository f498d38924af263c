import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openEditor, type Login, type View } from './n8n/editor.cts';
import type { WorkflowFile } from './n8n/examples.cts';
import { createInstance, type Instance } from './n8n/instance.cts';
import { packNode } from './n8n/pack.cts';

const HELP = `Usage: node scripts/run.js scripts/screenshot.cts --workflow <file or id> [--node "<its name>"] --out <file.png>

Takes a picture of n8n's editor: a workflow, or a node's panel in it.

  --workflow   a workflow's JSON file; or, with --url, the id of one that is there
  --node       open this node's panel
  --url        of a running n8n, with --email and --password of its owner; without it, one is started and ended again
  --dark       n8n's dark theme
  --width, --height   of the picture; 1440 and 900`;

/** What a picture is of, and where it goes. */
interface Picture {
	node: string | undefined;
	file: string;
	view: View;
}

export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			workflow: { type: 'string' },
			node: { type: 'string' },
			out: { type: 'string' },
			url: { type: 'string' },
			email: { type: 'string', default: 'demo@example.com' },
			password: { type: 'string', default: '' },
			dark: { type: 'boolean', default: false },
			width: { type: 'string', default: '1440' },
			height: { type: 'string', default: '900' },
			help: { type: 'boolean', default: false },
		},
	});
	const { workflow, url, email, password, node, dark } = values;
	if (values.help || !workflow || !values.out) {
		console.log(HELP);
		process.exitCode = values.help ? 0 : 1;
		return;
	}
	const view = { width: Number(values.width), height: Number(values.height), dark };
	const picture = { node, view, file: path.resolve(values.out) };
	if (url) await shoot({ url, owner: { email, password } }, workflow, picture);
	else await shootFile(workflow, picture);
	console.log(picture.file);
}

async function shootFile(file: string, picture: Picture) {
	const tarball = await packNode({ log: console.log });
	const n8n = await createInstance({ tarball, log: console.log });
	try {
		const read: WorkflowFile = JSON.parse(fs.readFileSync(file, 'utf8'));
		const { id = 'pictured', name = path.basename(file, '.json') } = read;
		await n8n.importCredentials(credentialsOf(read));
		await n8n.importWorkflows([{ ...read, name, id }]);
		await n8n.start();
		await shoot(n8n, id, picture);
	} finally {
		await n8n.dispose();
	}
}

async function shoot(
	n8n: Pick<Instance, 'url'> & { owner: Login },
	workflow: string,
	{ node, file, view }: Picture,
) {
	const editor = await openEditor(n8n, view);
	try {
		await editor.openWorkflow(workflow);
		if (node) await editor.openNode(node);
		await editor.screenshot(file);
	} finally {
		await editor.close();
	}
}

/** The credentials a workflow names, with nothing in them: without, its nodes would be marked as incomplete. */
function credentialsOf({ nodes }: WorkflowFile) {
	const named = nodes.flatMap(({ credentials = {} }) =>
		Object.entries(credentials).flatMap(([type, { id, name }]) =>
			id === undefined ? [] : [{ id, name, type, data: {} }],
		),
	);
	return [...new Map(named.map((one) => [one.id, one])).values()];
}
