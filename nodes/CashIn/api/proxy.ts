import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

/**
 * Marks a request for which n8n's environment surely names no proxy. A symbol, which no workflow can set, and one of
 * the whole process, since n8n loads node and credential apart.
 */
export const UNPROXIED = Symbol.for('n8n-nodes-cash-in.unproxied');

/** Whether an address is on this very computer, and is asked without encryption. */
export function isPlainLoopback({ protocol, hostname }: URL): boolean {
	return (
		protocol === 'http:' &&
		(hostname === 'localhost' ||
			hostname === '[::1]' ||
			/^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(hostname))
	);
}

/**
 * Keeps a request away from a proxy of n8n's environment, which would be handed what is meant for this computer,
 * unencrypted. The proxy named here, to which any other gives way, is the server itself.
 */
export function direct(url: URL): Pick<IHttpRequestOptions, 'proxy'> {
	if (!isPlainLoopback(url)) return {};
	return { proxy: { protocol: 'http', host: url.hostname, port: portOf(url) } };
}

/** What of n8n's contexts makes a request. */
type Requesting = Pick<IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions, 'helpers'>;

/**
 * Whether n8n's environment surely names no proxy for plain http to this computer. A node may not read the environment;
 * but the agent that n8n gives a request knows, and n8n hands it out with the failure of a request that was cancelled
 * before it was sent. Where that tells nothing, the answer is no.
 * @param baseUrl whole, with its protocol
 */
export async function isUnproxied({ helpers }: Requesting, baseUrl: string): Promise<boolean> {
	const url = new URL(baseUrl);
	if (!isPlainLoopback(url)) return false;
	const { httpRequest } = helpers;
	if (typeof httpRequest !== 'function') return false;
	const cancelled = new AbortController();
	cancelled.abort();
	try {
		await httpRequest({ url: baseUrl, abortSignal: cancelled.signal });
		return false;
	} catch (error) {
		const agent: unknown = Object(Object(error).config).httpAgent;
		return typeof agent === 'object' && agent !== null && !usesProxy(agent, url);
	}
}

/** n8n before 2.41 has an agent of its own for a proxy; later ones have one that looks the proxy up. */
function usesProxy(agent: object, url: URL): boolean {
	if ('proxy' in agent) return true;
	if (!('router' in agent)) return agent.constructor.name !== 'Agent';
	const router: unknown = agent.router;
	if (typeof router !== 'object' || router === null || !('resolve' in router)) return true;
	if (typeof router.resolve !== 'function') return true;
	const { hostname } = url;
	return Boolean(router.resolve({ host: hostname, hostname, port: portOf(url) }));
}

function portOf({ port }: URL): number {
	return port === '' ? 80 : Number(port);
}
