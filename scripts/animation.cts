import path from 'node:path';
import { parseArgs } from 'node:util';

import sharp from 'sharp';

import orders from '../test/fixtures/orders/wooCommerce.json';
import { openEditor, type Editor } from './n8n/editor.cts';
import { createInstance } from './n8n/instance.cts';
import { packNode } from './n8n/pack.cts';
import { startSimulator, type Simulator } from './n8n/simulator.cts';

const ROOT = path.join(__dirname, '..');
const USAGE = `Usage: node scripts/run.js scripts/animation.cts [--out <file.gif>]

Films n8n's editor for the README: an order comes in, its invoice goes out, its payment comes back.
  --out  docs/pictures/order-to-payment.gif by default`;

const VIEW = { width: 1200, height: 640 };
/** Without n8n's bars around the canvas. */
const CLIP = { x: 42, y: 64, width: 1080, height: 480 };
/** What lies over the canvas and says nothing about the workflow. */
const HIDDEN = `.el-notification, [role=tooltip], [data-test-id=canvas-controls],
	[data-test-id=execute-workflow-button], [data-test-id^=execute-workflow-button-],
	[data-test-id=node-creator-plus-button], [data-test-id=command-bar-button],
	[data-test-id=add-sticky-button], [data-test-id=toggle-focus-panel-button] { opacity: 0 !important }`;
const WIDTH = 960;
const COLOURS = 64;
const KEY = 'demo-key';
const HOOK = 'order-to-payment';

const ORDER = 'An order comes in';
const INVOICE = 'Its invoice goes out';
const PAYMENT = 'Its payment comes back';
const DONE = 'Mark the order paid';

/** A workflow to look at. */
const workflow = (cashInApi: { id: string; name: string }) => ({
	name: 'From order to payment',
	nodes: [
		{
			id: 'order',
			name: ORDER,
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: HOOK,
			parameters: { httpMethod: 'POST', path: HOOK, options: {} },
		},
		{
			id: 'invoice',
			name: INVOICE,
			type: 'n8n-nodes-cash-in.cashIn',
			typeVersion: 1,
			position: [300, 0],
			parameters: {
				resource: 'invoice',
				operation: 'createFromOrder',
				source: 'auto',
				order: '={{ $json.body }}',
			},
			credentials: { cashInApi },
		},
		{
			id: 'payment',
			name: PAYMENT,
			type: 'n8n-nodes-cash-in.cashInTrigger',
			typeVersion: 1,
			position: [0, 220],
			parameters: { event: 'paymentAllocated' },
			credentials: { cashInApi },
		},
		{
			id: 'done',
			name: DONE,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [300, 220],
			parameters: {},
		},
	],
	connections: { [ORDER]: to(INVOICE), [PAYMENT]: to(DONE) },
});

function to(node: string) {
	return { main: [[{ node, type: 'main', index: 0 }]] };
}

export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			out: { type: 'string', default: 'docs/pictures/order-to-payment.gif' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const n8n = await createInstance({
		tarball: await packNode({ log: console.log }),
		log: console.log,
	});
	let simulator: Simulator | undefined;
	let editor: Editor | undefined;
	try {
		simulator = await startSimulator({
			root: ROOT,
			port: 0,
			key: KEY,
			// So that it is seen at work.
			args: ['--latency-ms', '500'],
		});
		await n8n.start();
		await n8n.setupOwner();
		const name = 'Cash-In account';
		const data = { apiKey: KEY, environment: 'custom', baseUrl: simulator.url };
		const { id } = await n8n.addCredential({ name, type: 'cashInApi', data });
		const shown = await n8n.addWorkflow(workflow({ id, name }));
		editor = await openEditor(n8n, VIEW);
		await editor.openWorkflow(shown.id);
		const frames = await film(editor, simulator, n8n.url);
		const file = path.resolve(ROOT, values.out);
		console.log(`${values.out}: ${await write(frames, file)}`);
	} finally {
		await editor?.close();
		await simulator?.stop();
		await n8n.dispose();
	}
}

interface Frame {
	png: Buffer;
	/** How long it is shown. */
	ms: number;
}

async function film(editor: Editor, simulator: Simulator, url: string): Promise<Frame[]> {
	const { page, canvasNode } = editor;
	const frames: Frame[] = [];

	/** Takes a frame; one that is like the last is that one for longer. */
	async function take(ms: number) {
		const png = await page.screenshot({ clip: CLIP });
		const last = frames.at(-1);
		if (last?.png.equals(png)) last.ms += ms;
		else frames.push({ png, ms });
	}

	/** Films until something has come to pass. */
	async function until(waited: Promise<unknown>) {
		let isOver = false;
		const over = waited.finally(() => (isOver = true));
		// Thrown at the end, where nothing is left unfinished.
		over.catch(() => {});
		while (!isOver) await take(200);
		await over;
	}

	const succeeded = (name: string) =>
		canvasNode(name).getByTestId('canvas-node-status-success').waitFor();

	async function run(from: string) {
		await canvasNode(from).hover();
		await page.getByTestId(`execute-workflow-button-${from}`).click();
		await page.mouse.move(CLIP.x + 20, CLIP.y + CLIP.height - 20);
	}

	await page.addStyleTag({ content: HIDDEN });
	await page.getByTestId('zoom-to-fit').click();
	await editor.settled();
	await editor.caption('An order comes in …');
	await take(1_500);
	const hooked = page.waitForResponse((response) => response.url().endsWith('/run'));
	await run(ORDER);
	await hooked;
	await take(600);
	const [{ order }] = orders as [(typeof orders)[0]];
	const posted = await fetch(`${url}/webhook-test/${HOOK}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(order),
	});
	if (!posted.ok) throw new Error(`The order was not taken: ${await posted.text()}`);
	await until(succeeded(INVOICE));
	const [invoice] = await simulator.invoices();
	if (invoice === undefined) throw new Error('No invoice has been sent.');
	const euros = `${invoice.TotalAmount.toFixed(2)} €`;
	await editor.caption(
		`… its invoice goes out: ${invoice.InvoiceNumber}, ${euros}, VAT and reference number worked out …`,
	);
	await take(2_500);

	await simulator.pay(invoice.InvoiceNumber);
	await run(PAYMENT);
	await until(succeeded(DONE));
	await editor.caption(`… and its payment comes back: ${euros}, once.`);
	await take(3_000);
	return frames;
}

/** @returns what was written, for people */
async function write(frames: Frame[], file: string): Promise<string> {
	const images = await Promise.all(
		frames.map(async ({ png }) => await sharp(png).resize({ width: WIDTH }).png().toBuffer()),
	);
	const { size } = await sharp(images, { join: { animated: true } })
		.gif({
			delay: frames.map(({ ms }) => ms),
			loop: 0,
			colours: COLOURS,
			dither: 0,
			effort: 10,
			interFrameMaxError: 4,
		})
		.toFile(file);
	const seconds = frames.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
	return `${frames.length} frames, ${seconds.toFixed(1)} s, ${Math.round(size / 1_024)} kB`;
}
