import type { IDataObject } from 'n8n-workflow';

import { readDate } from '../invoicing/dates';
import { readCents } from '../invoicing/money';
import { readOptional, textOf as textOfValue } from '../invoicing/values';

/** Where a field stands in a record: the API's own names, outermost first. */
export type Path = readonly string[];

/** A field by its path; the names may be written in any case. */
export function fieldOf(record: IDataObject, ...path: Path): unknown {
	return path.reduce<unknown>((value, name) => {
		if (typeof value !== 'object' || value === null) return undefined;
		if (name in value) return (value as IDataObject)[name];
		const lower = name.toLowerCase();
		return Object.entries(value).find(([own]) => own.toLowerCase() === lower)?.[1];
	}, record);
}

/** A field as text without blanks around it; empty when it is missing or neither text nor number. */
export function textOf(record: IDataObject, ...path: Path): string {
	return textOfValue(fieldOf(record, ...path));
}

/** A field as `YYYY-MM-DD`; of a date with a time, the day as it is written. */
export function dateOf(record: IDataObject, ...path: Path): string | undefined {
	return readOptional(fieldOf(record, ...path), readDate);
}

/** A field as whole cents. */
export function centsOf(record: IDataObject, ...path: Path): number | undefined {
	return readOptional(fieldOf(record, ...path), readCents);
}
