import type { Running } from './simulatorClient';
import { exampleInvoice, startSimulator } from './simulatorClient';

let running: Running;
let port: string;

beforeEach(async () => {
	running = await startSimulator();
	port = new URL(running.simulator.url).port;
});

afterEach(async () => {
	await running.simulator.close();
});

/** Headers as a browser, or a name that somebody points at this machine, would send them. PORT is the simulator's. */
const FOREIGN: Array<[string, Record<string, string>]> = [
	['a name that was pointed at this machine', { Host: 'attacker.example' }],
	['such a name with the right port', { Host: 'attacker.example:PORT' }],
	['a name that only begins like this machine', { Host: '127.0.0.1.attacker.example:PORT' }],
	['an address of the network', { Host: '192.168.1.5:PORT' }],
	['another port of this machine', { Host: '127.0.0.1:1' }],
	['a web page', { Origin: 'https://attacker.example' }],
	['a web page that hides where it is from', { Origin: 'null' }],
	['a page of another port of this machine', { Origin: 'http://127.0.0.1:1' }],
	['a page of the web server of this machine', { Origin: 'http://127.0.0.1' }],
	['a page of this address by https', { Origin: 'https://127.0.0.1:PORT' }],
	['a link or picture of another site', { 'Sec-Fetch-Site': 'cross-site' }],
	['a link or picture of another port', { 'Sec-Fetch-Site': 'same-site' }],
];

const withPort = (headers: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
	);

describe.each(FOREIGN)('%s', (_, given) => {
	it('can neither read nor change anything by the control interface, and is told why', async () => {
		const headers = withPort(given);
		const answers = [
			await running.sim.get('/invoices', { headers }),
			await running.sim.post('/faults', { kind: 500 }, { headers }),
			await running.sim.delete('/requests', { headers }),
			await running.sim.post('/reset', 'text', {
				headers: { ...headers, 'Content-Type': 'text/plain' },
			}),
		];

		for (const { status, data } of answers) {
			expect(status).toBe(403);
			expect(data.error).toMatch(/^The simulator answers programs of this machine only: .*\.$/);
		}
		expect(running.simulator.control.faults()).toEqual([]);
	});

	it('can neither see the page of the simulator nor press its buttons', async () => {
		const page = { headers: withPort(given), baseURL: new URL(running.simulator.url).origin };
		const answers = [
			await running.sim.get('/', page),
			await running.sim.get('/_sim/page/events', page),
			await running.sim.get('/_sim/page/page.js', page),
			await running.sim.post('/_sim/page/add-examples', 'find=', page),
			await running.sim.post('/_sim/page/add-faults', 'kind=503&times=1', page),
		];

		for (const { status, data } of answers) {
			expect(status).toBe(403);
			expect(data.error).toMatch(/^The simulator answers programs of this machine only: .*\.$/);
		}
		expect(running.simulator.control.state()).toMatchObject({ invoices: 0, faults: 0 });
	});

	it('can send no invoice with the key that everybody knows', async () => {
		const headers = withPort(given);
		const { status, data } = await running.api.post('/gensalesinvoices', [exampleInvoice(1)], {
			headers,
		});

		expect(status).toBe(403);
		expect(data.Message).toMatch(/^The simulator answers programs of this machine only: .*\.$/);
		expect(running.simulator.control.invoices()).toEqual([]);
		expect(running.simulator.requests).toEqual([]);
	});

	it('is not allowed in by asking beforehand', async () => {
		const { status, headers } = await running.sim.options('/reset', {
			headers: { ...withPort(given), 'Access-Control-Request-Method': 'POST' },
		});

		expect(status).toBe(403);
		expect(headers['access-control-allow-origin']).toBeUndefined();
	});
});

it.each<[string, Record<string, string>]>([
	['a program that sends nothing about itself', {}],
	['this machine by its name', { Host: 'localhost:PORT' }],
	['this machine by its name in capitals', { Host: 'LOCALHOST:PORT' }],
	['this machine by IPv6', { Host: '[::1]:PORT' }],
	['another loopback address', { Host: '127.0.0.2:PORT' }],
	['a host without a port', { Host: '127.0.0.1' }],
	['a page of the simulator itself', { Origin: 'http://127.0.0.1:PORT' }],
	['an address typed into a browser', { 'Sec-Fetch-Site': 'none' }],
	['a request of its own page', { 'Sec-Fetch-Site': 'same-origin' }],
])('%s is let in', async (_, given) => {
	const { status } = await running.sim.post('/faults', { kind: 500 }, { headers: withPort(given) });

	expect(status).toBe(200);
	expect(running.simulator.control.faults()).toHaveLength(1);
});

it('the page is let in to press its own buttons', async () => {
	const own = { Origin: 'http://127.0.0.1:PORT', 'Sec-Fetch-Site': 'same-origin' };
	const page = { headers: withPort(own), baseURL: new URL(running.simulator.url).origin };
	const { status } = await running.sim.post('/_sim/page/add-faults', 'kind=503&times=1', page);

	expect(status).toBe(200);
	expect(running.simulator.control.faults()).toHaveLength(1);
});
