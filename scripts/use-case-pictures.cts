import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

import { openEditor } from './n8n/editor.cts';
import { exampleNames, readExample, withCredentials } from './n8n/examples.cts';
import { createInstance } from './n8n/instance.cts';
import { packNode } from './n8n/pack.cts';
import { startSimulator } from './n8n/simulator.cts';

const DOCS = path.join(__dirname, '..', 'docs');
const VIEW = { width: 1440, height: 760 };

type Editor = Awaited<ReturnType<typeof openEditor>>;

const KEY = 'demo-key';

/** A credential as a user would have it who was told of another path. */
const corrected = (baseUrl: string) => ({
	id: 'corrected',
	name: 'Cash-In, with a corrected path',
	type: 'cashInApi',
	data: {
		apiKey: KEY,
		environment: 'custom',
		baseUrl,
		correctPath: true,
		endpointOverrides: '{ "getInvoiceStatus": "/salesinvoices/{invoiceNumber}/status" }',
	},
});

const OPTIONS = {
	batchSize: 100,
	concurrentRequests: 4,
	duplicateCheck: 'beforeSending',
	summary: true,
};

/** An example with the options of a long run, which the others leave as they are. */
const LONG_RUN = {
	...readExample('monthly-billing'),
	id: 'longRun',
	nodes: readExample('monthly-billing').nodes.map((node) =>
		node.name === 'Create invoices'
			? { ...node, parameters: { ...node.parameters, options: OPTIONS } }
			: node,
	),
};

/** What is shown of nodes and credentials, by the name of its picture. */
const PANELS: Record<string, (editor: Editor) => Promise<void>> = {
	'create-from-order': panelOf(readExample('woocommerce-order-to-invoice').id, 'Create invoice'),
	options: panelOf(LONG_RUN.id, 'Create invoices', 'Summary'),
	trigger: panelOf(readExample('payment-to-order-paid').id, 'When money arrives'),
	'correct-a-path': async (editor) => {
		await editor.openCredential(corrected('').name);
		await scrollTo(editor, 'Endpoint Overrides');
	},
};

/**
 * Takes the pictures of the documentation, as n8n's editor shows it: every example workflow (docs/use-cases) and the
 * panels beside it (docs/pictures), or those named.
 */
export async function main(): Promise<void> {
	const chosen = process.argv.slice(2);
	const wanted = (name: string) => chosen.length === 0 || chosen.includes(name);
	const tarball = await packNode({ log: console.log });
	// The editor tests a credential that is opened: not at the real Cash-In.
	const simulator = await startSimulator({ root: path.join(DOCS, '..'), port: 0, key: KEY });
	const n8n = await createInstance({ tarball, log: console.log });
	try {
		const workflows = [...exampleNames().map(readExample), LONG_RUN].map(withCredentials);
		const types = new Set(
			workflows.flatMap(({ nodes }) =>
				nodes.flatMap(({ credentials }) => Object.keys(credentials ?? {})),
			),
		);
		// Without one its nodes would be marked as incomplete; there is nothing in them.
		await n8n.importCredentials([
			...[...types].map((type) => ({ id: type, name: type, type, data: {} })),
			corrected(simulator.url),
		]);
		await n8n.importWorkflows(workflows);
		await n8n.start();
		/** A browser for each: the canvas of several workflows in one page is more than some machines bear. */
		const take = async (file: string, show: (editor: Editor) => Promise<void>) => {
			const editor = await openEditor(n8n, VIEW);
			try {
				await show(editor);
				await editor.screenshot(file);
				await makeSmall(file);
				console.log(path.relative(process.cwd(), file));
			} finally {
				await editor.close();
			}
		};
		for (const name of exampleNames().filter(wanted)) {
			await take(path.join(DOCS, 'use-cases', `${name}.png`), async (editor) => {
				await editor.openWorkflow(readExample(name).id);
				await editor.page.locator('[data-test-id="zoom-to-fit"]').click();
			});
		}
		for (const [name, show] of Object.entries(PANELS).filter(([panel]) => wanted(panel))) {
			await take(path.join(DOCS, 'pictures', `${name}.png`), show);
		}
	} finally {
		await Promise.allSettled([n8n.dispose(), simulator.stop()]);
	}
}

/** @param field scrolled to, where it is not among the first */
function panelOf(workflow: string, node: string, field?: string) {
	return async (editor: Editor) => {
		await editor.openWorkflow(workflow);
		await editor.openNode(node);
		if (field !== undefined) await scrollTo(editor, field);
	};
}

/** Down to a field near the end of a panel, which n8n fills in as it is scrolled. */
async function scrollTo({ page }: Editor, field: string) {
	const label = page.getByText(field, { exact: true }).filter({ visible: true }).last();
	await page.mouse.move(VIEW.width / 2, VIEW.height * 0.8);
	await page.mouse.wheel(0, 20_000);
	await label.waitFor();
	await page.mouse.wheel(0, 20_000);
	await label.scrollIntoViewIfNeeded();
}

/** In 256 colours, which is plenty for an editor. */
export async function makeSmall(file: string): Promise<void> {
	const picture = await sharp(file).png({ palette: true, compressionLevel: 9 }).toBuffer();
	fs.writeFileSync(file, picture);
}
