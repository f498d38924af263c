/**
 * Three nodes in a row, 'Start', 'List' and 'Items', of which the last gives the entries of a list as items.
 * @param list the list as n8n's expressions write it, so that n8n itself makes the items
 * @param member what to call entries that are no objects
 */
export const itemNodes = (list: string, member?: string) => [
	{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
	{
		name: 'List',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: `={{ { list: ${list} } }}`, options: {} },
	},
	{
		name: 'Items',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: {
			fieldToSplitOut: 'list',
			options: member === undefined ? {} : { destinationFieldName: member },
		},
	},
];

/** How these nodes are connected, and with the one that follows. */
export const itemsTo = (next: string) => ({
	Start: [['List']],
	List: [['Items']],
	Items: [[next]],
});
