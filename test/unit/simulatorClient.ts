import type { AxiosInstance } from 'axios';
import axios from 'axios';

import type { Simulator, SimulatorOptions } from '../../simulator/server';
import { createSimulator } from '../../simulator/server';

/** A simulator on a free loopback port, and clients of both of its interfaces. */
export interface Running {
	simulator: Simulator;
	/** Paths after the base URL; with the creditor's key; no status is an error. */
	api: AxiosInstance;
	/** Paths after `/_sim`; no status is an error. */
	sim: AxiosInstance;
}

/** The simulator's clock stands here in every test that does not say otherwise. */
export const NOW = '2026-03-20T10:00:00Z';

/** Starts a simulator; the test closes it. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Running> {
	const simulator = await createSimulator({ now: NOW, ...options });
	const url = await simulator.listen();
	const all = { validateStatus: () => true, proxy: false } as const;
	return {
		simulator,
		api: axios.create({ baseURL: url, headers: { 'X-Api-Key': 'demo-key' }, ...all }),
		sim: axios.create({ baseURL: `${new URL(url).origin}/_sim`, ...all }),
	};
}

/** The smallest invoice the tests need. Amount in euros. */
export function exampleInvoice(number: number | string, amount = 100, more: object = {}) {
	return {
		InvoiceNumber: number,
		InvoiceDate: '2026-03-02',
		DueDate: '2026-03-16',
		Currency: 'EUR',
		SalesName: 'Example Buyer Oy',
		TotalAmount: amount,
		InvoiceRows: [{ Description: 'Example work', Qty: 1, Price: amount, Total: amount }],
		...more,
	};
}

/** What an example request is made of: an operation of the contract's document, and where it stands. */
export interface DocumentOperation {
	route: string;
	method: string;
	parameters?: Array<{ name: string; in: string; example?: unknown }>;
	requestBody?: {
		content?: { 'application/json'?: { example?: unknown } };
		'x-media-type'?: string;
	};
}

/** The request that stands as the example in the contract. */
export function exampleRequest(operation: DocumentOperation, key: string | undefined) {
	const { route, method, parameters = [], requestBody } = operation;
	const data = requestBody?.content?.['application/json']?.example;
	return {
		method,
		url: route.replace(/\{([^}]*)\}/g, (_, name) =>
			encodeURIComponent(String(parameters.find((each) => each.name === name)?.example)),
		),
		params: Object.fromEntries(
			parameters.filter((each) => each.in === 'query').map(({ name, example }) => [name, example]),
		),
		data,
		headers: {
			'X-Api-Key': key,
			...(data === undefined
				? {}
				: { 'Content-Type': requestBody?.['x-media-type'] ?? 'application/json' }),
		},
	};
}
