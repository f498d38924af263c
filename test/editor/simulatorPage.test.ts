import {
	openSimulatorPage,
	sendInvoices,
	type ShownInvoice,
} from '../../scripts/n8n/simulatorPage.cts';
import { createSimulator, type Simulator } from '../../simulator/server';

type Page = Awaited<ReturnType<typeof openSimulatorPage>>['page'];

let simulator: Simulator;
let page: Page;
let close: () => Promise<void>;
/** What went wrong in the page itself. */
let problems: string[];

beforeEach(async () => {
	simulator = await createSimulator({ now: '2026-03-20T10:00:00Z' });
	await simulator.listen();
	({ page, close } = await openSimulatorPage(simulator.url));
	problems = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('dialog', (dialog) => {
		problems.push(dialog.message());
		void dialog.dismiss();
	});
	page.on('console', (message) => {
		if (/Content Security Policy/.test(message.text())) problems.push(message.text());
	});
});

afterEach(async () => {
	await close();
	await simulator.close();
	expect(problems).toEqual([]);
});

const invoice = (number: number, more: Partial<ShownInvoice> = {}): ShownInvoice => ({
	number,
	buyer: 'Example Buyer Oy',
	amount: 125.5,
	due: '2026-03-27',
	...more,
});

const row = (table: string, name: string) =>
	page.locator(`#${table} tbody tr`).filter({ has: page.getByRole('rowheader', { name }) });

/** Goes on with the Tab key until this is reached. */
async function tabTo(name: string) {
	for (let pressed = 0; pressed < 60; pressed += 1) {
		await page.keyboard.press('Tab');
		if ((await focused()) === name) return;
	}
	throw new Error(`The Tab key does not reach "${name}".`);
}

/** The name of what has the focus, as a screen reader says it. */
async function focused(): Promise<string> {
	// As text: it runs in the browser.
	return await page.evaluate(`(() => {
		const element = document.activeElement;
		const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent;
		const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
		return (label ?? by?.textContent ?? element.id) || element.textContent.trim();
	})()`);
}

const said = async (sentence: string) =>
	await page.getByRole('status').getByText(sentence, { exact: true }).waitFor();

async function widths(): Promise<{ page: number; window: number }> {
	return await page.evaluate(
		'({ page: document.documentElement.scrollWidth, window: window.innerWidth })',
	);
}

describe('the page of the simulator in a browser', () => {
	it('says what to do first, and shows an invoice as soon as a workflow sent it', async () => {
		await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
		expect(await page.getByText(simulator.url, { exact: true }).count()).toBe(1);

		await sendInvoices(simulator.url, [invoice(1042)]);

		await row('invoices', '1042').getByText('125.50 EUR').first().waitFor();
		await row('deliveries', '1042').getByText('Delivered', { exact: true }).waitFor();
		expect(await page.getByRole('heading', { name: 'Nothing here yet' }).count()).toBe(0);
		const headings = page.getByRole('heading', { level: 2 });
		expect(await headings.allTextContents()).toEqual([
			'Invoices',
			'Payments',
			'Deliveries',
			'Settlements',
			'Collection cases',
		]);
	});

	it('can be used by keyboard alone: days, faults, payments, deliveries', async () => {
		await sendInvoices(simulator.url, [invoice(1041), invoice(1042)]);
		await row('invoices', '1042').waitFor();

		await tabTo('advance-day');
		await page.keyboard.press('Enter');
		await said('It is Saturday, 2026-03-21 now.');

		await tabTo('Faults');
		await page.keyboard.type('Server');
		await tabTo('Times');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await said('Added: Server error (500), 2 times. The next 2 requests meet it.');
		await tabTo('Remove Server error (500)');
		await page.keyboard.press('Enter');
		await said('The fault was removed.');

		await tabTo('Pay invoice 1042');
		await page.keyboard.press('Enter');
		await said('Invoice 1042 was paid: 125.50 EUR.');
		await row('invoices', '1042').getByText('Paid', { exact: true }).waitFor();
		await row('payments', '100001').getByText('125.50 EUR').waitFor();
		expect(await focused()).toBe('invoice-1');
		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Pay invoice 1041');

		await page.keyboard.press('Tab');
		await page.keyboard.type('12,50');
		await page.keyboard.press('Enter');
		await said('Invoice 1041 was paid in part: 12.50 EUR, and 113.00 EUR is still open.');
		await tabTo('Fail delivery of invoice 1042');
		await page.keyboard.press('Space');
		await said('The delivery of invoice 1042 failed.');
		expect(await focused()).toBe('Deliver invoice 1042');

		expect(simulator.control.allocations()).toHaveLength(2);
		expect(simulator.control.faults()).toEqual([]);
	});

	it('shows where the focus is on every stop of the Tab key', async () => {
		await sendInvoices(simulator.url, [invoice(1042)]);
		await row('invoices', '1042').waitFor();
		simulator.control.addFault({ kind: 503 });
		await page.getByRole('button', { name: 'Clear faults' }).waitFor();

		const stops: string[] = [];
		for (;;) {
			await page.keyboard.press('Tab');
			if (await page.evaluate('document.activeElement === document.body')) break;
			const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
			stops.push(`${await focused()}: ${String(outline)}`);
		}

		expect(stops).toHaveLength(18);
		expect(stops.filter((stop) => !/^.+: solid$/.test(stop))).toEqual([]);
	});

	it('leaves the focus and what is typed alone when something else changes', async () => {
		await sendInvoices(simulator.url, [invoice(1041), invoice(1042)]);
		const amount = row('invoices', '1041').getByRole('textbox');
		await amount.fill('33,3');
		await sendInvoices(simulator.url, [invoice(1043), invoice(1044)]);
		await row('invoices', '1044').waitFor();
		simulator.control.pay({ InvoiceNumber: 1042 });
		await row('invoices', '1042').getByText('Paid', { exact: true }).waitFor();

		expect(await focused()).toBe('Amount to pay of invoice 1041 in EUR');
		await page.keyboard.type('3');
		await page.keyboard.press('Enter');
		await said('Invoice 1041 was paid in part: 33.33 EUR, and 92.17 EUR is still open.');
	});

	it('says in an alert what is wrong, and takes the alert away with the next press', async () => {
		await sendInvoices(simulator.url, [invoice(1042)]);
		await row('invoices', '1042').getByRole('textbox').fill('a lot');
		await page.getByRole('button', { name: 'Pay in part: invoice 1042' }).click();
		await page
			.getByRole('alert')
			.getByText('Nothing was paid: "a lot" is no amount above 0. Write it like 12,50 or 12.50.')
			.waitFor();
		await page.getByRole('button', { name: 'Pay invoice 1042' }).click();
		await said('Invoice 1042 was paid: 125.50 EUR.');

		expect(await page.getByRole('alert').textContent()).toBe('');
	});

	it('finds an invoice while it is typed, and goes on showing only that one', async () => {
		await sendInvoices(simulator.url, [invoice(1041, { buyer: 'Mäkinen Oy' }), invoice(1042)]);
		await row('invoices', '1042').waitFor();
		await page.getByRole('searchbox').fill('mäki');
		await row('invoices', '1042').waitFor({ state: 'detached' });
		await page.getByRole('button', { name: 'Pay invoice 1041' }).click();
		await said('Invoice 1041 was paid: 125.50 EUR.');

		expect(await page.locator('#invoices tbody tr').count()).toBe(1);
		expect(await page.getByRole('searchbox').inputValue()).toBe('mäki');
	});

	it.each([
		[1100, 700, false],
		[1100, 700, true],
		[400, 800, false],
	])('fits into %d x %d (dark: %s) with long names and many rows', async (width, height, dark) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
		const long = `<script>alert('name')</script>${'Pitkänimi'.repeat(40)}`;
		simulator.control.seed({ invoices: 10_000, payments: 100 });
		simulator.control.failDeliveries({ invoiceNumbers: [1042], reason: long });
		await sendInvoices(simulator.url, [invoice(1042, { buyer: long, amount: 123_456_789.01 })]);
		simulator.control.addFault({ kind: 503, count: 2 });
		await row('invoices', '1042').waitFor();
		await page.getByRole('button', { name: 'Pay invoice 1042' }).click();
		await said('Invoice 1042 was paid: 123456789.01 EUR.');

		expect(await widths()).toEqual({ page: width, window: width });
		expect(await page.locator('#invoices tbody tr').count()).toBe(50);
		expect(await page.getByText('newest 50 of 10001').first().isVisible()).toBe(true);
		const [paper, ink] = await page.evaluate<number[]>(
			`[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]
				.map((colour) => Number(/\\d+/.exec(colour)[0]))`,
		);
		expect(Number(paper) < Number(ink)).toBe(dark);
	});

	it('says so when the simulator is gone, and goes on when it is back', async () => {
		await sendInvoices(simulator.url, [invoice(1041)]);
		await row('invoices', '1041').waitFor();
		const port = Number(new URL(simulator.url).port);
		await simulator.close();
		await page
			.getByRole('status')
			.getByText(/^Connection lost: /)
			.waitFor();
		await page.getByRole('button', { name: 'Pay invoice 1041' }).click();
		await page
			.getByRole('alert')
			.getByText(/^The simulator did not answer: /)
			.waitFor();

		simulator = await createSimulator({ now: '2026-03-20T10:00:00Z' });
		await simulator.listen(port);
		await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
		await sendInvoices(simulator.url, [invoice(1042)]);
		await row('invoices', '1042').waitFor();

		expect(await row('invoices', '1041').count()).toBe(0);
	});
});
