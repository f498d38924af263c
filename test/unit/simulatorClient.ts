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
