'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');

const { ensureInstalled } = require('./install');
const { openEditor } = require('./n8n/editor');
const { createInstance } = require('./n8n/instance');
const { packNode } = require('./n8n/pack');

const HELP = `Usage: node scripts/screenshot.js --workflow <file or id> [--node "<its name>"] --out <file.png>

Takes a picture of n8n's editor: a workflow, or a node's panel in it.

  --workflow   a workflow's JSON file; or, with --url, the id of one that is there
  --node       open this node's panel
  --url        of a running n8n with the demo's login; without it, one is started and ended again
  --dark       n8n's dark theme
  --width, --height   of the picture; 1440 and 900`;

async function main() {
	const { values } = parseArgs({
		options: {
			workflow: { type: 'string' },
			node: { type: 'string' },
			out: { type: 'string' },
			url: { type: 'string' },
			dark: { type: 'boolean', default: false },
			width: { type: 'string', default: '1440' },
			height: { type: 'string', default: '900' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help || !values.workflow || !values.out) {
		console.log(HELP);
		process.exitCode = values.help ? 0 : 1;
		return;
	}
	await ensureInstalled();
	const view = { width: Number(values.width), height: Number(values.height), dark: values.dark };
	const file = path.resolve(values.out);
	if (values.url) {
		await shoot({ url: values.url }, values.workflow, values.node, file, view);
	} else {
		await withInstance((n8n) => shootFile(n8n, values.workflow, values.node, file, view));
	}
	console.log(file);
}

async function withInstance(work) {
	const n8n = await createInstance({
		tarball: await packNode({ log: console.log }),
		log: console.log,
	});
	try {
		await work(n8n);
	} finally {
		await n8n.dispose();
	}
}

async function shootFile(n8n, workflow, node, file, view) {
	const read = JSON.parse(fs.readFileSync(workflow, 'utf8'));
	const id = read.id ?? 'pictured';
	await n8n.importCredentials(credentialsOf(read));
	await n8n.importWorkflows([{ name: path.basename(workflow, '.json'), ...read, id }]);
	await n8n.start();
	await shoot(n8n, id, node, file, view);
}

async function shoot(n8n, id, node, file, view) {
	const editor = await openEditor(n8n, view);
	try {
		await editor.openWorkflow(id);
		if (node) await editor.openNode(node);
		await editor.screenshot(file);
	} finally {
		await editor.close();
	}
}

/** The credentials a workflow names, with nothing in them: without, its nodes would be marked as incomplete. */
function credentialsOf({ nodes }) {
	const named = nodes.flatMap(({ credentials = {} }) =>
		Object.entries(credentials).map(([type, { id, name }]) => ({ id, name, type, data: {} })),
	);
	return [...new Map(named.filter(({ id }) => id).map((one) => [one.id, one])).values()];
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
