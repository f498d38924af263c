import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { redactPersonalCodes } from '../../api/redact';

/**
 * A failed item as the error output of every n8n since 1.123 knows it: JSON of exactly `error` and `message`, beside
 * its paired item. Any other member sends it out by the success branch; `details` is understood by the newest n8n
 * only. `message` holds the advice and what a workflow can act on.
 */
export function errorItem(
	item: number,
	error: NodeApiError | NodeOperationError,
	details: IDataObject = {},
): INodeExecutionData {
	const httpCode = error instanceof NodeApiError ? error.httpCode : null;
	return {
		json: {
			error: error.message,
			message: {
				...(typeof error.description === 'string' ? { advice: error.description } : {}),
				...(httpCode === null ? {} : { httpCode }),
				...details,
			},
		},
		pairedItem: { item },
	};
}

/**
 * An error without anything that looks like a personal identity code: a key, such as a customer code, may be one, and
 * n8n keeps errors and logs them.
 */
export function withoutPersonalCodes<E extends NodeApiError | NodeOperationError>(error: E): E {
	error.message = redactPersonalCodes(error.message);
	if (typeof error.description === 'string') {
		error.description = redactPersonalCodes(error.description);
	}
	error.stack = redactPersonalCodes(error.stack ?? '');
	return error;
}

/** Any thrown thing as an n8n error that knows its item. Messages name the item the way n8n counts them, from 0. */
export function nodeError(
	node: INode,
	thrown: unknown,
	item: number,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		thrown.context.itemIndex ??= item;
		return withoutPersonalCodes(thrown);
	}
	// A message may quote what was typed into the wrong field.
	const message = redactPersonalCodes(thrown instanceof Error ? thrown.message : String(thrown));
	return new NodeOperationError(node, `${message} [item ${item}]`, { itemIndex: item });
}
