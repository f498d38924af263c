import { jsons, run, useForeignServer } from './support';

const server = useForeignServer();

/** As a workflow was saved before the adoption. */
const saved = {
	InvoiceNumber: 1042,
	InvoiceDate: '2026-03-02',
	DueDate: '2026-03-16',
	Currency: 'EUR',
	NetAmount: 100,
	TaxAmount: 25.5,
	TotalAmount: 125.5,
	SalesName: 'Example Buyer Oy',
	SalesStreetAddress: 'Esimerkkikatu 1',
	SalesPostalCode: '00100',
	SalesCity: 'Helsinki',
	SalesCountry: 'FI',
	SalesEmail: 'buyer@example.com',
	InvoiceRows: [
		{
			Description: 'Example',
			Qty: 1,
			Price: 100,
			VatPercent: 25.5,
			Nto: 100,
			Tax: 25.5,
			Total: 125.5,
		},
	],
};

const hintsOf = (result: Awaited<ReturnType<typeof run>>) =>
	JSON.stringify([
		result.run.data.resultData.runData['Cash-In']?.[0]?.hints ?? [],
		jsons(result.success).map(({ warnings }) => warnings),
	]);

it('an invoice given as JSON under the names of before is sent under those of now, with a warning', async () => {
	const result = await run(
		server(),
		'invoice.create',
		{ inputMode: 'json', invoiceJson: '={{ $json }}' },
		[saved],
	);
	expect(result.failed).toEqual([]);
	expect(server().to('POST /gensalesinvoices')).toMatchObject([
		{
			body: {
				Invoices: [
					{ InvoiceNo: '1042', DueOn: '2026-03-16', BuyerName: 'Example Buyer Oy', Lines: [{}] },
				],
			},
		},
	]);
	expect(hintsOf(result)).toMatch(/SalesName.*BuyerName/);
});

it('an override of the credential with a placeholder of before works', async () => {
	server().business.payouts.push({ SettlementId: 'S-1' });
	const endpointOverrides = JSON.stringify({ getSettlement: '/payouts/{settlementNumber}' });
	const { success } = await run(
		server(),
		'settlement.get',
		{ settlementNumber: { __rl: true, mode: 'id', value: 'S-1' }, simplify: false },
		[{}],
		{},
		{ endpointOverrides },
	);
	expect(jsons(success)).toEqual([{ SettlementId: 'S-1' }]);
});
