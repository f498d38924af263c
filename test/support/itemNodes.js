/**
 * Three nodes in a row, 'Start', 'List' and 'Items', of which the last gives the entries of a list as items.
 * @param {string} list the list as n8n's expressions write it, so that n8n itself makes the items
 * @param {string} [member] what to call entries that are no objects
 */
exports.itemNodes = (list, member) => [
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
exports.itemsTo = (/** @type {string} */ next) => ({
	Start: [['List']],
	List: [['Items']],
	Items: [[next]],
});
