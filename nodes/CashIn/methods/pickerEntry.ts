import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { Picker } from './pickers';

/**
 * A row of a list as the editor shows it: `1042 · Example Buyer Oy · 2026-03-02 · 125.50 EUR`.
 * `unnumbered` is a row that has something of a label and no id, such as a receivable that is no case yet;
 * `unknown` is one of another shape.
 */
export function entryOf(
	picker: Picker,
	row: IDataObject,
): INodeListSearchItems | 'unnumbered' | 'unknown' {
	const id = textOf(row[picker.id]);
	const label = picker.label
		.map((part) => (typeof part === 'string' ? textOf(row[part]) : amountOf(row, part)))
		.filter((text) => text !== '');
	if (id === '') return label.length > 0 ? 'unnumbered' : 'unknown';
	return { name: [id, ...label].join(' · '), value: id };
}

/** Whether every word that was typed is in the label, in capitals or not. */
export function matches(label: string, typed: string): boolean {
	const text = label.toLowerCase();
	return typed
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** An amount to look at, with two decimals as on the invoice. */
function amountOf(row: IDataObject, [amount, currency]: readonly [string, string]): string {
	const value = row[amount];
	const text = typeof value === 'number' ? value.toFixed(2) : textOf(value);
	return text === '' ? '' : `${text} ${textOf(row[currency])}`.trim();
}
