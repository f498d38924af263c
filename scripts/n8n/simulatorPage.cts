import { chromium } from 'playwright-core';

import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../nodes/CashIn/api/generated/fields';
import { findChromium, type View } from './editor.cts';

const DEADLINE_MS = 15_000;

/** Opens the simulator's page in a Chromium of this machine. */
export async function openSimulatorPage(
	simulatorUrl: string,
	{ width = 1100, height = 700, dark = false }: View = {},
) {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? '/usr/bin/chromium',
		headless: true,
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
	});
	try {
		const context = await browser.newContext({
			viewport: { width, height },
			locale: 'en-GB',
			colorScheme: dark ? 'dark' : 'light',
			reducedMotion: 'reduce',
		});
		const page = await context.newPage();
		page.setDefaultTimeout(DEADLINE_MS);
		await page.goto(new URL('/', simulatorUrl).href);
		await page.locator('#connection[data-state="live"]').waitFor();
		return { page, close: async () => await browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** An invoice to look at. Amounts are in euros, dates `YYYY-MM-DD`. */
export interface ShownInvoice {
	number: number;
	buyer: string;
	amount: number;
	due: string;
}

/** Sends invoices through the simulator's API, as a workflow does. */
export async function sendInvoices(simulatorUrl: string, invoices: readonly ShownInvoice[]) {
	const body = invoices.map(({ number, buyer, amount, due }) => ({
		[SALES_INVOICE.invoiceNumber]: number,
		[SALES_INVOICE.invoiceDate]: '2026-03-02',
		[SALES_INVOICE.dueDate]: due,
		[SALES_INVOICE.currency]: 'EUR',
		[SALES_INVOICE.buyerName]: buyer,
		[SALES_INVOICE.deliveryType]: 'E',
		[SALES_INVOICE.totalAmount]: amount,
		[SALES_INVOICE.rows]: [
			{
				[SALES_INVOICE_ROW.description]: 'Work',
				[SALES_INVOICE_ROW.quantity]: 1,
				[SALES_INVOICE_ROW.unitPrice]: amount,
				[SALES_INVOICE_ROW.totalAmount]: amount,
			},
		],
	}));
	await postToApi(simulatorUrl, 'createInvoice', body);
}

/** @throws when the simulator does not take it */
export async function postToApi(
	simulatorUrl: string,
	operation: 'createInvoice' | 'createCollectionCases',
	body: unknown,
) {
	const response = await fetch(simulatorUrl + endpoints[operation].path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-api-key': 'demo-key' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
}
