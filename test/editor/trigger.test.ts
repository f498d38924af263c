import { eventually } from '../../scripts/n8n/eventually.cts';
import { shows, useEditor } from '../support/editor';
import { invoice } from '../support/invoices';
import { KEY } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { send } from '../support/wire';

const simulator = useSimulator();
const { editor, n8n, nodeFor, open } = useEditor();

/** n8n takes no interval below a minute, but as many times in it as one likes. */
const EVERY_FEW_SECONDS = {
	item: Array.from({ length: 12 }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * 5} * * * * *`,
	})),
};

const openTrigger = async (parameters = {}) => {
	const trigger = await nodeFor(
		{ event: 'paymentAllocated', pollTimes: EVERY_FEW_SECONDS, ...parameters },
		simulator(),
		'cashInTrigger',
	);
	return await open([trigger]);
};
const bill = async (number: number) =>
	await send({ url: simulator().url, key: KEY }, 'createInvoice', [invoice(number)]);
const pay = (number: number) =>
	simulator().control.pay({ InvoiceNumber: String(number), Amount: 10 });

it('a test event is fetched and shown', async () => {
	await bill(1042);
	pay(1042);
	await openTrigger();
	await editor().openNode('Cash-In');
	const { execute, output, close } = editor().panel;
	await execute();
	await shows(output, '1042');
	await shows(output, 'paymentAllocated');
	await close();
});

it('while there is nothing to show, it says so and what to do', async () => {
	await openTrigger();
	await editor().openNode('Cash-In');
	const { execute, whole, close } = editor().panel;
	await execute();
	await shows(whole, /no .*payment|nothing/i);
	await close();
});

it('it is published with its button, fires on a payment, and the run is listed', async () => {
	await bill(1043);
	const id = await openTrigger();
	const { page } = editor();
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByTestId('workflow-publish-button').click();
	await page.getByTestId('workflow-publish-button').waitFor({ state: 'hidden' });
	const polls = () => simulator().to('listAllocatedPaymentTransactions').length;
	await eventually(async () => (polls() > 0 ? true : undefined), 60_000, 'it has not polled');
	await n8n.waitUntilActive(id);
	pay(1043);
	await n8n.waitForExecutions(id);
	await editor().show(`/workflow/${id}/executions`);
	await shows(page.getByTestId('current-executions-list'), /Succe(ss|eded)/);
	await n8n.deactivate(id);
});
