import type { IDataObject, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Account } from '../api/account';
import { endpoints, type Answer, type EndpointId } from '../api/generated/endpoints';
import type { Page, PageLimits } from '../api/pages';
import type { CallLimits } from '../api/request';
import type { ExecuteRun } from '../api/run';

/** What became of one item. */
export type Result = {
	item: number;
	/** How sentences call it, where it may be named: an invoice number. */
	key?: string;
} & (
	| {
			status: 'created' | 'recovered' | 'alreadyExists' | 'skipped' | 'previewed';
			json: IDataObject;
			/** Of a preview that would not be sent: its name, and why. */
			refused?: { name: string; why: string };
	  }
	| {
			/** It went out and was refused, never went out, or may have been taken. */
			status: 'refused' | 'notSent' | 'unknown';
			error: NodeApiError | NodeOperationError;
			/** What a workflow can act on, beside the message. */
			details?: IDataObject;
	  }
);

export type Failure = Extract<Result, { error: unknown }>;

/** One thing to send, read from one item. */
export interface UploadEntry {
	item: number;
	/** How the answer calls it, as text. */
	key: string;
	/** The element of the request. */
	body: IDataObject;
	/** Entries of different groups never share a request: what stands beside the list differs. */
	group: string;
	/** Findings about it, for the output. */
	warnings: string[];
	options: SendOptions;
	/** Where several items may hold the same thing: how sentences call that, such as `Order 1042`. */
	label?: string;
	/** Members that outputs and error details show first. */
	first?: IDataObject;
	/** What to do where its key is taken. */
	advice?: string;
	/** The earliest day on which it may have been sent, `YYYY-MM-DD`; `''` for unknown. */
	since?: string;
	/** What must be in Cash-In, or be sent in this run, first: a credit's original. */
	requires?: { key: string; missing: Words };
}

/** The message and the advice of an error. */
export type Words = readonly [message: string, advice: string];

/** How an item is sent, by its Options and its credential. Entries that are alike in it share requests. */
export interface SendOptions extends CallLimits {
	/** Entries per request. */
	batchSize: number;
	/** Requests under way at a time. */
	concurrent: number;
	/** Whether Cash-In is asked what it has before anything is sent. */
	checked: boolean;
	/** Whose account it is. */
	account: Account;
}

/** How things of one kind are sent: the differences between the endpoints that take many at once. */
export interface UploadSpec extends FromContract, Defaults, Own {}

/** What the contract tells of an endpoint. */
interface FromContract {
	endpoint: EndpointId;
	/** The status of the output, and for sentences: `created`. */
	done: string;
	/** Where an element of the request holds its key. */
	keyPath: readonly string[];
	/** Members of the body that the output shows. */
	shown: readonly string[];
	/** Entries in a request at the most: 1 where the API takes one thing and no list. */
	largestBatch: number;
	answer: Answer;
	/** The member of an answer, and of the output, that holds Cash-In's words. */
	messageName: string;
}

interface Defaults {
	/** Whether the same key twice in a run is a mistake. Otherwise it goes into another request. */
	unique: boolean;
	/** Names of the key in an entry of the failures, the surest first: an entry may carry an id of its own beside it. */
	keyNames: readonly RegExp[];
	/**
	 * What an answer without counts means. The one documented answer counts, so that there it is a doubt; for the
	 * others Cash-In documents that 200 is success.
	 */
	onNoCounts: 'doubt' | 'success';
	/**
	 * Whether each entry stands alone: requests may arrive in any order, so that several may be under way, and one that
	 * is refused for its content is bisected to find the bad entries; else all of it has failed.
	 */
	isIndependent: boolean;
	/** Whether what the lookup surely does not find may be sent once more. */
	retryMissing: boolean;
	/** Entries per request unless the user says otherwise: 1 where an answer cannot tell them apart. */
	usualBatch: number;
	/** The whole body of a request. */
	toBody(bodies: IDataObject[], group: string): unknown;
}

interface Own {
	/** For sentences: `Invoice 1042`. */
	name(key: string): string;
	/** For sentences: `invoices`. */
	plural: string;
	/** The label of the field that holds the key, in quotation marks; `''` where the key is never shown. */
	keyLabel: string;
	/** Its name in error details. */
	keyField: string;
	/** How Cash-In is asked what it has, before sending and after a lost response. Without it nobody knows. */
	lookup?: Lookup;
	/** Sentences about keys that are taken; left out, the usual ones. */
	words?: DuplicateWords;
}

/** The most that may be put into one request. */
export const LARGEST_BATCH = 1_000;

/** Completes the spec of an endpoint with what the contract tells and with what is usual. */
export function uploadSpec(endpoint: EndpointId, own: Own & Partial<Defaults>): UploadSpec {
	const { body, answer, done = 'created', shown = [] } = endpoints[endpoint];
	const { messages: [messageName = 'message'] = [] } = answer;
	const largestBatch = body?.kind === 'object' ? 1 : LARGEST_BATCH;
	return {
		endpoint,
		done,
		keyPath: body?.id ?? [],
		shown,
		largestBatch,
		answer,
		messageName,
		unique: false,
		keyNames: INVOICE_KEYS,
		onNoCounts: 'success',
		isIndependent: false,
		retryMissing: false,
		usualBatch: Math.min(100, largestBatch),
		toBody: (bodies) => {
			if (body?.kind === 'object') return bodies[0];
			return body?.items === undefined ? bodies : { [body.items]: bodies };
		},
		...own,
	};
}

/** Names of an invoice number in an answer, the surest first. */
const INVOICE_KEYS = [
	/^(sales_?)?invoice_?(number|num|nbr|no|nr)$/i,
	/^invoice$/i,
	/^(inv|lasku)_?(number|numero|num|nbr|nro|no|nr)$/i,
	/^(bill|document|doc)_?(number|num|nbr|no|nr)$/i,
	/^number$/i,
	/^(invoice_?)?id$/i,
];

/** Days, `YYYY-MM-DD`, both included. */
export interface Window {
	from: string;
	to: string;
}

/** The filters of one query of a list; without any, the list as it comes. */
export interface ListQuery extends Partial<Window> {
	key?: string;
}

/** The list in which Cash-In shows what it has, and how its rows are compared with what is sent. */
export interface Lookup {
	/** For sentences: `invoice`. */
	noun: string;
	/** Whether 'Duplicate Check' is on by default. */
	checkedByDefault: boolean;
	/** Members of the body that the output shows of what is there already. */
	shown: readonly string[];
	/** Words for what the lookup found under the key, when it is not what was sent. */
	another: string;
	/** Reads the list, with its newest rows or in any other order. */
	pages(run: ExecuteRun, query: ListQuery, limits: PageLimits): AsyncIterable<Page>;
	/** The key of a row as text; nothing when it has none. */
	keyOf(row: IDataObject): string | undefined;
	/** The day of a row; `''` when it tells none. */
	dayOf(row: IDataObject): string;
	/** The days to look in, the likeliest first; outside the last window nothing is looked for. */
	windows(when: When, entries: readonly UploadEntry[]): readonly Window[];
	/** A window as long as this one, around a day. */
	around(window: Window, day: string): Window;
	/** What makes a row another thing than was or will be sent, in words; `''` when it is the same. */
	difference(when: When, ours: IDataObject, row: IDataObject): string;
}

export type When = 'beforeSending' | 'afterLostResponse';

/** What is said of a key that is taken, or may be. */
export interface DuplicateWords {
	/** Status of the output. */
	status: string;
	/** An earlier try of the node has sent it. */
	sentEarlier: string;
	/** Cash-In has it. */
	exists: string;
	/** Cash-In has something else under the key; `how` tells the difference. */
	taken(entry: UploadEntry, how: string): Words;
	/** Nobody can say whether Cash-In has it. */
	notLookedUp(entry: UploadEntry, why: string): Words;
	/** An earlier item has the same key, and is something else. */
	repeatsKey(entry: UploadEntry, first: UploadEntry): Words;
	/** What an earlier item does that has the same key and label: `holds the same order`. */
	repeats: string;
}
