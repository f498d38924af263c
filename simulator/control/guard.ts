import type { FastifyInstance, FastifyRequest } from 'fastify';

import { refuse } from '../operations/handler';

/** Names under which only this machine reaches itself. */
const LOOPBACK_NAME = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/i;

/**
 * Refuses, with 403 and a sentence, whatever a web page sends: the browser runs on this machine too, and the
 * simulator's key is known to everybody. A page shows itself by its Origin or by Sec-Fetch-Site; one whose name was
 * pointed at this machine after it was loaded (DNS rebinding) shows itself by the Host header.
 * @param basePath of the API; everything else is the control interface
 */
export function guard(app: FastifyInstance, basePath: string): void {
	app.addHook('onRequest', async (request, reply) => {
		const reason = foreignIn(request);
		if (reason === undefined) return undefined;
		const sentence = `The simulator answers programs of this machine only: ${reason}.`;
		const isApi = request.url.startsWith(`${basePath}/`);
		return await reply.code(403).send(isApi ? refuse(403, sentence).body : { error: sentence });
	});
}

/** What shows that the request comes from a web page, in a clause; nothing when it does not. */
function foreignIn({ headers, socket }: FastifyRequest): string | undefined {
	const { host, origin } = headers;
	const site = headers['sec-fetch-site'];
	const port = socket.localPort;
	if (!isOwn(host, port)) {
		return `it was asked for as "${host ?? ''}", not as 127.0.0.1:${port} or localhost:${port}`;
	}
	if (origin !== undefined && !isOwnOrigin(origin, port)) return `a page of ${origin} asked`;
	if (site !== undefined && site !== 'none' && site !== 'same-origin') {
		return 'a page of another address asked';
	}
	return undefined;
}

/** A browser names the port unless it is 80, so a name without one comes from no page of another port. */
function isOwn(host: string | undefined, port: number | undefined): boolean {
	const [, name = '', named = String(port)] = /^(.*?)(?::(\d+))?$/.exec(host ?? '') ?? [];
	return LOOPBACK_NAME.test(name) && Number(named) === port;
}

/** An origin without a port is that of the web server on port 80. */
function isOwnOrigin(origin: string, port: number | undefined): boolean {
	const [, host = ''] = /^http:\/\/([^/]+)$/.exec(origin) ?? [];
	return isOwn(/:\d+$/.test(host) ? host : `${host}:80`, port);
}
