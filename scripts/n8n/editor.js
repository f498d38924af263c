'use strict';

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

/**
 * Opens n8n's editor in a Chromium of this machine (`$CHROMIUM`, or /usr/bin/chromium), logged in as the owner.
 * @param {{ url: string, owner: { email: string, password: string } }} instance of `createInstance` that runs
 * @param {{ width?: number, height?: number, dark?: boolean }} [view]
 */
async function openEditor({ url, owner }, { width = 1440, height = 900, dark = false } = {}) {
	const { chromium } = require('playwright-core');
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

/** @param {import('playwright-core').Page} page @param {import('playwright-core').Browser} browser */
function editorOf(page, browser, url) {
	const canvasNode = (name) =>
		page.locator(`[data-test-id="canvas-node"][data-node-name="${cssText(name)}"]`);

	/** Shows a workflow on the canvas. @param {string} id */
	async function openWorkflow(id) {
		await page.goto(`${url}/workflow/${id}`);
		await page.locator('[data-test-id="canvas-node"]').first().waitFor();
		await dismiss(page);
	}

	/** Opens the panel of a node of the workflow on the canvas. @param {string} name as under its icon */
	async function openNode(name) {
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

	/** Opens the dialog of a saved credential. @param {string} name */
	async function openCredential(name) {
		await page.goto(`${url}/home/credentials`);
		await page.locator('[data-test-id="resources-list-item"]', { hasText: name }).first().click();
		await page.locator('[data-test-id="editCredential-modal"]').waitFor();
		await settled(page);
	}

	/** @param {string} file a .png */
	async function screenshot(file) {
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

async function logIn(page, url, { email, password }) {
	const response = await page.request.post(`${url}/rest/login`, {
		data: { emailOrLdapLoginId: email, password },
	});
	if (!response.ok()) {
		throw new Error(`n8n does not let ${email} in: ${response.status()} ${await response.text()}`);
	}
}

/** The editor fetches news and fonts from the internet; a picture must not depend on that. */
async function stayLocal(context, url) {
	await context.route(
		(target) => target.protocol.startsWith('http') && target.host !== new URL(url).host,
		(route) => route.abort(),
	);
}

async function dismiss(page) {
	for (const selector of POP_UPS) {
		for (const button of await page.locator(selector).all()) {
			await button.click({ timeout: 2_000 }).catch(() => {});
		}
	}
}

/** Nothing loading any more, fonts there, two frames painted. */
async function settled(page) {
	await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {});
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
}

function cssText(text) {
	return text.replace(/["\\]/g, '\\$&');
}

module.exports = { openEditor };
