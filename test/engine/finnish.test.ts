import { NodeHelpers, type IDataObject, type INode } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import vectors from '../fixtures/finnish-vectors.json';
import { runCashIn } from '../support/engine';
import { answers, parametersOf, PAYMENT } from '../support/finnishRuns';

const withoutSpaces = (text: unknown) => String(text).replace(/ /g, '');

describe('Without a credential', () => {
	it('the editor asks for none, though it does for invoices', () => {
		const asksFor = (parameters: IDataObject) => [
			...(NodeHelpers.getActiveCredentialTypes(
				{ parameters, typeVersion: 1 } as INode,
				new CashIn().description,
			) ?? []),
		];
		expect(asksFor(parametersOf('generateBarcode'))).toEqual([]);
		expect(asksFor({ resource: 'invoice', operation: 'create' })).toEqual(['cashInApi']);
	});

	it('payments cannot be read, so that the runs of this file are known to have none', async () => {
		const { error } = await runCashIn(
			[{}],
			{ resource: 'payment', operation: 'getAllocated' },
			null,
		);
		expect(error?.message).toContain('credentials');
	});
});

describe('A generated reference number', () => {
	it('has its check digit and its printed form, made from text or a number', async () => {
		const made = await answers('generateReference', [
			{ base: '123456', format: 'national' },
			{ base: 123456, format: 'rf' },
			{ base: 'INV-0012.3456', format: 'national' },
		]);
		expect(made.map((json) => Object.entries(json))).toEqual([
			Object.entries({ reference: '1234561', formatted: '12 34561' }),
			Object.entries({ reference: 'RF341234561', formatted: 'RF34 1234 561' }),
			Object.entries({ reference: '1234561', formatted: '12 34561' }),
		]);
	});

	it.each<[string, string[][]]>([
		['national', vectors.national.fromBase],
		['rf', vectors.rf.fromNational.map(([national = '', rf = '']) => [national.slice(0, -1), rf])],
	])('is the published one for every published base: %s', async (format, pairs) => {
		const made = await answers(
			'generateReference',
			pairs.map(([base]) => ({ base, format })),
		);
		const published = pairs.map(([, reference]) => reference);
		expect(made.map(({ reference }) => reference)).toEqual(published);
		expect(made.map(({ formatted }) => withoutSpaces(formatted))).toEqual(published);
	});
});

describe('A reference number to check', () => {
	it('is answered with its kind, its plain and its printed form', async () => {
		const [answer] = await answers('validateReference', [{ reference: ' rf34 1234 561' }]);
		expect(Object.entries(answer ?? {})).toEqual(
			Object.entries({
				valid: true,
				kind: 'rf',
				normalized: 'RF341234561',
				formatted: 'RF34 1234 561',
				reason: '',
			}),
		);
	});

	const kinds = [
		...vectors.national.valid.map((reference) => [reference, 'national']),
		...vectors.rf.fromNational.map(([, reference]) => [reference, 'rf']),
		// Worked out by hand: what follows their check digits is no national reference number.
		...vectors.rf.valid.map((reference) => [reference, 'foreignRf']),
	];

	it('is known by its kind when it is a published one', async () => {
		const judged = await answers(
			'validateReference',
			kinds.map(([reference]) => ({ reference })),
		);
		expect(judged.map(({ normalized, kind }) => [normalized, kind])).toEqual(kinds);
		expect(judged.every(({ valid }) => valid === true)).toBe(true);
		expect(judged.map(({ formatted }) => withoutSpaces(formatted))).toEqual(
			kinds.map(([reference]) => reference),
		);
	});

	it('is invalid with a reason, and never a failure, when it is wrong or missing', async () => {
		const wrong = [...vectors.national.invalid, ...vectors.rf.invalid, null, undefined, true, 12.5];
		const judged = await answers(
			'validateReference',
			wrong.map((reference) => ({ reference })),
		);
		for (const { reason, ...rest } of judged) {
			expect(rest).toEqual({ valid: false, kind: 'invalid', normalized: '', formatted: '' });
			expect(reason).toMatch(/^[A-Z].*\.$/);
		}
	});
});

describe('A virtual barcode', () => {
	it.each<[string, (cents: number) => unknown]>([
		['as a number', (cents) => cents / 100],
		['as text with a comma', (cents) => (cents / 100).toFixed(2).replace('.', ',')],
		['left empty where it is zero', (cents) => (cents === 0 ? '' : cents / 100)],
	])('is the published one for every published payment, its amount %s', async (_, amountOf) => {
		const made = await answers(
			'generateBarcode',
			vectors.barcodes.map(({ iban, reference, amountCents, dueDate }) => ({
				iban,
				reference,
				amount: amountOf(amountCents) as string,
				dueDate,
			})),
		);
		expect(made.map((json) => Object.entries(json))).toEqual(
			vectors.barcodes.map(({ barcode, checkDigits, reference }) =>
				Object.entries({
					barcode,
					version: reference.startsWith('RF') ? 5 : 4,
					checkDigits: checkDigits ?? expect.stringMatching(/^\d{2,3}$/),
				}),
			),
		);
	});

	it.each([
		['2026-03-16', '260316'],
		['2026-03-16T23:30:00Z', '260316'],
		['2026-03-16T00:30:00.000+02:00', '260316'],
		["={{ DateTime.fromISO('2026-03-16T00:30:00', { zone: 'Asia/Tokyo' }) }}", '260316'],
		['', '000000'],
		['={{ $json.missing }}', '000000'],
	])('of a payment due %s ends in %s', async (dueDate, ending) => {
		const { success, error } = await runCashIn(
			[{}],
			{ ...parametersOf('generateBarcode'), ...PAYMENT, dueDate },
			null,
		);
		expect(error).toBeUndefined();
		expect(String(success[0]?.json.barcode).slice(-6)).toBe(ending);
	});
});

describe('An identifier to check', () => {
	const digitsOf = (businessId: string) => businessId.replace('-', '');
	const companies = vectors.businessId;
	const PUBLISHED: [string, string[], string[]][] = [
		['iban', [...vectors.iban.valid, ...vectors.iban.domesticCheckFails], vectors.iban.invalid],
		['businessId', companies.valid, [...companies.invalid, ...companies.neverIssued]],
		[
			'vatNumber',
			companies.valid.map((id) => `FI${digitsOf(id)}`),
			companies.invalid.map((id) => `FI${digitsOf(id)}`),
		],
		['ovt', vectors.ovt.valid, vectors.ovt.invalid],
		['personalId', vectors.personalId.valid, vectors.personalId.invalid],
	];

	it.each(PUBLISHED)(
		'is told right from wrong in every published %s',
		async (type, right, wrong) => {
			const judged = await answers(
				'validateIdentifier',
				[...right, ...wrong, '', null].map((value) => ({ type, value })),
			);
			for (const json of judged) {
				expect(Object.keys(json)).toEqual(['valid', 'normalized', 'reason', 'warning']);
			}
			const good = judged.slice(0, right.length);
			const bad = judged.slice(right.length);
			expect(good.map(({ valid, normalized, reason }) => [valid, normalized, reason])).toEqual(
				right.map((value) => [true, value, '']),
			);
			expect(bad).toHaveLength(wrong.length + 2);
			for (const { reason, ...rest } of bad) {
				expect(rest).toEqual({ valid: false, normalized: '', warning: '' });
				expect(reason).toMatch(/^[A-Z].*\.$/);
			}
		},
	);

	it('carries a warning where it is valid and still doubtful', async () => {
		const [account, person, abroad, plain] = await answers('validateIdentifier', [
			{ type: 'iban', value: vectors.iban.domesticCheckFails[0] },
			{ type: 'personalId', value: vectors.personalId.valid[0] },
			{ type: 'vatNumber', value: 'SE556000000001' },
			{ type: 'businessId', value: 12345671 },
		]);
		expect(account?.warning).toContain('domestic check digit');
		expect(person?.warning).toContain('test code');
		expect(abroad?.warning).toContain('VIES was not asked');
		expect(plain).toEqual({ valid: true, normalized: '1234567-1', reason: '', warning: '' });
	});
});
