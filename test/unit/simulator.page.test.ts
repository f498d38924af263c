import axios from 'axios';

import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;
let origin: string;

beforeEach(async () => {
	running = await startSimulator();
	origin = new URL(running.simulator.url).origin;
});

afterEach(async () => {
	await running.simulator.close();
});

const all = { validateStatus: () => true, proxy: false } as const;

async function page(path = '/'): Promise<string> {
	const { data } = await axios.get(origin + path, all);
	return String(data);
}

async function send(...invoices: object[]) {
	const { status } = await running.api.post('/gensalesinvoices', invoices);
	expect(status).toBe(202);
}

/** Presses a button of the page as a browser does: sends the form that it stands in. */
async function press(button: string, typed: Record<string, string> = {}) {
	const forms = (await page()).match(/<form[\s\S]*?<\/form>/g) ?? [];
	const form = forms.find((each) => new RegExp(`<button[^>]*>${button}</button>`).test(each));
	if (form === undefined) throw new Error(`There is no button "${button}" in the page.`);
	const fields = [...form.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g)].map(
		([, name = '', value = '']) => [name, value] as const,
	);
	const body = new URLSearchParams({ ...Object.fromEntries(fields), ...typed });
	const { status, data } = await axios.post(
		origin + (/ action="([^"]*)"/.exec(form)?.[1] ?? ''),
		body.toString(),
		all,
	);
	const html = String(data);
	return { status, html, done: messageIn(html, 'status'), failed: messageIn(html, 'alert') };
}

function messageIn(html: string, role: string): string {
	const [, text = ''] =
		new RegExp(`<p id="(?:done|failed)" role="${role}">([^<]*)</p>`).exec(html) ?? [];
	return text.replace(/&quot;/g, '"');
}

/** The texts of the rows of one table. */
function rowsIn(html: string, table: string): string[] {
	const [, section = ''] =
		new RegExp(`<section id="${table}"([\\s\\S]*?)</section>`).exec(html) ?? [];
	const [, body = ''] = /<tbody>([\s\S]*)<\/tbody>/.exec(section) ?? [];
	return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
		row
			.replace(/<form[\s\S]*?<\/form>/g, '')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' ')
			.trim(),
	);
}

describe('the page of the simulator', () => {
	it('shows invoices, payments, deliveries, settlements and collection cases', async () => {
		await send(
			exampleInvoice(1041, 80),
			exampleInvoice('1042', 125.5, { DueDate: '2026-03-27', DeliveryType: 'E' }),
		);
		await running.sim.post('/pay', { InvoiceNumber: 1042, Amount: 62.75 });
		await running.sim.post('/fail-deliveries', { invoiceNumbers: [1042], reason: 'Mailbox full' });
		await running.api.post('/collectioncases', {
			Receivables: [{ InvoiceNumber: '1041', Debtor: { Name: 'Example Buyer Oy' } }],
		});
		await running.sim.post('/clock', { advanceDays: 7 });
		const html = await page();

		expect(rowsIn(html, 'invoices')).toEqual([
			'1042 Example Buyer Oy 2026-03-27 125.50 EUR 62.75 EUR Partly paid',
			'1041 Example Buyer Oy 2026-03-16 11 days late 80.00 EUR 80.00 EUR Open',
		]);
		expect(rowsIn(html, 'payments')).toEqual([
			'100001 1042 2026-03-20 2026-03-27 Bank Transfer 62.75 EUR',
		]);
		expect(rowsIn(html, 'deliveries')).toEqual([
			'1042 E Failed Mailbox full',
			'1041 2026-03-20 Delivered',
		]);
		expect(rowsIn(html, 'settlements')).toEqual([
			'202603270001 2026-03-27 Received 1 62.75 EUR not yet',
		]);
		expect(rowsIn(html, 'cases')).toEqual([
			'CASE-100001 1041 Example Buyer Oy 2026-03-20 In collection 80.00 EUR',
		]);
		expect(html).toContain('Friday, 2026-03-27');
	});

	it('shows what stands in names and reasons as text, and never as a part of the page', async () => {
		const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
		await send(exampleInvoice('1<b>', 10, { SalesName: evil }));
		await running.sim.post('/fail-deliveries', { invoiceNumbers: ['1<b>'], reason: evil });
		await running.sim.post('/pay', {
			InvoiceNumber: '1<b>',
			PaymentType: { Code: evil, Description: evil },
		});
		const pages = [await page(), await page(`/?find=${encodeURIComponent(evil)}`)];
		const { html } = await press('Deliver');

		for (const each of [...pages, html]) {
			expect(each).not.toMatch(/<script>|<img src=x|<b>/);
			expect(each).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		}
	});

	it('says what to do while there is nothing, and shows no key, there or later', async () => {
		await running.simulator.close();
		running = await startSimulator({ keys: ['mine-1'], partnerKeys: ['mine-2'] });
		origin = new URL(running.simulator.url).origin;
		const empty = await page();
		running.simulator.control.seedExamples();
		const full = await page();

		expect(empty).toContain(`<code>${running.simulator.url}</code>`);
		expect(empty).toMatch(/API Key<\/dt><dd>the key that the terminal shows/);
		expect(full).not.toContain('Nothing here yet');
		expect(empty + full).not.toMatch(/mine-|demo-key|partner-key/);
	});

	it('shows the newest of many invoices, and finds the others by number or name', async () => {
		running.simulator.control.seed({ invoices: 10_000 });
		const html = await page();
		const found = await page('/?find=buyer+80000007+oy');
		const none = await page('/?find=nobody');

		expect(rowsIn(html, 'invoices')).toHaveLength(50);
		expect(rowsIn(html, 'invoices')[0]).toMatch(/^80010000 /);
		expect(html).toContain('newest 50 of 10000');
		expect(rowsIn(found, 'invoices')).toEqual([expect.stringMatching(/^80000007 /)]);
		expect(none).toContain('None fits &quot;nobody&quot;.');
	});

	it('changes nothing by being looked at, and is no request of the API', async () => {
		await send(exampleInvoice(1));
		await running.sim.post('/pay', { InvoiceNumber: 1 });
		await running.sim.post('/clock', { advanceDays: 7 });
		await page();
		const { data } = await running.api.get('/settlements', { params: { unfetchedOnly: 'true' } });

		expect(Object.values(data)[0]).toHaveLength(1);
		expect(running.simulator.requests.map(({ path }) => path)).not.toContain('/');
	});

	it('takes nothing from another address, and lets no other page frame it', async () => {
		const { headers, data } = await axios.get(origin, all);
		const used = [...String(data).matchAll(/ (?:src|href|srcset|action|hx-\w+)="([^"]*)"/g)].map(
			([, address = '']) => address,
		);
		const files = used.filter((address) => /\.(js|css|svg)$/.test(address));
		const statuses = await Promise.all(
			files.map(async (file) => (await axios.get(origin + file, all)).status),
		);

		expect(used.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
		expect(files).toHaveLength(6);
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(headers['content-security-policy']).toMatch(
			/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
		);
	});
});

describe('a button of the page', () => {
	type Press = [
		button: string,
		typed: Record<string, string>,
		control: [address: string, body: object],
		sentence: string,
	];
	const kind = (kind: string, times = '1') => ({ kind, times });

	it.each<Press>([
		['Pay', {}, ['pay', { InvoiceNumber: 1042 }], 'Invoice 1042 was paid: 125.51 EUR.'],
		[
			'Pay in part',
			{},
			['pay', { InvoiceNumber: 1042, Amount: 62.76 }],
			'Invoice 1042 was paid in part: 62.76 EUR, and 62.75 EUR is still open.',
		],
		[
			'Pay in part',
			{ amount: '12,5' },
			['pay', { InvoiceNumber: 1042, Amount: 12.5 }],
			'Invoice 1042 was paid in part: 12.50 EUR, and 113.01 EUR is still open.',
		],
		[
			'Pay in part',
			{ amount: '0.29' },
			['pay', { InvoiceNumber: 1042, Amount: 0.29 }],
			'Invoice 1042 was paid in part: 0.29 EUR, and 125.22 EUR is still open.',
		],
		[
			'Pay in part',
			{ amount: ' 1 200.29 € ' },
			['pay', { InvoiceNumber: 1042, Amount: 1200.29 }],
			'Invoice 1042 was paid: 1200.29 EUR, 1074.78 EUR more than was open.',
		],
		[
			'Fail delivery',
			{},
			['fail-deliveries', { invoiceNumbers: [1042] }],
			'The delivery of invoice 1042 failed.',
		],
		['Advance a day', {}, ['clock', { advanceDays: 1 }], 'It is Saturday, 2026-03-21 now.'],
		[
			'Add faults',
			kind('503', '3'),
			['faults', { kind: 503, count: 3 }],
			'Added: Out of service (503), 3 times. The next 3 requests meet it.',
		],
		[
			'Add faults',
			kind('latency'),
			['faults', { kind: 'latency', ms: 5000, count: 1 }],
			'Added: Answer five seconds late, once. The next request meets it.',
		],
	])('"%s" with %j does what the control interface does, and says so', async (...given) => {
		const [button, typed, [address, body], sentence] = given;
		const other = await startSimulator();
		try {
			await send(exampleInvoice(1042, 125.51));
			await other.api.post('/gensalesinvoices', [exampleInvoice(1042, 125.51)]);
			const { status, done, failed } = await press(button, typed);
			await other.sim.post(`/${address}`, body);

			expect([status, done, failed]).toEqual([200, sentence, '']);
			const expected = await everythingIn(other);
			expect(await everythingIn(running)).toEqual(expected);
			expect(expected).not.toEqual(untouched);
		} finally {
			await other.simulator.close();
		}
	});

	let untouched: unknown;
	beforeAll(async () => {
		const fresh = await startSimulator();
		await fresh.api.post('/gensalesinvoices', [exampleInvoice(1042, 125.51)]);
		untouched = await everythingIn(fresh);
		await fresh.simulator.close();
	});

	async function everythingIn({ sim, api, simulator }: Running) {
		const { now, today } = simulator.control.state();
		const faults = await sim.get('/faults');
		simulator.control.clearFaults();
		const deliveries = await api.get('/invoicesdeliveryinformation');
		const { data } = await sim.get('/invoices');
		return [now, today, data, (await sim.get('/allocations')).data, faults.data, deliveries.data];
	}

	it('makes a failed delivery work again', async () => {
		await send(exampleInvoice(1));
		await press('Fail delivery');
		const { done, html } = await press('Deliver');

		expect(done).toBe('Invoice 1 was delivered.');
		expect(rowsIn(html, 'deliveries')).toEqual(['1 2026-03-20 Delivered']);
	});

	it('shows the faults that wait, and takes away one or all', async () => {
		await press('Add faults', kind('503', '2'));
		await press('Add faults', kind('reset'));
		await running.sim.post('/faults', { kind: 'noContent', operationId: 'listProducts' });
		await running.api.get('/validate');
		const waiting = faultsIn(await page());
		const removed = await press('Remove');
		const cleared = await press('Clear faults');

		expect(waiting).toEqual([
			'Out of service (503), once',
			'Connection cut, nothing done, once',
			'noContent, once (listProducts)',
		]);
		expect([removed.done, faultsIn(removed.html)]).toEqual([
			'The fault was removed.',
			waiting.slice(1),
		]);
		expect([cleared.done, faultsIn(cleared.html)]).toEqual(['2 faults cleared.', []]);
	});

	function faultsIn(html: string): string[] {
		return [...html.matchAll(/class="fault"[\s\S]*?<span>([^<]*)<\/span>/g)].map(
			([, text = '']) => text,
		);
	}

	it('tells of the settlements that come out on a new day', async () => {
		await send(exampleInvoice(1));
		await press('Pay');
		for (let day = 0; day < 6; day += 1) await press('Advance a day');

		expect((await press('Advance a day')).done).toBe(
			'It is Friday, 2026-03-27 now. 1 settlement came out.',
		);
	});

	it.each(['abc', '', '0', '0,00', '-5', '1.234', '1,2,3', '1e3'])(
		'pays nothing for "%s", and says how to write an amount',
		async (amount) => {
			await send(exampleInvoice(1));
			const { status, done, failed } = await press('Pay in part', { amount });

			expect(status).toBe(400);
			expect(done).toBe('');
			expect(failed).toBe(
				`Nothing was paid: "${amount}" is no amount above 0. Write it like 12,50 or 12.50.`,
			);
			expect(running.simulator.control.allocations()).toEqual([]);
		},
	);

	it.each([
		['0', '503'],
		['1.5', '503'],
		['many', '503'],
		['', '503'],
		['2', 'earthquake'],
	])('adds no fault for %s times %s, and says why', async (times, fault) => {
		const { status, failed } = await press('Add faults', kind(fault, times));

		expect(status).toBe(400);
		expect(failed).toMatch(/^No fault was added: .* from 1 to 1000\.$|^Choose one of the faults/);
		expect(running.simulator.control.faults()).toEqual([]);
	});

	it('pressed too late says so: the invoice was paid, the fault is gone', async () => {
		await send(exampleInvoice(1));
		const paid = await axios.post(`${origin}/_sim/page/pay`, 'number=1', all);
		const again = await axios.post(`${origin}/_sim/page/pay`, 'number=1', all);
		const gone = await axios.post(`${origin}/_sim/page/remove-fault`, 'id=7', all);

		expect([paid.status, again.status, gone.status]).toEqual([200, 400, 400]);
		expect(messageIn(String(again.data), 'alert')).toMatch(/^Nothing would be paid: invoice 1 /);
		expect(messageIn(String(gone.data), 'alert')).toMatch(/^That fault is gone already/);
	});

	it('is there once where a number is there twice: beside the newest', async () => {
		await running.sim.post('/settings', { duplicates: 'accept' });
		await send(exampleInvoice(1, 10));
		await send(exampleInvoice(1, 20));
		const html = await page();

		expect(rowsIn(html, 'invoices')).toHaveLength(2);
		expect(html.match(/>Pay<\/button>/g)).toHaveLength(1);
		expect((await press('Pay')).done).toBe('Invoice 1 was paid: 20.00 EUR.');
	});
});

describe('live updates', () => {
	/** The events of the page's stream, one after the other. */
	async function watch() {
		const ended = new AbortController();
		const answer = await fetch(`${origin}/_sim/page/events`, { signal: ended.signal });
		const reader = answer.body?.getReader();
		let text = '';
		return {
			next: async () => {
				while (!text.includes('\n\n')) {
					const { value, done } = (await reader?.read()) ?? { done: true };
					if (done) return 'ended';
					text += new TextDecoder().decode(value);
				}
				const [event = '', ...rest] = text.split('\n\n');
				text = rest.join('\n\n');
				return /^event: (.*)$/m.exec(event)?.[1];
			},
			end: () => ended.abort(),
		};
	}

	it.each<[string, () => unknown]>([
		['an upload through the API', () => send(exampleInvoice(1))],
		['a call of the control interface', () => running.sim.post('/faults', { kind: 503 })],
		['a call in the process itself', () => running.simulator.control.seed({ invoices: 1 })],
		['a button', () => press('Advance a day')],
		['a reset', () => running.sim.post('/reset')],
	])('come after %s', async (_, change) => {
		const events = await watch();
		expect(await events.next()).toBe('changed');
		const next = events.next();
		await change();

		expect(await next).toBe('changed');
		events.end();
	});

	it('come when work falls due by the clock alone', async () => {
		await running.simulator.close();
		running = await startSimulator({ now: undefined });
		origin = new URL(running.simulator.url).origin;
		await send(exampleInvoice(1));
		running.simulator.control.schedule({
			when: { afterSeconds: 0.1 },
			do: 'pay',
			with: { InvoiceNumber: 1 },
		});
		const events = await watch();
		await events.next();

		expect(await events.next()).toBe('changed');
		expect(running.simulator.control.allocations()).toHaveLength(1);
		events.end();
	});

	it('end with the simulator', async () => {
		const events = await watch();
		await events.next();
		const next = events.next().catch(() => 'ended');
		await running.simulator.close();

		expect(await next).toBe('ended');
	});
});
