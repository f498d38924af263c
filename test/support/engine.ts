import 'reflect-metadata';

import {
	CredentialTestContext,
	ExecutionLifecycleHooks,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type IDataObject,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { CashInApi } from '../../credentials/CashInApi.credentials';
import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import { cashInApiTest } from '../../nodes/CashIn/pickers/credentialTest';
import { items as itemsNode, sink as sinkNode } from './helperNodes';

/** Runs our nodes in n8n's own engine, with a credential as n8n would hand it over. */

const NODE_TYPES: Record<string, INodeType> = {
	'n8n-nodes-cash-in.cashIn': new CashIn(),
	// What n8n makes of it for AI agents.
	'n8n-nodes-cash-in.cashInTool': asTool(new CashIn()),
	'n8n-nodes-cash-in.cashInTrigger': new CashInTrigger(),
	'test.items': itemsNode,
	'test.sink': sinkNode,
};

function asTool(node: CashIn): INodeType {
	node.description.name = 'cashInTool';
	return node;
}

export const nodeTypes = {
	getByName: (name: string) => typeOf(name),
	getByNameAndVersion: (name: string) => typeOf(name),
	getKnownTypes: () => ({}),
};

function typeOf(name: string): INodeType {
	const type = NODE_TYPES[name];
	if (type === undefined) throw new Error(`No node type ${name} in this test`);
	return type;
}

export interface Credential {
	apiKey?: string;
	environment?: string;
	baseUrl?: string;
	endpointOverrides?: string | object;
}

function filledIn(credential: Credential): ICredentialDataDecryptedObject {
	return {
		apiKey: 'demo-key',
		environment: 'custom',
		endpointOverrides: '{}',
		...(credential as ICredentialDataDecryptedObject),
	};
}

/** The credential's "Test" as n8n runs it. */
export async function testCredential(credential: Credential) {
	const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes });
	const context = new CredentialTestContext(additionalData(credential, 'manual', workflow));
	const data = filledIn(credential);
	return await cashInApiTest.call(context, { id: '1', name: 'Cash-In', type: 'cashInApi', data });
}

/** The engine's surroundings, with one decrypted credential or none. */
export function additionalData(
	credential: Credential | null,
	mode: WorkflowExecuteMode,
	workflow: Workflow,
) {
	const cashInApi = new CashInApi();
	const data = {
		credentialsHelper: {
			getParentTypes: () => [],
			/** As n8n does it: fields may hold expressions, which are resolved for the item asked for. */
			getDecrypted: async (
				_data: unknown,
				_ids: unknown,
				_type: string,
				_mode: string,
				executeData: IExecuteData,
				_raw: unknown,
				at?: ICredentialsExpressionResolveValues,
			) => {
				if (credential === null) throw new Error('No credential in this test');
				const decrypted = filledIn(credential);
				if (at === undefined) return decrypted;
				return at.workflow.expression.getParameterValue(
					decrypted as INodeParameters,
					at.runExecutionData,
					at.runIndex,
					at.itemIndex,
					at.node.name,
					at.connectionInputData,
					mode,
					{},
					executeData,
					false,
					decrypted as INodeParameters,
				) as ICredentialDataDecryptedObject;
			},
			preAuthentication: async () => undefined,
			authenticate: async (
				credentials: ICredentialDataDecryptedObject,
				_type: string,
				options: Parameters<CashInApi['authenticate']>[1],
			) => await cashInApi.authenticate(credentials, options),
			isCredentialUsableByNode: () => true,
			getCredentialsProperties: () => cashInApi.properties,
		},
		hooks: new ExecutionLifecycleHooks(mode, 'test', {
			id: 'test',
			name: 'test',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
			nodes: [],
			connections: {},
		}),
		executionId: 'test',
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		variables: {},
		workflow,
	};
	return Object.assign(Object.create(null) as IWorkflowExecuteAdditionalData, data);
}

export function cashInNode(
	type: string,
	parameters: IDataObject,
	settings: Partial<INode> = {},
): INode {
	return {
		id: 'cash-in',
		name: 'Cash-In',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { cashInApi: { id: 'credential-1', name: 'Cash-In' } },
		...settings,
	};
}

export interface RunResult {
	/** Items of the success branch. */
	success: INodeExecutionData[];
	/** Items of the error branch. */
	failed: INodeExecutionData[];
	/** What stopped the workflow, if anything did. */
	error?: Error & { description?: string | null; httpCode?: string | null };
	run: IRun;
}

/**
 * Runs items → Cash-In in the real WorkflowExecute, with an error branch.
 * @param credential `null` for a node that has none
 * @param settings e.g. `{ onError: 'continueErrorOutput' }`
 * @param cancelled cancels the execution, as its user would
 */
export async function runCashIn(
	input: IDataObject[],
	parameters: IDataObject,
	credential: Credential | null,
	settings: Partial<INode> = {},
	cancelled?: AbortSignal,
): Promise<RunResult> {
	const start: INode = {
		id: 'items',
		name: 'Items',
		type: 'test.items',
		typeVersion: 1,
		position: [0, 0],
		parameters: { items: JSON.stringify(input) },
	};
	const nodes = [
		start,
		cashInNode('n8n-nodes-cash-in.cashIn', parameters, {
			...settings,
			...(credential === null ? { credentials: undefined } : {}),
		}),
		...['Success', 'Failed'].map((name) => ({
			...start,
			id: name,
			name,
			type: 'test.sink',
			parameters: {},
		})),
	];
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const workflow = new Workflow({
		id: 'test',
		nodes,
		connections: {
			Items: { main: [to('Cash-In')] },
			'Cash-In': { main: [to('Success'), to('Failed')] },
		},
		active: false,
		nodeTypes,
		settings: { timezone: 'Europe/Helsinki' },
	});
	const data = additionalData(credential, 'manual', workflow);
	const running = startWorkflow(new WorkflowExecute(data, 'manual'), workflow, start);
	cancelled?.addEventListener('abort', () => running.cancel());
	const run = await running;
	const output = run.data.resultData.runData['Cash-In']?.[0]?.data?.main ?? [];
	return {
		success: output[0] ?? [],
		failed: output[1] ?? [],
		error: run.data.resultData.error as RunResult['error'],
		run,
	};
}

/** The older engine takes the workflow and its start node one by one, the newer both in one object. */
function startWorkflow(
	engine: WorkflowExecute,
	workflow: Workflow,
	startNode: INode,
): ReturnType<WorkflowExecute['run']> {
	const isNew = engine.run.length === 1;
	return Reflect.apply(
		engine.run,
		engine,
		isNew ? [{ workflow, startNode }] : [workflow, startNode],
	);
}

let triggers = 0;

/**
 * A trigger with its memory: every call of `poll` is one poll of n8n's engine.
 * @param budgetMs what n8n's durable scheduler tells a poll to keep to. It gives each poll a copy of what is remembered,
 * and keeps the copy of one that has changed it. Without it, the usual engine, whose polls share one memory.
 */
export function createTrigger(parameters: IDataObject, credential: Credential, budgetMs?: number) {
	const node = cashInNode(
		'n8n-nodes-cash-in.cashInTrigger',
		{ event: 'paymentAllocated', ...parameters },
		{ id: `trigger-${(triggers += 1)}` },
	);
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		settings: { timezone: 'Europe/Helsinki' },
		staticData: {},
	});
	const memory = () => workflow.getStaticData('node', node);
	function restore(saved: IDataObject) {
		const data = memory();
		for (const name of Object.keys(data)) delete data[name];
		Object.assign(data, saved);
	}
	/** A poll that begins later, with what is remembered now. */
	function prepare(
		mode: WorkflowExecuteMode = 'trigger',
		activation: WorkflowActivateMode = 'init',
	) {
		const data = additionalData(credential, mode, workflow);
		const context = new PollContext(workflow, node, data, mode, activation);
		const copy = structuredClone({ ...memory() });
		const before = JSON.stringify(copy);
		if (budgetMs !== undefined) {
			Object.assign(context, {
				getPollBudgetMs: () => budgetMs,
				getWorkflowStaticData: () => copy,
			});
		}
		return async () => {
			const output = await new CashInTrigger().poll.call(context);
			if (budgetMs !== undefined && JSON.stringify(copy) !== before) restore(copy);
			return output?.[0]?.map(({ json }) => json) ?? null;
		};
	}
	return {
		poll: async (...how: Parameters<typeof prepare>) => await prepare(...how)(),
		prepare,
		/** What n8n keeps between polls, as it would read it back from its database. */
		get memory(): IDataObject {
			return JSON.parse(JSON.stringify(memory())) as IDataObject;
		},
		/** n8n starts again from what it saved earlier. */
		restore,
	};
}
