'use strict';

const { once } = require('node:events');
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const tls = require('node:tls');
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const zlib = require('node:zlib');

/**
 * A server that answers as no framework lets one: in drops, broken off, in gibberish. Its addresses end in `/v2`.
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{
 *   baseUrl: string,
 *   seen: Array<{ method: string, target: string, path: string, key: string | undefined, body: string }>,
 *   open(): number,
 *   close(): Promise<void>,
 * }} RawServer
 */

/**
 * @param {(request: Request, response: Response, number: number) => void} answer told the running number, from 1, when
 * the whole request is there
 * @param {{ tls?: { key: string, cert: string } }} [options]
 * @returns {Promise<RawServer>}
 */
exports.startRaw = async (answer, { tls } = {}) => {
	/** @type {RawServer['seen']} */
	const seen = [];
	const handler = (request, response) => {
		const parts = [];
		request.on('data', (part) => parts.push(part));
		request.on('error', () => {});
		response.on('error', () => {});
		request.on('end', () => {
			const path = String(request.url).replace(/^https?:\/\/[^/]*/, '');
			const key = request.headers['x-api-key'];
			seen.push({
				method: request.method,
				target: request.url,
				path,
				key,
				body: Buffer.concat(parts).toString(),
			});
			answer(request, response, seen.length);
		});
	};
	const server = tls === undefined ? http.createServer(handler) : https.createServer(tls, handler);
	const sockets = new Set();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
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

/**
 * Answers one byte at a time, for ever.
 * @param {Response} response
 */
exports.drip = (response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.write('[');
	const dropping = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(dropping));
};

/**
 * Answers with so many bytes of a JSON list, packed into few.
 * @param {Response} response
 * @param {number} megabytes
 */
exports.unpackTo = (response, megabytes) => {
	const blank = Buffer.alloc(1024 ** 2, ' ');
	const pack = zlib.createGzip();
	response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
	pack.pipe(response);
	pack.write('[');
	for (let count = 0; count < megabytes; count += 1) pack.write(blank);
	pack.end(']');
};

/** A key and a certificate for `localhost`, made for this test and nothing else. */
exports.selfSigned = () => {
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
 * @param {string} baseUrl of the server
 */
exports.startLine = async (baseUrl) => {
	const { port } = new URL(baseUrl);
	const clients = new Set();
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
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		baseUrl: baseUrl.replace(`:${port}`, `:${server.address().port}`),
		/** @param {string} text not in the cipher of the connection */
		say: (text) => clients.forEach((client) => client.write(text)),
		close: async () => {
			for (const client of clients) client.destroy();
			server.close();
			await once(server, 'close');
		},
	};
};

/** An HTTP proxy that hands nothing on, and remembers what it was asked for. */
exports.startProxy = async () => {
	const asked = [];
	const server = http.createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		response.writeHead(502).end();
	});
	server.on('connect', (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		asked,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
};

/**
 * Does something with other variables in the environment, and puts them back.
 * @template T
 * @param {Record<string, string | undefined>} variables
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
exports.withEnvironment = async (variables, work) => {
	const set = (values) => {
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
 * @param {string} baseUrl of the server
 * @param {string} code such as `EHOSTUNREACH`
 */
exports.failConnections = (baseUrl, code) => {
	const port = Number(new URL(baseUrl).port);
	for (const handle of process._getActiveHandles()) {
		if (!(handle instanceof net.Socket) || handle.remotePort !== port) continue;
		handle.destroy(Object.assign(new Error(`read ${code}`), { code, syscall: 'read' }));
	}
};

/**
 * Trusts a certificate for as long as something is done.
 * @template T
 * @param {string} cert
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
exports.trusting = async (cert, work) => {
	const original = tls.createSecureContext;
	tls.createSecureContext = (options) => {
		const made = original(options);
		made.context.addCACert(cert);
		return made;
	};
	try {
		return await work();
	} finally {
		tls.createSecureContext = original;
	}
};
