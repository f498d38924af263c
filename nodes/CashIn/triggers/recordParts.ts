import type { IDataObject } from 'n8n-workflow';

import { readDate } from '../invoicing/dates';
import { readCents } from '../invoicing/money';
import { ifReadable } from '../invoicing/unreadable';

/** A member by its path; its names may be written in any case. */
export function member(record: IDataObject, ...path: string[]): unknown {
	return path.reduce<unknown>((value, name) => {
		if (typeof value !== 'object' || value === null) return undefined;
		if (name in value) return (value as IDataObject)[name];
		const lower = name.toLowerCase();
		return Object.entries(value).find(([own]) => own.toLowerCase() === lower)?.[1];
	}, record);
}

/** A member as text without blanks around it; empty when it is missing or no text and no number. */
export function textOf(record: IDataObject, ...path: string[]): string {
	const value = member(record, ...path);
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A member as `YYYY-MM-DD`; of a date with a time, the day as it is written. */
export function dateOf(record: IDataObject, ...path: string[]): string | undefined {
	return ifReadable(member(record, ...path), readDate);
}

/** A member as whole cents. */
export function centsOf(record: IDataObject, ...path: string[]): number | undefined {
	return ifReadable(member(record, ...path), readCents);
}

/** The rows a record holds under a name, when it holds any. */
export function rowsIn(record: IDataObject, name: string): IDataObject[] {
	const rows = member(record, name);
	return Array.isArray(rows)
		? rows.filter((row): row is IDataObject => typeof row === 'object' && row !== null)
		: [];
}

/** One key out of several parts, never the same for different parts. */
export function keyOf(...parts: Array<string | number | undefined>): string {
	return parts.map((part) => String(part ?? '').replace(/[\\|]/g, '\\$&')).join('|');
}
