import type { IDataObject } from 'n8n-workflow';

import vectors from '../fixtures/finnish-vectors.json';
import { PAYMENT, runFinnish, type Operation } from '../support/finnishRuns';

describe('A wrong personal identity code', () => {
	/** With a check character that does not fit, on a day that does not exist, in a form that does not. */
	const wrong = vectors.personalId.valid.flatMap((code) => [
		code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'),
		`32${code.slice(2)}`,
		`${code}0`,
	]);
	const codes = [...wrong, ...vectors.personalId.invalid];
	const types = ['businessId', 'iban', 'ovt', 'personalId', 'vatNumber'];

	it.each<[string, Operation, IDataObject[]]>([
		[
			'as an identifier of any type',
			'validateIdentifier',
			codes.flatMap((value) => types.map((type) => ({ type, value }))),
		],
		['as a reference', 'validateReference', codes.map((reference) => ({ reference }))],
		['where the type belongs', 'validateIdentifier', codes.map((type) => ({ type, value: '1' }))],
		[
			'where the format belongs',
			'generateReference',
			codes.map((format) => ({ base: '1', format })),
		],
		['as an account', 'generateBarcode', codes.map((code) => ({ ...PAYMENT, iban: code }))],
		[
			'as the reference of a barcode',
			'generateBarcode',
			codes.map((code) => ({ ...PAYMENT, reference: code })),
		],
		['as a due date', 'generateBarcode', codes.map((code) => ({ ...PAYMENT, dueDate: code }))],
		[
			'in a list',
			'validateIdentifier',
			codes.map((code) => ({ type: 'personalId', value: [code] })),
		],
	])('is never repeated when it is given %s', async (_, operation, items) => {
		const { success, run } = await runFinnish(operation, items, 'continueRegularOutput');
		expect(success).toHaveLength(items.length);
		const said = JSON.stringify(run.data.resultData.runData['Cash-In']);
		for (const code of codes) {
			expect(said).not.toContain(code);
			// Nor its day of birth with the sign, nor what follows it.
			expect(said).not.toContain(code.slice(0, 7));
			expect(said).not.toContain(code.slice(-5));
		}
	});

	it('is not repeated in the error that stops a workflow', async () => {
		for (const value of codes) {
			const { error, run } = await runFinnish('validateIdentifier', [
				{ type: value, value: [value] },
			]);
			expect(error?.message).toContain("'Type'");
			const { description, stack } = error ?? {};
			const task = run.data.resultData.runData['Cash-In'];
			expect(JSON.stringify([error, description, stack, task])).not.toContain(value);
		}
	});
});
