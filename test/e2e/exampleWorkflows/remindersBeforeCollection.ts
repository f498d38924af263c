import type { IDataObject } from 'n8n-workflow';

import { DEBTOR, RECEIVABLE, SALES_INVOICE } from '../../../nodes/CashIn/api/generated/fields';
import type { WorkflowFile } from '../../../scripts/n8n/examples.cts';
import { createSimulator, type Simulator } from '../../../simulator/server';
import { dataTable } from '../../support/dataTables.cts';
import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { invoice } from '../../support/invoices';
import { credential, KEY } from '../../support/n8n';
import { entriesOf, send } from '../../support/wire';

const ID = 'cashInReminders';

/** Days from today on which the invoices of the story fall due; all of it has passed by today. */
const DUE = -40;

/** What is open is reminded of, and handed over when that does not help. */
export function remindersBeforeCollection(world: () => World): void {
	/** One of its own: no invoice of another story is open here, and its clock can be moved. */
	let simulator: Simulator;

	async function bill(number: number, due: number, changes: IDataObject = {}): Promise<void> {
		const sent = invoice(number, {
			[SALES_INVOICE.invoiceDate]: day(due - 14),
			[SALES_INVOICE.dueDate]: day(due),
			[SALES_INVOICE.totalAmount]: 125.5,
			[SALES_INVOICE.reference]: `${number}0`,
			[SALES_INVOICE.salesCustomerCode]: `C-${number}`,
			[SALES_INVOICE.buyerEmail]: `buyer-${number}@example.com`,
			...changes,
		});
		await send({ url: simulator.url, key: KEY }, 'createInvoice', [sent]);
	}

	/** The workflow on a day, counted from today: what n8n takes for today, and the simulator for now. */
	async function runOn(days: number, status = 'success'): Promise<void> {
		const { n8n } = world();
		simulator.control.setClock({ now: `${day(days)}T07:00:00Z` });
		const { nodes } = await n8n.rest<Pick<WorkflowFile, 'nodes'>>('GET', `/rest/workflows/${ID}`);
		const settings = nodes.find(({ name }) => name === 'Settings');
		const { assignments } = settings?.parameters.assignments as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		const today = assignments.find(({ name }) => name === 'today');
		if (today === undefined) throw new Error('The settings have no day');
		today.value = day(days);
		await n8n.rest('PATCH', `/rest/workflows/${ID}`, { nodes });
		const run = await n8n.runWorkflow(ID, { from: 'Every morning' });
		expect(run.status).toBe(status);
	}

	/** The subjects of the e-mails a buyer has had, oldest first. */
	const reminded = (number: number) =>
		world()
			.mailsAbout(/./)
			.filter(({ to }) => to.includes(`buyer-${number}@example.com`))
			.map(({ subject }) => subject);
	const DUE_SOON = (number: number) => `Lasku erääntyy pian / Invoice due soon: ${number}`;
	const OVERDUE = (number: number) => `Maksumuistutus / Payment reminder: ${number}`;

	const told = (subject: RegExp) =>
		world()
			.mailsAbout(subject)
			.map(({ to, text }) => ({ to, text }));

	/** What was asked to be collected, one list for each request. */
	const handedOver = () =>
		simulator.control
			.requests()
			.filter(({ operationId }) => operationId === 'createCollectionCases')
			.map(({ rawBody }) => entriesOf('createCollectionCases', rawBody));

	describe('Reminders before collection', () => {
		beforeAll(async () => {
			const { n8n } = world();
			simulator = await createSimulator();
			await simulator.listen();
			const { type, data } = credential(simulator.url);
			const { id } = await n8n.addCredential({ name: 'Reminders', type, data });
			const { nodes } = await n8n.rest<Pick<WorkflowFile, 'nodes'>>('GET', `/rest/workflows/${ID}`);
			for (const node of nodes) {
				if (node.credentials?.[type]) node.credentials = { [type]: { id, name: 'Reminders' } };
			}
			await n8n.rest('PATCH', `/rest/workflows/${ID}`, { nodes });
			const setUp = await n8n.runWorkflow(ID, { from: 'Press once: set up' });
			expect(setUp.status).toBe('success');
			const table = await dataTable(n8n.rest, 'Cash-In reminders');
			const held = { invoiceNumber: '1006', step: 'hold', sentOn: '' };
			await n8n.rest('POST', `${table}/insert`, { data: [held] });

			simulator.control.setClock({ now: `${day(DUE - 14)}T07:00:00Z` });
			for (const number of [1001, 1002, 1003, 1004, 1006]) await bill(number, DUE);
			await bill(1005, DUE, { [SALES_INVOICE.buyerEmail]: undefined });
		});
		afterAll(async () => await simulator?.close());

		it('reminds three days before the due date, once for each invoice, however often it runs', async () => {
			await runOn(DUE - 4);
			expect(reminded(1001)).toEqual([]);
			await runOn(DUE - 3);
			await runOn(DUE - 3);
			await runOn(DUE - 2);

			for (const number of [1001, 1002, 1003, 1004]) {
				expect(reminded(number)).toEqual([DUE_SOON(number)]);
			}
			const { text } = world().mailsAbout(/due soon: 1001/)[0] ?? {};
			expect(text).toContain('Avoinna / Open: 125,50 EUR');
			expect(text).toContain('Viite / Reference: 10010');
			expect(text).not.toContain('perintään');
		});

		it('tells the office once of a buyer without an e-mail address', () => {
			expect(told(/reminder could be sent of invoice 1005/)).toEqual([
				{
					to: ['office@example.com'],
					text: expect.stringContaining('Cash-In has no e-mail address of the buyer.'),
				},
			]);
		});

		it('reminds a week after the due date, or later where it missed that day, with what is still open', async () => {
			simulator.control.setClock({ now: `${day(DUE - 1)}T07:00:00Z` });
			simulator.control.pay({ InvoiceNumber: 1003 });
			await runOn(DUE + 6);
			expect(reminded(1001)).toEqual([DUE_SOON(1001)]);
			simulator.control.pay({ InvoiceNumber: 1002, Amount: 40 });
			await runOn(DUE + 9);
			await runOn(DUE + 9);

			for (const number of [1001, 1002, 1004]) {
				expect(reminded(number)).toEqual([DUE_SOON(number), OVERDUE(number)]);
			}
			const { text } = world().mailsAbout(/reminder: 1002/)[0] ?? {};
			expect(text).toContain('Avoinna / Open: 85,50 EUR');
			const [year, month, date] = day(DUE + 9 + 14)
				.split('-')
				.map(Number);
			expect(text).toContain(`viimeistään ${date}.${month}.${year}; sen jälkeen`);
		});

		it('leaves alone what is paid, and what a person has put on hold', () => {
			expect(reminded(1003)).toEqual([DUE_SOON(1003)]);
			expect(reminded(1006)).toEqual([]);
		});

		it('hands over when 14 days have passed since the reminder, and not what is paid at the last moment', async () => {
			await runOn(DUE + 9 + 14);
			expect(handedOver()).toEqual([]);
			simulator.control.schedule({
				when: { afterAnswersOf: 'listSalesInvoices' },
				do: 'pay',
				with: { InvoiceNumber: 1004 },
			});
			await runOn(DUE + 9 + 15);

			const receivable = (number: number, amount: number) => ({
				[RECEIVABLE.invoiceNumber]: String(number),
				[RECEIVABLE.invoiceDate]: day(DUE - 14),
				[RECEIVABLE.dueDate]: day(DUE),
				[RECEIVABLE.reference]: `${number}0`,
				[RECEIVABLE.currency]: 'EUR',
				[RECEIVABLE.capitalAmount]: amount,
				[RECEIVABLE.reminderDate]: day(DUE + 9),
				[RECEIVABLE.debtor]: {
					[DEBTOR.customerCode]: `C-${number}`,
					[DEBTOR.name]: 'Example Buyer Oy',
					[DEBTOR.streetAddress]: 'Esimerkkikatu 1',
					[DEBTOR.postalCode]: '00100',
					[DEBTOR.city]: 'HELSINKI',
					[DEBTOR.country]: 'FI',
					[DEBTOR.email]: `buyer-${number}@example.com`,
				},
			});
			expect(handedOver()).toEqual([[receivable(1001, 125.5), receivable(1002, 85.5)]]);
			expect(told(/^Invoice 1001 was handed over for collection$/)).toEqual([
				{ to: ['office@example.com'], text: expect.stringContaining('125.50 EUR open') },
			]);
		});

		it('hands nothing over twice', async () => {
			await runOn(DUE + 9 + 15);
			await runOn(DUE + 9 + 16);
			expect(handedOver()).toHaveLength(1);
		});

		it('tries a reminder again that could not be sent, and holds up no other one', async () => {
			const { refusedMail } = world().standIns;
			await bill(1008, DUE + 10);
			await bill(1009, DUE + 10);
			refusedMail.add('buyer-1008@example.com');
			await runOn(DUE + 20, 'error');
			refusedMail.clear();
			await runOn(DUE + 21);

			expect(reminded(1008)).toEqual([OVERDUE(1008)]);
			expect(reminded(1009)).toEqual([OVERDUE(1009)]);
			simulator.control.pay({ InvoiceNumber: 1008 });
			simulator.control.pay({ InvoiceNumber: 1009 });
		});

		it('tells the office of a hand-over that failed, and does not try it again', async () => {
			await bill(1010, DUE + 10);
			await runOn(DUE + 24);
			expect(reminded(1010)).toEqual([OVERDUE(1010)]);
			simulator.control.addFault({ kind: 503, operationId: 'createCollectionCases' });
			await runOn(DUE + 39);
			await runOn(DUE + 40);

			const tried = handedOver()
				.flat()
				.filter((receivable) => receivable[RECEIVABLE.invoiceNumber] === '1010');
			expect(tried).toHaveLength(1);
			expect(told(/^Invoice 1010 was not handed over for collection$/)).toEqual([
				{ to: ['office@example.com'], text: expect.stringContaining('Look in Cash-In') },
			]);
		});
	});
}
