import type { IDataObject } from 'n8n-workflow';

import { filledIn, fromFields, fromJson } from '../support/invoiceRuns';
import { useSending } from '../support/invoiceSending';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';

const { simulator, create, sent, sendOne } = useSending();

/** A buyer who can be reached by post only. */
const byPost = (buyerPostalCode: unknown, changes: IDataObject = {}) =>
	filledIn({
		buyerEmail: '',
		buyerPostalCode: buyerPostalCode as IDataObject[string],
		...changes,
	});

describe('A postal code that lost its leading zeros', () => {
	it.each([
		['the number 100', 100, '00100'],
		['the text 100', '100', '00100'],
		['the number 2150', 2150, '02150'],
		['the text 1301', ' 1301 ', '01301'],
	])('given as %s gets them back, and that is said', async (_, given, whole) => {
		const { body, warnings, hints } = await sendOne(byPost(given));
		const sentence = `'Buyer Postal Code' ${String(given).trim()} has lost its leading zeros, and is sent as ${whole}.`;
		expect(body.SalesPostalCode).toBe(whole);
		expect(warnings).toEqual([sentence]);
		expect(hints).toEqual([expect.objectContaining({ message: `Invoice 1042: ${sentence}` })]);
	});

	it('gets them back in a billing address and in a delivery address too', async () => {
		await create([filledIn()], {
			...fromFields('create'),
			additionalFields: {
				billingName1: 'Example Billing Oy',
				billingStreetAddr1: 'Laskukatu 2',
				billingPostalCode: 180,
				billingCity: 'Helsinki',
				billingCountry: 'FI',
				deliveryName: 'Example Store Oy',
				deliveryStreetAddr1: 'Varastokatu 3',
				deliveryPostalCode: '2600',
				deliveryCity: 'Espoo',
				deliveryCountry: 'FI',
			},
		});
		expect(sent()).toMatchObject([{ BillingPostalCode: '00180', DeliveryPostalCode: '02600' }]);
	});

	it('gets them back in an order of a shop', async () => {
		const given = plainOrder();
		const billing = { ...Object(given.billing), postcode: '100', country: 'FI' };
		const order = { ...given, billing };
		const { success, failed } = await runOrders(simulator().url, [order]);
		expect(failed).toEqual([]);
		expect(sent()).toMatchObject([{ SalesPostalCode: '00100' }]);
		expect(success[0]?.json.warnings).toEqual([
			"'Buyer Postal Code' 100 has lost its leading zeros, and is sent as 00100.",
		]);
	});

	it('abroad is left as it is', async () => {
		const { body, warnings } = await sendOne(byPost('1010', { buyerCountry: 'AT' }));
		expect(body.SalesPostalCode).toBe('1010');
		expect(warnings).toBeUndefined();
	});
});

describe('What cannot be a Finnish postal code', () => {
	const WRONG = ['123', '012', '14', '1', 'abc', '0010', '001000', '00000', '000', '0', '00l00'];

	it.each(WRONG)('is not sent where the invoice goes by post only: %s', async (given) => {
		const { failed, success } = await create([byPost(given)]);
		expect(success).toEqual([]);
		expect(failed[0]?.json.error).toContain(
			"'Buyer Postal Code' is not a Finnish postal code, which has five digits, and the invoice can be delivered by post only.",
		);
		expect(simulator().requests).toEqual([]);
	});

	it.each(WRONG)('is sent with Validation set to Warn, and it is said: %s', async (given) => {
		const { body, warnings } = await sendOne(byPost(given, { validation: 'warn' }));
		expect(body.SalesPostalCode).toBe(given);
		expect(warnings).toEqual([expect.stringContaining("'Buyer Postal Code' is not a Finnish")]);
	});

	it('is only a warning where an e-mail address leads to the buyer', async () => {
		const { body, warnings } = await sendOne(filledIn({ buyerPostalCode: '123' }));
		expect(body.SalesPostalCode).toBe('123');
		expect(warnings).toEqual([
			"'Buyer Postal Code' is not a Finnish postal code, which has five digits.",
		]);
	});

	it.each(['fi', 'FIN', 'Finland', 'Suomi', 'AX'])(
		'is noticed however the country is written: %s',
		async (buyerCountry) => {
			const { failed } = await create([byPost('123', { buyerCountry })]);
			expect(failed[0]?.json.error).toContain("'Buyer Postal Code' is not a Finnish postal code");
		},
	);

	it('of the buyer does not stop an invoice that goes to another billing address', async () => {
		const { failed, success } = await create([byPost('123')], {
			...fromFields('create'),
			additionalFields: {
				billingName1: 'Example Billing Oy',
				billingStreetAddr1: 'Laskukatu 2',
				billingPostalCode: '33100',
				billingCity: 'Tampere',
				billingCountry: 'FI',
			},
		});
		expect(failed).toEqual([]);
		expect(success[0]?.json.warnings).toHaveLength(1);
	});

	it.each(['FI-00100', 'fi00100', '00 100'])('is not stopped for its form: %s', async (code) => {
		const { warnings } = await sendOne(byPost(code));
		expect(warnings).toEqual([expect.stringContaining("'Buyer Postal Code'")]);
	});
});

describe('A postal code in JSON, which is sent as it is', () => {
	const send = (changes: IDataObject, options: IDataObject = {}) =>
		create([invoice(5, changes)], fromJson('create', options));

	it.each([100, '100'])('stops without its zeros, and they are told: %j', async (given) => {
		const { failed } = await send({ SalesPostalCode: given });
		expect(failed[0]?.json.error).toContain(
			'the invoice can be delivered by post only. If it has lost its leading zeros, give it as text: 00100.',
		);
		expect(simulator().requests).toEqual([]);
	});

	it('is sent as it is with Warn, and it is said', async () => {
		const { success } = await send({ SalesPostalCode: '100' }, { validation: 'warn' });
		expect(sent()).toMatchObject([{ SalesPostalCode: '100' }]);
		expect(success[0]?.json.warnings).toEqual([
			expect.stringContaining('If it has lost its leading zeros, give it as text: 00100.'),
		]);
	});

	it('is sent as it is where there is another way to the buyer, and it is said', async () => {
		const { success } = await send({ SalesPostalCode: 100, SalesEmail: 'buyer@example.com' });
		expect(sent()).toMatchObject([{ SalesPostalCode: '100' }]);
		expect(success[0]?.json.warnings).toEqual([
			"'SalesPostalCode' is not a Finnish postal code, which has five digits. If it has lost its leading zeros, give it as text: 00100.",
		]);
	});
});
