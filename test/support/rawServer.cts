import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import zlib from 'node:zlib';

import { listening } from './listening.cts';

interface Seen {
	method: string;
	target: string;
	path: string;
	key: string | undefined;
	body: string;
}

/** A server that answers as no framework lets one: in drops, broken off, in gibberish. */
export interface RawServer {
	/** Ends in `/v2`. */
	baseUrl: string;
	seen: Seen[];
	/** How many connections there are. */
	open(): number;
	close(): Promise<void>;
}

/** @param answer told the running number, from 1, when the whole request is there */
export const startRaw = async (
	answer: (request: IncomingMessage, response: ServerResponse, number: number) => void,
	{ tls }: { tls?: { key: string; cert: string } } = {},
): Promise<RawServer> => {
	const seen: Seen[] = [];
	const handler = (request: IncomingMessage, response: ServerResponse) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('error', () => {});
		response.on('error', () => {});
		request.on('end', () => {
			const { method = '', url: target = '', headers } = request;
			const path = target.replace(/^https?:\/\/[^/]*/, '');
			const key = headers['x-api-key'];
			seen.push({
				method,
				target,
				path,
				key: key === undefined ? undefined : String(key),
				body: Buffer.concat(parts).toString(),
			});
			answer(request, response, seen.length);
		});
	};
	const server = tls === undefined ? http.createServer(handler) : https.createServer(tls, handler);
	const sockets = new Set<net.Socket>();
	server.on('connection', (socket: net.Socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
	});
	const port = await listening(server);
	return {
		baseUrl: tls === undefined ? `http://127.0.0.1:${port}/v2` : `https://localhost:${port}/v2`,
		seen,
		open: () => sockets.size,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
};

/** Answers one byte at a time, for ever. */
export const drip = (response: ServerResponse) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.write('[');
	const dropping = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(dropping));
};

/** Answers with so many bytes of a JSON list, packed into few. */
export const unpackTo = (response: ServerResponse, megabytes: number) => {
	const blank = Buffer.alloc(1024 ** 2, ' ');
	const pack = zlib.createGzip();
	response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
	pack.pipe(response);
	pack.write('[');
	for (let count = 0; count < megabytes; count += 1) pack.write(blank);
	pack.end(']');
};

/** A key and a certificate for `localhost`, made for this test and nothing else. */
export const selfSigned = () => {
	const folder = mkdtempSync(join(tmpdir(), 'cash-in-tls-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	execFileSync(
		'openssl',
		// prettier-ignore
		['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
		{ stdio: 'ignore' },
	);
	const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
	rmSync(folder, { recursive: true });
	return pair;
};

/**
 * A line to a server that hands everything on, until it is told to speak itself.
 * @param baseUrl of the server
 */
export const startLine = async (baseUrl: string) => {
	const { port } = new URL(baseUrl);
	const clients = new Set<net.Socket>();
	const server = net.createServer((client) => {
		const onward = net.connect(Number(port), '127.0.0.1');
		clients.add(client);
		for (const end of [client, onward]) end.on('error', () => {});
		client.on('close', () => {
			clients.delete(client);
			onward.destroy();
		});
		client.pipe(onward);
		onward.pipe(client, { end: false });
	});
	const own = await listening(server);
	return {
		baseUrl: baseUrl.replace(`:${port}`, `:${own}`),
		/** @param text not in the cipher of the connection */
		say: (text: string) => clients.forEach((client) => client.write(text)),
		close: async () => {
			for (const client of clients) client.destroy();
			server.close();
			await once(server, 'close');
		},
	};
};

/** An HTTP proxy that hands nothing on, and remembers what it was asked for. */
export const startProxy = async () => {
	const asked: string[] = [];
	const server = http.createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		response.writeHead(502).end();
	});
	server.on('connect', (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	const port = await listening(server);
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
};

/** Does something with other variables in the environment, and puts them back. */
export const withEnvironment = async <T,>(
	variables: Record<string, string | undefined>,
	work: () => Promise<T>,
): Promise<T> => {
	const set = (values: Record<string, string | undefined>) => {
		for (const [name, value] of Object.entries(values)) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	};
	const before = Object.fromEntries(
		Object.keys(variables).map((name) => [name, process.env[name]]),
	);
	set(variables);
	try {
		return await work();
	} finally {
		set(before);
	}
};

/**
 * Lets the connections of this process to a server fail in a way that only a network can.
 * @param baseUrl of the server
 * @param code such as `EHOSTUNREACH`
 */
export const failConnections = (baseUrl: string, code: string) => {
	const port = Number(new URL(baseUrl).port);
	for (const handle of activeHandles()) {
		if (!(handle instanceof net.Socket) || handle.remotePort !== port) continue;
		handle.destroy(Object.assign(new Error(`read ${code}`), { code, syscall: 'read' }));
	}
};

/** Sockets, servers and timers of this process, which Node tells but does not document. */
function activeHandles(): unknown[] {
	return Reflect.apply(Reflect.get(process, '_getActiveHandles'), process, []);
}

/** Trusts a certificate for as long as something is done. */
export const trusting = async <T,>(cert: string, work: () => Promise<T>): Promise<T> => {
	const original = tls.createSecureContext;
	Object.assign(tls, {
		createSecureContext: (options?: tls.SecureContextOptions) => {
			const made = original(options);
			made.context.addCACert(cert);
			return made;
		},
	});
	try {
		return await work();
	} finally {
		Object.assign(tls, { createSecureContext: original });
	}
};
