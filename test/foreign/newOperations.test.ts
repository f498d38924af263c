import { asked, jsons, run, useForeignServer } from './support';

const server = useForeignServer();

it('an operation that the document added is called as it is, once it is confirmed', async () => {
	const call = {
		requestBy: 'endpoint',
		endpoint: 'orderAReminder',
		body: JSON.stringify({ InvoiceNo: '1042', SentOn: '2026-04-02' }),
	};
	const refused = await run(server(), 'custom.call', call);
	expect(jsons(refused.failed)).toEqual([
		expect.objectContaining({ error: expect.stringContaining("'Confirm'") }),
	]);
	expect(server().log).toEqual([]);

	const { success } = await run(server(), 'custom.call', { ...call, confirm: true });
	expect(jsons(success)).toEqual([{ InvoiceNo: '1042', SentOn: '2026-04-02' }]);
	expect(asked(server())).toEqual([
		{
			operation: 'POST /reminders',
			path: '/reminders',
			query: {},
			body: { InvoiceNo: '1042', SentOn: '2026-04-02' },
		},
	]);
});

it('a list that the document added is read, with its filter', async () => {
	const { failed } = await run(server(), 'custom.call', {
		requestBy: 'endpoint',
		endpoint: 'listReminders',
		parameters: { parameter: [{ name: 'invoiceNo', value: '1042' }] },
	});
	expect(failed).toEqual([]);
	expect(asked(server())).toMatchObject([
		{ operation: 'GET /reminders', query: { invoiceNo: '1042' } },
	]);
});
