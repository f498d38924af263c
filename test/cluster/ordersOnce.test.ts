import { forEachLimit } from '../../nodes/CashIn/upload/concurrency';
import { useCluster } from '../support/cluster';
import { ledgerOf } from '../support/ledger';
import { credential } from '../support/n8n';
import { ORDERS } from '../support/orderFixtures';
import { postTwice, publishOrdersOnce } from '../support/ordersOnce.cts';
import { useSimulator } from '../support/simulator';
import { until } from '../support/watch.cts';
import { sized } from '../support/whole.cts';

/** The example workflow "Orders invoiced once" in queue mode, among faults and with a worker killed. */

const cluster = useCluster();
/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept', latencyMs: 60 });

const COUNT = sized(1_000, 60);
const FIRST = 20_001;
/** A run that was killed holds its lease, and what it was sent to do waits so long. */
const DEADLINE_MS = sized(1_500_000, 400_000);

/** Fixtures that are invoiced as they are, with the total a bookkeeper gives them. */
const INVOICED = ORDERS.wooCommerce.filter(
	({ options, refused, skipped }) => !options && !refused && !skipped,
);

const orders = Array.from({ length: COUNT }, (_, index) => {
	const { order, total = 0 } = INVOICED[index % INVOICED.length] ?? { order: {} };
	const number = FIRST + index;
	return { number: String(number), total, order: { ...order, id: number, number: String(number) } };
});

it(
	'orders that are each posted twice at once, to two workers of which one is killed, are each billed once',
	async () => {
		const { name, type, data } = credential(simulator().url);
		const { id: credentialId } = await cluster().addCredential({ name, type, data });
		const example = await publishOrdersOnce(cluster(), {
			credentialId,
			seconds: { invoicing: 5, again: 15, lease: 60 },
		});
		const { control } = simulator();
		const held = () => control.state().invoices;
		control.addFault({ kind: 'resetAfterProcessing', operationId: 'createInvoice', after: 1 });
		control.addFault({ kind: 503, operationId: 'createInvoice', after: 3, retryAfter: 1 });
		control.addFault({ kind: 503, operationId: 'listSalesInvoices', after: 20, count: 5 });

		const posting = forEachLimit(
			orders,
			8,
			() => true,
			async ({ order }) => {
				await postTwice(example.url, order);
			},
		);
		const killed = await killAtWork();
		await Promise.all([posting, cluster().start(killed)]);
		await example.settled(DEADLINE_MS);

		const hourly = await cluster().runWorkflow(example.id, { from: 'Every hour' });

		expect(hourly.status).toBe('success');
		expect(ledgerOf(control.invoices())).toEqual(
			new Map(orders.map(({ number, total }) => [number, [total]])),
		);

		/** Kills the worker that invoices, in the middle: the lease stays with the run that was killed. @returns its name */
		async function killAtWork(): Promise<string> {
			for (;;) {
				const before = held();
				await until(() => held() > before, 'nothing is invoiced');
				const run = await example.leaseHolder();
				const started = `Worker started execution ${run} `;
				const worker = cluster().workers.find((one) => cluster().log(one).includes(started));
				if (worker === undefined) continue;
				await cluster().kill(worker);
				if ((await example.leaseHolder()) === run) return worker;
				await cluster().start(worker);
			}
		}
	},
	DEADLINE_MS,
);
