import {
	endpoints,
	type EndpointId,
	type Parameter,
} from '../../nodes/CashIn/api/generated/endpoints';

/** The parameters that the contract knows of the path or the query of an endpoint. */
export function parametersIn(endpoint: EndpointId, place: Parameter['in']): readonly Parameter[] {
	return endpoints[endpoint].parameters.filter((parameter) => parameter.in === place);
}

export function namesIn(endpoint: EndpointId, place: Parameter['in']): string[] {
	return parametersIn(endpoint, place).map(({ name }) => name);
}

/** What the editor calls a parameter: that stays, whatever the API calls it. */
export const editorName = ({ parameter, field }: Pick<Parameter, 'parameter' | 'field'>) =>
	parameter ?? field;

/** Values by the editor's names, as the API has them in one place. */
export function sentIn(
	endpoint: EndpointId,
	place: Parameter['in'],
	values: Readonly<Record<string, unknown>>,
): Record<string, string> {
	const sent = parametersIn(endpoint, place).filter((one) => editorName(one) in values);
	return Object.fromEntries(sent.map((one) => [one.name, String(values[editorName(one)])]));
}

/** The path of an endpoint with values in it. */
export function pathWith(endpoint: EndpointId, values: Readonly<Record<string, unknown>>): string {
	const sent = sentIn(endpoint, 'path', values);
	return endpoints[endpoint].path.replace(/\{([^}]+)\}/g, (_, name: string) =>
		encodeURIComponent(sent[name] ?? ''),
	);
}
