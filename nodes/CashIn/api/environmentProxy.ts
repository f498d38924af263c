import { isPlainLoopback, UNPROXIED } from './connection';
import type { RequestContext } from './account';

/**
 * Whether n8n's environment surely names no proxy for plain http to this computer. A node may not read the environment;
 * but the agent that n8n gives a request knows, and is told with the failure of one that was cancelled before it was
 * sent. Where that tells nothing, the answer is no.
 * @param baseUrl whole, with its protocol
 */
export async function isUnproxied(context: RequestContext, baseUrl: string): Promise<boolean> {
	if (!isPlainLoopback(new URL(baseUrl))) return false;
	const { httpRequest } = context.helpers;
	if (typeof httpRequest !== 'function') return false;
	const cancelled = new AbortController();
	cancelled.abort();
	try {
		await httpRequest({ url: baseUrl, abortSignal: cancelled.signal });
		return false;
	} catch (error) {
		const agent: unknown = Object(Object(error).config).httpAgent;
		return typeof agent === 'object' && agent !== null && !proxies(agent, new URL(baseUrl));
	}
}

/** n8n before 2.41 has an agent of its own for a proxy; later ones have one that looks the proxy up. */
function proxies(agent: object, { hostname, port }: URL): boolean {
	if ('proxy' in agent) return true;
	if (!('router' in agent)) return agent.constructor.name !== 'Agent';
	const router: unknown = agent.router;
	if (typeof router !== 'object' || router === null || !('resolve' in router)) return true;
	if (typeof router.resolve !== 'function') return true;
	const at = { host: hostname, hostname, port: port === '' ? 80 : Number(port) };
	return Boolean(router.resolve(at));
}

/** What tells the credential that a request of this node needs no way around a proxy. */
export function marked<Options extends object>(options: Options, unproxied: boolean): Options {
	return unproxied ? { ...options, [UNPROXIED]: true } : options;
}
