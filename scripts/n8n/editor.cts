import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import type { Owner } from './owner.cts';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const DEADLINE_MS = 30_000;
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

/**
 * Opens the editor of an n8n that runs in a Chromium of this machine (`$CHROMIUM`, or /usr/bin/chromium), logged in as
 * the owner.
 */
export async function openEditor(
	{ url, owner }: { url: string; owner: Login },
	{ width = 1440, height = 900, dark = false }: View = {},
) {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		headless: true,
		args: FLAGS,
	});
	try {
		const context = await browser.newContext({
			viewport: { width, height },
			locale: 'en-GB',
			timezoneId: 'Europe/Helsinki',
			colorScheme: dark ? 'dark' : 'light',
		});
		await stayLocal(context, url);
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

	/** Shows a workflow on the canvas. */
	async function openWorkflow(id: string) {
		await page.goto(`${url}/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
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

	/** Opens the dialog of a saved credential. */
	async function openCredential(name: string) {
		await page.goto(`${url}/home/credentials`);
		await page.locator('[data-test-id="resources-list-item"]', { hasText: name }).first().click();
		await page.locator('[data-test-id="editCredential-modal"]').waitFor();
		await settled(page);
	}

	/** @param file a .png */
	async function screenshot(file: string) {
		await settled(page);
		await page.screenshot({ path: file, animations: 'disabled' });
	}

	return {
		page,
		canvasNode,
		openWorkflow,
		openNode,
		closeNode,
		openCredential,
		screenshot,
		dismiss: () => dismiss(page),
		close: async () => await browser.close(),
	};
}

async function logIn(page: Page, url: string, { email, password }: Login) {
	const response = await page.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!response.ok()) {
		throw new Error(`n8n does not let ${email} in: ${response.status()} ${await response.text()}`);
	}
}

/** The editor fetches news and fonts from the internet; a picture must not depend on that. */
async function stayLocal(context: BrowserContext, url: string) {
	await context.route(
		(target: URL) => target.protocol.startsWith('http') && target.host !== new URL(url).host,
		(route) => route.abort(),
	);
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
	// As text: it runs in the browser.
	await page.evaluate(`document.fonts.ready.then(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
	)`);
}

function cssText(text: string): string {
	return text.replace(/["\\]/g, '\\$&');
}
