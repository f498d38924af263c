import { billing, build, buyer, codes, delivery, row } from '../../support/buildingInvoices';

describe('Addresses', () => {
	test.each([
		['billing', billing, { BillingName2: 'c/o' }],
		['delivery', delivery, { DeliveryName2: 'c/o' }],
	])('for %s are given whole or not at all', (_, address, half) => {
		const said = (members: Record<string, unknown>) => build([row], { members }).findings;
		expect(said(address)).toEqual([]);
		for (const missing of Object.keys(address)) {
			expect(said({ ...address, [missing]: '' })).toMatchObject([
				{ code: 'addressIncomplete', severity: 'stop', member: missing },
			]);
		}
		expect(said(half)).toMatchObject([{ code: 'addressIncomplete' }]);
	});

	test('do not include the billing e-mail address, which stands for itself', () => {
		const members = { BillingEmailAddress: 'billing@example.com' };
		expect(build([row], { members }).findings).toEqual([]);
	});

	test.each([
		[{ country: 'Finland' }, 'countryMalformed'],
		[{ postalCode: '100' }, 'postalCodeCompleted'],
		[{ postalCode: '123' }, 'postalCodeMalformed'],
		[{ name: '' }, 'noBuyerName'],
		[{ identifier: '1234567-8' }, 'identifierInvalid'],
	])('of a buyer with %j are looked at', (change, code) => {
		const { findings: warnings } = build([row], { buyer: { ...buyer, ...change } });
		expect(codes(warnings)).toEqual([code]);
	});

	test('with a wrong personal identity code do not repeat it', () => {
		const identifier = '010594Y9033';
		const { findings: warnings } = build([row], { buyer: { ...buyer, identifier } });
		expect(codes(warnings)).toEqual(['identifierInvalid']);
		expect(JSON.stringify(warnings)).not.toContain('010594');
	});
});

describe('Delivery', () => {
	const post = { streetAddress: '', postalCode: '', city: '', country: '' };
	const nothing = { ...post, email: '' };
	const noEmail = { email: '' };
	const eInvoice = { FinvoiceAccount: '003723327487', FinvoiceOVT: 'EXAMPLEOPERATOR' };

	test.each<[string, object, Record<string, unknown>, string[]]>([
		['an address', noEmail, {}, []],
		['an address without a street', { ...noEmail, streetAddress: '' }, {}, ['undeliverable']],
		['no postal code', { ...noEmail, postalCode: '123' }, {}, ['postalCodeMalformed']],
		['an e-mail address', post, {}, []],
		[
			'a wrong e-mail address',
			{ ...post, email: 'buyer@example' },
			{},
			['emailMalformed', 'undeliverable'],
		],
		['an e-invoice address', nothing, eInvoice, []],
		[
			'an e-invoice address without operator',
			nothing,
			{ FinvoiceAccount: '003723327487' },
			['eInvoiceIncomplete', 'undeliverable'],
		],
		[
			'a wrong OVT',
			nothing,
			{ ...eInvoice, FinvoiceAccount: '003720697469' },
			['eInvoiceAddressInvalid', 'undeliverable'],
		],
		['nothing', nothing, {}, ['undeliverable']],
	])('by %s alone', (_, buyerChange, members, said) => {
		const { findings } = build([row], { buyer: { ...buyer, ...buyerChange }, members });
		expect(codes(findings)).toEqual(said);
		for (const { severity } of findings) expect(severity).toBe('stop');
	});

	test.each<[string, object, Record<string, unknown>, string]>([
		['e-mail', { email: 'buyer@example' }, {}, 'emailMalformed'],
		['e-invoice', {}, { FinvoiceAccount: '003723327487' }, 'eInvoiceIncomplete'],
		['postal', { postalCode: '123' }, {}, 'postalCodeMalformed'],
	])('by another way makes a wrong %s address a warning', (_, buyerChange, members, code) => {
		const { findings } = build([row], { buyer: { ...buyer, ...buyerChange }, members });
		expect(findings).toMatchObject([{ code, severity: 'warn' }]);
	});

	test('by print goes to the billing address where there is one', () => {
		const { findings } = build([row], { buyer: { ...buyer, ...nothing }, members: billing });
		expect(findings).toEqual([]);
	});
});
