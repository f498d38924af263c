import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import { endpoints, type EndpointId } from './generated/endpoints';
import { members, type Member } from './generated/members';
import { roles, type Role } from './generated/roles';
import { pagingOf } from './pages';

/** A list of Cash-In out of which the editor lets one entry be chosen. */
export interface Picker {
	/** Name of its method among the node's list searches: `searchCustomers`. */
	search: string;
	/** For the editor's texts: `customer`. */
	noun: string;
	list: EndpointId;
	/** Parameters beside the page. */
	query: Readonly<Record<string, string | boolean>>;
	/** An order that helps, asked for as long as Cash-In does not refuse it: which ones it knows is not documented. */
	order?: Readonly<Record<string, string>>;
	/** The member with a row's date, by which the newest of a page stand first. */
	date?: string;
	/** The parameter of a paged list that finds an entry by its whole number. */
	exact?: string;
	/** The member of a row that is chosen; the lists hold it as text or as a number. */
	id: string;
	/**
	 * Members beside the id by which a person knows an entry; a pair is an amount and its currency. They are what
	 * is searched, too. No identifier of a debtor or buyer: it may be a personal identity code.
	 */
	label: ReadonlyArray<string | readonly [amount: string, currency: string]>;
	/** What reading the list does at Cash-In, said where it is chosen. Such a list is not read unless it is asked for. */
	effect?: string;
}

const ROLES: Readonly<Record<string, Partial<Record<Role, readonly string[]>>>> = roles;

/** By the name that the contract marks a parameter with. */
export const pickers: Readonly<Record<string, Picker>> = {
	// Cash-In has no list of cases; this one names the case of every receivable in collection.
	case: createPicker('case', 'case', 'getCollectionReceivablesStatus'),
	customer: createPicker('customer', 'customer', 'listCustomers'),
	directSettlement: createPicker('directSettlement', 'direct settlement', 'listDirectSettlements'),
	invoice: createPicker('invoice', 'invoice', 'listSalesInvoices'),
	product: createPicker('product', 'product', 'listProducts'),
	settlement: createPicker('settlement', 'settlement', 'listSettlements'),
};

/**
 * The list a parameter of an endpoint is chosen out of, if there is one. A creditor's own codes and the invoices of
 * other systems are in none, and are typed in.
 */
export function pickerOf(endpoint: EndpointId, field: string): Picker | undefined {
	const parameter = endpoints[endpoint].parameters.find((one) => one.field === field);
	return pickers[parameter?.picker ?? ''];
}

function createPicker(name: string, noun: string, list: EndpointId): Picker {
	const { parameters, answer, marksAsRead } = endpoints[list];
	const fieldOf = (role: string) => parameters.find((parameter) => parameter.role === role)?.field;
	const {
		id,
		label = [],
		status = [],
		date = [],
		amount,
		total,
		currency,
	} = ROLES[answer.schema ?? ''] ?? {};
	const sum = (amount ?? total)?.[0];
	const unreadOnly = fieldOf('unreadOnly');
	const sortBy = fieldOf('sortBy');
	const sortOrder = fieldOf('sortOrder');
	const [newest] = date;
	return {
		search: `search${name.charAt(0).toUpperCase()}${name.slice(1)}s`,
		noun,
		list,
		query: unreadOnly === undefined ? {} : { [unreadOnly]: false },
		order:
			sortBy === undefined || sortOrder === undefined || newest === undefined
				? undefined
				: { [sortBy]: newest, [sortOrder]: 'desc' },
		date: newest,
		exact:
			pagingOf(list) === undefined
				? undefined
				: parameters.find((parameter) => parameter.picker === name)?.field,
		id: id?.[0] ?? '',
		label: [
			...label,
			...(date.length > 0 ? date : status),
			...(sum === undefined ? [] : [[sum, currency?.[0] ?? ''] as const]),
		],
		effect: marksAsRead === undefined ? undefined : 'may mark them as read at Cash-In',
	};
}

/**
 * A row of a list as the editor shows it: `1042 · Example Buyer Oy · 2026-03-02 · 125.50 EUR`. The value is empty for a
 * row without id, such as a receivable that is no case yet, and the name too for a row of another shape.
 */
export function entryOf({ id, label }: Picker, row: IDataObject): INodeListSearchItems {
	const value = textOf(row[id]);
	const parts = label.map((part) =>
		typeof part === 'string' ? textOf(row[part]) : amountOf(row, part),
	);
	return { name: [value, ...parts].filter((text) => text !== '').join(' · '), value };
}

/** The newest first, and of one day the highest number: Cash-In may not know the order it is asked for. */
export function newestFirst({ id, date }: Picker, rows: readonly IDataObject[]): IDataObject[] {
	if (date === undefined) return [...rows];
	const day = (row: IDataObject) => textOf(row[date]);
	const number = (row: IDataObject) => Number(textOf(row[id])) || 0;
	return [...rows].sort((a, b) => day(b).localeCompare(day(a)) || number(b) - number(a));
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

/** Whether there is a choice to suggest: of a code with one known value nothing is known but that value. */
export function hasSuggestions({ knownValues = [] }: Pick<Member, 'knownValues'>): boolean {
	return knownValues.length > 1;
}

/** Name of the list search that suggests the values of a code: `Code` → `suggestCode`. */
export function suggestionMethod({ name }: Pick<Member, 'name'>): string {
	return `suggest${name}`;
}

/** Name of the list search that gives the VAT rates of today. */
export const VAT_RATES = 'searchVatRates';

/** The codes of which values are known. Any other value can be typed in: no list of codes is complete. */
export const suggestedCodes: readonly Member[] = Object.values(members)
	.flat()
	.filter(hasSuggestions);
