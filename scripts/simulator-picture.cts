import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

import { DEBTOR, RECEIVABLE, RECEIVABLES_LIST } from '../nodes/CashIn/api/generated/fields';
import { createSimulator, type Simulator } from '../simulator/server';
import { openSimulatorPage, postToApi, sendInvoices } from './n8n/simulatorPage.cts';

const FILE = path.join(__dirname, '..', 'docs', 'pictures', 'simulator.png');
const INVOICES = [
	{ number: 1001, buyer: 'Example Buyer Oy', due: '2026-03-09', amount: 150.6 },
	{ number: 1002, buyer: 'Esimerkki Asiakas', due: '2026-03-13', amount: 194.53 },
	{ number: 1003, buyer: 'Sample Bakery Oy', due: '2026-03-16', amount: 209.98 },
	{ number: 1004, buyer: 'Demo Association ry', due: '2026-03-27', amount: 62.75 },
	{ number: 1005, buyer: 'Malli Kiinteistöt Oy', due: '2026-03-30', amount: 1240 },
	{ number: 1006, buyer: 'Test Harbour Ab', due: '2026-04-02', amount: 98.4 },
	{ number: 1007, buyer: 'Esimerkkilän kunta', due: '2026-04-03', amount: 4018.25 },
];

/**
 * `node scripts/run.js scripts/simulator-picture.cts [file.png] [--dark]`: takes the picture of the simulator's page in
 * simulator/README.md.
 */
export async function main(): Promise<void> {
	const [file = FILE] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
	const simulator = await createSimulator({ now: '2026-03-18T08:12:00Z' });
	try {
		await tellStory(simulator, await simulator.listen());
		const { page, close } = await openSimulatorPage(simulator.url, {
			dark: process.argv.includes('--dark'),
		});
		try {
			// As after a press of the button.
			await page.getByRole('button', { name: 'Pay invoice 1003' }).click();
			await page.getByRole('status').filter({ hasText: 'Invoice 1003 was paid' }).waitFor();
			fs.mkdirSync(path.dirname(file), { recursive: true });
			const picture = await page.screenshot({ animations: 'disabled' });
			// A palette holds all of its few colours in a third of the bytes.
			await sharp(picture).png({ palette: true }).toFile(file);
			console.log(file);
		} finally {
			await close();
		}
	} finally {
		await simulator.close();
	}
}

/** Invoices that were sent, paid and handed over within two weeks. */
async function tellStory({ control }: Simulator, url: string) {
	await sendInvoices(url, INVOICES);
	control.pay({ InvoiceNumber: 1002, PaymentDate: '2026-03-10', BookingDate: '2026-03-10' });
	control.pay({ InvoiceNumber: 1005, Amount: 620 });
	control.failDeliveries({ invoiceNumbers: [1004], reason: 'Mailbox full' });
	const receivable = {
		[RECEIVABLE.invoiceNumber]: '1001',
		[RECEIVABLE.debtor]: { [DEBTOR.name]: 'Example Buyer Oy' },
	};
	await postToApi(url, 'createCollectionCases', { [RECEIVABLES_LIST.receivables]: [receivable] });
	control.setClock({ advanceSeconds: 120 });
	control.addFault({ kind: 503, count: 2 });
}
