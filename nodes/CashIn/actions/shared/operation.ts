import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';
import type { ExecuteRun } from '../../api/run';

/** An operation that handles one item at a time. */
export interface ItemOperation {
	description: INodeProperties[];
	/** The endpoint it asks; none where nothing is asked of Cash-In. */
	endpoint?: EndpointId;
	execute(run: ExecuteRun, item: number): Promise<INodeExecutionData[]>;
}

/** An operation that puts many items into one request: every item is read first, then all are sent. */
export interface BatchOperation<Entry extends BatchEntry = BatchEntry> {
	description: INodeProperties[];
	/** The endpoint it sends to. */
	endpoint?: EndpointId;
	/** Reads one item's parameters. Throws what is wrong with them; nothing has been sent yet. */
	prepare(run: ExecuteRun, item: number): Promise<Entry>;
	/** What an item may come to that is neither sent nor failed nor there already, for the Summary: a name, and how it is told. */
	unsent?: Readonly<Record<string, (json: IDataObject) => boolean>>;
	/** One outcome for every entry, in the same order. With `stopAtFailure`, what follows a failure is not sent. */
	send(run: ExecuteRun, entries: Entry[], stopAtFailure: boolean): Promise<Outcome[]>;
}

export interface BatchEntry {
	/** The index of the input item this came from. */
	item: number;
}

export type Operation = ItemOperation | BatchOperation;

/** @property key what sentences call it by, where it is anybody's business: an invoice number */
export type Outcome = { item: number; key?: string } & (
	| { json: IDataObject }
	| { failure: Failure }
);

export interface Failure {
	error: NodeApiError | NodeOperationError;
	/** Whether it went out and was refused, or may have been taken, or never went out. */
	state: 'refused' | 'unknown' | 'notSent';
	/** What a workflow can act on, beside the message. */
	details: IDataObject;
}
