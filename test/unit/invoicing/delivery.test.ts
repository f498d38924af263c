import { buildInvoice } from '../../../nodes/CashIn/invoicing/build';
import { billing, build, buyer, codes, row, RULES } from '../../support/buildingInvoices';
import { invoiceOf } from '../../support/invoiceArbitraries';

describe('Addresses', () => {
	test.each(['billing', 'delivery'] as const)('for %s are given whole or not at all', (role) => {
		expect(build([row], { [role]: billing }).warnings).toEqual([]);
		expect(build([row], { [role]: {} }).warnings).toEqual([]);
		for (const missing of Object.keys(billing)) {
			const { warnings } = build([row], { [role]: { ...billing, [missing]: '' } });
			expect(warnings).toMatchObject([{ code: 'addressIncomplete', severity: 'stop' }]);
		}
		const { warnings } = build([row], { [role]: { name2: 'c/o' } });
		expect(warnings).toMatchObject([{ code: 'addressIncomplete' }]);
	});

	test('do not include the billing e-mail address, which stands for itself', () => {
		expect(build([row], { billing: { email: 'billing@example.com' } }).warnings).toEqual([]);
	});

	test.each([
		[{ country: 'Finland' }, 'countryMalformed'],
		[{ postalCode: '100' }, 'postalCodeCompleted'],
		[{ postalCode: '123' }, 'postalCodeMalformed'],
		[{ name: '' }, 'noBuyerName'],
		[{ identifier: '1234567-8' }, 'identifierInvalid'],
	])('of a buyer with %j are looked at', (change, code) => {
		const { warnings } = build([row], { buyer: { ...buyer, ...change } });
		expect(codes(warnings)).toEqual([code]);
	});

	test('with a wrong personal identity code do not repeat it', () => {
		const identifier = '010594Y9033';
		const { warnings } = build([row], { buyer: { ...buyer, identifier } });
		expect(codes(warnings)).toEqual(['identifierInvalid']);
		expect(JSON.stringify(warnings)).not.toContain('010594');
	});
});

describe('Delivery', () => {
	const channels = { P: 'print', M: 'email', F: 'eInvoice' } as const;
	const post = { streetAddress: '', postalCode: '', city: '', country: '' };
	const eInvoice = { FinvoiceAccount: '003723327487', FinvoiceOVT: 'EXAMPLEOPERATOR' };

	test.each<[string, string, object, object, string[]]>([
		['print with an address', 'P', {}, {}, []],
		['print without a street', 'P', { streetAddress: '' }, {}, ['undeliverable']],
		['print to no postal code', 'P', { postalCode: '123' }, {}, ['postalCodeMalformed']],
		['e-mail with an address', 'M', post, {}, []],
		['e-mail without one', 'M', { email: '' }, {}, ['undeliverable']],
		['e-mail to no address', 'M', { email: 'buyer@example' }, {}, ['emailMalformed']],
		['an e-invoice with both ids', 'F', post, eInvoice, []],
		['an e-invoice without ids', 'F', {}, {}, ['undeliverable']],
		[
			'an e-invoice without operator',
			'F',
			{},
			{ FinvoiceAccount: '003723327487' },
			['eInvoiceIncomplete'],
		],
		[
			'an e-invoice to a wrong OVT',
			'F',
			{},
			{ ...eInvoice, FinvoiceAccount: '003720697469' },
			['eInvoiceAddressInvalid'],
		],
		['an unknown way with e-mail', 'E', post, {}, []],
		['an unknown way with an address', 'E', { email: '' }, {}, []],
		['an unknown way with an e-invoice address', 'E', { ...post, email: '' }, eInvoice, []],
		['an unknown way with nothing', 'E', { ...post, email: '' }, {}, ['undeliverable']],
		[
			'a code named like a built-in, with nothing',
			'constructor',
			{ ...post, email: '' },
			{},
			['undeliverable'],
		],
	])('by %s', (_, DeliveryType, buyerChange, members, said) => {
		const { warnings } = buildInvoice(
			invoiceOf([row], {
				buyer: { ...buyer, ...buyerChange },
				members: { DeliveryType, ...members },
			}),
			{ ...RULES, deliveryChannels: channels },
		);
		expect(codes(warnings)).toEqual(said);
		for (const { severity } of warnings) expect(severity).toBe('stop');
	});

	test('by print goes to the billing address where there is one', () => {
		const { warnings } = buildInvoice(
			invoiceOf([row], {
				buyer: { ...buyer, ...post },
				billing,
				members: { DeliveryType: 'P' },
			}),
			{ ...RULES, deliveryChannels: channels },
		);
		expect(warnings).toEqual([]);
	});
});
