import fs from 'node:fs';
import path from 'node:path';

import { chromium, selectors, type Browser, type Page } from 'playwright-core';

import type { Owner } from './owner.cts';
import { panelOf } from './panel.cts';

// n8n's own attribute.
selectors.setTestIdAttribute('data-test-id');

/** Names of a Chromium, or of a browser built from it, as systems install it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// The editor fetches news and fonts from the internet; what it shows must not depend on that. (Intercepting requests
	// would switch the cache off, and the editor would load anew for every workflow.)
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
const DEADLINE_MS = 20_000;
/** For the editor to be there: a machine that is busy takes its time. */
const LOADING_MS = 120_000;
/** Where n8n's pop-ups can be closed; none of them need be there. */
const POP_UPS = [
	'[data-test-id="whats-new-modal"] .el-dialog__headerbtn',
	'[data-test-id="modal-close-button"]',
	'.el-notification__closeBtn',
	'[data-test-id="callout-dismiss"]',
];

export type Login = Pick<Owner, 'email' | 'password'>;

export interface View {
	width?: number;
	height?: number;
	dark?: boolean;
}

/** The Chromium of this machine: `$CHROMIUM`, or the first on the path; undefined where there is none. */
export function findChromium(): string | undefined {
	const { CHROMIUM, PATH = '' } = process.env;
	if (CHROMIUM) return CHROMIUM;
	return PATH.split(path.delimiter)
		.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
		.find((file) => fs.existsSync(file));
}

/** Said where it is missing. */
export const INSTALL_CHROMIUM =
	"They need a Chromium: install it (Debian's package is chromium), or set CHROMIUM to where it is.";

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Opens the editor of an n8n that runs, logged in as the owner. */
export async function openEditor(
	{ url, owner }: { url: string; owner: Login },
	{ width = 1440, height = 900, dark = false }: View = {},
) {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? '/usr/bin/chromium',
		headless: true,
		args: FLAGS,
	});
	try {
		const context = await browser.newContext({
			viewport: { width, height },
			locale: 'en-GB',
			timezoneId: 'Europe/Helsinki',
			colorScheme: dark ? 'dark' : 'light',
			reducedMotion: 'reduce',
		});
		const page = await context.newPage();
		page.setDefaultTimeout(DEADLINE_MS);
		await logIn(page, url, owner);
		return editorOf(page, browser, url);
	} catch (error) {
		await browser.close();
		throw error;
	}
}

function editorOf(page: Page, browser: Browser, url: string) {
	const canvasNode = (name: string) =>
		page.locator(`[data-test-id="canvas-node"][data-node-name="${cssText(name)}"]`);

	/**
	 * Goes to a page of the editor. Once the editor is there, as its links and the back button do: loading it takes many
	 * times as long.
	 * @param to as in `/workflow/new`
	 */
	async function show(to: string) {
		if (page.url().startsWith(url)) {
			await page.evaluate(`(${NAVIGATE})(${JSON.stringify(to)})`);
		} else {
			await page.goto(`${url}${to}`, { waitUntil: 'commit', timeout: LOADING_MS });
			// The side bar of the editor, or of its settings.
			const sideBar = page.getByTestId('universal-add').or(page.getByTestId('settings-back'));
			await sideBar.waitFor({ timeout: LOADING_MS });
		}
	}

	/** A page that is there in every n8n, and shows neither a workflow nor a list. */
	async function leave() {
		await show('/settings/personal');
		const back = page.getByTestId('settings-back');
		const unsaved = page.getByRole('button', { name: 'Leave without saving' });
		await back.or(unsaved).first().waitFor();
		if (await unsaved.isVisible()) await unsaved.click();
		await back.waitFor();
	}

	/** Shows an empty canvas. */
	async function newWorkflow() {
		await leave();
		// Loaded anew: from one new workflow to another there is no way inside the editor.
		await page.goto(`${url}/workflow/new`, { waitUntil: 'commit', timeout: LOADING_MS });
		await page.getByTestId('canvas-add-button').waitFor({ timeout: LOADING_MS });
	}

	/** Shows a workflow on the canvas. */
	async function openWorkflow(id: string) {
		const loaded = page.waitForResponse(
			(response) =>
				new URL(response.url()).pathname === `/rest/workflows/${id}` &&
				response.request().method() === 'GET',
			{ timeout: LOADING_MS },
		);
		// Both at once: whichever fails is told of.
		const [response] = await Promise.all([loaded, show(`/workflow/${id}`)]);
		const { data }: { data: { nodes: Array<{ id: string }> } } = await response.json();
		// By their ids: a workflow shown before may have nodes of the same names.
		for (const node of data.nodes.slice(0, 1)) {
			await page.locator(`.vue-flow__node[data-id="${cssText(node.id)}"]`).waitFor();
		}
		await dismiss(page);
	}

	/**
	 * Opens the panel of a node of the workflow on the canvas.
	 * @param name as under its icon
	 */
	async function openNode(name: string) {
		await dismiss(page);
		await canvasNode(name).dblclick();
		await page
			.locator('[data-test-id="ndv"], [data-test-id="node-title-container"]')
			.first()
			.waitFor();
		await dismiss(page);
		await settled(page);
	}

	async function closeNode() {
		await page.keyboard.press('Escape');
	}

	/** Opens the dialog of a saved credential, which tests it at once. */
	async function openCredential(name: string) {
		await closeCredential();
		// A list that is shown already does not know of new ones.
		await leave();
		await show('/home/credentials');
		await page.locator('[data-test-id="resources-list-item"]', { hasText: name }).first().click();
		await page.locator('[data-test-id="editCredential-modal"]').waitFor();
		await settled(page);
	}

	/** Opens the dialog of a new credential. @param kind as in `Cash-In API` */
	async function newCredential(kind: string) {
		await closeCredential();
		await show('/home/credentials');
		await page.getByTestId('add-resource-credential').click();
		await page.getByTestId('new-credential-type-select').locator('input').fill(kind);
		await page.getByRole('option', { name: kind }).click();
		await page.getByTestId('new-credential-type-button').click();
		await page.getByTestId('editCredential-modal').waitFor();
	}

	/** Closes the dialog of a credential, should one be open. */
	async function closeCredential() {
		const dialog = page.getByTestId('editCredential-modal');
		if (!(await dialog.isVisible())) return;
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
	}

	/** The names of the nodes that n8n marks, because something is missing or wrong in them. */
	async function marked(): Promise<string[]> {
		const nodes = page.getByTestId('canvas-node').filter({ has: page.getByTestId('node-issues') });
		const names = await Promise.all(
			(await nodes.all()).map(async (node) => await node.getAttribute('data-node-name')),
		);
		return names.map(String);
	}

	/** Writes a line over the upper edge of the canvas. */
	async function caption(text: string) {
		await page.evaluate(`(${CAPTION})(${JSON.stringify(text)})`);
	}

	/** @param file a .png */
	async function screenshot(file: string) {
		await settled(page);
		await page.screenshot({ path: file, animations: 'disabled' });
	}

	return {
		page,
		panel: panelOf(page),
		show,
		canvasNode,
		newWorkflow,
		openWorkflow,
		openNode,
		closeNode,
		openCredential,
		newCredential,
		closeCredential,
		marked,
		/** What pops up beside the page. */
		notice: () => page.locator('.el-notification'),
		caption,
		settled: async () => await settled(page),
		screenshot,
		dismiss: () => dismiss(page),
		close: async () => await browser.close(),
	};
}

/** Text, as everything that runs in the browser: nothing of it is known here. */
const NAVIGATE = `(to) => {
	history.pushState({ ...history.state, current: to }, '', to);
	dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}`;

const CAPTION = `(text) => {
	const id = 'caption';
	const line = document.getElementById(id) ?? document.body.appendChild(document.createElement('div'));
	line.id = id;
	line.textContent = text;
	line.style.cssText =
		'position: fixed; left: 42px; right: 0; top: 64px; z-index: 9999; pointer-events: none; background: #f5f5f5;' +
		'font: 500 26px/64px Inter, sans-serif; text-align: center; color: #0f6e5d';
}`;

async function logIn(page: Page, url: string, { email, password }: Login) {
	const response = await page.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!response.ok()) {
		throw new Error(`n8n does not let ${email} in: ${response.status()} ${await response.text()}`);
	}
}

async function dismiss(page: Page) {
	for (const selector of POP_UPS) {
		for (const button of await page.locator(selector).all()) {
			await button.click({ timeout: 2_000 }).catch(() => {});
		}
	}
}

/** Nothing loading any more, fonts there, two frames painted. */
async function settled(page: Page) {
	await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {});
	await page.evaluate(`document.fonts.ready.then(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
	)`);
}

function cssText(text: string): string {
	return text.replace(/["\\]/g, '\\$&');
}
