import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionProperties, findRun } from './actions/catalogue';
import { addSummary, wantsSummary } from './actions/shared/bulk/summary';
import { describeFailure } from './actions/shared/describeFailure';
import { errorItem, nodeError, withoutPersonalCodes } from './actions/shared/errorItem';
import type { BatchEntry, Outcome } from './actions/shared/operation';
import { redactPersonalCodes } from './api/redact';
import { createExecuteRun } from './api/run';
import { cashInApiTest } from './pickers/credentialTest';
import { listSearch } from './pickers/listSearch';
import { suggestions } from './pickers/suggestions';

export class CashIn implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cash-In',
		name: 'cashIn',
		icon: { light: 'file:../../icons/cashIn.svg', dark: 'file:../../icons/cashIn.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send invoices with Cash-In and follow their payments',
		defaults: { name: 'Cash-In' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cashInApi',
				required: true,
				testedBy: 'cashInApiTest',
				// Nothing is asked of Cash-In there.
				displayOptions: { hide: { resource: ['finnish'], operation: ['preview'] } },
			},
		],
		properties: actionProperties,
	};

	methods = { credentialTest: { cashInApiTest }, listSearch: { ...listSearch, ...suggestions } };

	/** The one item loop: operations read and send, failures leave here, each with the item it belongs to. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const value = this.getNodeParameter('operation', 0);
		const operation = findRun(resource, value);
		if (operation === undefined) {
			throw new NodeOperationError(
				this.getNode(),
				`There is no operation "${value}" for "${resource}"`,
				{ description: 'Choose another one from the list.' },
			);
		}
		const run = createExecuteRun(this);
		const started = Date.now();
		const output: INodeExecutionData[][] = this.getInputData().map(() => []);
		const entries: BatchEntry[] = [];
		for (let item = 0; item < output.length; item++) {
			try {
				if ('each' in operation) output[item] = await operation.each.execute(run, item);
				else entries.push(await operation.many.prepare(run, item));
			} catch (thrown) {
				const error = nodeError(run.node, thrown, item);
				if (!this.continueOnFail()) throw error;
				output[item] = [errorItem(item, error)];
			}
		}
		if ('each' in operation) return [output.flat()];

		const summary = wantsSummary(run);
		let outcomes: Outcome[];
		try {
			outcomes =
				entries.length === 0 ? [] : await operation.many.send(run, entries, !this.continueOnFail());
		} catch (thrown) {
			// Thrown on, n8n would pass the input on by the success branch.
			if (!this.continueOnFail()) throw nodeError(run.node, thrown, 0);
			outcomes = entries.map(({ item }) => thrownFor(run.node, thrown, item));
		}
		const failed = outcomes.find((outcome) => 'failure' in outcome);
		if (failed !== undefined && !this.continueOnFail()) {
			throw withoutPersonalCodes(describeFailure(failed.failure.error, outcomes));
		}
		for (const outcome of outcomes) {
			output[outcome.item] = [
				'failure' in outcome
					? errorItem(
							outcome.item,
							withoutPersonalCodes(outcome.failure.error),
							outcome.failure.details,
						)
					: { json: outcome.json, pairedItem: { item: outcome.item } },
			];
		}
		const items = output.flat();
		if (summary) addSummary(run, items, started, operation.many.unsent);
		return [items];
	}
}

/** Thrown while all were sent: nobody can say what became of one. */
function thrownFor(node: INode, thrown: unknown, item: number): Outcome {
	const message = redactPersonalCodes(thrown instanceof Error ? thrown.message : String(thrown));
	const error = new NodeOperationError(node, message, {
		itemIndex: item,
		description: 'It may or may not have been sent: look in Cash-In before you run it again.',
	});
	return { item, failure: { error, state: 'unknown', details: { outcome: 'unknown' } } };
}
