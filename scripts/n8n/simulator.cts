import path from 'node:path';

import { startGroup, type Group } from '../bootstrap/processes';

/** An invoice as the simulator's control shows it, under names of its own. */
export interface KeptInvoice {
	InvoiceNumber: number | string;
	Status: string;
	TotalAmount: number;
	/** The body as it was sent, in the API's names. */
	submitted: Record<string, unknown>;
}

/** A request that the simulator was sent. */
export interface SeenRequest {
	operationId: string;
	status: number;
	at: string;
}

export interface Simulator {
	/** The address a credential gets. */
	url: string;
	/** The address of its control interface. */
	control: string;
	/**
	 * @param amount in currency units; without it, all that is open
	 * @returns the payment as the API lists it
	 */
	pay(invoiceNumber: number | string, amount?: number): Promise<Record<string, unknown>>;
	/** In the order they came. */
	invoices(): Promise<KeptInvoice[]>;
	requests(): Promise<SeenRequest[]>;
	/** Anything else of the control interface: GET without a body, POST with one. */
	ask<Answer>(path: string, body?: unknown): Promise<Answer>;
	stop(): Promise<void>;
	exited: Promise<unknown>;
}

interface Options {
	root: string;
	/** 0 takes a free one. */
	port: number;
	key: string;
	/** As on its command line. */
	args?: string[];
	deadlineMs?: number;
	signal?: AbortSignal;
}

/** Starts the simulator as a process of its own and waits until it listens. */
export async function startSimulator({
	root,
	port,
	key,
	args = [],
	deadlineMs = 60_000,
	signal,
}: Options): Promise<Simulator> {
	const cli = path.join(root, 'simulator', 'cli.ts');
	const command = ['--import', 'tsx', cli, '--port', String(port), '--key', key, ...args];
	const group = startGroup(process.execPath, command, { cwd: root, signal });
	const url = await listening(group, deadlineMs);
	const control = `${new URL(url).origin}/_sim`;

	async function ask<Answer>(what: string, body?: unknown): Promise<Answer> {
		const response = await fetch(`${control}/${what}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`The simulator answered ${response.status} to ${what}: ${text}`);
		return (text === '' ? undefined : JSON.parse(text)) as Answer;
	}

	return {
		url,
		control,
		ask,
		pay: (InvoiceNumber, Amount) => ask('pay', { InvoiceNumber, ...(Amount && { Amount }) }),
		invoices: () => ask('invoices'),
		requests: () => ask('requests'),
		stop: () => group.stop(5_000),
		exited: group.exited,
	};
}

async function listening(group: Group, deadlineMs: number): Promise<string> {
	let timer: NodeJS.Timeout | undefined;
	const said = new Promise<string | undefined>((resolve) => {
		group.onLine((line) => {
			const url = /listening on (http\S+)/.exec(line)?.[1];
			if (url) resolve(url);
		});
		void group.exited.then(() => resolve(undefined));
		timer = setTimeout(() => resolve(undefined), deadlineMs);
	});
	const url = await said;
	clearTimeout(timer);
	if (url !== undefined) return url;
	await group.kill();
	throw new Error(`The simulator did not start: ${group.output().trim() || 'it said nothing'}`);
}
