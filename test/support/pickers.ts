import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INodeListSearchResult } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { additionalData, cashInNode, nodeTypes, type Credential } from './engine';

/** Opens, searches or scrolls a list as n8n's editor does, in the context its engine gives to list searches. */
export async function searchList(
	method: string,
	credential: Credential,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const node = cashInNode('n8n-nodes-cash-in.cashIn', {});
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const data = additionalData(credential, 'internal', workflow);
	const context = new LoadOptionsContext(workflow, node, data, 'parameters');
	const search = new CashIn().methods.listSearch[method];
	if (search === undefined) throw new Error(`The node has no list search ${method}`);
	return await search.call(context, filter, paginationToken);
}
