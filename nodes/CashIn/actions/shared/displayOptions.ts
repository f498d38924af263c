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
		return { ...property, displayOptions: { ...own, show: { ...own?.show, ...show } } };
	});
}
