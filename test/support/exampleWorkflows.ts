import type { IDataObject } from 'n8n-workflow';

import { eventually } from '../../scripts/n8n/eventually.cts';
import { everyMinute, readExample, withCredentials } from '../../scripts/n8n/examples.cts';
import { createInstance } from '../../scripts/n8n/instance.cts';
import { createSimulator, type Simulator } from '../../simulator/server';
import { credential, KEY, type N8n } from './n8n';
import { createStandIns } from './standIns/index.cts';
import { tarball } from './tarball.cts';
import { send } from './wire';

export interface World {
	n8n: N8n;
	simulator: Simulator;
	standIns: Awaited<ReturnType<typeof createStandIns>>;
	/** Sends invoices, in the API's names, to Cash-In, as a workflow that ran earlier. */
	bill(invoices: IDataObject[]): Promise<void>;
	/** The invoice Cash-In has under a number, as the simulator's control shows it; or undefined. */
	invoiced(number: number | string): IDataObject | undefined;
	/** The e-mails whose subject fits, oldest first. */
	mailsAbout(subject: RegExp): World['standIns']['mail'];
	/** Waits for something at the other end. */
	seen<T>(look: () => T | undefined, what: string): Promise<T>;
}

/** The list each event is read from, to know when the first poll is over. */
const POLLED = [
	'listAllocatedPaymentTransactions',
	'getInvoiceDeliveryInformation',
	'listSettlements',
];

/**
 * Every example workflow in one n8n, as imported from its file, with a credential in each node; those with a trigger are
 * published and have polled for the first time. Beside the poll times nothing in them is changed.
 * @param published names of files; @param others names of files
 */
export function useExamples(published: string[], others: string[]): () => World {
	const ends: Array<() => Promise<void>> = [];
	let world: World | undefined;
	beforeAll(async () => {
		const standIns = await createStandIns();
		ends.unshift(standIns.close);
		const simulator = await createSimulator();
		ends.unshift(async () => await simulator.close());
		await simulator.listen();
		const n8n = await createInstance({ tarball: tarball(), env: standIns.environment });
		ends.unshift(n8n.dispose);
		await n8n.importCredentials([
			{ ...credential(simulator.url), id: 'cashInApi' },
			...standIns.credentials,
		]);
		const files = [...published, ...others].map(readExample);
		await n8n.importWorkflows(files.map((file) => everyMinute(withCredentials(file))));
		for (const name of published) await n8n.publish(readExample(name).id);
		await n8n.start();
		world = { n8n, simulator, standIns, ...hands(n8n, simulator, standIns) };
		const polled = () => {
			const answered = simulator.requests.filter(({ status }) => status === 200);
			const silent = POLLED.filter((id) => !answered.some(({ operationId }) => operationId === id));
			const hooks = [
				...standIns.wooCommerce.webhooks.values(),
				...standIns.shopify.webhooks,
				...standIns.stripe.webhooks,
			];
			return silent.length === 0 && hooks.length === 3 ? true : undefined;
		};
		await world.seen(polled, 'the triggers have not begun');
	});
	afterAll(async () => {
		for (const end of ends) await end();
	});
	return () => {
		if (world === undefined) throw new Error('n8n starts before the first test');
		return world;
	};
}

function hands(n8n: N8n, simulator: Simulator, standIns: World['standIns']) {
	return {
		mailsAbout: (subject: RegExp) => standIns.mail.filter((mail) => subject.test(mail.subject)),
		bill: async (invoices: IDataObject[]) =>
			await send({ url: simulator.url, key: KEY }, 'createInvoice', invoices),
		invoiced: (number: number | string) =>
			simulator.control
				.invoices()
				.find(({ InvoiceNumber }) => String(InvoiceNumber) === String(number)) as
				| IDataObject
				| undefined,
		seen: async <T>(look: () => T | undefined, what: string) =>
			await eventually(
				async () => look(),
				100_000,
				async () => `${what}. n8n wrote:\n${n8n.log().split('\n').slice(-30).join('\n')}`,
			),
	};
}
