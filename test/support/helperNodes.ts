import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

/** Gives out the items a test wants the workflow to begin with. */
export const items: INodeType = {
	description: {
		displayName: 'Items',
		name: 'items',
		group: ['input'],
		version: 1,
		description: 'Test items',
		defaults: { name: 'Items' },
		inputs: [],
		outputs: ['main'],
		properties: [{ displayName: 'Items', name: 'items', type: 'string', default: '[]' }],
	},
	async execute(this: IExecuteFunctions) {
		const rows = JSON.parse(String(this.getNodeParameter('items', 0))) as IDataObject[];
		return [rows.map((json, item) => ({ json, pairedItem: { item } }))];
	},
};

/** Takes what comes. */
export const sink: INodeType = {
	description: {
		displayName: 'Sink',
		name: 'sink',
		group: ['output'],
		version: 1,
		description: 'Test sink',
		defaults: { name: 'Sink' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};
