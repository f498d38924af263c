/**
 * A set of keys as compact plain JSON; exact, whatever the keys are.
 * IDs that differ in their digits only (`1042`, `CASE-2001`, `INV-2026-0007`) share a template and are kept as
 * differences between neighbours. As plain arrays a received payment takes 50 bytes and an allocation with its amounts
 * 30, instead of 4 and 5; the aim is 12 at most.
 */
export interface PackedKeys {
	/** Template (each number a `¤`, followed by its width where it begins with zeros) → the numbers as text. */
	n?: Record<string, string>;
	/** Keys that share their template with no other. */
	t?: string[];
}

const MARK = '¤';

/** Fifteen digits are exact as a number; a longer run of digits is cut into such pieces. */
const MAX_DIGITS = 15;

/** A received payment without an ID has a dozen: case, invoice, two dates, amount, references. */
const MAX_NUMBERS = 20;

/** The order of keys is not kept; a key given twice is kept once. */
export function packKeys(keys: Iterable<string>): PackedKeys {
	// Rows of one template lie one after the other in one list: an array for each of 100,000 keys is slow.
	const groups = new Map<string, { first: string; rows: number[] }>();
	const plain: string[] = [];
	const numbers: number[] = [];
	for (const key of new Set(keys)) {
		numbers.length = 0;
		const template = splitKey(key, numbers);
		const group = groups.get(template ?? '');
		if (template === undefined) plain.push(key);
		else if (group === undefined) groups.set(template, { first: key, rows: [...numbers] });
		else for (const number of numbers) group.rows.push(number);
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
		for (let at = 0; at < rows.length; at += width) keys.push(joinKey(template, rows, at));
	}
	for (const key of t as unknown[]) {
		if (typeof key !== 'string') return undefined;
		keys.push(key);
	}
	return keys;
}

/** Whether a value is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A key's template; its numbers go into `numbers`. Undefined for a key without digits, one that holds the mark itself,
 * or one with so many numbers that it is no ID with a counter in it.
 */
function splitKey(key: string, numbers: number[]): string | undefined {
	if (key.includes(MARK)) return undefined;
	const template = key.replace(/[0-9]+/g, (digits) => {
		let marks = '';
		for (let from = 0; from < digits.length; ) {
			// A first piece takes what is left over, so that every later one has the full width.
			const length = (digits.length - from) % MAX_DIGITS || MAX_DIGITS;
			const isPadded = from > 0 || (length > 1 && digits.startsWith('0'));
			marks += isPadded ? `${MARK}${length}` : MARK;
			numbers.push(Number(digits.slice(from, from + length)));
			from += length;
		}
		return marks;
	});
	return numbers.length === 0 || numbers.length > MAX_NUMBERS ? undefined : template;
}

/** How many numbers a template holds. */
function widthOf(template: string): number {
	return template.split(MARK).length - 1;
}

/**
 * Puts the numbers of a row, which begins at `at`, back into a template.
 * A number is never followed by a digit of the text around it, so the width after a mark is read for certain.
 */
function joinKey(template: string, rows: number[], at: number): string {
	if (template === MARK) return String(rows[at]);
	let column = at;
	return template.replace(/¤([0-9]*)/g, (_, width: string) =>
		String(rows[column++]).padStart(Number(width), '0'),
	);
}

/** Rows as differences to the row before; a column that is the same in all rows is written once. */
function packRows(rows: number[], width: number): string {
	const sorted = sortRows(rows, width);
	const before = new Array<number>(width).fill(0);
	const isSame = before.map((_, column) => {
		for (let at = column; at < sorted.length; at += width) {
			if (sorted[at] !== sorted[column]) return false;
		}
		return true;
	});
	let text = writeVarint(sorted.length / width);
	for (const [column, same] of isSame.entries()) {
		text += same ? `=${writeVarint(sorted[column] ?? 0)}` : '+';
	}
	for (const [at, value] of sorted.entries()) {
		const column = at % width;
		if (isSame[column]) continue;
		const step = value - (before[column] ?? 0);
		text += writeVarint(step >= 0 ? step * 2 : -step * 2 - 1);
		before[column] = value;
	}
	return text;
}

function unpackRows(text: string, width: number): number[] | undefined {
	const read = varintReader(text);
	const count = read.next();
	if (count === undefined) return undefined;
	const constants: Array<number | undefined> = [];
	for (let column = 0; column < width; column += 1) {
		const flag = read.take();
		const value = flag === '=' ? read.next() : undefined;
		if (flag !== '+' && value === undefined) return undefined;
		constants.push(value);
	}
	// Without a column that differs there would be no end to what a damaged count can ask for.
	if (constants.every((value) => value !== undefined)) return undefined;
	const rows: number[] = [];
	const before = constants.map(() => 0);
	for (let row = 0; row < count; row += 1) {
		for (let column = 0; column < width; column += 1) {
			let value = constants[column];
			if (value === undefined) {
				const zigzag = read.next();
				if (zigzag === undefined) return undefined;
				value = (before[column] ?? 0) + (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2);
				before[column] = value;
			}
			rows.push(value);
		}
	}
	return read.atEnd() ? rows : undefined;
}

function sortRows(rows: number[], width: number): number[] | Float64Array {
	if (width === 1) return Float64Array.from(rows).sort();
	const starts = Array.from({ length: rows.length / width }, (_, row) => row * width);
	starts.sort((a, b) => {
		let column = 0;
		while (column < width - 1 && rows[a + column] === rows[b + column]) column += 1;
		return (rows[a + column] ?? 0) - (rows[b + column] ?? 0);
	});
	const sorted: number[] = [];
	for (const start of starts) {
		for (let column = 0; column < width; column += 1) sorted.push(rows[start + column] ?? 0);
	}
	return sorted;
}

/** Everything printable in ASCII that JSON writes as it is. */
const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
	(character) => character !== '"' && character !== '\\',
);
const BASE = ALPHABET.length / 2;
const VALUES = new Map(ALPHABET.map((character, value) => [character, value]));

/**
 * A whole number from 0 as text: 46 values to a character, the lowest part first. Every character but the last is of
 * the upper half of the alphabet, so numbers can follow each other without anything between them.
 */
function writeVarint(value: number): string {
	let text = '';
	let rest = value;
	while (rest >= BASE) {
		text += ALPHABET[BASE + (rest % BASE)] ?? '';
		rest = Math.floor(rest / BASE);
	}
	return text + (ALPHABET[rest] ?? '');
}

/** Reads what `writeVarint` wrote, one after the other. */
function varintReader(text: string) {
	let at = 0;
	return {
		/** Undefined where no whole number is left, or a number that cannot be exact. */
		next(): number | undefined {
			let value = 0;
			for (let factor = 1; ; factor *= BASE) {
				const part = VALUES.get(text.charAt(at));
				if (part === undefined) return undefined;
				at += 1;
				value += (part % BASE) * factor;
				if (value > Number.MAX_SAFE_INTEGER) return undefined;
				if (part < BASE) return value;
			}
		},
		/** The next character, whatever it is. */
		take: () => text[at++],
		atEnd: () => at === text.length,
	};
}
