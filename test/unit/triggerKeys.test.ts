import fc from 'fast-check';

import { packKeys, unpackKeys } from '../../nodes/CashIn/triggers/keys';

const throughJson = (keys: string[]) => unpackKeys(JSON.parse(JSON.stringify(packKeys(keys))));
const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort();

/** Texts of every kind an id may have: words, counters with and without zeros in front, the codec's own marks. */
const id = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string(),
	fc.uuid(),
	fc.nat().map(String),
	fc.stringMatching(/^0{0,3}[0-9]{1,40}$/),
	fc.stringMatching(/^(CASE|INV|¤|A1)[-#¤ ]?[0-9]{0,20}([-|¤][0-9]{0,6})?$/),
	fc.constantFrom('', '0', '00', '7', '007', '¤', '¤3', '¤¤', '__proto__', 'constructor', '\ud800'),
);

it.each<[string, string[]]>([
	['nothing', []],
	['zeros in front', ['7', '07', '007', '0', '00', '000']],
	['huge numbers', ['9'.repeat(15), '9'.repeat(16), `1${'0'.repeat(40)}`, `2${'0'.repeat(40)}`]],
	['the mark itself', ['¤', '¤1', 'a¤1', 'a¤2', '1¤1']],
	['numbers beside numbers', ['1-1', '1-01', '01-1', '11', '1-1-1']],
	['letters between', ['CASE-2001', 'CASE-2002', 'case-2001', 'CASE-2001 ']],
	['what an object has by itself', ['__proto__', 'constructor', 'toString1', 'toString2']],
])('keys come back as they were: %s', (_, keys) => {
	expect(sorted(throughJson(keys) ?? [])).toEqual(sorted(keys));
});

it('any set of keys comes back as it was, whatever is in it', () => {
	fc.assert(
		fc.property(fc.array(id, { maxLength: 60 }), (keys) => {
			const back = throughJson(keys) ?? [];
			expect(sorted(back)).toEqual(sorted(keys));
			expect(back).toHaveLength(new Set(keys).size);
		}),
		{ numRuns: 3_000 },
	);
});

it('no text is taken for keys that packs no such text', () => {
	for (const packed of [
		undefined,
		null,
		1,
		'x',
		[],
		{ n: [] },
		{ n: { '¤': 1 } },
		{ t: 'x' },
		{ t: [1] },
	]) {
		expect(unpackKeys(packed)).toBeUndefined();
	}
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('¤', 'a¤-¤3', 'none'), (text, template) => {
			const keys = unpackKeys({ n: { [template]: text } });
			// Whatever is read at all is a set that could have been written.
			if (keys !== undefined) expect(sorted(throughJson(keys) ?? [])).toEqual(sorted(keys));
		}),
		{ numRuns: 3_000 },
	);
});

describe('what a thousand keys cost', () => {
	const bytesPerKey = (keys: string[]) =>
		Buffer.byteLength(JSON.stringify(packKeys(keys))) / keys.length;
	const keys = (make: (index: number) => string) =>
		Array.from({ length: 1_000 }, (_, i) => make(i));
	/** Numbers far apart and in no order: those of one creditor among those of many. */
	const scattered = (index: number) => (index * 7_919_000_003) % 999_999_937;

	it.each<[string, (index: number) => string, number]>([
		['running numbers', (i) => String(100_001 + i), 1.2],
		['running numbers with a word before', (i) => `CASE-${100_001 + i}`, 1.2],
		['numbers of nine digits in no order', (i) => String(scattered(i)), 6],
		['padded numbers of a year', (i) => `INV-2026-${String(i).padStart(6, '0')}`, 1.2],
		[
			'received payments, which have no number',
			(i) => `CASE-${2001 + i}|${1042 + i}|2026-05-20|2026-05-20|${scattered(i) % 100_000}|EUR|`,
			12,
		],
	])('%s: at most 12 bytes each', (_, make, most) => {
		expect(bytesPerKey(keys(make))).toBeLessThanOrEqual(most);
	});

	it.each<[string, (index: number) => string]>([
		['received payments', (i) => `CASE-${2001 + i}|${1042 + i}|2026-05-20|2026-05-20|100|EUR|`],
		['allocations with their amounts', (i) => `${100_001 + i}\t0/100/100/0/0`],
	])('%s would cost more as a plain array', (_, make) => {
		const all = keys(make);
		expect(bytesPerKey(all)).toBeLessThanOrEqual(12);
		expect(JSON.stringify(all).length / all.length).toBeGreaterThan(12);
	});
});
