import { spawnSync } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import zlib from 'node:zlib';

import type { Break, FaultRow, Reply } from './faultRows';
import { listening, portOf } from './listening.cts';

const BOMB_BYTES = 100_000_000;
const DRIP_MS = 50;
const HOST = '127.0.0.1';
/** A name that no server ever has (RFC 2606). */
const NO_NAME = 'cash-in.invalid';

type Answer = Break['answer'] | 'true';

interface Settings {
	/** The simulator's base URL. */
	target: string;
	listPath: string;
	/** How the line is. */
	how: NonNullable<FaultRow['line']>;
	/** What happens to the first upload on its way. */
	upload?: Break;
	/** What the list answers instead of the simulator. */
	list?(query: Record<string, string>): Answer;
	/** Asked with every list: whether what comes later is there by now. */
	isLate(): boolean;
}

/** What the simulator answered. */
interface Truth {
	status: number;
	text: string;
	type: string;
}

/**
 * A line to a simulator that breaks where it is told to.
 * @returns `close` hands over what was to come later
 */
export async function openLine(
	settings: Settings,
): Promise<{ baseUrl: string; close: () => Promise<void> }> {
	const undo: Array<() => void> = [];
	const { pathname } = new URL(settings.target);
	const secure = settings.how === 'tls' || settings.how === 'untrusted';
	const pair = secure ? certificate() : undefined;
	const late: Array<() => Promise<Truth>> = [];
	let broken = 0;

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const body = await bodyOf(request);
		const forward = async () => await forwarded(settings.target, request, body);
		const isList = request.method === 'GET' && urlOf(request).includes(settings.listPath);
		const { upload } = settings;
		if (isList && settings.isLate()) await takeLate();
		if (upload !== undefined && (upload.always || (!isList && (broken += 1) === 1))) {
			if (upload.taken === 'later' && !isList) late.push(forward);
			const answer = upload.taken === 'yes' && !isList ? await forward() : undefined;
			return send(request, response, upload.answer, answer);
		}
		if (isList && settings.list !== undefined) {
			const { searchParams } = new URL(urlOf(request), settings.target);
			return send(request, response, settings.list(Object.fromEntries(searchParams)));
		}
		return send(request, response, 'true', await forward());
	};
	const takeLate = async () => {
		for (const forward of late.splice(0)) await forward();
	};

	const answering = (request: IncomingMessage, response: ServerResponse) => {
		handle(request, response).catch((error: Error) => response.destroy(error));
	};
	const server = pair
		? https.createServer({ key: pair, cert: pair }, answering)
		: http.createServer(answering);
	// What goes through TLS can be broken only beneath it.
	const front = net.createServer((client) => join(client, portOf(server)));
	await listening(server);
	const port = await listening(front);
	if (settings.how === 'tls' && pair) undo.push(trust(port, pair));
	if (settings.how === 'noName') undo.push(withoutName());
	undo.push(rememberClients());
	const close = async () => {
		for (const back of undo) back();
		await takeLate();
		await Promise.all([shut(server), shut(front)]);
	};
	if (settings.how === 'refused') await shut(front);
	const origin = settings.how === 'noName' ? `https://${NO_NAME}` : `http://${HOST}:${port}`;
	return { baseUrl: (secure ? origin.replace('http:', 'https:') : origin) + pathname, close };
}

function send(
	request: IncomingMessage,
	response: ServerResponse,
	how: Answer,
	truth: Truth = { status: 500, text: '', type: 'text/plain' },
): unknown {
	if (typeof how === 'object') return sendReply(response, how);
	const { client, inner } = connectionOf(request);
	switch (how) {
		case 'true':
			return response.writeHead(truth.status, { 'content-type': truth.type }).end(truth.text);
		case 'half': {
			const { length } = Buffer.from(truth.text);
			response.writeHead(truth.status, { 'content-type': truth.type, 'content-length': length });
			return response.write(truth.text.slice(0, length / 2), () => request.socket.end());
		}
		case 'silence':
			return undefined;
		case 'drip':
			return drip(response);
		case 'bomb':
			response.writeHead(202, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
			return response.end(bomb());
		case 'brokenTls':
			inner.unpipe(client);
			return client.end('this is no TLS record');
		case 'unreachable':
			return loseClient(client.remotePort);
		case 'cut':
			return client.resetAndDestroy();
	}
}

function sendReply(response: ServerResponse, { status, body, html, location }: Reply) {
	const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8';
	response
		.writeHead(status, {
			...(body === undefined && html === undefined ? {} : { 'content-type': type }),
			...(location === undefined ? {} : { location }),
		})
		.end(html ?? (body === undefined ? '' : JSON.stringify(body)));
}

/** An answer that begins, and then comes a blank at a time, for ever. */
function drip(response: ServerResponse) {
	response.writeHead(202, { 'content-type': 'application/json' });
	const tap = setInterval(() => response.write(' '), DRIP_MS);
	response.on('close', () => clearInterval(tap));
}

let packed: Buffer | undefined;
/** A true answer with a hundred megabytes of words in it, which travel as a hundred kilobytes. */
function bomb(): Buffer {
	const words = 'a'.repeat(BOMB_BYTES);
	const counts = '"UploadedInvoicesCount":2,"FailedInvoicesCount":0,"FailedInvoices":null';
	packed ??= zlib.gzipSync(`{"StatusDescription":"${words}",${counts}}`);
	return packed;
}

async function forwarded(target: string, request: IncomingMessage, body: string): Promise<Truth> {
	const { method, headers } = request;
	const answer = await fetch(new URL(urlOf(request), target), {
		method,
		headers: {
			'x-api-key': String(headers['x-api-key'] ?? ''),
			'content-type': 'application/json',
		},
		body: method === 'GET' ? undefined : body,
	});
	const type = answer.headers.get('content-type') ?? 'application/json';
	return { status: answer.status, text: await answer.text(), type };
}

const urlOf = ({ url = '' }: IncomingMessage) => url;

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

/** The two halves of each connection, by the port from which the front speaks to the server behind it. */
const joined = new Map<number | undefined, { client: net.Socket; inner: net.Socket }>();

function join(client: net.Socket, port: number) {
	const inner = net.connect(port, HOST, () => joined.set(inner.localPort, { client, inner }));
	const end = () => {
		client.destroy();
		inner.destroy();
	};
	for (const half of [client, inner]) half.on('error', end).on('close', end);
	client.pipe(inner);
	inner.pipe(client);
}

function connectionOf(request: IncomingMessage) {
	const found = joined.get(request.socket.remotePort);
	if (found === undefined) throw new Error('A request came that did not go through the line.');
	return found;
}

/** Every socket that was connected from this process, by its port: an established connection fails at its own end. */
const clients = new Map<number | undefined, net.Socket>();

function rememberClients(): () => void {
	const { connect } = net.Socket.prototype;
	Object.assign(net.Socket.prototype, {
		connect(this: net.Socket, ...given: unknown[]) {
			this.once('connect', () => clients.set(this.localPort, this));
			return Reflect.apply(connect, this, given);
		},
	});
	return () => {
		net.Socket.prototype.connect = connect;
		clients.clear();
		joined.clear();
	};
}

/** As when a router says that there is no way any more. */
function loseClient(port: number | undefined) {
	const error = new Error('read EHOSTUNREACH');
	clients
		.get(port)
		?.destroy(Object.assign(error, { code: 'EHOSTUNREACH', syscall: 'read', errno: -113 }));
}

/** A key and a certificate of this machine's address, made now and gone with the test. */
function certificate(): string {
	const wanted =
		'-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
	const args = `req -x509 ${wanted} -addext subjectAltName=IP:${HOST} -keyout - -out -`;
	const { status, stdout, error } = spawnSync('openssl', args.split(' '), { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The tests of TLS need openssl: ${error?.message ?? status}`);
	return stdout;
}

/** Lets this process trust the certificate of one port. */
function trust(port: number, ca: string): () => void {
	const { connect } = tls;
	Object.assign(tls, {
		connect: (options: tls.ConnectionOptions, ...rest: unknown[]) => {
			const own = Number(options.port) === port ? { ...options, ca } : options;
			return Reflect.apply(connect, tls, [own, ...rest]);
		},
	});
	return () => void Object.assign(tls, { connect });
}

/** The name is looked up nowhere: no network is needed to learn that it has no address. */
function withoutName(): () => void {
	const { lookup } = dns;
	Object.assign(dns, {
		lookup: (name: string, ...rest: unknown[]) => {
			const done = rest.at(-1);
			if (name !== NO_NAME || typeof done !== 'function') {
				return Reflect.apply(lookup, dns, [name, ...rest]);
			}
			const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
			const facts = { code: 'ENOTFOUND', syscall: 'getaddrinfo', errno: -3008, hostname: name };
			process.nextTick(done, Object.assign(error, facts));
		},
	});
	// A proxy would look the name up itself.
	const proxies = Object.keys(process.env).filter((name) => /^(https?|all)_proxy$/i.test(name));
	const kept = Object.fromEntries(proxies.map((name) => [name, process.env[name]]));
	for (const name of proxies) delete process.env[name];
	return () => {
		Object.assign(dns, { lookup });
		Object.assign(process.env, kept);
	};
}

async function shut(server: net.Server | http.Server) {
	if (!server.listening) return;
	const closed = once(server, 'close');
	server.close();
	if ('closeAllConnections' in server) server.closeAllConnections();
	for (const { client } of joined.values()) client.destroy();
	await closed;
}
