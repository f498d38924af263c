import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { EndpointId } from '../../api/generated/endpoints';
import type { ExecuteRun } from '../../api/run';
import type { ExtraCount } from '../../upload/output';
import type { Result, UploadEntry, UploadSpec } from '../../upload/uploadSpec';
import type { Confirmation } from './confirmation';

/** What is asked of a person before an operation is done; the node asks it of every upload, the API Call the same. */
export interface Precautions {
	confirmation?: Confirmation;
	/** Precondition; throws InputError. */
	assert?: (run: ExecuteRun, item: number) => void;
}

/** An operation that handles one item at a time. */
export interface ItemOperation extends Precautions {
	description: INodeProperties[];
	/** The endpoint it asks; none where it makes no API call. */
	endpoint?: EndpointId;
	execute(run: ExecuteRun, item: number): Promise<INodeExecutionData[]>;
}

/** An operation that puts many items into one request: every item is read first, then all are sent. */
export interface BatchOperation extends Precautions {
	description: INodeProperties[];
	/** The endpoint it sends to; none where it only shows what would be sent. */
	endpoint?: EndpointId;
	spec: UploadSpec;
	/**
	 * Reads one item's parameters: what to send, or a result where nothing is to be sent.
	 * @throws what is wrong with them; nothing has been sent yet
	 */
	prepare(run: ExecuteRun, item: number): Promise<UploadEntry | Result>;
	/** What its Summary counts beside the usual. */
	alsoCounted?: readonly ExtraCount[];
}
