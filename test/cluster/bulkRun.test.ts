import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import { itemsOf } from '../../scripts/n8n/executions.cts';
import { invoiceNodes, invoiceOf } from '../bench/invoices.cts';
import { useCluster } from '../support/cluster';
import { fromJson } from '../support/invoiceRuns';
import { itemsTo } from '../support/itemNodes';
import { ledgerOf } from '../support/ledger';
import { cashInNode, credential, workflow } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { until } from '../support/watch.cts';
import { sized } from '../support/whole.cts';

/** A bulk run in queue mode: a worker sends it, and workers get killed. */

const cluster = useCluster();
/** What was sent twice is kept twice: otherwise Cash-In itself would hide that it was. */
const simulator = useSimulator({ duplicates: 'accept', latencyMs: 60 });

const COUNT = sized(10_000, 1_000);

it('an invoice run whose worker is killed in the middle, run again by another worker, leaves each invoice in Cash-In once', async () => {
	const { name, type, data } = credential(simulator().url);
	const saved = await cluster().addCredential({ name, type, data });
	const options = { batchSize: 50, duplicateCheck: 'beforeSending' };
	const { id } = await cluster().addWorkflow(
		workflow(
			'bulk',
			[
				...invoiceNodes(COUNT),
				{
					...cashInNode('cashIn', fromJson('create', options)),
					credentials: { cashInApi: { id: saved.id, name } },
				},
			],
			itemsTo('Cash-In'),
		),
	);
	const held = () => simulator().control.state().invoices;

	await cluster().rest('POST', `/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: 'Start' },
	});
	await until(() => held() > COUNT / 3, 'no worker has sent a third of the invoices');
	const [first = '', second = ''] = cluster().workers;
	// The run is one worker's, and n8n does not say whose: nothing of it may go on.
	await Promise.all([cluster().kill(first), cluster().kill(second)]);
	await simulator().settled();
	const sent = held();
	expect(sent).toBeLessThan(COUNT);
	await cluster().start(second);
	const run = await cluster().runWorkflow(id, { deadlineMs: 200_000 });

	expect(run.data.resultData.error).toBeUndefined();
	const statuses = itemsOf(run, 'Cash-In').map(({ status }) => status);
	expect(statuses.filter((status) => status === 'alreadyExists')).toHaveLength(sent);
	expect(statuses.filter((status) => status === 'created')).toHaveLength(COUNT - sent);
	const wanted = Array.from({ length: COUNT }, (_, index) => invoiceOf(index));
	expect(ledgerOf(simulator().control.invoices())).toEqual(
		new Map(
			wanted.map((invoice) => [
				String(invoice[SALES_INVOICE.invoiceNumber]),
				[invoice[SALES_INVOICE.totalAmount]],
			]),
		),
	);
});
