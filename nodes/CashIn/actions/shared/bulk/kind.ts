import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../../api/account';
import type { EndpointId } from '../../../api/endpoints.generated';
import type { Fault } from '../../../api/errors';
import type { CallLimits } from '../../../api/request';
import type { ExecuteRun } from '../../../api/run';
import type { BatchEntry } from '../operation';

/** One thing to send, read from one item. */
export interface BulkEntry extends BatchEntry {
	/** What the answer calls it by, as text: numbers and texts of the API are compared as texts. */
	key: string;
	/** The element of the request, with the member names of the API. */
	body: IDataObject;
	/** Entries of different groups never share a request: what stands beside the list is another. */
	group: string;
	/** What was said about it, to stand in the output too. */
	warnings: string[];
	/** How it is to be sent. Entries that are alike in all of it have the very same one, and share requests. */
	settings: SendSettings;
}

/** How things of one kind are sent: what differs between the endpoints that take many at once. */
export interface BulkKind {
	endpoint: EndpointId;
	/** For sentences: `Invoice 1042`. */
	name(key: string): string;
	/** For sentences: `invoices`. */
	plural: string;
	/** What becomes of it: `created`; the status of the output, too. */
	done: string;
	/** The label of the field that holds the key, in quotation marks; '' where the key is nobody's business. */
	keyLabel: string;
	/** The member that holds the key. */
	keyMember: string;
	/** Whether the same key twice in a run is a mistake. Otherwise it goes into another request. */
	unique: boolean;
	/** Members of what was sent that the output shows. */
	shown: readonly string[];
	answer: AnswerNames;
	/**
	 * What an answer that counts nothing means: for the one documented answer, which counts, that nobody knows;
	 * elsewhere success, since Cash-In documents of the others that 200 is one.
	 */
	silence: 'doubt' | 'success';
	/** Whether a request refused for what is in it is halved, to find the bad ones; else all of it has failed. */
	halve: boolean;
	/** The whole body of a request. */
	wrap(bodies: IDataObject[], group: string): unknown;
	/** Finds out what Cash-In has, after an answer that never came. Without it nobody knows. */
	findAfterLostResponse?: (
		run: ExecuteRun,
		batch: readonly BulkEntry[],
		settings: SendSettings,
		fault: Fault,
	) => Promise<Map<BulkEntry, Known>>;
	/** In a sentence, what it means that the look-up found the key with other contents. */
	differs?: string;
	/** Whether what the look-up surely does not find may be sent once more. */
	resend: boolean;
	/** Whether it is all the same which request arrives first, so that several may be under way. */
	anyOrder?: boolean;
	/** Finds out what Cash-In has before anything is sent. */
	findExisting?: (
		run: ExecuteRun,
		entries: readonly BulkEntry[],
		settings: SendSettings,
	) => Promise<Map<BulkEntry, Known>>;
}

/** How items are sent, by their Options and their credential. */
export interface SendSettings extends CallLimits {
	/** Entries per request. */
	batchSize: number;
	/** Requests under way at a time. */
	concurrent: number;
	/** Whether Cash-In is asked what it has before anything is sent. */
	checked: boolean;
	/** Whose account it is. */
	access: Account;
}

/** What Cash-In's list says of something that is about to be sent. */
export type Known =
	| { kind: 'absent' }
	| { kind: 'same' }
	/** The key is taken; `how` says what is different, or that it cannot be told. */
	| { kind: 'other'; how: string }
	/** It cannot be told; `final` where asking again would not tell either. */
	| { kind: 'unknown'; why: string; final?: boolean };

/** Where an answer counts what was taken, and where it lists what was not. */
export interface AnswerNames {
	/** `UploadedInvoicesCount` */
	taken: string;
	/** `FailedInvoicesCount` */
	failed: string;
	/** `FailedInvoices` */
	list: string;
	/** Names of the key in an entry of the list, the surest first: an entry may carry an id of its own beside it. */
	keys: readonly RegExp[];
}
