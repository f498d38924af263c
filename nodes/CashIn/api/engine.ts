import * as n8n from 'n8n-workflow';
import { NodeOperationError, type INode, type INodeProperties } from 'n8n-workflow';

/** The oldest n8n in which every check of `npm run test:versions` passes. */
export const OLDEST_N8N = '1.123';

/**
 * n8n does not tell a node its version. These came into n8n-workflow with n8n 1.123 or later: one alone may go again,
 * but an n8n that has none of them is older.
 */
const SINCE_OLDEST = [
	'migrateRunExecutionData',
	'toExecutionContextEstablishmentHookParameter',
	'getCredentialAllowedDomains',
	'safeRegex',
	'isHitlToolType',
];

const isOlder = (): boolean => !SINCE_OLDEST.some((name) => name in n8n);

const TOO_OLD = `Cash-In needs n8n ${OLDEST_N8N} or newer, and this n8n is older`;

/** What stands above a node's fields where n8n is too old for it; nothing elsewhere. */
export function engineNotice(): INodeProperties[] {
	if (!isOlder()) return [];
	return [
		{
			displayName: `${TOO_OLD}. Update n8n: until then this node does not run.`,
			name: 'olderN8n',
			type: 'notice',
			default: '',
		},
	];
}

/**
 * Precondition of every run: nothing is sent by an engine in which nobody has seen that it arrives once.
 * @throws NodeOperationError where n8n is too old
 */
export function assertEngine(node: INode): void {
	if (!isOlder()) return;
	throw new NodeOperationError(node, TOO_OLD, {
		description: 'Nothing was sent to Cash-In. Update n8n and run the workflow again.',
	});
}
