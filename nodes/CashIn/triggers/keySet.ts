import { joiner, splitKey, widthOf } from './keyTemplate';
import { readNumbers, writeNumber } from './numberText';

/**
 * A set of keys as compact plain JSON: exact, whatever the keys are.
 * Ids that differ in their digits only (`1042`, `CASE-2001`, `INV-2026-0007`) share a template and are kept as
 * differences between neighbours, one to three characters for a running number; ids of any other kind, such as
 * random UUIDs, are kept as they are and cost what they cost.
 */
export interface PackedKeys {
	/** Template (each number a `¤`, followed by its width where it begins with zeros) → the numbers as text. */
	n?: Record<string, string>;
	/** Keys that share their template with no other. */
	t?: string[];
}

/** The order of keys is not kept; a key given twice is kept once. */
export function packKeys(keys: Iterable<string>): PackedKeys {
	// Rows of one template lie one after the other in one list: an array for each of 100,000 keys is slow.
	const groups = new Map<string, { first: string; rows: number[] }>();
	const plain: string[] = [];
	const numbers: number[] = [];
	for (const key of new Set(keys)) {
		numbers.length = 0;
		const template = splitKey(key, numbers);
		if (template === undefined) {
			plain.push(key);
			continue;
		}
		const group = groups.get(template);
		if (group === undefined) {
			groups.set(template, { first: key, rows: [...numbers] });
		} else {
			for (let column = 0; column < numbers.length; column += 1) {
				group.rows.push(numbers[column] ?? 0);
			}
		}
	}
	const numbered: Record<string, string> = {};
	for (const [template, { first, rows }] of groups) {
		const width = widthOf(template);
		if (rows.length === width) plain.push(first);
		else numbered[template] = packRows(rows, width);
	}
	return {
		...(Object.keys(numbered).length > 0 ? { n: numbered } : {}),
		...(plain.length > 0 ? { t: plain } : {}),
	};
}

/** @returns undefined for what `packKeys` never made */
export function unpackKeys(packed: unknown): string[] | undefined {
	if (!isRecord(packed)) return undefined;
	const { n = {}, t = [] } = packed;
	if (!isRecord(n) || !Array.isArray(t)) return undefined;
	const keys: string[] = [];
	for (const [template, text] of Object.entries(n)) {
		const width = widthOf(template);
		const rows = typeof text === 'string' && width > 0 ? unpackRows(text, width) : undefined;
		if (rows === undefined) return undefined;
		const join = joiner(template, width);
		for (let at = 0; at < rows.length; at += width) keys.push(join(rows, at));
	}
	for (const key of t as unknown[]) {
		if (typeof key !== 'string') return undefined;
		keys.push(key);
	}
	return keys;
}

/** Rows as differences to the row before; a column that is the same in all rows is written once. */
function packRows(rows: number[], width: number): string {
	const sorted = width === 1 ? Float64Array.from(rows).sort() : sortRows(rows, width);
	const first = Array.from(sorted.slice(0, width));
	const varying = first.map((value, column) => {
		for (let at = column; at < sorted.length; at += width) if (sorted[at] !== value) return true;
		return false;
	});
	let text = writeNumber(sorted.length / width);
	for (const [column, value] of first.entries()) {
		text += varying[column] ? '+' : `=${writeNumber(value)}`;
	}
	const before = first.map(() => 0);
	for (let at = 0; at < sorted.length; at += 1) {
		const column = at % width;
		if (!varying[column]) continue;
		const value = sorted[at] ?? 0;
		const step = value - (before[column] ?? 0);
		text += writeNumber(step >= 0 ? step * 2 : -step * 2 - 1);
		before[column] = value;
	}
	return text;
}

function unpackRows(text: string, width: number): number[] | undefined {
	const numbers = readNumbers(text);
	const count = numbers.next();
	if (count === undefined) return undefined;
	const same: Array<number | undefined> = [];
	for (let column = 0; column < width; column += 1) {
		const flag = numbers.take();
		if (flag !== '+' && flag !== '=') return undefined;
		const value = flag === '=' ? numbers.next() : undefined;
		if (flag === '=' && value === undefined) return undefined;
		same.push(value);
	}
	// Without a column that differs there would be no end to what a damaged count can ask for.
	if (same.every((value) => value !== undefined)) return undefined;
	const rows: number[] = [];
	const before = same.map(() => 0);
	for (let row = 0; row < count; row += 1) {
		for (let column = 0; column < width; column += 1) {
			let value = same[column];
			if (value === undefined) {
				const zigzag = numbers.next();
				if (zigzag === undefined) return undefined;
				value = (before[column] ?? 0) + (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2);
				before[column] = value;
			}
			rows.push(value);
		}
	}
	return numbers.atEnd() ? rows : undefined;
}

function sortRows(rows: number[], width: number): number[] {
	const starts = Array.from({ length: rows.length / width }, (_, row) => row * width);
	starts.sort((a, b) => {
		for (let column = 0; column < width; column += 1) {
			const difference = (rows[a + column] ?? 0) - (rows[b + column] ?? 0);
			if (difference !== 0) return difference;
		}
		return 0;
	});
	const sorted: number[] = [];
	for (const start of starts) {
		for (let column = 0; column < width; column += 1) sorted.push(rows[start + column] ?? 0);
	}
	return sorted;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
