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
