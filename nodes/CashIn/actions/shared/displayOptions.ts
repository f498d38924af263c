import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/**
 * Properties shown only where `show` says, on top of their own conditions. n8n-workflow's function of this name merges
 * deeply and generally, which made up a good part of the node's load time.
 */
export function updateDisplayOptions(
	{ show }: Pick<IDisplayOptions, 'show'>,
	properties: INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => {
		const { displayOptions: own } = property;
		// n8n shows a field without a look at the conditions that come after one of an expression.
		const both = { ...show, ...own?.show, ...show };
		return { ...property, displayOptions: { ...own, show: both } };
	});
}
