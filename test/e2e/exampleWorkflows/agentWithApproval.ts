import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE, SALES_INVOICE_ROW } from '../../../nodes/CashIn/api/generated/fields';
import { eventually } from '../../../scripts/n8n/eventually.cts';
import { readExample } from '../../../scripts/n8n/examples.cts';
import type { World } from '../../support/exampleWorkflows';
import { entriesOf } from '../../support/wire';

/** What the model makes of a request; here it says so itself. */
const asked = (buyerName: string, unitPrice = 100) => ({
	buyerName,
	buyerStreetAddress: 'Esimerkkikatu 1',
	buyerPostalCode: '00100',
	buyerCity: 'Helsinki',
	buyerEmail: '',
	rows: {
		rows: [
			{ description: 'Example work', quantity: 2.5, unitPrice, vatPercent: 25.5 },
			{
				description: 'Example book',
				quantity: 3,
				unitPrice: 9.99,
				vatPercent: 13.5,
				Text: 'hidden',
			},
		],
	},
});

/** n8n takes no answer of what calls itself a robot, such as a mail filter that opens links. */
const BROWSER =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** An agent prepares an invoice; it is sent when a person has approved it, and no other is. */
export function agentWithApproval(world: () => World): void {
	const sentTo = (buyer: string) =>
		world()
			.simulator.control.requests()
			.filter(({ operationId }) => operationId === 'createInvoice')
			.flatMap(({ rawBody }) => entriesOf('createInvoice', rawBody) as IDataObject[])
			.filter((invoice) => invoice[SALES_INVOICE.buyerName] === buyer);

	/** Fills in the form, as a colleague does. */
	async function request(words: string, ...invoices: object[]): Promise<void> {
		const { n8n } = world();
		const [trigger] = readExample('agent-with-approval').nodes;
		const { webhookId } = Object(trigger) as { webhookId: string };
		const form = `${n8n.url}/form/${webhookId}`;
		// n8n answers before it has put its workflows to work.
		await eventually(
			async () => ((await fetch(form)).ok ? true : undefined),
			60_000,
			'there is no form',
		);
		const body = new FormData();
		const lines = [words, ...invoices.map((one) => JSON.stringify(one))];
		body.append('field-0', lines.join('\n'));
		expect((await fetch(form, { method: 'POST', body })).status).toBe(200);
	}

	/** The e-mails that ask about invoices of a buyer, as a person reads them. */
	const questionsAbout = (buyer: string) =>
		world()
			.mailsAbout(/^Send invoice \d+\?$/)
			.filter(({ text }) => text.includes(`Buyer: ${buyer} |`));

	const questionAbout = async (buyer: string, at = 0) =>
		await world().seen(() => questionsAbout(buyer)[at], `nobody was asked about ${buyer}`);

	const linkOf = (mail: { text: string }, label: string) =>
		new RegExp(`href="([^"]+)"[^>]*>${label}<`).exec(mail.text)?.[1]?.replace(/&amp;/g, '&') ?? '';

	/** Opens a link of the e-mail in a browser. @returns whether n8n took the answer */
	const open = async (link: string) => {
		const answer = await fetch(link, { headers: { 'user-agent': BROWSER } });
		return answer.ok && (await answer.text()).includes('Got it, thanks');
	};

	/** The e-mail is on its way a moment before n8n has put the execution to wait. */
	const click = async (link: string) =>
		await eventually(
			async () => ((await open(link)) ? true : undefined),
			30_000,
			'the answer was not taken',
		);

	const outcomeOf = async ({ subject }: { subject: string }) => {
		const number = /\d+/.exec(subject)?.[0] ?? '';
		const about = new RegExp(`^What became of invoice ${number}$`);
		return await world().seen(() => world().mailsAbout(about)[0]?.text, `no end of ${number}`);
	};

	describe('Agent with approval', () => {
		it('sends just the invoice that a person saw and approved, once however often it is answered', async () => {
			await request('Please invoice:', asked('Approved Oy'));
			const mail = await questionAbout('Approved Oy');
			const number = Number(/\d+/.exec(mail.subject)?.[0]);
			expect(mail.text).toContain(`Invoice ${number}\n`);
			expect(mail.text).toContain('To be paid: 347.77 EUR with VAT, 14 days');
			expect(mail.text).toContain('Buyer: Approved Oy | Esimerkkikatu 1 | 00100 | Helsinki |');
			expect(mail.text).toContain('Row 1: Example work | 2.5 x 100 EUR | VAT 25.5 %');
			expect(mail.text).toContain('Row 2: Example book | 3 x 9.99 EUR | VAT 13.5 %');
			expect(sentTo('Approved Oy')).toEqual([]);

			const yes = linkOf(mail, 'Send it');
			await click(yes);
			const again = await Promise.all([yes, yes, linkOf(mail, 'Do not send')].map(open));
			expect(again).toEqual([false, false, false]);
			expect(await outcomeOf(mail)).toContain('Cash-In says: ');
			expect(await open(yes)).toBe(false);

			const sent = sentTo('Approved Oy');
			expect(sent).toEqual([
				expect.objectContaining({
					[SALES_INVOICE.invoiceNumber]: number,
					[SALES_INVOICE.currency]: 'EUR',
					[SALES_INVOICE.totalAmount]: 347.77,
					[SALES_INVOICE.buyerName]: 'Approved Oy',
					[SALES_INVOICE.buyerStreetAddress]: 'Esimerkkikatu 1',
					[SALES_INVOICE.buyerPostalCode]: '00100',
					[SALES_INVOICE.buyerCity]: 'Helsinki',
				}),
			]);
			const rows = sent[0]?.[SALES_INVOICE.rows] as IDataObject[];
			expect(
				rows.map((row) => [
					row[SALES_INVOICE_ROW.description],
					row[SALES_INVOICE_ROW.quantity],
					row[SALES_INVOICE_ROW.unitPrice],
					row[SALES_INVOICE_ROW.vatPercent],
				]),
			).toEqual([
				['Example work', 2.5, 100, 25.5],
				['Example book', 3, 9.99, 13.5],
			]);
			// Nobody was shown more of a row than that.
			expect(JSON.stringify(sent)).not.toContain('hidden');
		});

		it('writes nothing when the person declines', async () => {
			await request('Please invoice:', asked('Declined Oy'));
			const mail = await questionAbout('Declined Oy');
			await click(linkOf(mail, 'Do not send'));
			expect(await outcomeOf(mail)).toContain('rejected');
			expect(await open(linkOf(mail, 'Send it'))).toBe(false);
			expect(sentTo('Declined Oy')).toEqual([]);
		});

		it('comes to the sum the person saw, where exact numbers would make it a cent more', async () => {
			const odd = asked('Rounded Oy');
			// Floating-point numbers have less than half a cent there.
			odd.rows.rows = [{ description: 'Example', quantity: 1, unitPrice: 1.005, vatPercent: 25.5 }];
			await request('Please invoice:', odd);
			const mail = await questionAbout('Rounded Oy');
			expect(mail.text).toContain('To be paid: 1.26 EUR');
			await click(linkOf(mail, 'Send it'));
			await outcomeOf(mail);
			expect(sentTo('Rounded Oy').map((one) => one[SALES_INVOICE.totalAmount])).toEqual([1.26]);
		});

		it.each([
			['later', 'Later Oy', 'Please invoice, one after the other:'],
			['in the same breath', 'Hasty Oy', 'Please invoice, both at once:'],
		])(
			'asks once in a run, and sends no other sum that the agent comes with %s',
			async (_, buyer, words) => {
				await request(words, asked(buyer), asked(buyer, 900));
				const mail = await questionAbout(buyer);
				expect(mail.text).toContain('To be paid: 347.77 EUR');
				await click(linkOf(mail, 'Send it'));
				expect(await outcomeOf(mail)).toContain('rejected');
				// Every question of a run has the same link, so that an answer to the first would be one to the second.
				expect(await open(linkOf(mail, 'Send it'))).toBe(false);
				expect(questionsAbout(buyer)).toHaveLength(1);
				expect(sentTo(buyer).map((one) => one[SALES_INVOICE.totalAmount])).toEqual([347.77]);
			},
		);
	});
}
