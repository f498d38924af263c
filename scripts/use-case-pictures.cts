import path from 'node:path';

import { openEditor } from './n8n/editor.cts';
import { exampleNames, readExample, withCredentials } from './n8n/examples.cts';
import { createInstance } from './n8n/instance.cts';
import { packNode } from './n8n/pack.cts';

const FOLDER = path.join(__dirname, '..', 'docs', 'use-cases');
const VIEW = { width: 1440, height: 760 };

/** Takes the pictures of docs/use-cases: every example workflow, or those named, as n8n's editor shows it. */
export async function main(): Promise<void> {
	const chosen = process.argv.slice(2);
	const names = exampleNames().filter((name) => chosen.length === 0 || chosen.includes(name));
	const n8n = await createInstance({
		tarball: await packNode({ log: console.log }),
		log: console.log,
	});
	try {
		const workflows = names.map((name) => withCredentials(readExample(name)));
		const types = new Set(
			workflows.flatMap(({ nodes }) =>
				nodes.flatMap(({ credentials }) => Object.keys(credentials ?? {})),
			),
		);
		// Without one its nodes would be marked as incomplete; there is nothing in them.
		await n8n.importCredentials(
			[...types].map((type) => ({ id: type, name: type, type, data: {} })),
		);
		await n8n.importWorkflows(workflows);
		await n8n.start();
		for (const name of names) {
			// A browser for each: the canvas of several workflows in one page is more than some machines bear.
			const editor = await openEditor(n8n, VIEW);
			try {
				await editor.openWorkflow(readExample(name).id);
				await editor.page.locator('[data-test-id="zoom-to-fit"]').click();
				const file = path.join(FOLDER, `${name}.png`);
				await editor.screenshot(file);
				console.log(path.relative(process.cwd(), file));
			} finally {
				await editor.close();
			}
		}
	} finally {
		await n8n.dispose();
	}
}
