import { jsonParse, type IDataObject } from 'n8n-workflow';

import type { Member } from '../../api/generated/members';
import { InputError } from '../../api/errors';
import type { ExecuteRun } from '../../api/run';
import { readDate } from '../../invoicing/dates';
import { toNumber as decimalToNumber } from '../../invoicing/exactDecimal';
import { readDecimal } from '../../invoicing/money';
import { ParseError } from '../../invoicing/values';

type Value = IDataObject[string];

/**
 * A value as its member of the API wants it: numbers given as text become numbers, dates lose their time,
 * what the contract does not know the kind of stays as it is.
 * @param label how to name the value in a message
 * @throws InputError naming the value and the remedy
 */
export function toMember(
	value: unknown,
	member: Pick<Member, 'type' | 'format'>,
	label: string,
): Value {
	if (value === null || value === undefined) return null;
	if (member.format === 'date') return toDate(value, label);
	if (member.format === 'date-time') return toDateTime(value, label);
	switch (member.type) {
		case 'number':
			return toNumber(value, label);
		case 'integer':
			return toInteger(value, label);
		case 'string':
			return toText(value, label);
		case 'boolean':
			return toBoolean(value, label);
		case 'array':
			return toList(value, label);
		case 'object':
			return toObject(value, label);
	}
}

/** Numbers as people write them: `12.5`, `"12,50"`, `"1 234,50"`; what could be read in two ways is refused. */
export function toNumber(value: unknown, label: string): number {
	const number = readDecimal(value);
	if (!(number instanceof ParseError)) return decimalToNumber(number);
	throw new InputError(`${label} ${number.why}`);
}

export function toInteger(value: unknown, label: string): number {
	const number = toNumber(value, label);
	if (Number.isSafeInteger(number)) return number;
	throw new InputError(`${label} must be a whole number such as 14, and is ${show(value)}`);
}

/** Text as it is; a number becomes text, unless it is so long that JavaScript has already rounded it. */
export function toText(value: unknown, label: string): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) {
		if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
			throw new InputError(
				`${label} is a number of more than 15 digits, which has lost its last ones on the way here. Give it as text, in quotation marks.`,
			);
		}
		return String(value);
	}
	throw new InputError(`${label} must be text, and is ${show(value)}`);
}

/**
 * A real `YYYY-MM-DD` date out of a date or date-time. Text and n8n's own dates are cut and never shifted by a
 * time zone; a JavaScript date, which has none, is the day in Helsinki.
 */
export function toDate(value: unknown, label: string): string {
	const text = isoText(value);
	const date = readDate(value instanceof Date || text === undefined ? value : fromFinnish(text));
	if (!(date instanceof ParseError)) return date;
	throw new InputError(`${label} ${date.why}`);
}

/** `31.1.2026`, as Finns write a day, the way the API wants it; anything else as it is. */
function fromFinnish(text: string): string {
	const [, day = '', month = '', year = ''] = FINNISH_DAY.exec(text.trim()) ?? [];
	if (year === '') return text;
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const FINNISH_DAY = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$/;

function toDateTime(value: unknown, label: string): string {
	const text = fromFinnish(isoText(value)?.trim() ?? '');
	if (!(readDate(text) instanceof ParseError) && !Number.isNaN(Date.parse(text))) return text;
	throw new InputError(
		`${label} must be a date and time such as 2026-01-31T12:00:00Z, and is ${show(value)}`,
	);
}

/** n8n's own dates (`$now`, `$today`) know how to write themselves in their own time zone. */
function isoText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return undefined;
	if ('toISO' in value && typeof value.toISO === 'function') return String(value.toISO());
	return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined;
}

function toBoolean(value: unknown, label: string): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true') return true;
	if (value === 'false') return false;
	throw new InputError(`${label} must be true or false, and is ${show(value)}`);
}

/** @throws InputError for anything but a list, or text that is one in JSON */
export function toList(value: unknown, label: string): IDataObject[] {
	const parsed = fromJson(value, label);
	if (Array.isArray(parsed)) return parsed;
	const got = isPlainObject(parsed) ? 'a single object: put it into [ and ]' : show(value);
	throw new InputError(`${label} must be a list, and is ${got}`);
}

/** @throws InputError for anything but an object, or text that is one in JSON */
export function toObject(value: unknown, label: string): IDataObject {
	const parsed = fromJson(value, label);
	if (isPlainObject(parsed)) return parsed;
	const got = Array.isArray(parsed)
		? 'a list: give one object for each item, for example with a Split Out node before this one'
		: show(value);
	throw new InputError(`${label} must be a single object, and is ${got}`);
}

/**
 * An item's choice out of a list, which an expression may have set to anything.
 * @throws InputError naming `label` and the choices, without the value: it may be a personal identity code
 * that got into the wrong field
 */
export function readChoice<Choice extends string>(
	run: ExecuteRun,
	item: number,
	name: string,
	label: string,
	choices: readonly Choice[],
): Choice {
	return toChoice(run.parameter(name, item), label, choices);
}

/** A value that must be one of `choices`; throws as `readChoice`. */
export function toChoice<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((known) => known === value);
	if (choice !== undefined) return choice;
	throw new InputError(`${label} must be one of ${choices.join(', ')}`);
}

const NOT_JSON = Symbol('not JSON');

function fromJson(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return value;
	const parsed = jsonParse<unknown>(value, { fallbackValue: NOT_JSON });
	if (parsed !== NOT_JSON) return parsed;
	throw new InputError(`${label} is not valid JSON. Check its quotation marks and commas.`);
}

function isPlainObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message: short, and without what may be personal. */
function show(value: unknown): string {
	if (value === '') return 'empty';
	if (value === undefined || value === null) return 'missing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	const text = String(value);
	return typeof value === 'string'
		? `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`
		: text;
}
