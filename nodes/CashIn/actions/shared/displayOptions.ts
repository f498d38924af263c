import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/**
 * As n8n-workflow's function of this name: the properties, shown only where `displayOptions` says, on top of what
 * each says itself. That one merges deeply and generally, which made up a good part of the node's load time.
 */
export function updateDisplayOptions(
	displayOptions: IDisplayOptions,
	properties: INodeProperties[],
): INodeProperties[] {
	const { show, hide } = displayOptions;
	return properties.map((property) => {
		const own = property.displayOptions;
		return {
			...property,
			displayOptions: {
				...own,
				...(show === undefined ? {} : { show: { ...own?.show, ...show } }),
				...(hide === undefined ? {} : { hide: { ...own?.hide, ...hide } }),
			},
		};
	});
}
