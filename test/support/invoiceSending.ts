import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from './engine';
import { filledIn, fromFields, hintsOf } from './invoiceRuns';
import { useSimulator } from './simulator';

/** Sends invoices through the node to a fresh simulator for every test of a file. */
export function useSending() {
	const simulator = useSimulator();

	/** Failed items leave by the error branch. */
	const create = async (items: IDataObject[], parameters = fromFields('create')) =>
		await runCashIn(
			items,
			parameters,
			{ baseUrl: simulator().url },
			{ onError: 'continueErrorOutput' },
		);

	/** The bodies of the requests as text. */
	const bodies = () =>
		simulator()
			.to('createInvoice')
			.map(({ rawBody }) => rawBody);

	/** The invoices that reached Cash-In. */
	const sent = () => bodies().flatMap((body): IDataObject[] => JSON.parse(body));

	/** Sends one invoice that is to be taken, and gives back what reached Cash-In and what was said. */
	async function sendOne(item: IDataObject) {
		const result = await create([item]);
		expect(result.error).toBeUndefined();
		expect(result.failed).toEqual([]);
		const [body = {}] = sent();
		const [firstRow = {}] = body.InvoiceRows as IDataObject[];
		return { body, firstRow, warnings: result.success[0]?.json.warnings, hints: hintsOf(result) };
	}

	/** Sends an item between two good ones, which must go on, and gives back what is said of it. */
	/** What is said of an invoice that is not sent, with its advice; its neighbours are. */
	async function refusalOf(bad: IDataObject): Promise<{ error: unknown; advice: unknown }> {
		const result = await create([
			filledIn({ invoiceNumber: '1' }),
			{ ...bad, invoiceNumber: '2' },
			filledIn({ invoiceNumber: '3' }),
		]);
		expect(result.error).toBeUndefined();
		expect(result.success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(result.failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(sent().map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([1, 3]);
		const { error, message } = result.failed[0]?.json ?? {};
		return { error, advice: Object(message).advice };
	}

	return { simulator, create, bodies, sent, sendOne, refusalOf };
}
