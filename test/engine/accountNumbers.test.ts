import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { filledIn, fromFields, hintsOf, row } from '../support/invoiceRuns';
import { useSending } from '../support/invoiceSending';
import { invoice } from '../support/invoices';

const { simulator, create, sendOne, refusalOf } = useSending();

const RIGHT = 'FI2112345600000785';
const WRONG = 'FI2112345600000786';
const CHECK_DIGITS =
	'The check digits of the IBAN do not match: a character is wrong or misplaced.';

const partner = async (parameters: IDataObject) =>
	await runCashIn(
		[{}],
		{ resource: 'creditor', confirm: true, ...parameters },
		{ baseUrl: simulator().url, apiKey: 'partner-key' },
		{ onError: 'continueErrorOutput' },
	);

const update = (updateFields: IDataObject) =>
	partner({ operation: 'update', customerCode: '7001', inputMode: 'fields', updateFields });

const updateJson = (body: IDataObject) =>
	partner({
		operation: 'update',
		customerCode: '7001',
		inputMode: 'json',
		bodyJson: JSON.stringify(body),
	});

const createFields = (additionalFields: IDataObject) =>
	partner({
		operation: 'create',
		inputMode: 'fields',
		serviceType: { __rl: true, mode: 'list', value: 'LIFECYCLE' },
		name: 'Example Seller Oy',
		businessCode: '1234567-1',
		additionalFields,
	});

const createJson = (body: IDataObject) =>
	partner({ operation: 'create', inputMode: 'json', bodyJson: JSON.stringify(body) });

const bodyOf = () => JSON.parse(simulator().requests[0]?.rawBody ?? '{}') as IDataObject;

describe("A creditor's account", () => {
	beforeEach(() => simulator().control.seedExamples());

	it.each<[string, () => ReturnType<typeof partner>, string]>([
		['changed in fields', () => update({ iban: WRONG }), `'IBAN': ${CHECK_DIGITS}`],
		[
			'changed in JSON',
			() => updateJson({ CreditorUpdateDetails: { Iban: WRONG } }),
			`'CreditorUpdateDetails.Iban': ${CHECK_DIGITS}`,
		],
		[
			'changed in JSON under a name nobody knows',
			() => updateJson({ PayoutIBAN: WRONG }),
			`'PayoutIBAN': ${CHECK_DIGITS}`,
		],
		[
			'changed in JSON, in a list',
			() => updateJson({ Accounts: [{ iban: RIGHT }, { iban: WRONG }] }),
			`'Accounts[1].iban': ${CHECK_DIGITS}`,
		],
		[
			'changed in JSON as an account',
			() => updateJson({ BankAccount: WRONG }),
			`'BankAccount': ${CHECK_DIGITS}`,
		],
		[
			'of a wrong length',
			() => update({ iban: 'FI21123456' }),
			"'IBAN': An IBAN is a country code, two check digits and 11 to 30 letters or digits.",
		],
		[
			'of a new creditor in fields',
			() => createFields({ creditorDetailsIban: WRONG }),
			`'Creditor Details IBAN': ${CHECK_DIGITS}`,
		],
		[
			'of a new creditor in JSON',
			() => createJson({ CreditorDetails: { Iban: WRONG } }),
			`'CreditorDetails.Iban': ${CHECK_DIGITS}`,
		],
	])('%s is not sent with a slip in it, and the field is named', async (_, run, sentence) => {
		const { failed, success } = await run();
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toBe(
			`${sentence} Nothing was sent. Correct it: money would go to another account, or come back. [item 0]`,
		);
		expect(simulator().requests).toEqual([]);
	});

	it('may be written with spaces and in lower case, and is sent as banks write it', async () => {
		const { failed } = await update({ iban: 'fi21 1234 5600 0007 85', bic: 'examfihh ' });
		expect(failed).toEqual([]);
		expect(bodyOf().CreditorUpdateDetails).toEqual({ Iban: RIGHT, Bic: 'EXAMFIHH' });
	});

	it('of a new creditor is sent as banks write it too', async () => {
		const { failed } = await createFields({ creditorDetailsIban: 'fi21 1234 5600 0007 85' });
		expect(failed).toEqual([]);
		expect(bodyOf()).toMatchObject({ CreditorDetails: { Iban: RIGHT } });
	});

	it('abroad is sent', async () => {
		const { failed } = await update({ iban: 'SE45 5000 0000 0583 9825 7466' });
		expect(failed).toEqual([]);
	});

	it('is sent with a BIC that can be none, and that is said', async () => {
		const result = await update({ iban: RIGHT, bic: 'EXAM' });
		expect(result.failed).toEqual([]);
		expect(hintsOf(result)).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: expect.stringContaining("'BIC': A BIC has 8 or 11 letters and digits"),
			}),
		]);
	});

	it('is not looked for where there is none', async () => {
		const { failed } = await update({ email: 'new@example.com', accountingSystem: 'FI-Books 12' });
		expect(failed).toEqual([]);
	});
});

describe('The Creditor IBAN of an invoice', () => {
	const sentence = `'Creditor IBAN': ${CHECK_DIGITS} It is used for the virtual barcode only, which is not made.`;

	it('with a slip in it stops the invoice', async () => {
		const { error } = await refusalOf(filledIn({ creditorIban: WRONG }));
		expect(error).toBe(`Invoice 2: ${sentence}`);
	});

	it('with a slip in it goes out with Warn without a barcode, and it is said', async () => {
		const { body, warnings } = await sendOne(filledIn({ creditorIban: WRONG, validation: 'warn' }));
		expect(body).not.toHaveProperty('VirtualBankBarcode');
		expect(warnings).toEqual([sentence]);
	});

	it.each([
		['a credit', { rows: [row({ quantity: -1 })], creditedInvoiceInformation: '900' }],
		['an invoice in another currency', { currency: 'SEK' }],
	])('with a slip in it stops %s too, which would get no barcode', async (_, changes) => {
		const { error } = await refusalOf(filledIn({ creditorIban: WRONG, ...changes }));
		expect(error).toContain(sentence);
	});

	it('is accepted with spaces and in lower case', async () => {
		const { body, warnings } = await sendOne(filledIn({ creditorIban: 'fi21 1234 5600 0007 85' }));
		expect(body.VirtualBankBarcode).toMatch(/^42112345600000785/);
		expect(warnings).toBeUndefined();
	});
});

describe("A seller's account", () => {
	const seller = (sellerIban: string, changes: IDataObject = {}) => ({
		...fromFields('create'),
		operation: 'createWithSeller',
		sellerBusinessId: '1234567-1',
		sellerName: 'Example Seller Oy',
		sellerIban,
		sellerAdditionalFields: {},
		...changes,
	});
	const elements = () =>
		simulator()
			.to('createInvoiceWithSellerInfo')
			.flatMap(({ rawBody }): IDataObject[] => JSON.parse(rawBody));

	it('with a slip in it stops the invoice, which asks the buyer to pay there', async () => {
		const { failed } = await create([filledIn()], seller(WRONG));
		expect(failed[0]?.json.error).toContain(`SellerInfo.Iban: ${CHECK_DIGITS}`);
		expect(simulator().requests).toEqual([]);
	});

	it('with a slip in it stops the invoice in JSON too', async () => {
		const { failed } = await create([invoice(5, { SellerInfo: { Iban: WRONG } })], {
			resource: 'invoice',
			operation: 'createWithSeller',
			inputMode: 'json',
			invoiceJson: '={{ $json }}',
		});
		expect(failed[0]?.json.error).toContain(`SellerInfo.Iban: ${CHECK_DIGITS}`);
		expect(simulator().requests).toEqual([]);
	});

	it('is sent with Warn, and it is said', async () => {
		const { success } = await create(
			[filledIn()],
			seller(WRONG, { options: { validation: 'warn' } }),
		);
		expect(success[0]?.json.warnings).toEqual([`SellerInfo.Iban: ${CHECK_DIGITS}`]);
	});

	it('may be written with spaces and in lower case, and is sent as banks write it', async () => {
		const { failed } = await create(
			[filledIn()],
			seller('fi21 1234 5600 0007 85', { sellerAdditionalFields: { sellerBic: 'examfihh' } }),
		);
		expect(failed).toEqual([]);
		expect(elements()).toMatchObject([{ SellerInfo: { Iban: RIGHT, Bic: 'EXAMFIHH' } }]);
	});
});
