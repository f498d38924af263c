import type { INodeProperties } from 'n8n-workflow';

import type { BatchOperation, ItemOperation } from './operation';

/** One resource of the node with its operations; the values are part of the public surface. */
export interface ResourceRow {
	name: string;
	value: string;
	description: string;
	/** Alphabetical by name, as the editor shows them. */
	operations: OperationRow[];
	/** What several of its operations ask for alike; they stand before what each asks for itself. */
	properties?: INodeProperties[];
}

export interface OperationRow {
	name: string;
	value: string;
	/** Sentence case, with the resource, as the node panel lists it. */
	action: string;
	description: string;
	/** `ItemOperation` for one item at a time, `BatchOperation` for many items in one request. */
	run: { each: ItemOperation } | { many: BatchOperation };
}
