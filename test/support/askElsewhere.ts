import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IHttpRequestOptions,
	type INodeType,
} from 'n8n-workflow';

import { additionalData, cashInNode, nodeTypes, type Credential } from './engine';

/** A node of somebody else's that uses our credential, as n8n's own HTTP Request does. */
const elsewhere: INodeType = {
	description: {
		displayName: 'Elsewhere',
		name: 'elsewhere',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Elsewhere' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cashInApi', required: true }],
		properties: [],
	},
};

/** Of the older of n8n's request helpers. */
interface OlderOptions {
	uri?: string;
	followRedirect?: boolean;
}

/** Sends a request with the credential, by the request helper of n8n. */
export async function askElsewhere(
	options: Partial<IHttpRequestOptions> & OlderOptions,
	credential: Credential,
): Promise<unknown> {
	const node = cashInNode('test.elsewhere', {});
	const types = {
		...nodeTypes,
		getByName: () => elsewhere,
		getByNameAndVersion: () => elsewhere,
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: types,
	});
	const data = additionalData(credential, 'manual', workflow);
	const main = [[{ json: {} }]];
	const context = new ExecuteContext(
		workflow,
		node,
		data,
		'manual',
		createRunExecutionData(),
		0,
		main[0] ?? [],
		{ main },
		{ node, data: { main }, source: null },
		[],
	);
	const { httpRequestWithAuthentication, requestWithAuthentication } = context.helpers;
	return 'uri' in options || 'followRedirect' in options
		? await requestWithAuthentication.call(context, 'cashInApi', options)
		: await httpRequestWithAuthentication.call(context, 'cashInApi', {
				url: '',
				method: 'GET',
				...options,
			});
}
