import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionProperties, findRun } from './actions/catalogue';
import { assertConfirmed } from './actions/shared/confirmation';
import { wantsSummary } from './actions/shared/sendOptions';
import { assertEngine, engineNotice } from './api/engine';
import { personalCodePaths } from './api/generated/personalCodes';
import { createExecuteRun, type ExecuteRun } from './api/run';
import { cashInApiTest } from './pickers/credentialTest';
import { listSearch } from './pickers/listSearch';
import {
	addSummary,
	describeFailure,
	lostResult,
	nodeError,
	outputItem,
	withNoneSent,
} from './upload/output';
import { inWords, words } from './text/subtitle';
import { sendEntries } from './upload/send';
import type { Failure, Result, UploadEntry } from './upload/uploadSpec';

/** Resources that are not called by their value in words, as a part of an expression. */
const NAMED =
	'({ custom: "API", eInvoicing: "e-invoicing", finnish: "Finnish identifier", sms: "SMS" })';

export class CashIn implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cash-In',
		name: 'cashIn',
		icon: { light: 'file:../../icons/cashIn.svg', dark: 'file:../../icons/cashIn.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: `={{ ${inWords('operation')} + ": " + (${NAMED}[$parameter["resource"]] || ${words('resource')}) }}`,
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
				// These make no API call.
				displayOptions: { hide: { resource: ['finnish'], operation: ['preview'] } },
			},
		],
		properties: [...engineNotice(), ...actionProperties],
		sensitiveOutputFields: [...personalCodePaths],
	};

	methods = { credentialTest: { cashInApiTest }, listSearch };

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
		const started = Date.now();
		const run = createExecuteRun(this);
		if ('each' in operation) {
			const execute = async (item: number) => await operation.each.execute(run, item);
			const items = await forEachItem(run, execute, (failure) => [outputItem(failure)]);
			return [items.flat()];
		}

		const { spec, prepare, confirmation, alsoCounted } = operation.many;
		const prepared = await forEachItem<UploadEntry | Result>(
			run,
			async (item) => {
				const entry = await prepare(run, item);
				if ('body' in entry) assertConfirmed(run, item, confirmation, entry.body);
				return entry;
			},
			(failure) => failure,
			operation.many.endpoint === undefined ? undefined : withNoneSent,
		);
		const isSummarized = wantsSummary(run);
		const stopAtFailure = !this.continueOnFail();
		let results: Result[];
		try {
			results = await sendEntries(run, spec, prepared, stopAtFailure);
		} catch (thrown) {
			// Thrown on, n8n would pass the input on by the success branch.
			if (stopAtFailure) throw nodeError(run.node, thrown, 0);
			results = prepared.map((one) =>
				'error' in one ? one : lostResult(run.node, thrown, one.item),
			);
		}
		const failed = results.find((result) => 'error' in result);
		if (failed !== undefined && stopAtFailure) throw describeFailure(failed, results);
		const items = results.map(outputItem);
		if (isSummarized) addSummary(run, items, results, { started, alsoCounted });
		return [items];
	}
}

/** The one item loop: failures leave here, each with the item it belongs to. */
async function forEachItem<T>(
	{ context, node }: ExecuteRun,
	work: (item: number) => Promise<T>,
	onFailure: (failure: Failure) => T,
	beforeStop: (error: Failure['error']) => Failure['error'] = (error) => error,
): Promise<T[]> {
	const done: T[] = [];
	const { length } = context.getInputData();
	for (let item = 0; item < length; item++) {
		try {
			// For each item, since n8n passes the input on by the success branch where the whole node fails.
			assertEngine(node);
			done.push(await work(item));
		} catch (thrown) {
			const error = nodeError(node, thrown, item);
			if (!context.continueOnFail()) throw beforeStop(error);
			done.push(onFailure({ item, status: 'notSent', error }));
		}
	}
	return done;
}
