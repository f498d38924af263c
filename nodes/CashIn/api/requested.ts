import { endpoints, type Endpoint, type EndpointId } from './generated/endpoints';

/** What is asked: an operation of the contract, or a request that the contract does not know, described like one. */
export type Requested = EndpointId | Endpoint;

export function endpointOf(requested: Requested): Endpoint {
	return typeof requested === 'string' ? endpoints[requested] : requested;
}

/** How the log calls it. */
export function nameOf(requested: Requested): string {
	return typeof requested === 'string' ? requested : requested.title;
}
