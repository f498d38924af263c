import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { SALES_INVOICE } from '../../nodes/CashIn/api/generated/fields';
import type { InvoiceView } from '../../simulator/control/control';

/** What Cash-In holds, by invoice number: the total of each invoice kept under it, in currency units. */
export type Ledger = ReadonlyMap<string, readonly number[]>;

export function ledgerOf(invoices: readonly InvoiceView[]): Ledger {
	const kept = new Map<string, number[]>();
	for (const { InvoiceNumber, TotalAmount } of invoices) {
		kept.set(InvoiceNumber, [...(kept.get(InvoiceNumber) ?? []), TotalAmount]);
	}
	return kept;
}

/** The node's word for one item. */
export interface Word {
	item: number;
	number: string;
	/** A member of PROMISES. */
	status: string;
	/** In currency units; undefined in an error item. */
	total: number | undefined;
}

/** Items as they leave by the two outputs of the node. */
export interface Outputs {
	success: readonly INodeExecutionData[];
	failed: readonly INodeExecutionData[];
}

/** What the node has said of each item. */
export function wordsOf({ success, failed }: Outputs): Word[] {
	return [
		...success.map(({ json, pairedItem }) => ({
			item: itemOf(pairedItem),
			number: String(json[SALES_INVOICE.invoiceNumber]),
			status: String(json.status),
			total: Number(json[SALES_INVOICE.totalAmount]),
		})),
		...failed.map(({ json, pairedItem }) => {
			const { invoiceNumber, outcome } = json.message as IDataObject;
			return {
				item: itemOf(pairedItem),
				number: String(invoiceNumber),
				status: String(outcome),
				total: undefined,
			};
		}),
	];
}

/**
 * What each word promises: how many invoices of that number are kept before the run, and how many after it. Whatever
 * was created by an earlier run may be `notCreated` by this one, but must not have been sent by it: then its outcome
 * could be `unknown`, and that is no word for what was there before.
 */
const PROMISES: Readonly<Record<string, ReadonlyArray<readonly [before: number, after: number]>>> =
	{
		created: [[0, 1]],
		recovered: [[0, 1]],
		alreadyExists: [[1, 1]],
		notCreated: [
			[0, 0],
			[1, 1],
		],
		unknown: [
			[0, 0],
			[0, 1],
		],
	};

/**
 * Holds a run against the ledger: one word for each item, in order, about its own invoice, and true; and every other
 * invoice left as it was.
 * @param numbers the invoice number of each item that went in, in order
 * @returns what is wrong, in sentences
 */
export function untruths(
	numbers: readonly string[],
	words: readonly Word[],
	before: Ledger,
	after: Ledger,
): string[] {
	const spoken = new Map<number, number>();
	for (const { item } of words) spoken.set(item, (spoken.get(item) ?? 0) + 1);
	const own = new Set(numbers);
	const others = new Set([...before.keys(), ...after.keys()].filter((number) => !own.has(number)));
	return [
		...numbers.flatMap((number, item) => {
			const count = spoken.get(item) ?? 0;
			return count === 1 ? [] : [`item ${item} (${number}) comes out ${count} times`];
		}),
		...[words.filter(isError), words.filter((word) => !isError(word))].flatMap(outOfOrder),
		...words.flatMap((word) => untruth(word, numbers[word.item], before, after)),
		...[...others].flatMap((number) => {
			const change = `${totals(before, number)} to ${totals(after, number)}`;
			const same = totals(before, number) === totals(after, number);
			return same ? [] : [`invoice ${number} is of no item, and went from ${change}`];
		}),
	];
}

function isError({ total }: Word): boolean {
	return total === undefined;
}

function outOfOrder(output: readonly Word[]): string[] {
	return output.flatMap(({ item }, place) => {
		const before = output[place - 1]?.item ?? -1;
		return before < item ? [] : [`item ${item} comes out after item ${before}`];
	});
}

function untruth(
	{ item, number, status, total }: Word,
	given: string | undefined,
	before: Ledger,
	after: Ledger,
): string[] {
	const name = `item ${item}, '${status}'`;
	if (given !== number) return [`${name}: is invoice ${given}, and is called ${number}`];
	const [was, is] = [before.get(number)?.length ?? 0, after.get(number)?.length ?? 0];
	const kept = PROMISES[status]?.some(([first, then]) => first === was && then === is);
	if (kept !== true) return [`${name}: invoice ${number} was kept ${was} times, and is ${is}`];
	if (total === undefined || after.get(number)?.[0] === total) return [];
	return [`${name}: invoice ${number} of ${total} is kept as ${totals(after, number)}`];
}

function totals(ledger: Ledger, number: string): string {
	return `[${(ledger.get(number) ?? []).join(', ')}]`;
}

function itemOf(pairedItem: INodeExecutionData['pairedItem']): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : Number.NaN;
}
